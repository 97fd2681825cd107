import App
import Domain
import TerminalCore

/// The selected client's week: each record with its minutes, what they add up to, the rules.
func drawWeekOfClient(
  _ state: AppState,
  _ client: ClientID?,
  in rect: Rect,
  on canvas: inout Canvas
) {
  let title = client.map { "\(state.name(of: $0)), this week" } ?? ""
  let inside = canvas.box(rect, title: title, isFocused: false).inset(rows: 0, columns: 1)
  guard let client else { return }
  let lines = state.data.explainHours(of: client, week: state.week.first, now: state.now)
  var row = 1
  for (kinds, role) in order {
    for line in lines where kinds == line.kind {
      for (place, text) in TextWrap.lines(words(line), width: inside.columns - 2).enumerated() {
        guard row < inside.rows - 1 else {
          canvas.put("Enter shows all of it.", in: inside, row: inside.rows - 1, role: .dim)
          return
        }
        canvas.put(text, in: inside, row: row, column: place == 0 ? 0 : 2, role: role)
        row += 1
      }
    }
    row += 1
  }
}

private let order: [(ExplainLine.Kind, Role)] = [(.record, .text), (.total, .title), (.rule, .dim)]

/// A record's text with its minutes, credited or still to come.
private func words(_ line: ExplainLine) -> String {
  guard line.kind == .record, let minutes = line.minutes else { return line.text }
  var text = line.text
  if minutes.credited > 0 { text += "  \(minutes.credited) min" }
  if minutes.possible > 0 {
    text += "  \(minutes.possible) min" + (text.hasSuffix("to come") ? "" : " to come")
  }
  return text
}
