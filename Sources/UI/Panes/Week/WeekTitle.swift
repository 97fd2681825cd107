import App
import Domain
import TerminalCore

/// The top line: which week, who, the time.
func drawWeekTitle(_ state: AppState, on canvas: inout Canvas) {
  let row = canvas.size.rect.split(top: 1).top
  let title = weekWords(state.week.first, until: state.data.weekEnd(from: state.week.first))
  let end = canvas.put(title, in: row, row: 0, column: 1, role: .title)
  var parts: [(String, Role)] = [(state.clock(state.now), .clock)]
  if let staff = state.staff { parts.insert((staff.shortName, .text), at: 0) }
  if state.roomMode != .off { parts.insert(("ROOM", .warning), at: 0) }
  if state.data.program.isDemo { parts.insert(("DEMO", .warning), at: 0) }
  if width(of: parts) + end + 2 > row.columns, parts.count > 1 {
    parts.removeAll { $0.1 == .text }
  }
  var column = row.columns - width(of: parts) - 1
  if end + 30 < column {
    let before = state.keymap.spokenKey(of: .before, in: .week) ?? ""
    let after = state.keymap.spokenKey(of: .after, in: .week) ?? ""
    let words = "\(before) last week   \(after) next week"
    canvas.put(words, in: row, row: 0, column: column - 3 - CellWidth.of(words), role: .hintText)
  }
  for (place, part) in parts.enumerated() {
    if place > 0 { column = canvas.put(" | ", in: row, row: 0, column: column, role: .border) }
    column = canvas.put(part.0, in: row, row: 0, column: column, role: part.1)
  }
}

private func width(of parts: [(String, Role)]) -> Int {
  parts.reduce(0) { $0 + CellWidth.of($1.0) } + 3 * max(0, parts.count - 1)
}

/// "Week 11  Mon 9 – Sun 15 Mar 2026"; months and years are said once where both ends share them.
func weekWords(_ first: CalendarDate, until last: CalendarDate) -> String {
  var start = "\(first.weekday.shortName) \(first.day)"
  if first.month != last.month { start += " \(first.monthShortName)" }
  if first.year != last.year { start += " \(first.year)" }
  return "Week \(weekNumber(of: first))  \(start) – \(last.shortName)"
}

/// The number of the week by ISO 8601: that of its Thursday.
private func weekNumber(of first: CalendarDate) -> Int {
  let thursday = first.next(.thursday)
  guard let newYear = CalendarDate(year: thursday.year, month: 1, day: 1) else { return 1 }
  return CalendarDate.days(from: newYear, to: thursday) / 7 + 1
}
