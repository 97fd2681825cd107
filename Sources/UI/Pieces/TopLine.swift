import App
import Domain
import TerminalCore

/// The Day screen's top line: where am I on the left; who, what isn't saved and the clock right.
func drawTopLine(_ state: AppState, _ contents: DayContents, on canvas: inout Canvas) {
  let row = canvas.size.rect.split(top: 1).top.inset(rows: 0, columns: 1)
  let isGroup = state.day.isZoomed && state.day.focus == .attendance
  var left = TopLinePieces(separator: "  ")
  var right = TopLinePieces(separator: " | ")
  if isGroup, let session = contents.session {
    left.addGroup(session, in: state)
    let left = RosterCount(session).left
    if left > 0 { right.add("\(left) left to mark", .warning) }
  } else {
    left.addDay(of: state)
  }
  let place = right.count
  var shortNotes: String?
  if !isGroup, !state.dueNotes.isEmpty {
    let overdue = state.dueNotes.contains { $0.clock.urgency(at: state.now) >= .overdue }
    let count = state.dueNotes.count
    let words = "\(count) note\(count == 1 ? "" : "s") due" + (overdue ? ", OVERDUE" : "")
    right.add(words, overdue ? .error : .text)
    shortNotes = "\(count) " + (overdue ? "OVERDUE" : "due")
  }
  if !isGroup, let outreach = state.outreachDue {
    let isLate = outreach.isOverdue
    let words = "\(outreach.count) outreach"
    right.add(words + (isLate && shortNotes == nil ? ", OVERDUE" : ""), isLate ? .error : .text)
  }
  if state.roomMode != .off { right.add("ROOM", .warning) }
  if state.onlyRead != nil { right.add("READ ONLY", .warning) }
  let failed = state.unsavedCount
  if failed > 0 { right.add("NOT SAVED (\(failed))", .error) }
  if isGroup, state.data.program.isDemo { right.add("DEMO", .warning) }
  right.add(state.clock(state.now), .clock)
  if !isGroup {
    addPerson(state, to: &right, at: place, beside: &left, in: row.columns)
    let needed = left.width(ofFirst: state.data.program.isDemo ? 2 : 1)
    if let shortNotes, needed + right.width + 2 > row.columns {
      right.replace(at: place, by: shortNotes)
    }
  }
  let rightWidth = right.width
  let room = row.columns - rightWidth - 2
  left.drop(toFit: room)
  left.draw(in: row.split(left: room).left, on: &canvas)
  right.draw(in: row.split(right: rightWidth).right, on: &canvas)
}

/// Says whose day it is, as far as there is room beside the date and the word DEMO: where there
/// isn't, the year goes first, then whose sessions are shown, then the name.
private func addPerson(
  _ state: AppState,
  to right: inout TopLinePieces,
  at place: Int,
  beside left: inout TopLinePieces,
  in columns: Int
) {
  let name = state.staff?.shortName
  let whose = name.map { "\($0) \(state.day.showsAll ? "all" : "mine")" }
  let date = state.day.date
  let needed = state.data.program.isDemo ? 2 : 1
  for (day, person) in [
    (date.shortName, whose), (date.dayName, whose), (date.dayName, name), (date.dayName, nil),
  ] {
    left.replaceFirst(by: day)
    var all = right
    if let person { all.add(person, .text, at: place) }
    guard person == nil || left.width(ofFirst: needed) + all.width + 2 <= columns else { continue }
    right = all
    return
  }
}

/// Short texts beside each other, each with its role.
private struct TopLinePieces {
  let separator: String
  private var pieces: [(text: String, role: Role)] = []

  init(separator: String) { self.separator = separator }

  mutating func add(_ text: String, _ role: Role) { pieces.append((text, role)) }

  mutating func add(_ text: String, _ role: Role, at place: Int) {
    pieces.insert((text, role), at: place)
  }

  mutating func replaceFirst(by text: String) { replace(at: 0, by: text) }

  mutating func replace(at place: Int, by text: String) {
    if pieces.indices.contains(place) { pieces[place].text = text }
  }

  var count: Int { pieces.count }

  var width: Int { width(ofFirst: pieces.count) }

  func width(ofFirst count: Int) -> Int {
    let first = pieces.prefix(count)
    return first.reduce(max(0, first.count - 1) * separator.utf8.count) {
      $0 + CellWidth.of($1.text)
    }
  }

  /// Leaves out the last pieces that don't fit; the first stays.
  mutating func drop(toFit room: Int) {
    while pieces.count > 1, width > room { pieces.removeLast() }
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var column = 0
    for (place, piece) in pieces.enumerated() {
      if place > 0 { column = canvas.put(separator, in: rect, row: 0, column: column, role: .dim) }
      column = canvas.put(piece.text, in: rect, at: (0, column), width: .max, role: piece.role)
    }
  }

  mutating func addDay(of state: AppState) {
    let date = state.day.date
    add(date.shortName, .title)
    if let distance = Self.distance(of: date, from: state.today) { add(distance, .warning) }
    if state.data.program.isDemo { add("DEMO", .warning) }
    if let entry = state.data.calendar[date] {
      let words = entry.words
      add(
        entry.closes ? "Closed: \(entry.note)" : words.prefix(1).uppercased() + words.dropFirst(),
        .warning
      )
    }
    if date == state.today { add("today", .dim) }
    add(state.data.programName(on: date), .dim)
  }

  /// How far the day is from today: another day must not pass for today.
  private static func distance(of date: CalendarDate, from today: CalendarDate) -> String? {
    switch CalendarDate.days(from: today, to: date) {
    case 0: nil
    case 1: "tomorrow"
    case -1: "yesterday"
    case let days where days > 0: "in \(days) days"
    case let days: "\(-days) days ago"
    }
  }

  mutating func addGroup(_ session: GroupSession, in state: AppState) {
    let now = session.state
    let start = now.actualStart ?? now.scheduledStart
    let end = now.actualEnd ?? now.scheduledEnd
    let isLive = now.status == .inProgress && !state.isLeftOpen(session)
    add(state.data.title(of: session), .title)
    // The day comes before what may be left out: another day's group must not pass for today's.
    let date = session.serviceDate
    if date != state.today { add(date.dayName(on: state.today), .warning) }
    add(
      "\(state.word(of: session)) \(state.clock(start))–\(state.clock(end))",
      isLive ? .ok : .text
    )
    if let room = now.roomID.flatMap({ state.data.rooms[$0] }) { add(room.name, .text) }
    let others = ([now.leadID] + now.coLeadIDs).filter { $0 != state.staffID }
      .compactMap { state.data.staff[$0]?.shortName }
    if !others.isEmpty { add("with " + others.joined(separator: ", "), .text) }
  }
}
