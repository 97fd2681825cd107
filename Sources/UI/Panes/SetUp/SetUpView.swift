import App
import Domain
import TerminalCore

/// Groups, staff, rooms and closed days: one list at a time, the others named in the top line.
func drawSetUp(_ state: AppState, on canvas: inout Canvas) {
  let list = state.setUp.list
  if list == .settings { return drawSettings(state, on: &canvas) }
  let names = SetUpList.cycle.map { $0 == list ? "[\($0.shortTitle)]" : $0.shortTitle }
  drawScreenTop(names.joined(separator: "  ") + "   \(state.said(.nextPane))", state, on: &canvas)
  let body = canvas.promptArea
  var title = list.title
  if let filter = state.setUp.filter { title += ", with \"\(filter)\"" }
  let inside = canvas.box(body, title: title, isFocused: true)
  let table = SetUpTable(state, columns: inside.columns)
  guard !table.rows.isEmpty else {
    canvas.empty(table.whyEmpty, in: inside)
    return
  }
  let foot = foot(state)
  let lines = foot.flatMap { TextWrap.lines($0, width: max(1, inside.columns - 2)) }
  let below = min(lines.count, max(0, inside.rows / 3))
  let (head, rest) = inside.split(top: 1)
  let (rows, bottom) = rest.split(bottom: below == 0 ? 0 : below + 1)
  canvas.head(table.columns, sorted: nil, in: head)
  let slice = ListSlice(count: table.rows.count, selected: state.setUpIndex, height: rows.rows)
  for (row, place) in slice.range.enumerated() {
    canvas.row(
      table.rows[place].map { ($0, .text) },
      table.columns,
      isSelected: place == state.setUpIndex,
      in: rows.split(top: row).rest.split(top: 1).top
    )
  }
  for (row, line) in lines.prefix(below).enumerated() {
    canvas.put(line, in: bottom, row: row + 1, column: 1, role: .dim)
  }
  canvas.putMore(slice, inEdgeOf: body)
}

/// What is said below the list about the selected one.
private func foot(_ state: AppState) -> [String] {
  switch state.setUp.list {
  case .groups: return state.selectedGroup.map { enrolled(in: $0, state) } ?? []
  case .staff:
    let people = state.setUpStaff
    guard people.indices.contains(state.setUpIndex) else { return [] }
    let hours = TypedHours.words(people[state.setUpIndex].workHours)
    return [hours.isEmpty ? "No hours of work are entered." : "Works \(hours)."]
  case .rooms: return []
  case .days:
    let days = state.setUpDays
    guard days.indices.contains(state.setUpIndex) else { return [] }
    return state.wordsOfClosing([days[state.setUpIndex].date]).map { [$0 + "."] } ?? []
  case .settings: return []
  }
}

/// Who has a place in a group, and what was changed of it.
private func enrolled(in group: GroupSeries, _ state: AppState) -> [String] {
  let places = group.enrollments.filter { ($0.to ?? .latest) >= state.today }
  let names = places.map { state.name(of: $0.clientID) }.sorted()
  // However many have a place, what comes next is seen.
  var lines = state.curriculumWords(group).map { [$0] } ?? []
  lines.append(
    names.isEmpty
      ? "Nobody has a place in \(group.code) yet. + gives one."
      : "\(names.count) of \(group.capacity): " + names.joined(separator: ", ")
  )
  let coming = group.changes(after: state.today).map { change in
    "From \(change.from.shortName): \(change.plan.whenWords)"
  }
  for plan in group.past.filter({ $0.until < state.today }).suffix(1) where coming.isEmpty {
    let days = TypedWeekdays.words(plan.weekdays)
    lines.append("Until \(plan.until.shortName): \(days) \(plan.start)-\(plan.end)")
  }
  // What changes is seen however many have a place.
  return coming + lines
}

/// The rows of the list that is shown.
private struct SetUpTable {
  let columns: [RecordColumn]
  let rows: [[String]]
  let whyEmpty: [String]

  init(_ state: AppState, columns width: Int) {
    let isFiltered = state.setUp.filter != nil
    let nothing = ["Nothing has these letters. Esc shows all."]
    let add = state.said(.addRecord)
    switch state.setUp.list {
    case .groups:
      columns = Self.fitting(
        width,
        [
          ("Code", 6), ("Title", 20), ("Days", 16), ("Time", 12), ("Places", 8), ("Lead", 16),
          ("Room", 12), ("Type", 18),
        ]
      )
      rows = state.setUpGroups.map { Self.row($0, state) }
      whyEmpty =
        isFiltered
        ? nothing
        : [
          "No groups yet. The key \(state.said(.recordMenu)) offers ready-made weeks, \(add) adds one."
        ]
    case .staff:
      columns = Self.fitting(
        width,
        [("Code", 6), ("Name", 24), ("Role", 20), ("Credentials", 12), ("Hours", 40)]
      )
      rows = state.setUpStaff.map { person in
        [
          person.code, person.name + (person.isActive ? "" : ", left"),
          person.role.spoken, person.credentials,
          TypedHours.words(person.workHours),
        ]
      }
      whyEmpty = isFiltered ? nothing : ["Nobody works here yet. \(add) adds somebody."]
    case .rooms:
      columns = Self.fitting(width, [("Room", 30), ("Places", 10), ("Kind", 12)])
      rows = state.setUpRooms.map { [$0.name, "\($0.capacity)", $0.kind.stored] }
      whyEmpty = isFiltered ? nothing : ["No rooms yet. \(add) adds one."]
    case .days:
      columns = Self.fitting(width, [("Day", 18), ("Name", 30), ("Kind", 12)])
      rows = state.setUpDays.map { day in
        [
          day.date.shortName, day.note,
          day.kind.spoken,
        ]
      }
      whyEmpty =
        isFiltered
        ? nothing : ["Every day is as usual. \(add) adds a holiday, a closed or short day."]
    case .settings: (columns, rows, whyEmpty) = ([], [], nothing)
    }
  }

  /// As the group meets today.
  private static func row(_ latest: GroupSeries, _ state: AppState) -> [String] {
    let group = latest.asOf(state.today)
    let places = group.enrollments(on: state.today).count
    let open = group.enrollments.count { ($0.to ?? .latest) >= state.today }
    var days = TypedWeekdays.words(group.weekdays)
    if group.weekdays.count > 4 {
      days = days.split(separator: " ").map { String($0.prefix(2)) }.joined(separator: " ")
    }
    if let end = group.effectiveTo {
      days = end < state.today ? "ended" : "to \(end.day) \(end.monthShortName)"
    }
    return [
      group.code, group.title, days, "\(group.start)-\(group.end)",
      "\(max(places, open))/\(group.capacity)",
      state.data.staff[group.leadID]?.shortName ?? "?",
      group.roomID.flatMap { state.data.rooms[$0]?.name } ?? "",
      group.type.spoken,
    ]
  }

  /// The columns that fit, from the left; one of them takes what is left over.
  private static func fitting(_ width: Int, _ wanted: [(String, Int)]) -> [RecordColumn] {
    var room = width - 2
    var fitting: [(String, Int)] = []
    for one in wanted {
      guard one.1 <= room else { break }
      fitting.append(one)
      room -= one.1
    }
    return fitting.enumerated().map { place, one in
      RecordColumn(title: one.0, width: place == 1 ? one.1 + min(room, 16) : one.1)
    }
  }
}
