package import Domain
import TerminalCore

/// The audit log on the screen: asked for by client, person and day.
extension AppState {
  /// Whose chart is looked at: the client pane or the card; nil where none is.
  package var chartInSight: ClientID? {
    guard lock == nil, !isBlanked else { return nil }
    return switch screen {
    case .card: card.client
    case .day where day.focus == .client: selectedClient
    case .note: note?.clientID
    case .day, .firstRun, .week, .toDo, .clients, .setUp, .calendar, .team: nil
    }
  }

  mutating func askAudit() {
    guard let staff, staff.may(.readAudit) else {
      say("The audit log is for supervisors, the director and auditors.", .warning)
      return
    }
    prompt = .line(
      LinePrompt(
        title: "Audit log",
        label: "of a client's code, a colleague's, a day: C06 MQ mon",
        line: TextField("today", isSelected: true),
        purpose: .audit
      )
    )
  }

  mutating func answerAudit(_ line: LinePrompt) -> [Effect] {
    var filter = AuditFilter()
    for word in line.line.text.split(separator: " ").map(String.init) {
      if let date = TypedDate.parse(word, today: today) {
        filter.day = date
      } else if let client = data.clients.values.first(where: { $0.mrn.folded == word.folded }) {
        filter.clientID = client.id
      } else if let person = data.staff.values.first(where: { $0.code.folded == word.folded }) {
        filter.by = person.id
      } else {
        return refuse(line, "\"\(word)\" is no code of a client or a colleague, and no day.")
      }
    }
    prompt = nil
    return [.loadAudit(filter)]
  }

  /// - Parameters:
  ///   - events: Oldest first.
  ///   - isWhole: Whether nothing is wrong with the log.
  mutating func show(audit events: [AuditEvent], isWhole: Bool) {
    guard !events.isEmpty else {
      say("The audit log has nothing of that.")
      return
    }
    let most = 2_000
    var lines = events.suffix(most).reversed().map(words)
    if events.count > most { lines.append("\(events.count - most) older ones: caseload audit") }
    prompt = .text(TextPrompt(title: "Audit log, newest first", lines: lines))
    if !isWhole { say("The audit log isn't whole; caseload check says what is wrong.", .error) }
  }

  /// "Wed 11 Mar 10:52  TB  attendance changed  C06  expected -> no_show".
  private func words(of event: AuditEvent) -> String {
    let local = data.program.zone.local(event.at)
    return [
      "\(local.date.dayName) \(local.time)", event.by.flatMap { data.staff[$0]?.code } ?? "-",
      event.action.word, event.clientID.flatMap { data.clients[$0]?.mrn } ?? event.entity.kind,
      data.auditDetail(of: event),
    ].joined(separator: "  ")
  }
}
