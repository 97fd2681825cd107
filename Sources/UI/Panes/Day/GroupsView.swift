import App
import Domain
import TerminalCore

extension DayView {
  func drawGroups(in rect: Rect, on canvas: inout Canvas) {
    let inside = box(.groups, PaneID.groups.title, in: rect, on: &canvas)
    let (list, notes) = inside.split(bottom: min(3, problems.count))
    drawProblems(in: notes, on: &canvas)
    guard !contents.sessions.isEmpty else {
      put(whyNoGroups(width: list.columns), in: list, on: &canvas)
      return
    }
    let selected = contents.sessions.firstIndex { $0.id == state.day.session }
    self.list(
      .groups,
      in: (list, rect),
      // A topic that doesn't fit beside the place gets a row of its own.
      of: (contents.sessions.count, selected, rows(of: list)),
      on: &canvas
    ) { place, item, canvas in
      GroupItem(session: contents.sessions[place], view: self).draw(in: item, on: &canvas)
    }
  }

  /// How many rows a group has at most; one more where a topic needs two and there is room.
  private func rows(of list: Rect) -> Int {
    let topics = contents.sessions.compactMap { state.data.topic(of: $0) }
    guard list.columns < 40, !topics.isEmpty else { return 3 }
    let isLong = topics.contains { CellWidth.of($0) > list.columns - 7 }
    return isLong && contents.sessions.count * 5 <= list.rows ? 5 : 4
  }

  private var problems: [RecordProblem] {
    state.data.problems.filter { $0.date == state.day.date }
  }

  private func drawProblems(in rect: Rect, on canvas: inout Canvas) {
    for (row, problem) in problems.prefix(rect.rows).enumerated() {
      let file = problem.record.split(separator: "/").last.map(String.init) ?? problem.record
      canvas.put(
        "! \(problem.kind): \(file)",
        in: rect,
        at: (row, 0),
        width: rect.columns,
        role: .error
      )
    }
  }

  private func whyNoGroups(width: Int) -> [String] {
    let date = state.day.date
    if !state.data.isLoaded(date) { return ["This week is being read."] }
    if state.data.isClosed(on: date) { return ["The program is closed on this day."] }
    if !state.day.showsAll, !state.data.sessions(on: date).isEmpty {
      return ["No groups of yours on this day.", "* shows everyone's."]
    }
    if state.data.groups.isEmpty {
      let offer = ["No groups yet.", "Enter offers ready-made weeks."]
      return width < 50 ? offer : offer + Self.firstSteps
    }
    return ["No groups on this day.", "[ and ] go to the day before and after."]
  }
}

extension DayView {
  /// What fills a new program, a step a line.
  static let firstSteps = [
    "", "What comes next in a new program:", "Enter    rooms and groups of a ready-made week",
    "g r a    groups of your own", "g c a    clients, one by one",
    ": import clients and more from CSV files, shown first",
    "F1       all keys",
  ]
}

/// One group of the day in one to five rows.
private struct GroupItem {
  let session: GroupSession
  let view: DayView

  private var state: AppState { view.state }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let now = session.state
    let start = state.clock(now.actualStart ?? now.scheduledStart)
    canvas.put(start, in: rect, row: 0, column: 1)
    let count = RosterCount(session)
    let title = state.data.title(of: session)
    guard rect.rows > 1 else {
      let words = standing(count, isShort: true)
      canvas.put(title, beside: words, in: rect.split(left: 7).rest, role: role)
      return
    }
    let words = standing(count, isShort: false)
    canvas.put(title, in: rect, at: (0, 7), width: rect.columns - 7)
    let end = canvas.put(words, in: rect, at: (1, 7), width: rect.columns - 7, role: role)
    drawPlace(in: rect, after: end, on: &canvas)
  }

  /// Topic, room, lead and hours, where there is room for them.
  private func drawPlace(in rect: Rect, after end: Int, on canvas: inout Canvas) {
    let now = session.state
    let minutes = Interval(start: now.scheduledStart, end: now.scheduledEnd).minutes
    var parts: [String] = []
    if let room = now.roomID.flatMap({ state.data.rooms[$0] }) { parts.append(room.name) }
    if let lead = state.data.staff[now.leadID] { parts.append(lead.shortName) }
    parts.append(Hours.cutDown(minutes) + " h")
    var row = rect.rows > 2 ? 2 : 1
    let column = rect.rows > 2 ? 7 : end + 2
    var topic = rect.rows > 2 ? state.data.topic(of: session) : nil
    if let whole = topic, rect.rows > 3 {
      let width = rect.columns - column
      let lines = rect.rows > 4 ? TextWrap.lines(whole, width: width) : [whole]
      for line in lines.prefix(rect.rows - 3) {
        canvas.put(line, in: rect, at: (row, column), width: width, role: .dim)
        row += 1
      }
      topic = nil
    }
    for first in [topic, nil] {
      var parts = (first.map { [$0] } ?? []) + parts
      while !parts.isEmpty {
        let words = parts.joined(separator: ", ")
        if CellWidth.of(words) <= rect.columns - column {
          canvas.put(words, in: rect, row: row, column: column, role: .dim)
          return
        }
        parts.removeLast()
      }
    }
  }

  private func standing(_ count: RosterCount, isShort: Bool) -> String {
    switch session.state.status {
    case .inProgress: "\(state.word(of: session)) \(count.marked)/\(count.roster)"
    case .scheduled: "\(count.marked)/\(count.roster)"
    case .completed: "\(count.attended)/\(count.roster)" + (isShort ? "" : " here")
    case .cancelledByProgram, .cancelledNoAttendees: "cancelled"
    case .unknown: session.state.status.word
    }
  }

  private var role: Role {
    switch session.state.status {
    case .inProgress: state.isLeftOpen(session) ? .warning : .ok
    case .scheduled, .completed: .dim
    case .cancelledByProgram, .cancelledNoAttendees: .markExcused
    case .unknown: .oddCharacter
    }
  }
}
