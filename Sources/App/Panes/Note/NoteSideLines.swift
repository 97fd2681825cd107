import Domain
import TerminalCore

/// What stands beside a note: the last signed one, today, the plan, versions.
package struct NoteSideLines {
  package private(set) var title: String
  package private(set) var lines: [NoteLines.Line] = []
  private let state: AppState
  private let note: NoteScreenState

  package init(_ note: NoteScreenState, in state: AppState, side: NoteSide) {
    self.state = state
    self.note = note
    title = ""
    switch side {
    case .lastNote where isShared, .today where isShared, .plan where isShared:
      title = "This group"
      addGroup()
    case .lastNote:
      title = "Last note"
      addLastNote()
      addToday()
    case .today:
      title = "Today"
      addToday()
    case .plan:
      title = "Plan"
      addPlan()
    case .versions:
      title = "Versions"
      addVersions()
    case .off: break
    }
  }

  /// Everything one after the other, for a screen with no room beside.
  package var all: [NoteLines.Line] {
    var copy = self
    if !isShared { copy.addPlan() }
    copy.addVersions()
    return copy.lines
  }

  private mutating func add(_ text: String, _ role: Role = .text) {
    lines.append(NoteLines.Line(text, role))
  }

  private mutating func addLastNote() {
    if let comment = note.record?.returnComment {
      add("Returned", .title)
      for line in comment.split(separator: "\n") { add(String(line), .warning) }
      add("")
    }
    let own = note.document.rawValue
    guard let last = note.base ?? note.history.last(where: { $0.note.id.rawValue != own }) else {
      add("No signed note before this one.", .dim)
      add("")
      return
    }
    let current = last.current
    add("\(current.kind.word) \(current.service.date.shortName) (\(last.status.word))", .title)
    for section in current.sections {
      add("\(section.title):", .fieldLabel)
      for line in section.text.split(separator: "\n") { add(String(line)) }
    }
    add("")
  }

  /// Whether it is what a group's notes share, so that there is no client whose things could stand here.
  private var isShared: Bool { note.clientID == nil }

  /// What the group was about, who was there, and what was kept of each.
  private mutating func addGroup() {
    guard let session = note.draft.service.sessionID.flatMap({ state.data.sessions[$0] }) else {
      return
    }
    let start = state.clock(session.state.scheduledStart)
    add("\(state.data.title(of: session))", .title)
    add("\(session.serviceDate.shortName) \(start)", .dim)
    if let topic = state.data.topic(of: session) { add("Topic: \(topic)") }
    add("")
    for row in session.rows {
      let mark = row.status.isUnmarked ? "not marked" : row.status.word
      add("\(state.name(of: row.clientID)): \(mark)")
      if let line = row.quickLine, state.mayReadQuickLine(of: row, in: session) {
        add("  \(line)", .dim)
      }
    }
    add("")
  }

  private mutating func addToday() {
    guard let client = note.clientID else { return }
    let date = note.draft.service.date
    add("On \(date.shortName)", .title)
    for session in state.data.sessions(on: date) {
      guard let row = session.row(of: client) else { continue }
      let minutes = state.data.creditedMinutes(of: row, in: session, now: state.now)
      let start = state.clock(session.state.scheduledStart)
      let isToCome = row.status.isUnmarked && session.state.scheduledStart > state.now
      let mark = isToCome ? "to come" : "\(row.status.word), \(minutes) min"
      add("\(start) \(state.data.title(of: session)): \(mark)")
      if let line = row.quickLine, state.mayReadQuickLine(of: row, in: session) {
        add("  \(line)", .dim)
      }
    }
    for appointment in state.data.appointments(on: date) where appointment.clientID == client {
      add(
        "\(state.clock(appointment.state.scheduledStart)) individual: \(appointment.state.status.word)"
      )
    }
    let week = state.data.weekStart(of: date)
    if let hours = state.hoursOfWeek(of: client, week: week) {
      let credited = hours.credited / 6
      let minimum = hours.minimum.map { " of \($0 / 60).\($0 / 6 % 10)" } ?? ""
      add("Week: \(credited / 10).\(credited % 10)\(minimum) h credited")
    }
    add("")
  }

  private mutating func addPlan() {
    guard let client = note.clientID, state.mayReadPlan(of: client),
      let plan = state.data.plan(of: client, on: note.draft.service.date)
    else {
      add("No plan is here for this client.", .dim)
      add("")
      return
    }
    add("Goals", .title)
    for (number, goal) in plan.goals.enumerated() { add("\(number + 1) \(goal.text)") }
    add("Objectives", .title)
    for (number, objective) in plan.objectives.enumerated() {
      add("\(number + 1) \(objective.text)")
    }
    add("Plan review due \(state.data.reviewDue(of: plan, asOf: state.now).shortName)")
    add("")
  }

  private mutating func addVersions() {
    guard !note.versions.isEmpty else {
      add("No older version of this text yet.", .dim)
      return
    }
    add("Older versions (: older versions)", .title)
    for version in note.versions.reversed() {
      add("\(version.number)  \(state.dateAndClock(version.at))")
    }
  }
}
