import App
import Domain
import TerminalCore

/// The hours of every client in a week, laid out for a width.
struct WeekTable {
  let rows: [(client: ClientID, hours: WeekHours)]
  let names: [String]
  let columns: WeekColumns
  let sort: WeekSort
  let today: CalendarDate
  /// Whether the week's last day is before today.
  let isOver: Bool
  /// The places of the days that are shown: Monday to Friday, and others with something on them.
  let days: [Int]

  init(
    _ state: AppState,
    rows: [(client: ClientID, hours: WeekHours)],
    names: [String],
    columns: Int
  ) {
    self.rows = rows
    self.names = names
    sort = state.week.sort
    today = state.today
    let first = state.week.first
    isOver = state.data.weekEnd(from: first) < state.today
    days = state.data.weekDays(from: first).indices.filter { place in
      let weekday = first.adding(days: place).weekday
      if weekday != .saturday && weekday != .sunday { return true }
      return rows.contains { $0.hours.days[place].isBusy }
    }
    self.columns = WeekColumns.fitting(
      columns: columns,
      days: days.count,
      longestName: names.map { CellWidth.of($0) }.max() ?? 0
    )
  }

  func drawHeader(in rect: Rect, on canvas: inout Canvas) {
    var cells: [(String, Int, Bool)] = [("Client", columns.client, sort == .client)]
    for place in days {
      cells.append((rows[0].hours.days[place].date.weekday.shortName, columns.day, false))
    }
    cells.append(("Sum", columns.sum, sort == .sum))
    cells.append(("Need", columns.need, sort == .need))
    cells.append(("Booked", columns.booked, false))
    cells.append(("State", columns.state, sort == .state))
    var column = 1
    for (word, width, isSorted) in cells where width > 0 {
      let text = isSorted ? word + "*" : word
      canvas.put(text, in: rect, row: 0, column: column, role: isSorted ? .titleFocus : .title)
      column += width
    }
  }

  /// A row at the top of a rectangle.
  func drawRow(_ place: Int, isSelected: Bool, in rect: Rect, on canvas: inout Canvas) {
    let hours = rows[place].hours
    if isSelected {
      canvas.fill(rect.split(top: 1).top, role: .selected)
      canvas.put(">", in: rect, row: 0, role: .selected)
    }
    var column = 1
    for (text, width, role) in cells(of: hours, name: names[place]) where width > 0 {
      let cut = CellWidth.cut(text, to: width - 1)
      canvas.put(cut, in: rect, row: 0, column: column, role: isSelected ? .selected : role)
      column += width
    }
  }

  private func cells(of hours: WeekHours, name: String) -> [(String, Int, Role)] {
    var cells = [(name, columns.client, Role.text)]
    for place in days {
      let cell = WeekCell(day: hours.days[place], today: today)
      cells.append((cell.text(columns: columns.day - 1), columns.day, cell.role))
    }
    let need = hours.minimum == nil ? "-" : Hours.roundedUp(WeekList.need(hours))
    cells.append((number(Hours.cutDown(hours.credited)), columns.sum, .text))
    cells.append((number(need), columns.need, .text))
    cells.append((number(Hours.cutDown(hours.possible)), columns.booked, .text))
    let isMet = HourWords.standing(hours, isOver: isOver) == HourWords.met
    cells.append((stateWords(hours), columns.state, isMet ? .ok : hours.state.role))
    return cells
  }

  private func number(_ text: String) -> String {
    CellWidth.padded(text, to: 4, alignment: .right)
  }

  /// "SHORT by 4.5 + 2 not marked", shorter where the column is narrow.
  private func stateWords(_ hours: WeekHours) -> String {
    var words = HourWords.standing(hours, isOver: isOver)
    if hours.state == .short, let slack = hours.slack { words += " by \(Hours.roundedUp(-slack))" }
    guard hours.unmarked > 0 else { return words }
    let long = "\(words) + \(hours.unmarked) not marked"
    return CellWidth.of(long) < columns.state ? long : "\(words) + \(hours.unmarked) ?"
  }
}

extension DayMinutes {
  var isBusy: Bool { credited > 0 || possible > 0 || status != nil }
}
