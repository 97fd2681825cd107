/// Putting own changes onto a record that someone else saved meanwhile.
extension ProgramData {
  /// Applies again what this window changed of a record that was read anew.
  ///
  /// - Parameters:
  ///   - record: What was read anew.
  ///   - mine: The data with this window's own changes.
  /// - Returns: What couldn't be applied, because the same thing was changed elsewhere.
  package mutating func reapply(_ record: RecordReference, of mine: ProgramData) -> MergeOutcome {
    let nothing = MergeOutcome()
    switch record {
    case .session(let id): return mine.sessions[id].map { reapply($0) } ?? nothing
    case .appointment(let id): return mine.appointments[id].map { reapply($0) } ?? nothing
    case .client(let id):
      return mine.kept(id).map { own in reapply(own, kept(id)) { .client(id, $0) } } ?? nothing
    case .episode(let id):
      return mine.kept(id).map { own in reapply(own, kept(id)) { .episode(id, $0) } } ?? nothing
    case .staff(let id):
      return mine.kept(id).map { own in reapply(own, kept(id)) { .staff(id, $0) } } ?? nothing
    case .group(let id):
      return mine.kept(id).map { own in reapply(own, kept(id)) { .group(id, $0) } } ?? nothing
    case .followUp(let id):
      return mine.kept(id).map { own in reapply(own, kept(id)) { .followUp(id, $0) } } ?? nothing
    case .rooms:
      var outcome = nothing
      for room in mine.keptRooms {
        outcome += reapply(room, kept(room.id)) { .room(room.id, $0) }
      }
      return outcome
    case .calendar:
      var outcome = nothing
      for day in mine.keptCalendar {
        outcome += reapply(day, keptDay(day.date)) { .calendar(day.date, $0) }
      }
      return outcome
    }
  }

  /// How many entries the history of a record has; none where it isn't there.
  package func historyCount(of record: RecordReference) -> Int {
    switch record {
    case .session(let id): sessions[id]?.history.count ?? 0
    case .appointment(let id): appointments[id]?.history.count ?? 0
    case .client(let id): kept(id)?.history.count ?? 0
    case .episode(let id): kept(id)?.history.count ?? 0
    case .staff(let id): kept(id)?.history.count ?? 0
    case .group(let id): kept(id)?.history.count ?? 0
    case .followUp(let id): kept(id)?.history.count ?? 0
    case .rooms: keptRooms.reduce(0) { $0 + $1.history.count }
    case .calendar: keptCalendar.reduce(0) { $0 + $1.history.count }
    }
  }

  /// Applies again what `mine` holds and the present session doesn't.
  ///
  /// Changes are made per person and per fact, so that marks for different people both stand. When
  /// both windows began the session, the other's beginning stands, and the own marks too. Where both
  /// marked the same person differently, what is in the file stands and the own mark is kept beside
  /// it in the history, for a person to decide.
  ///
  /// - Parameter mine: The session as this window had it, with its history.
  /// - Returns: What couldn't be applied.
  package mutating func reapply(_ mine: GroupSession) -> MergeOutcome {
    let theirs = Set((sessions[mine.id]?.history ?? []).map(\.change))
    let own = mine.history.filter { !theirs.contains($0.change) }
    return reapply(own) { .session(mine.id, $0) }
  }

  /// The same for an appointment.
  package mutating func reapply(_ mine: Appointment) -> MergeOutcome {
    let theirs = Set((appointments[mine.id]?.history ?? []).map(\.change))
    let own = mine.history.filter { !theirs.contains($0.change) }
    return reapply(own) { .appointment(mine.id, $0) }
  }

  private mutating func reapply<Record: KeptRecord>(
    _ mine: Record,
    _ theirs: Record?,
    edit: (Record.EditOfRecord) -> Edit
  ) -> MergeOutcome {
    let known = Set((theirs?.history ?? []).map(\.change))
    return reapply(mine.history.filter { !known.contains($0.change) }, edit: edit)
  }

  private mutating func reapply<EditOfFile>(
    _ entries: [HistoryEntry<EditOfFile>],
    edit: (EditOfFile) -> Edit
  ) -> MergeOutcome {
    var changes: [Change] = []
    for entry in entries {
      if let last = changes.last, last.id == entry.change, last.kind == entry.kind {
        changes[changes.count - 1].edits.append(edit(entry.edit))
      } else {
        changes.append(Change(entry, edits: [edit(entry.edit)]))
      }
    }
    var outcome = MergeOutcome()
    for var change in changes {
      change.order = max(change.order, highestOrder + 1)
      put(change, into: &outcome)
    }
    return outcome
  }

  private mutating func put(_ change: Change, into outcome: inout MergeOutcome) {
    switch change.kind {
    case .differs:
      keepAside(change)
      return
    case .undo, .redo:
      var change = change
      change.edits = change.edits.map { isCurrent($0) ? $0 : rebased($0) ?? $0 }
      do throws(RuleViolation) { try apply(change) } catch { outcome.refused.append(change) }
      return
    case .done: break
    }
    var (fitting, aside) = (change, change)
    (fitting.edits, aside.edits) = ([], [])
    for edit in change.edits {
      switch standing(of: edit, after: fitting.edits) {
      case .fits(let edit): fitting.edits.append(edit)
      case .isSo: break
      case .differs: aside.edits.append(edit)
      case .refused:
        outcome.refused.append(change)
        return
      }
    }
    fitting.edits += closings(with: fitting)
    if !fitting.edits.isEmpty {
      var trial = self
      do throws(RuleViolation) { try trial.apply(fitting) } catch {
        outcome.refused.append(change)
        return
      }
      guard trial.flaws(of: fitting) <= flaws(of: fitting) else {
        outcome.refused.append(change)
        return
      }
      self = trial
    }
    guard !aside.edits.isEmpty else { return }
    aside.kind = .differs
    keepAside(aside)
    outcome.differing.append(aside)
  }

  /// Puts what wasn't applied into the histories, for a person to decide.
  private mutating func keepAside(_ change: Change) {
    for edit in change.edits {
      switch edit {
      case .session(let id, let edit): sessions[id]?.history.append(change.entry(edit))
      case .appointment(let id, let edit): appointments[id]?.history.append(change.entry(edit))
      // What differs there is refused whole, and said at once.
      case .client, .episode, .staff, .room, .calendar, .group, .followUp: break
      }
    }
    highestOrder = max(highestOrder, change.order)
  }

  /// How many rules the sessions break that a change is about.
  private func flaws(of change: Change) -> Int {
    Set(change.edits.map(\.record)).reduce(0) { sum, record in
      guard case .session(let id) = record else { return sum }
      return sum + (sessions[id]?.violations.count ?? 0)
    }
  }

  /// Ends the stays of people whom others marked in a group that the change finishes.
  private func closings(with change: Change) -> [Edit] {
    var edits: [Edit] = []
    for case .session(let id, .state(let before, let after)) in change.edits
    where before.status == .inProgress && after.status == .completed {
      let own = change.edits.compactMap { edit -> ClientID? in
        guard case .session(id, .row(let client, _, _)) = edit else { return nil }
        return client
      }
      for row in sessions[id]?.rows ?? [] where row.hasOpenSegment && !own.contains(row.clientID) {
        let closed = row.ended(at: after.actualEnd ?? after.scheduledEnd)
        edits.append(.session(id, .row(row.clientID, before: row, after: closed)))
      }
    }
    return edits
  }
}

/// What became of own changes that were put on what others saved.
package struct MergeOutcome: Equatable, Sendable {
  /// Nothing of these was done: the same fact was changed elsewhere.
  package var refused: [Change] = []
  /// These are kept beside what stands, for a person to decide.
  package var differing: [Change] = []

  package init() {}

  package static func += (left: inout MergeOutcome, right: MergeOutcome) {
    left.refused += right.refused
    left.differing += right.differing
  }
}

/// How an own edit stands to what others left.
private enum EditStanding {
  /// It can be made, in this form.
  case fits(Edit)
  case isSo
  /// Both changed the same fact to different values.
  case differs
  case refused
}

extension ProgramData {
  /// How an own edit stands to what others saved.
  ///
  /// - Parameters:
  ///   - edit: An own edit.
  ///   - earlier: What of the same change can be made, before it.
  /// - Returns: Whether it can be made, and in which form.
  private func standing(of edit: Edit, after earlier: [Edit]) -> EditStanding {
    switch edit {
    case .session(let id, .state(let before, let after)):
      guard let state = sessions[id]?.state else { return .refused }
      if state == before { return .fits(edit) }
      if before.status != after.status, state.status == after.status { return .isSo }
      let isBeginning = before.status == .scheduled && after.status == .inProgress
      return isBeginning ? .isSo : .refused
    case .session(let id, .row(let client, let before, let after)):
      guard let session = sessions[id] else { return .refused }
      var status = session.state.status
      for case .session(id, .state(_, let made)) in earlier { status = made.status }
      return standing(
        of: RowEdit(client: client, before: before, after: after),
        in: session,
        status
      )
    case .appointment(let id, let edit):
      guard let state = appointments[id]?.state else { return .refused }
      if state == edit.before { return .fits(.appointment(id, edit)) }
      if state == edit.after { return .isSo }
      let isMove =
        edit.before.rescheduledTo != edit.after.rescheduledTo
        || edit.before.isWithdrawn != edit.after.isWithdrawn
      return isMove ? .refused : .differs
    case .group(_, .cursor): return isCurrent(edit) ? .fits(edit) : .isSo
    case .client, .episode, .staff, .room, .calendar, .group, .followUp:
      if isCurrent(edit) { return .fits(edit) }
      if isCurrent(edit.inverse) { return .isSo }
      guard let rebased = rebased(edit) else { return .refused }
      return isCurrent(rebased.inverse) ? .isSo : .fits(rebased)
    }
  }

  private func standing(
    of edit: RowEdit,
    in session: GroupSession,
    _ status: SessionStatus
  ) -> EditStanding {
    let present = session.row(of: edit.client)
    var wanted = edit.after
    if present != edit.before {
      guard let present else { return edit.after == nil ? .isSo : .refused }
      guard let before = edit.before, let after = edit.after else {
        return edit.after?.isMarked(as: present) == true ? .isSo : .differs
      }
      if after.onlyEnds(before) {
        guard let end = after.segments.last?.end, present.hasOpenSegment else { return .isSo }
        wanted = present.ended(at: end)
      } else {
        guard let merged = after.merged(since: before, with: present) else { return .differs }
        wanted = merged
      }
      guard wanted != present else { return .isSo }
    }
    // Nobody is left in the room of a session that others closed meanwhile.
    let opens = wanted?.hasOpenSegment == true && status == .completed
    let isCancelled = wanted?.segments.isEmpty == false && status.isCancelled
    if opens || isCancelled { return present == nil ? .refused : .differs }
    return .fits(.session(session.id, .row(edit.client, before: present, after: wanted)))
  }
}

private struct RowEdit {
  var client: ClientID
  var before: AttendanceRow?
  var after: AttendanceRow?
}
