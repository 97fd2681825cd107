/// How a client's place in one session turned out.
///
/// `unknown` is a word of a newer version: kept, shown, credits nothing, never changed here.
///
/// - Source: `domain.md` 4.10; stored words of `decisions.md` 3, for ever.
package enum AttendanceStatus: Hashable, Sendable {
  case expected, present, late, leftEarly, lateLeftEarly
  case excused, noShow, cancelledClient, cancelledProgram, onLeave, notAdmitted, removed
  case unknown(String)

  package static let known: [AttendanceStatus] = [
    .expected, .present, .late, .leftEarly, .lateLeftEarly, .excused, .noShow, .cancelledClient,
    .cancelledProgram, .onLeave, .notAdmitted, .removed,
  ]

  package init(stored: String) {
    self = AttendanceStatus.known.first { $0.stored == stored } ?? .unknown(stored)
  }

  package var stored: String {
    switch self {
    case .expected: "expected"
    case .present: "present"
    case .late: "late"
    case .leftEarly: "left_early"
    case .lateLeftEarly: "late_left_early"
    case .excused: "excused"
    case .noShow: "no_show"
    case .cancelledClient: "cancelled_client"
    case .cancelledProgram: "cancelled_program"
    case .onLeave: "on_leave"
    case .notAdmitted: "not_admitted"
    case .removed: "removed"
    case .unknown(let word): word
    }
  }

  /// What the screen says.
  package var word: String {
    switch self {
    case .expected: "- - -"
    case .present: "Present"
    case .late: "Late"
    case .leftEarly: "Left early"
    case .lateLeftEarly: "Late, left"
    case .excused: "Excused"
    case .noShow: "No-show"
    case .cancelledClient: "Late cancel"
    case .cancelledProgram: "Cancelled"
    case .onLeave: "On leave"
    case .notAdmitted: "Not admitted"
    case .removed: "Removed"
    case .unknown(let word): "Unknown: " + word
    }
  }

  /// One letter for a narrow table, each different.
  package var letter: Character {
    switch self {
    case .expected: "?"
    case .present: "P"
    case .late: "L"
    case .leftEarly: "E"
    case .lateLeftEarly: "B"
    case .excused: "X"
    case .noShow: "N"
    case .cancelledClient: "C"
    case .cancelledProgram: "-"
    case .onLeave: "V"
    case .notAdmitted: "R"
    case .removed: "M"
    case .unknown: "!"
    }
  }

  /// Whether the client was there, wholly or in part, so that presence segments belong to it.
  package var isAttended: Bool {
    switch self {
    case .present, .late, .leftEarly, .lateLeftEarly, .removed: true
    case .expected, .excused, .noShow, .cancelledClient, .cancelledProgram, .onLeave, .notAdmitted,
      .unknown:
      false
    }
  }

  /// Whether nothing has been said about this client yet.
  package var isUnmarked: Bool { self == .expected }

  /// Whether it is a word of another version.
  package var isUnknown: Bool {
    switch self {
    case .unknown: true
    case .expected, .present, .late, .leftEarly, .lateLeftEarly, .excused, .noShow,
      .cancelledClient, .cancelledProgram, .onLeave, .notAdmitted, .removed:
      false
    }
  }

  /// Whether the row is off the roster: no one waits for this client.
  package var isOffRoster: Bool { self == .onLeave || self == .cancelledProgram }
}
