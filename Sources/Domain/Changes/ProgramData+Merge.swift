/// Putting own changes onto a record that someone else saved meanwhile.
extension ProgramData {
  /// Applies again what this window changed of a record that was read anew.
  ///
  /// - Returns: The changes that no longer fit, because the same thing was changed elsewhere.
  package mutating func reapply(_ record: RecordReference, of mine: ProgramData) -> [Change] {
    switch record {
    case .session(let id): mine.sessions[id].map { reapply($0) } ?? []
    case .appointment(let id): mine.appointments[id].map { reapply($0) } ?? []
    case .client(let id):
      mine.kept(id).map { own in reapply(own, kept(id)) { .client(id, $0) } } ?? []
    case .episode(let id):
      mine.kept(id).map { own in reapply(own, kept(id)) { .episode(id, $0) } } ?? []
    case .staff(let id):
      mine.kept(id).map { own in reapply(own, kept(id)) { .staff(id, $0) } } ?? []
    case .group(let id):
      mine.kept(id).map { own in reapply(own, kept(id)) { .group(id, $0) } } ?? []
    case .rooms:
      mine.keptRooms.flatMap { room in reapply(room, kept(room.id)) { .room(room.id, $0) } }
    }
  }

  /// Applies again what `mine` holds and the present session doesn't.
  ///
  /// Changes are made per person and per fact, so that marks for different people both stand. When
  /// both windows began the session, the other's beginning stands, and the own marks too.
  ///
  /// - Parameter mine: The session as this window had it, with its history.
  /// - Returns: The changes that no longer fit, because the same thing was changed elsewhere.
  package mutating func reapply(_ mine: GroupSession) -> [Change] {
    let theirs = Set((sessions[mine.id]?.history ?? []).map(\.change))
    let own = mine.history.filter { !theirs.contains($0.change) }
    return reapply(own) { .session(mine.id, $0) }
  }

  /// The same for an appointment.
  package mutating func reapply(_ mine: Appointment) -> [Change] {
    let theirs = Set((appointments[mine.id]?.history ?? []).map(\.change))
    let own = mine.history.filter { !theirs.contains($0.change) }
    return reapply(own) { .appointment(mine.id, $0) }
  }

  private mutating func reapply<Record: KeptRecord>(
    _ mine: Record,
    _ theirs: Record?,
    edit: (Record.EditOfRecord) -> Edit
  ) -> [Change] {
    let known = Set((theirs?.history ?? []).map(\.change))
    return reapply(mine.history.filter { !known.contains($0.change) }, edit: edit)
  }

  private mutating func reapply<EditOfFile>(
    _ entries: [HistoryEntry<EditOfFile>],
    edit: (EditOfFile) -> Edit
  ) -> [Change] {
    var changes: [Change] = []
    for entry in entries {
      if changes.last?.id == entry.change {
        changes[changes.count - 1].edits.append(edit(entry.edit))
      } else {
        changes.append(
          Change(
            id: entry.change,
            order: entry.order,
            at: entry.at,
            by: entry.by,
            kind: entry.kind,
            reason: entry.reason,
            edits: [edit(entry.edit)]
          )
        )
      }
    }
    var refused: [Change] = []
    for var change in changes {
      change.order = max(change.order, highestOrder + 1)
      change.edits.removeAll(where: isBegunAlready)
      guard !change.edits.isEmpty else { continue }
      guard !opensClosed(change) else {
        refused.append(change)
        continue
      }
      do throws(RuleViolation) { try apply(change) } catch { refused.append(change) }
    }
    return refused
  }

  private func isBegunAlready(_ edit: Edit) -> Bool {
    guard case .session(let id, .state(let before, let after)) = edit else { return false }
    return before.status == .scheduled && after.status == .inProgress
      && sessions[id]?.state.status == .inProgress
  }

  /// Whether it would leave somebody in the room of a session that others closed meanwhile.
  private func opensClosed(_ change: Change) -> Bool {
    let changesState = change.edits.contains { edit in
      guard case .session(_, .state) = edit else { return false }
      return true
    }
    return !changesState
      && change.edits.contains { edit in
        guard case .session(let id, .row(_, _, let after?)) = edit else { return false }
        return after.hasOpenSegment && sessions[id]?.state.status != .inProgress
      }
  }
}
