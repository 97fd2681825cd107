import App
import TerminalCore

/// The recovery key of a new program, until part of it is typed back.
func drawRecovery(_ card: RecoveryCard, _ lock: LockScreen, on canvas: inout Canvas) {
  let rect = canvas.size.rect
  let width = max(1, min(72, canvas.size.columns - 4))
  canvas.put("Caseload", in: rect, row: 0, column: 1, role: .title)
  var row = canvas.size.rows >= 20 ? 3 : 1
  let words =
    "Everything is sealed. This is the recovery key; it is shown this once and kept nowhere. Write "
    + "it on paper, and keep that where nobody else gets at it: it opens everything if a "
    + "passphrase is forgotten."
  for line in TextWrap.lines(words, width: width) {
    canvas.put(line, in: rect, row: row, column: 2, role: .question)
    row += 1
  }
  for part in TextWrap.lines(card.groups.joined(separator: " "), width: width) {
    row += 1
    canvas.put(part, in: rect, row: row, column: 4, role: .title)
  }
  row += 2
  let label = "From your paper, group \(card.asked + 1) of \(card.groups.count):"
  canvas.put(label, in: rect, row: row, column: 2, role: .fieldLabel)
  let place = Rect(
    row: Row(row),
    column: Column(3 + label.count),
    columns: max(1, width - label.count),
    rows: 1
  )
  canvas.text(lock.code, in: place)
  row += 1
  let lines = [(lock.problem ?? "", Role.error), ("Enter goes on. Ctrl-Q quits.", .dim)]
  for (text, role) in lines where row < canvas.size.rows {
    canvas.put(text, in: rect, row: row, column: 2, role: role)
    row += 1
  }
}
