import App
import Domain
import TerminalCore

func drawWalkIn(_ walkIn: WalkInPrompt, _ state: AppState, on canvas: inout Canvas) {
  let group = state.data.sessions[walkIn.session].map(state.data.title(of:)) ?? ""
  let inside = canvas.largeBox(title: group.isEmpty ? "Walk-in" : "Walk-in: \(group)")
  let below = canvas.searchLine("Part of a name:", walkIn.picker.query, in: inside)
  let people = WalkInList.lines(of: state, walkIn)
  let names = state.unlikeNames(of: people.map(\.client))
  let nameWidth = columnWidth(of: names, in: below)
  var lines: [ListLine] = []
  for (place, person) in people.enumerated() {
    var own = ListLine.item(
      place,
      left: (CellWidth.cut(names[place], to: nameWidth - 2), nameWidth),
      text: person.note,
      width: below.columns - 2
    )
    if person.episode == nil { for index in own.indices { own[index].role = .dim } }
    lines += own
  }
  let allowed = people.count { $0.episode != nil }
  let footer =
    people.isEmpty
    ? "Nobody has these letters in the name."
    : "\(allowed) may come, \(people.count - allowed) not."
  canvas.list(lines, selected: walkIn.picker.cursor, footer: footer, in: below)
}

func drawCounselors(_ picker: Picker, _ state: AppState, on canvas: inout Canvas) {
  let inside = canvas.largeBox(title: "Who sits here?")
  let below = canvas.searchLine("Part of your name:", picker.query, in: inside)
  let people = state.counselors(matching: picker.query.text)
  let codeWidth = (people.map { CellWidth.of($0.code) }.max() ?? 0) + 2
  var lines: [ListLine] = []
  for (place, person) in people.enumerated() {
    let credentials = person.credentials.isEmpty ? "" : ", \(person.credentials)"
    lines += ListLine.item(
      place,
      left: (person.code, codeWidth),
      text: person.name + credentials,
      width: below.columns - 2
    )
  }
  let footer =
    people.isEmpty
    ? "Nobody who works here has these letters in the name." : "Enter chooses. It's remembered."
  canvas.list(lines, selected: picker.cursor, footer: footer, in: below)
}

/// A column wide enough for the names, at most a little under half of the line.
private func columnWidth(of names: [String], in rect: Rect) -> Int {
  let widest = names.map { CellWidth.of($0) }.max() ?? 0
  return min(widest + 2, max(12, rect.columns * 4 / 10))
}
