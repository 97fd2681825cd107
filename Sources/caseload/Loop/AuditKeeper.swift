import App
import Domain
import Storage

/// Tells the audit log who sits here, and whose chart and notes are looked at.
///
/// What is changed is told by the folder where it is saved.
final class AuditKeeper {
  private var staff: StaffID?
  private var chart: ClientID?
  /// The note, or the meeting whose shared text it is.
  private var text: AuditEntity?
  private var isLocked = false
  /// Why the log can't be written, as it was told last; nil where it can.
  var toldProblem: String?

  /// What is to be told since the last look.
  func events(of state: AppState, at now: Instant) -> [AuditEvent] {
    var events: [AuditEvent] = []
    let isLockedNow = state.lock?.purpose == .unlock
    if isLockedNow != isLocked, let staff, state.staffID == staff {
      events.append(event(isLockedNow ? .autoLock : .unlock, by: staff, at: now))
    }
    isLocked = isLockedNow
    if state.staffID != staff {
      if let staff { events.append(event(.logout, by: staff, at: now)) }
      if let new = state.staffID { events.append(event(.login, by: new, at: now)) }
      staff = state.staffID
      (chart, text) = (nil, nil)
    }
    let newChart = state.chartInSight
    if newChart != chart, let newChart {
      events.append(event(.viewChart, by: staff, at: now, .client(newChart), of: newChart))
    }
    chart = newChart
    let newText = state.note?.document.auditEntity
    if newText != text, let newText {
      events.append(event(.viewNote, by: staff, at: now, newText, of: state.note?.clientID))
    }
    text = newText
    return events
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
    if events.contains(where: { $0.action == .known(.logout) }) {
      place.shared?.tellForms(at: now)
    }
    if !events.isEmpty { place.shared?.audit(events) }
  }

  /// Adds to the audit log what somebody wanted to read and may not.
  func tellRefused(_ entity: AuditEntity, of client: ClientID?, by staff: StaffID?) {
    place.shared?.audit([.refusedReading(of: entity, client: client, by: staff, at: now)])
  }

  /// Looks for records that are older than the audit log says, a piece at a time.
  func compareRevisions(_ state: AppState) -> Action? {
    guard let folder = place.shared else { return nil }
    let comparison = comparison ?? RevisionComparison(folder)
    self.comparison = comparison
    if comparison.step() {
      idle.append(.revisions)
      return nil
    }
    self.comparison = nil
    let found = comparison.problems().filter { !state.data.problems.contains($0) }
    guard !found.isEmpty else { return nil }
    var data = state.data
    data.problems += found
    return .loaded(data)
  }

  /// Why events wait to be written into the log, where that is news.
  func auditNews() -> Action? {
    let problem = place.shared?.auditProblem
    defer { audit.toldProblem = problem }
    guard let problem, audit.toldProblem == nil else { return nil }
    return .auditUnwritten(why: problem)
  }

  /// Brings the audit log to disk.
  func syncAudit() { place.shared?.syncAudit() }

  /// Ends the log of this window, and remembers how far it had come.
  func endAudit(by staff: StaffID?, _ action: AuditAction.Known = .logout) {
    guard let folder = place.shared else { return }
    folder.tellForms(at: now)
    notes.tellOpen(at: now)
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
