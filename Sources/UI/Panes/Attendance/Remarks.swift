import App
import Domain

/// What else is to be known about a row, in short words.
struct Remarks {
  private var parts: [String] = []
  /// Whether one of them warns.
  private(set) var isAlert = false

  var isEmpty: Bool { parts.isEmpty }
  var words: String { parts.count == 1 ? parts[0] : parts.joined(separator: ", ") }

  init(of row: AttendanceRow, in session: GroupSession, _ state: AppState) {
    guard state.roomMode == .off else { return }
    for entry in session.differences(of: row.clientID) {
      parts.append(state.differs(entry, from: row, in: session))
      isAlert = true
    }
    let alerts = state.alerts(of: row.clientID, in: row.episodeID)
    addPairs(alerts, in: session, state)
    let mayRead = row.hasQuickLine && state.mayReadQuickLine(of: row, in: session)
    // What the counselor typed stands before what can be looked up elsewhere, and is cut last.
    if mayRead, let words = row.quickLine, !words.isEmpty { parts.append(words) }
    if let modality = row.modality.value {
      if modality != .inPerson { parts.append(modality.word) }
    } else {
      parts.append(row.modality.stored)
    }
    if let credit = row.creditOverride { parts.append("\(credit.minutes) min by hand") }
    if row.isWalkin { parts.append("walk-in") }
    if row.isMakeup { parts.append("make-up") }
    addAlerts(alerts)
    if mayRead { addNumbers(of: row) }
  }

  /// Who must not meet and does.
  private mutating func addPairs(
    _ alerts: [ClientAlert],
    in session: GroupSession,
    _ state: AppState
  ) {
    for alert in alerts where alert.kind == .known(.doNotPair) {
      guard let other = alert.otherClient, session.row(of: other) != nil else { continue }
      parts.append("not with \(state.name(of: other))")
      isAlert = true
    }
  }

  /// Only alerts that a room may read over a shoulder, and that matter while marking.
  private mutating func addAlerts(_ alerts: [ClientAlert]) {
    for alert in alerts {
      switch alert.kind {
      case .known(.nameAlert):
        // By several names it is said once.
        if !parts.contains("name alert") { parts.append("name alert") }
        isAlert = true
      case .known(.courtMandated): parts.append("court")
      case .known(.doNotPair), .known(.suicideRisk), .known(.overdoseRisk), .known(.violenceRisk),
        .known(.allergy),
        .known(.noContactPerson), .known(.minor), .known(.pregnancy), .known(.mobility),
        .unknown:
        break
      }
    }
  }

  private mutating func addNumbers(of row: AttendanceRow) {
    if let craving = row.craving { parts.append("craving \(craving)") }
    if let mood = row.mood { parts.append("mood \(mood)") }
    if let participation = row.participation { parts.append("taking part \(participation)") }
  }
}
