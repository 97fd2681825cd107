import Domain

/// What a mark did, by codes alone.
struct MarkWords {
  private let data: ProgramData
  private let session: SessionID

  init(_ data: ProgramData, session: SessionID) {
    self.data = data
    self.session = session
  }

  /// One sentence a line: the group's, then the client's.
  func text(of change: Change) -> String {
    change.edits.compactMap(sentence).map { $0 + "\n" }.joined()
  }

  private var code: String {
    data.sessions[session].map(data.code(of:)) ?? session.rawValue
  }

  private func sentence(_ edit: Edit) -> String? {
    switch edit {
    case .session(_, .state(let before, let after)): words(before, after)
    case .session(_, .row(let client, let before, let after)): words(client, before, after)
    case .appointment, .client, .episode, .staff, .room, .calendar, .group, .followUp: nil
    }
  }

  private func words(_ before: SessionState, _ after: SessionState) -> String {
    if before.status != after.status, after.status == .inProgress, let start = after.actualStart {
      return "\(code) began at \(time(start))."
    }
    return "\(code) is \(after.status.word)."
  }

  private func words(
    _ client: ClientID,
    _ before: AttendanceRow?,
    _ after: AttendanceRow?
  ) -> String {
    let mrn = data.clients[client]?.mrn ?? client.rawValue
    guard let after else { return "\(mrn) is off the roster of \(code)." }
    var words = "\(mrn) is \(shown(after.status)) in \(code)"
    if let date = data.sessions[session]?.serviceDate { words += " on \(date.shortName)" }
    if let start = after.firstIn { words += ", in \(time(start))" }
    if let end = after.segments.last?.end { words += ", out \(time(end))" }
    if let reason = after.absenceReason { words += ", \(reason.value?.word ?? reason.stored)" }
    if let before { words += " (was \(shown(before.status)))" }
    return words + "."
  }

  private func shown(_ status: AttendanceStatus) -> String {
    String(status.stored.map { $0 == "_" ? "-" : $0 })
  }

  private func time(_ instant: Instant) -> String {
    data.program.zone.local(instant).time.description
  }
}
