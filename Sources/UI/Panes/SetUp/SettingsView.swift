import App
import Domain
import TerminalCore

/// The program's settings by what they are about: what each is now and since when, and what the
/// selected one means.
func drawSettings(_ state: AppState, on canvas: inout Canvas) {
  drawScreenTop("[Settings]  Groups  Staff  Rooms   \(state.said(.nextPane))", state, on: &canvas)
  let body = canvas.promptArea
  var title = "Settings"
  if let filter = state.setUp.filter { title += ", with \"\(filter)\"" }
  let inside = canvas.box(body, title: title, isFocused: true)
  let settings = state.setUpSettings
  guard let selected = state.selectedSetting else {
    canvas.empty(["Nothing has these letters. Esc shows all."], in: inside)
    return
  }
  let lines = SettingLine.all(of: settings)
  let place = lines.firstIndex { $0.name == selected.name } ?? 0
  let foot = SettingFoot.lines(selected, state, columns: max(1, inside.columns - 2))
  let below = min(foot.count, max(0, inside.rows * 2 / 5))
  let (head, rest) = inside.split(top: 1)
  let (rows, bottom) = rest.split(bottom: below == 0 ? 0 : below + 1)
  let columns = SettingColumns.fitting(inside.columns)
  canvas.head(columns, sorted: nil, in: head)
  // The heading of the first setting shows with it.
  let slice = ListSlice(
    count: lines.count,
    selected: place == 1 ? 0 : place,
    height: rows.rows
  )
  for (row, index) in slice.range.enumerated() {
    let line = rows.split(top: row).rest.split(top: 1).top
    switch lines[index] {
    case .heading(let title): canvas.put(title, in: line, row: 0, column: 1, role: .title)
    case .setting(let setting):
      canvas.row(
        SettingColumns.cells(of: setting, state),
        columns,
        isSelected: index == place,
        in: line
      )
    }
  }
  for (row, line) in foot.prefix(below).enumerated() {
    canvas.put(line, in: bottom, row: row + 1, column: 1, role: .dim)
  }
  canvas.putMore(slice, inEdgeOf: body)
}

/// A row of the list.
private enum SettingLine {
  case heading(String)
  case setting(Setting)

  var name: String? {
    switch self {
    case .heading: nil
    case .setting(let setting): setting.name
    }
  }

  static func all(of settings: [Setting]) -> [SettingLine] {
    var lines: [SettingLine] = []
    var last: SettingGroup?
    for setting in settings {
      if setting.group != last { lines.append(.heading(setting.group.title)) }
      last = setting.group
      lines.append(.setting(setting))
    }
    return lines
  }
}

private enum SettingColumns {
  /// The columns that fit, from the left; what is left over goes to the values.
  static func fitting(_ width: Int) -> [RecordColumn] {
    var room = width - 2
    var fitting: [(title: String, width: Int)] = []
    let wanted = [
      ("Setting", 30), ("Now", 13), ("Since", 12), ("Default", 14), ("Rule", 8), ("Allowed", 24),
    ]
    for (title, width) in wanted {
      guard width <= room else { break }
      fitting.append((title, width))
      room -= width
    }
    // On the widest windows the last column gets what the values don't need.
    let values = min(room, 24)
    let last = fitting.count == wanted.count ? room - values : 0
    return fitting.enumerated().map { place, one in
      let more = (place == 1 ? values : 0) + (place == wanted.count - 1 ? last : 0)
      return RecordColumn(title: one.title, width: one.width + more)
    }
  }

  static func cells(of setting: Setting, _ state: AppState) -> [(text: String, role: Role)] {
    let standing = state.standing(of: setting)
    let since = standing.since.map { "\($0.day) \($0.monthShortName) \($0.year)" }
    let words = standing.isStandard ? "" : since ?? "always"
    return [
      (setting.title, .text), (standing.words, standing.isStandard ? .text : .titleFocus),
      (words, .text), (setting.saidStandard, .dim), (setting.source, .dim), (setting.allowed, .dim),
    ]
  }
}

private enum SettingFoot {
  /// What the selected one means, and what the columns have no room for.
  static func lines(_ setting: Setting, _ state: AppState, columns: Int) -> [String] {
    let standing = state.standing(of: setting)
    let planned = standing.planned.map { "From \($0.from.shortName): \($0.words)." }
    var lines = planned.isEmpty ? [] : [planned.joined(separator: " ")]
    lines.append("\(setting.meaning) (\(setting.source))")
    let now = CellWidth.of(standing.words) > 12 ? "Now: \(standing.words). " : ""
    if setting.canChange {
      lines.append("\(now)Default: \(setting.saidStandard). Allowed: \(setting.allowed).")
    } else if !now.isEmpty {
      lines.append(now)
    }
    return lines.flatMap { TextWrap.lines($0, width: columns) }
  }
}
