import Domain

/// Taking back and doing again, and what either has to wait for.
extension AppState {
  /// Reads what the person at the keyboard may take back: what they did today, by the clock that
  /// histories go by.
  mutating func readUndo() {
    guard let staffID else { return }
    undo = UndoHistory(of: staffID, on: data.today(at: trueNow), in: data)
  }

  mutating func takeBack() -> [Effect] {
    if let rules = setUp.rules.undoable(by: staffID, after: undo.undoable.last) {
      return reverse(rules, .undo)
    }
    if mustReadAhead(before: undo.undoable.last) {
      awaited = .undo
      return [.loadAhead]
    }
    guard let staffID, let last = undo.undoable.last else {
      say("Nothing of today is left to undo.", .warning)
      return []
    }
    if last.isImport { return reverseImport(last, again: false) }
    if let missing = missingAppointment(of: last) {
      awaited = .undo
      return [.loadAppointment(missing)]
    }
    let stamp = stamp(of: staffID)
    return reverse(data.inverse(of: last, kind: .undo(of: last.id), stamp: stamp))
  }

  mutating func doAgain() -> [Effect] {
    if let rules = setUp.rules.redoable(by: staffID, before: undo.redoable.last) {
      return reverse(rules, .redo)
    }
    if mustReadAhead(before: undo.redoable.last) {
      awaited = .redo
      return [.loadAhead]
    }
    guard let staffID, let last = undo.redoable.last else {
      say("Nothing is left to redo.", .warning)
      return []
    }
    if last.isImport { return reverseImport(last, again: true) }
    if let missing = missingAppointment(of: last) {
      awaited = .redo
      return [.loadAppointment(missing)]
    }
    let stamp = stamp(of: staffID)
    return reverse(data.again(last, stamp: stamp))
  }

  /// Whether the weeks to come have to be read first, which is so once.
  ///
  /// What was done before this start may lie in them, whole or in part: a repeated appointment, the end
  /// of a stay. Else something older would be taken back, or a half.
  private mutating func mustReadAhead(before change: Change?) -> Bool {
    if let change, knownWhole.contains(change.id) { return false }
    guard !hasReadAhead else { return false }
    hasReadAhead = true
    return true
  }

  /// An import is taken back on the disk, since most of it may not be here.
  private mutating func reverseImport(_ change: Change, again: Bool) -> [Effect] {
    if let onlyRead {
      say(onlyRead, .warning)
      return []
    }
    guard unsaved.isEmpty else {
      say("Something isn't saved yet; \(said(.redraw)) tries again.", .warning)
      return []
    }
    return [.reverseImport(change.id, again: again)]
  }

  /// The appointment that a moved one leads to, where its week isn't read.
  private func missingAppointment(of change: Change) -> AppointmentID? {
    for case .appointment(_, let edit) in change.edits
    where edit.before.rescheduledTo != edit.after.rescheduledTo {
      if let id = edit.before.rescheduledTo ?? edit.after.rescheduledTo,
        data.appointments[id] == nil
      {
        return id
      }
    }
    return nil
  }

  /// Goes on with what waited for records.
  mutating func goOn() -> [Effect] {
    guard let waiting = awaited else { return [] }
    awaited = nil
    switch waiting {
    case .answer(let line): return prompt == .line(line) ? answer(line) : []
    case .form(let form): return prompt == .form(form) ? keep(form) : []
    case .freeTime(let form): return prompt == .form(form) ? findFreeTime(form) : []
    case .later(let id):
      if prompt == nil { prompt = laterMenu(id).map { .menu($0) } }
      return []
    case .swap(let id):
      if prompt == nil { prompt = swapMenu(id).map { .menu($0) } }
      return []
    case .undo, .redo:
      let last = waiting == .undo ? undo.undoable.last : undo.redoable.last
      if let last, missingAppointment(of: last) != nil {
        say("The appointment it was moved to can't be found. Nothing was changed.", .error)
        return []
      }
      return waiting == .undo ? takeBack() : doAgain()
    }
  }

  private mutating func reverse(_ change: Change) -> [Effect] {
    if let onlyRead {
      say(onlyRead, .warning)
      return []
    }
    do throws(RuleViolation) {
      let effects = try apply(change)
      follow(change)
      return effects
    } catch {
      if case .changedSince = error {
        sayWhoChanged(change)
      } else {
        say(error.message, .error)
      }
      return []
    }
  }

  /// Says who changed the same since; the next try is about the change before.
  private mutating func sayWhoChanged(_ change: Change) {
    let isUndo: Bool
    switch change.kind {
    case .undo(let id):
      isUndo = true
      undo.passOver(id)
    case .redo(let id):
      isUndo = false
      undo.passOver(id)
    case .done, .differs: return
    }
    let later = change.edits.compactMap { data.lastChange(about: $0) }.max { $0.order < $1.order }
    let who = later.flatMap { data.staff[$0.by]?.code } ?? "Someone"
    let what = later.map { ": " + ChangeWords.words(of: $0, in: self) } ?? ""
    let next =
      isUndo
      ? "\(said(.undo)) takes back the one before." : "\(said(.redo)) does the next one again."
    say(
      "Not \(isUndo ? "undone" : "done again"), \(who) changed it since\(what). \(next)",
      .warning
    )
  }

  /// Moves the selection to what was taken back or done again, where the screen shows its day.
  private mutating func follow(_ change: Change) {
    guard screen == .day, let edit = change.edits.first else { return }
    switch edit {
    case .session(let id, _):
      guard shownSessions.contains(where: { $0.id == id }) else { return }
      select(session: id)
      for case .session(_, .row(let client, _, _)) in change.edits {
        if openSession?.row(of: client) != nil { attendance.cursor = client }
        break
      }
    case .appointment(let id, _):
      if shownAppointments.contains(where: { $0.id == id }) { day.appointment = id }
    case .client, .episode, .staff, .room, .calendar, .group, .followUp: break
    }
  }
}
