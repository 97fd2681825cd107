/// Applying changes: the only way clinical data and the records of administration change.
extension ProgramData {
  /// Applies every edit of a change, or none.
  ///
  /// An edit applies where the present value equals its *before*. Each touched record gets the
  /// change as an entry of its history.
  ///
  /// - Parameter change: What to do; its `order` is normally `nextOrder`.
  /// - Throws: `RuleViolation.changedSince` when a value is no longer what the edit was made from,
  ///   `RuleViolation.notLoaded` when the record isn't here, `RuleViolation.presentElsewhere` when
  ///   taking back or doing again would put a client in two places at once.
  package mutating func apply(_ change: Change) throws(RuleViolation) {
    for edit in change.edits { try check(edit, of: change) }
    if change.kind != .done {
      for edit in change.edits { try checkDecision(edit, of: change) }
      for edit in change.edits { try checkPlace(edit) }
      try checkBeginning(change)
      try checkBookings(change)
      try checkMoves(change)
      try checkRecords(change)
    }
    for new in change.booked where appointments[new.id] == nil { appointments[new.id] = new }
    for new in change.added where sessions[new.id] == nil {
      sessions[new.id] = new
      weeks[weekStart(of: new.serviceDate)]?.withdrawnSessions.append(new.id)
    }
    for edit in change.edits { perform(edit, of: change) }
    if change.edits.contains(where: \.changesSchedule) { recomputeWeeks() }
    highestOrder = max(highestOrder, change.order)
  }

  /// The change that takes another one back, to be applied now.
  ///
  /// Other facts of a record that were changed since stay as they are.
  ///
  /// - Parameters:
  ///   - change: What to take back.
  ///   - kind: What the new change is to be called in the history, normally `.undo(of:)`.
  ///   - stamp: Who does it, when, and under which id.
  /// - Returns: The change, not yet applied.
  package func inverse(of change: Change, kind: ChangeKind, stamp: Stamp) -> Change {
    let edits = change.edits.reversed().map { edit in
      isCurrent(edit.inverse) ? edit.inverse : rebased(edit.inverse) ?? edit.inverse
    }
    return newChange(stamp, kind: kind, edits: edits)
  }

  /// The change that does one again that was taken back, to be applied now.
  package func again(_ change: Change, stamp: Stamp) -> Change {
    newChange(stamp, kind: .redo(of: change.id), because: change.reason, edits: change.edits)
  }

  func check(_ edit: Edit, of change: Change) throws(RuleViolation) {
    switch edit {
    case .session(let id, let edit):
      guard let session = sessions[id] ?? change.added.first(where: { $0.id == id })
      else { throw .notLoaded }
      switch edit {
      case .row(let client, let before, _):
        guard session.row(of: client) == before else { throw .changedSince(.session(id)) }
      case .state(let before, _):
        guard session.state == before else { throw .changedSince(.session(id)) }
      }
    case .appointment(let id, let edit):
      guard let appointment = appointments[id] ?? change.booked.first(where: { $0.id == id })
      else { throw .notLoaded }
      guard appointment.state == edit.before else { throw .changedSince(.appointment(id)) }
    case .group(let id, .enrollment(_, let edit)) where edit.before == nil && groups[id] == nil:
      // Both come with one change: an import that is done again.
      guard change.makes(id) else { throw .changedSince(.group(id)) }
    case .client, .episode, .staff, .room, .calendar, .group, .followUp:
      guard isCurrent(edit) else { throw .changedSince(edit.record) }
    }
  }

  /// Others may have marked the client somewhere else since.
  private func checkPlace(_ edit: Edit) throws(RuleViolation) {
    switch edit {
    case .session(let id, .row(let client, let before, let after?)):
      guard let session = sessions[id], let there = elsewhere(after, in: session),
        before.map({ elsewhere($0, in: session) == nil }) ?? true
      else { return }
      throw .presentElsewhere(client, place: there.place, at: there.start)
    case .appointment(let id, let edit):
      guard let client = appointments[id]?.clientID, let time = edit.after.presence,
        time != edit.before.presence,
        let there = elsewhere(client, [time], .appointment(id))
      else { return }
      throw .presentElsewhere(client, place: there.place, at: there.start)
    case .session, .client, .episode, .staff, .room, .calendar, .group, .followUp: return
    }
  }

  /// A mark that somebody else decided to keep since isn't taken back from under the decision.
  private func checkDecision(_ edit: Edit, of change: Change) throws(RuleViolation) {
    guard case .undo(let id) = change.kind else { return }
    let isDecided: Bool
    switch edit {
    case .session(let session, .row(let client, _, _)):
      let entries = (sessions[session]?.history ?? []).filter { entry in
        guard case .row(client, _, _) = entry.edit else { return false }
        return true
      }
      isDecided = isKept(in: entries, after: id, but: change.by) { edit in
        guard case .row(_, let before, let after) = edit else { return false }
        return before == after
      }
    case .appointment(let meeting, _):
      let entries = appointments[meeting]?.history ?? []
      isDecided = isKept(in: entries, after: id, but: change.by) { $0.before == $0.after }
    case .session, .client, .episode, .staff, .room, .calendar, .group, .followUp: return
    }
    if isDecided { throw .changedSince(edit.record) }
  }

  /// Whether somebody decided to keep what stands since a change, and stands by it.
  private func isKept<EditOfFile>(
    in entries: [HistoryEntry<EditOfFile>],
    after id: ChangeID,
    but person: StaffID,
    _ isDecision: (EditOfFile) -> Bool
  ) -> Bool {
    guard let place = entries.lastIndex(where: { $0.change == id || $0.kind == .redo(of: id) })
    else { return false }
    var decisions: [ChangeID] = []
    for entry in entries[(place + 1)...] where isDecision(entry.edit) && entry.by != person {
      switch entry.kind {
      case .done: decisions.append(entry.change)
      case .redo(let made): decisions.append(made)
      case .undo(let made): decisions.removeAll { $0 == made }
      case .differs: break
      }
    }
    return !decisions.isEmpty
  }

  /// A beginning can't be taken back from under marks that others made since.
  private func checkBeginning(_ change: Change) throws(RuleViolation) {
    var own: Set<ClientID> = []
    for case .session(_, .row(let client, _, _)) in change.edits { own.insert(client) }
    for case .session(let id, .state(let before, let after)) in change.edits
    where before.status == .inProgress && after.status == .scheduled {
      let others = sessions[id]?.rows.filter { !own.contains($0.clientID) } ?? []
      if others.contains(where: { !$0.segments.isEmpty }) { throw .changedSince(.session(id)) }
    }
  }

  /// A moved meeting comes back whole, and none goes from under marks that were made since.
  private func checkMoves(_ change: Change) throws(RuleViolation) {
    var edited: Set<SessionID> = []
    for case .session(let id, _) in change.edits { edited.insert(id) }
    for case .session(let id, .state(let before, let after)) in change.edits
    where before.isWithdrawn != after.isWithdrawn {
      if after.isWithdrawn, sessions[id]?.rows.contains(where: { !$0.isPlain }) == true {
        throw .changedSince(.session(id))
      }
      let other =
        before.movedTo == after.movedTo ? after.movedFrom : before.movedTo ?? after.movedTo
      guard other.map({ edited.contains($0) }) ?? true else { throw .notLoaded }
    }
  }

  mutating func perform(_ edit: Edit, of change: Change) {
    switch edit {
    case .session(let id, let edit):
      switch edit {
      case .row(let client, _, let after): replaceRow(of: client, in: id, with: after)
      case .state(_, let after): sessions[id]?.state = after
      }
      sessions[id]?.history.append(change.entry(edit))
    case .appointment(let id, let edit):
      appointments[id]?.state = edit.after
      appointments[id]?.history.append(change.entry(edit))
      if edit.before.isWithdrawn != edit.after.isWithdrawn { indexAppointment(id) }
    case .client, .episode, .staff, .room, .calendar, .group, .followUp:
      performOnRecord(edit, of: change)
    }
  }

  /// Neither half of a moved appointment is taken back or done again alone, and no time is taken
  /// twice by that.
  private func checkBookings(_ change: Change) throws(RuleViolation) {
    var edited: Set<AppointmentID> = []
    for case .appointment(let id, _) in change.edits { edited.insert(id) }
    for case .appointment(let id, let edit) in change.edits {
      if edit.before.rescheduledTo != edit.after.rescheduledTo,
        let new = edit.before.rescheduledTo ?? edit.after.rescheduledTo, !edited.contains(new)
      {
        throw .notLoaded
      }
      let isOthers = edit.before.counselorID != edit.after.counselorID
      guard !edit.before.holdsItsTime || isOthers, edit.after.holdsItsTime,
        var mine = appointments[id]
      else { continue }
      mine.state = edit.after
      // What overlapped before was known; what was booked since is in the way.
      let since = mine.history.first { change.kind.isAbout($0.change) }?.order ?? change.order
      let other = doubleBooking(of: mine, leaving: edited) { !$0.heldItsTime(before: since) }
      if let other {
        throw .wrongState("Its time is taken by now: \(other) is booked then.")
      }
    }
  }

  private mutating func indexAppointment(_ id: AppointmentID) {
    guard let appointment = appointments[id] else { return }
    let week = weekStart(of: appointment.serviceDate)
    guard var index = weeks[week] else { return }
    index.remove(appointment)
    index.insert(appointment)
    let starts = appointments.mapValues(\.state.scheduledStart)
    let isBefore = { (left: AppointmentID, right: AppointmentID) -> Bool in
      (starts[left] ?? .latest, left) < (starts[right] ?? .latest, right)
    }
    index.appointmentsByDay[appointment.serviceDate]?.sort(by: isBefore)
    index.appointmentsByClient[appointment.clientID]?.sort(by: isBefore)
    weeks[week] = index
  }

  private mutating func replaceRow(
    of client: ClientID,
    in id: SessionID,
    with row: AttendanceRow?
  ) {
    guard let session = sessions[id] else { return }
    let place = session.rows.firstIndex { $0.clientID == client }
    switch (place, row) {
    case (let place?, let row?): sessions[id]?.rows[place] = row
    case (let place?, nil):
      sessions[id]?.rows.remove(at: place)
      indexRow(of: client, in: session, isThere: false)
    case (nil, let row?):
      let next = session.rows.firstIndex { isBefore(row, $0) } ?? session.rows.endIndex
      sessions[id]?.rows.insert(row, at: next)
      indexRow(of: client, in: session, isThere: true)
    case (nil, nil): break
    }
  }

  private mutating func indexRow(of client: ClientID, in session: GroupSession, isThere: Bool) {
    let week = weekStart(of: session.serviceDate)
    var ids = weeks[week]?.sessionsByClient[client] ?? []
    ids.removeAll { $0 == session.id }
    if isThere { ids.append(session.id) }
    ids = ids.compactMap { sessions[$0] }.sorted(by: isBefore).map(\.id)
    weeks[week]?.sessionsByClient[client] = ids.isEmpty ? nil : ids
  }
}

extension ChangeKind {
  fileprivate func isAbout(_ other: ChangeID) -> Bool {
    switch self {
    case .done, .differs: false
    case .undo(let id), .redo(let id): id == other
    }
  }
}

extension Appointment {
  /// Whether it held its time before the change of an order.
  fileprivate func heldItsTime(before order: Int) -> Bool {
    let then =
      history.last { $0.order < order && $0.kind != .differs }?.edit.after ?? history.first?.edit
      .before ?? state
    return then.holdsItsTime
  }
}

extension Change {
  /// Whether a group comes with it.
  fileprivate func makes(_ group: GroupID) -> Bool {
    edits.contains { edit in
      guard case .group(group, .series(let series)) = edit else { return false }
      return series.before == nil && series.after != nil
    }
  }

  /// The entry of a record's history for one of its edits.
  package func entry<EditOfFile>(_ edit: EditOfFile) -> HistoryEntry<EditOfFile> {
    HistoryEntry(
      change: id,
      order: order,
      at: at,
      by: by,
      kind: kind,
      reason: reason,
      edit: edit
    )
  }
}
