import Domain

/// What `attendance mark` was told, each word checked.
struct MarkArguments {
  var groupCode: String
  var clientCode: String
  /// Expected takes the mark away.
  var status: AttendanceStatus
  var at: TimeOfDay?
  var reason: AbsenceReason?
  var because: String?

  init(_ command: MarkCommand) throws(CommandError) {
    groupCode = command.group
    clientCode = command.client
    status = try Self.status(command.status)
    at = try command.at.map { text throws(CommandError) in try Self.time(text) }
    reason = try command.reason.map { text throws(CommandError) in try Self.reason(text) }
    because = command.because
    try check()
  }

  private func check() throws(CommandError) {
    if at != nil && !stampsTime {
      throw .use(
        "--at goes with late, left-early, late-left-early and removed.",
        form: "caseload attendance mark --group G03 --client C06 --status late --at 10:55"
      )
    }
    if reason != nil && (status.isAttended || status.isUnmarked) {
      throw .use(
        "--reason goes with an absence.",
        form: MarkCommand.form + " --reason illness"
      )
    }
  }

  /// Whether the mark has a time of its own.
  private var stampsTime: Bool {
    switch status {
    case .late, .leftEarly, .lateLeftEarly, .removed: true
    case .expected, .present, .excused, .noShow, .cancelledClient, .cancelledProgram, .onLeave,
      .notAdmitted, .unknown:
      false
    }
  }

  private static func status(_ text: String) throws(CommandError) -> AttendanceStatus {
    let word = stored(text)
    if let status = AttendanceStatus.known.first(where: { $0.stored == word }) { return status }
    let words = AttendanceStatus.known.map(\.stored)
    let nearest = NearestWord.of(word, in: words).map { "--status \(shown($0))" }
    throw .use(
      "--status is none that a client can have.",
      form: nearest ?? "--status with one of " + words.map(shown).joined(separator: ", ")
    )
  }

  private static func reason(_ text: String) throws(CommandError) -> AbsenceReason {
    if let reason = AbsenceReason(rawValue: stored(text)) { return reason }
    let words = AbsenceReason.allCases.map(\.rawValue)
    let nearest = NearestWord.of(stored(text), in: words).map { "--reason \(shown($0))" }
    throw .use(
      "--reason is none of the reasons for an absence.",
      form: nearest ?? "--reason with one of " + words.map(shown).joined(separator: ", ")
    )
  }

  private static func time(_ text: String) throws(CommandError) -> TimeOfDay {
    guard let time = TimeOfDay.parse(typed: text) else {
      throw .use("--at isn't a time.", form: "--at 10:55")
    }
    return time
  }

  /// A word as files have it: "No-Show" as "no_show".
  private static func stored(_ text: String) -> String {
    String(text.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
  }

  /// A stored word as arguments have it.
  private static func shown(_ word: String) -> String {
    String(word.map { $0 == "_" ? "-" : $0 })
  }
}
