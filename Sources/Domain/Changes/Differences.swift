/// Marks that were made in two windows at once and that nobody has decided about.
///
/// They are entries of the history of the kind `differs`: never applied, kept beside what stands.
/// Any later change of the same value decides; taking that back brings them up again.
extension GroupSession {
  /// Whether any row may have one; quickly.
  package var hasDifferences: Bool { history.contains { $0.kind == .differs } }

  /// What differs from a client's row, the last of each person.
  package func differences(of client: ClientID) -> [HistoryEntry<SessionEdit>] {
    guard hasDifferences else { return [] }
    return openDifferences(
      in: history.filter { entry in
        guard case .row(client, _, _) = entry.edit else { return false }
        return true
      }
    )
  }
}

extension Appointment {
  /// What differs from how it stands, the last of each person.
  package var differences: [HistoryEntry<AppointmentEdit>] {
    guard history.contains(where: { $0.kind == .differs }) else { return [] }
    return openDifferences(in: history)
  }
}

private func openDifferences<EditOfFile>(
  in entries: [HistoryEntry<EditOfFile>]
) -> [HistoryEntry<EditOfFile>] {
  var open: [HistoryEntry<EditOfFile>] = []
  var decided: [ChangeID: [HistoryEntry<EditOfFile>]] = [:]
  for entry in entries {
    switch entry.kind {
    case .differs:
      open.removeAll { $0.by == entry.by }
      open.append(entry)
    case .done:
      decided[entry.change] = open
      open = []
    case .redo(let id):
      decided[id] = open
      open = []
    case .undo(let id): open = (decided.removeValue(forKey: id) ?? []) + open
    }
  }
  return open
}

extension ProgramData {
  /// The last change of what an edit is about.
  ///
  /// - Returns: Nil where nothing was ever changed of it.
  package func lastChange(about edit: Edit) -> Change? {
    switch edit {
    case .session(let id, let edit):
      let last = sessions[id]?.history.last {
        $0.kind != .differs && Edit.session(id, $0.edit).isAboutSame(as: .session(id, edit))
      }
      return last.map { Change($0, edits: [.session(id, $0.edit)]) }
    case .appointment(let id, _):
      let last = appointments[id]?.history.last { $0.kind != .differs }
      return last.map { Change($0, edits: [.appointment(id, $0.edit)]) }
    case .client(let id, _):
      return kept(id)?.history.last.map { Change($0, edits: [.client(id, $0.edit)]) }
    case .episode(let id, _):
      return kept(id)?.history.last.map { Change($0, edits: [.episode(id, $0.edit)]) }
    case .staff(let id, _):
      return kept(id)?.history.last.map { Change($0, edits: [.staff(id, $0.edit)]) }
    case .room(let id, _):
      return kept(id)?.history.last.map { Change($0, edits: [.room(id, $0.edit)]) }
    case .calendar(let date, _):
      return keptDay(date)?.history.last.map { Change($0, edits: [.calendar(date, $0.edit)]) }
    case .group(let id, _):
      return kept(id)?.history.last.map { Change($0, edits: [.group(id, $0.edit)]) }
    case .followUp(let id, _):
      return kept(id)?.history.last.map { Change($0, edits: [.followUp(id, $0.edit)]) }
    }
  }
}

/// Deciding about them: an ordinary change, that can be taken back.
extension SessionWork {
  /// Takes the mark that differs; nil keeps the one that stands.
  mutating func decide(_ client: ClientID, _ change: ChangeID?) throws(RuleViolation) {
    let open = session.differences(of: client)
    guard !open.isEmpty else { throw .nothingToDo("Nothing differs there any more.") }
    guard let change else { return }
    guard case .row(_, _, let wanted) = open.last(where: { $0.change == change })?.edit else {
      throw .nothingToDo("That mark was decided about meanwhile.")
    }
    try checkOpen()
    guard var row = wanted else {
      session.rows.removeAll { $0.clientID == client }
      return
    }
    if !row.segments.isEmpty { try beginForAttendance() }
    if row.hasOpenSegment, let end = endOfPresence { row = row.ended(at: end) }
    stampRow(&row)
    try checkPresence(of: &row)
    put(row)
  }
}

extension AppointmentWork {
  /// Takes what differs; nil keeps what stands.
  mutating func decide(_ change: ChangeID?) throws(RuleViolation) {
    let open = appointment.differences
    guard !open.isEmpty else { throw .nothingToDo("Nothing differs there any more.") }
    guard let change else { return }
    guard let edit = open.last(where: { $0.change == change })?.edit else {
      throw .nothingToDo("That was decided about meanwhile.")
    }
    state = edit.after
  }
}
