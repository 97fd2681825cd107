/// Applying changes: the only way sessions and appointments change.
extension ProgramData {
  /// Applies every edit of a change, or none.
  ///
  /// An edit applies where the present value equals its *before*. Each touched record gets the
  /// change as an entry of its history.
  ///
  /// - Parameter change: What to do; its `order` is normally `highestOrder + 1`.
  /// - Throws: `RuleViolation.changedSince` when a value is no longer what the edit was made from,
  ///   `RuleViolation.notLoaded` when the record isn't here.
  package mutating func apply(_ change: Change) throws(RuleViolation) {
    for edit in change.edits { try check(edit) }
    for edit in change.edits { perform(edit, of: change) }
    highestOrder = max(highestOrder, change.order)
  }

  /// The change that takes another one back, to be applied now.
  ///
  /// - Parameters:
  ///   - change: What to take back.
  ///   - kind: `.undo(of:)` or, when the change is itself an undone one, `.redo(of:)`.
  ///   - stamp: Who does it, when, and under which id.
  /// - Returns: The change, not yet applied.
  package func inverse(of change: Change, kind: ChangeKind, stamp: Stamp) -> Change {
    Change(
      id: stamp.changeID,
      order: highestOrder + 1,
      at: stamp.now,
      by: stamp.staff,
      kind: kind,
      edits: change.edits.reversed().map(\.inverse)
    )
  }

  private func check(_ edit: Edit) throws(RuleViolation) {
    switch edit {
    case .session(let id, let edit):
      guard let session = sessions[id] else { throw .notLoaded }
      switch edit {
      case .row(let client, let before, _):
        guard session.row(of: client) == before else { throw .changedSince(.session(id)) }
      case .state(let before, _):
        guard session.state == before else { throw .changedSince(.session(id)) }
      }
    case .appointment(let id, let edit):
      guard let appointment = appointments[id] else { throw .notLoaded }
      guard appointment.state == edit.before else { throw .changedSince(.appointment(id)) }
    }
  }

  private mutating func perform(_ edit: Edit, of change: Change) {
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
    }
  }

  private mutating func replaceRow(
    of client: ClientID,
    in id: SessionID,
    with row: AttendanceRow?
  ) {
    guard let session = sessions[id] else { return }
    let place = session.rows.firstIndex { $0.clientID == client }
    let week = weekStart(of: session.serviceDate)
    switch (place, row) {
    case (let place?, let row?): sessions[id]?.rows[place] = row
    case (let place?, nil):
      sessions[id]?.rows.remove(at: place)
      weeks[week]?.sessionsByClient[client]?.removeAll { $0 == id }
    case (nil, let row?):
      sessions[id]?.rows.append(row)
      weeks[week]?.sessionsByClient[client, default: []].append(id)
    case (nil, nil): break
    }
  }
}

extension Change {
  fileprivate func entry<EditOfFile>(_ edit: EditOfFile) -> HistoryEntry<EditOfFile> {
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

/// Who does something, when, and under which new change id; brought by the event.
package struct Stamp: Hashable, Sendable {
  package var staff: StaffID
  package var now: Instant
  package var changeID: ChangeID

  package init(staff: StaffID, now: Instant, changeID: ChangeID) {
    self.staff = staff
    self.now = now
    self.changeID = changeID
  }
}
