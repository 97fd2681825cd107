/// What an event of the audit log says, for a person who knows the codes of those who work here.
extension ProgramData {
  /// The event's detail with codes in place of identifiers, the screen's words for marks and the
  /// program's time for UTC, behind the code of the colleague that it is about; empty where there is
  /// nothing to add.
  package func auditDetail(of event: AuditEvent) -> String {
    var words = event.detail.split(separator: " ").map { word in
      staff[StaffID(String(word))]?.code ?? spoken(String(word), in: event)
    }
    if case .staff(let id) = event.entity {
      words.insert((staff[id]?.code ?? id.rawValue) + (words.isEmpty ? "" : ":"), at: 0)
    }
    return words.joined(separator: " ")
  }
  /// A word of a detail: "no_show" as the mark it is, "13:00Z-14:30Z" in the program's time.
  private func spoken(_ word: String, in event: AuditEvent) -> String {
    if let times = localTimes(word, near: event.at) { return times }
    switch (event.entity, event.action) {
    case (.session, .known(.attendanceChanged)):
      let status = AttendanceStatus(stored: word)
      return status == .expected ? "not marked" : status.isUnknown ? word : status.word
    case (.session, _):
      let status = SessionStatus(stored: word)
      return status == .unknown(word) ? word : status.word
    case (.appointment, _):
      let status = AppointmentStatus(stored: word)
      return status == .unknown(word) ? word : status.word
    default: return word
    }
  }

  /// "09:00-10:30" for "13:00Z-14:30Z", either of which may be left out; nil for another word.
  private func localTimes(_ word: String, near moment: Instant) -> String? {
    let ends = word.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.contains(where: { !$0.isEmpty }) else { return nil }
    var times: [String] = []
    for end in ends {
      guard !end.isEmpty else {
        times.append("")
        continue
      }
      let day = moment.description.prefix(11)
      guard end.hasSuffix("Z"), let at = Instant("\(day)\(end.dropLast()):00Z") else { return nil }
      times.append("\(program.zone.local(at).time)")
    }
    return times.joined(separator: "-")
  }
}
