/// One step between a first call and the admission.
///
/// The admission itself isn't one: it follows from the stay.
///
/// - Source: `domain.md` S40.
package struct IntakeStep: Hashable, Sendable {
  package var kind: Coded<IntakeKind>
  package var on: CalendarDate
  package var note: String?
  /// The groups that a waitlisted client waits for; empty is any place.
  package var groupIDs: [GroupID]

  package init(
    _ kind: IntakeKind,
    on date: CalendarDate,
    note: String? = nil,
    groupIDs: [GroupID] = []
  ) {
    self.init(kind: .known(kind), on: date, note: note, groupIDs: groupIDs)
  }

  package init(
    kind: Coded<IntakeKind>,
    on date: CalendarDate,
    note: String?,
    groupIDs: [GroupID]
  ) {
    self.kind = kind
    on = date
    self.note = note
    self.groupIDs = groupIDs
  }

  package var word: String { kind.value?.word ?? kind.stored }
}

/// Stored words, for ever.
package enum IntakeKind: String, Hashable, Sendable, CaseIterable {
  case inquiry, screened, scheduled, waitlisted, declined

  package var word: String {
    switch self {
    case .inquiry: "inquiry"
    case .screened: "screened"
    case .scheduled: "intake scheduled"
    case .waitlisted: "waitlisted"
    case .declined: "declined"
    }
  }
}

extension Client {
  /// The steps that led, or lead, to a stay: those after the one before.
  ///
  /// - Parameters:
  ///   - stay: The stay; nil is one that may come.
  ///   - earlier: The stay before that, where there was one.
  /// - Returns: Oldest first.
  package func intake(to stay: Episode?, after earlier: Episode?) -> [IntakeStep] {
    intake.filter { step in
      // An intake that was planned for a later day, while the client came sooner, led here too.
      if let stay, step.on > stay.admittedOn, step.on >= stay.dischargedOn ?? .latest {
        return false
      }
      guard let earlier else { return true }
      guard let end = earlier.dischargedOn else { return false }
      return step.on >= end && step.on > earlier.admittedOn
    }
  }
}
