import App
import Domain
import Storage

/// Tells the audit log who sits here, and whose chart and notes are looked at.
///
/// What is changed is told by the folder where it is saved.
final class AuditKeeper {
  private var staff: StaffID?
  private var chart: ClientID?
  private var note: NoteID?
  private var isLocked = false
  /// Wrong passphrases, which a sealed log can be told of only once somebody is in.
  private var failed: [AuditEvent] = []

  /// What is to be told since the last look.
  func events(of state: AppState, at now: Instant) -> [AuditEvent] {
    var events = failed.map { event in
      // What isn't a code may be a passphrase that was typed in its place.
      var event = event
      let isCode = state.data.staff.values.contains { $0.code.folded == event.detail.folded }
      if !isCode { event.detail = "" }
      return event
    }
    failed = []
    let isLockedNow = state.lock?.purpose == .unlock
    if isLockedNow != isLocked, let staff, state.staffID == staff {
      events.append(event(isLockedNow ? .autoLock : .unlock, by: staff, at: now))
    }
    isLocked = isLockedNow
    if state.staffID != staff {
      if let staff { events.append(event(.logout, by: staff, at: now)) }
      if let new = state.staffID { events.append(event(.login, by: new, at: now)) }
      staff = state.staffID
      (chart, note) = (nil, nil)
    }
    let newChart = state.chartInSight
    if newChart != chart, let newChart {
      events.append(event(.viewChart, by: staff, at: now, .client(newChart), of: newChart))
    }
    chart = newChart
    let newNote = state.note.flatMap(\.noteID)
    if newNote != note, let newNote {
      events.append(event(.viewNote, by: staff, at: now, .note(newNote), of: state.note?.clientID))
    }
    note = newNote
    return events
  }

  func fail(_ code: String, at now: Instant) {
    var new = event(.loginFailed, by: nil, at: now)
    new.detail = code
    failed.append(new)
  }

  /// The last thing that is told.
  func end(_ action: AuditAction.Known, at now: Instant) -> [AuditEvent] {
    guard let staff else { return [] }
    self.staff = nil
    return [event(action, by: staff, at: now)]
  }

  private func event(
    _ action: AuditAction.Known,
    by staff: StaffID?,
    at now: Instant,
    _ entity: AuditEntity = .program,
    of client: ClientID? = nil
  ) -> AuditEvent {
    AuditEvent(at: now, by: staff, action: .known(action), entity: entity, clientID: client)
  }
}

extension EffectRunner {
  /// Adds to the audit log what was looked at since the last turn; a passing demo keeps none of it.
  func tellViews(of state: AppState) {
    guard state.folder == .open, state.lock?.purpose != .logIn else { return }
    let events = audit.events(of: state, at: now)
    if !events.isEmpty { place.shared?.audit(events) }
  }

  /// Brings the audit log to disk.
  func syncAudit() { place.shared?.syncAudit() }

  /// Ends the log of this window, and remembers how far it had come.
  func endAudit(by staff: StaffID?, _ action: AuditAction.Known = .logout) {
    guard let folder = place.shared else { return }
    folder.audit(audit.end(action, at: now))
    guard let staff else { return }
    // An anchor that can't be set now is set at the next end.
    do throws(StorageError) { try folder.anchorAudit(by: staff, at: now) } catch {}
  }

  func auditRead(_ filter: AuditFilter, _ state: AppState) -> Action? {
    guard let folder = place.shared else {
      return .openFailed(why: "A demo that isn't kept has no audit log; --data DIR keeps it.")
    }
    let (lines, problems) = folder.readAudit()
    let zone = state.data.program.zone
    return .auditRead(
      lines.map(\.event).filter { filter.takes($0, in: zone) },
      isWhole: problems.isEmpty
    )
  }
}
