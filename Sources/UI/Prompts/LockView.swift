import App
import TerminalCore

/// The page on which somebody logs in, and the one that hides somebody's work.
func drawLock(_ lock: LockScreen, on canvas: inout Canvas) {
  let rect = canvas.size.rect
  let width = max(1, min(72, canvas.size.columns - 4))
  canvas.put("Caseload", in: rect, row: 0, column: 1, role: .title)
  var row = canvas.size.rows >= 20 ? 3 : 2
  let first: String
  switch lock.purpose {
  case .logIn: first = "This program is sealed. Log in to open it."
  case .unlock: first = "Locked. Everything is as you left it."
  }
  canvas.put(first, in: rect, row: row, column: 2, role: .question)
  row += 2
  for (label, field, isFocused) in [
    ("Code", lock.code, lock.isAtCode), ("Passphrase", lock.passphrase.masked, !lock.isAtCode),
  ] {
    canvas.put(label, in: rect, row: row, column: 2, role: isFocused ? .fieldLabel : .dim)
    let place = Rect(
      row: Row(row),
      column: Column(14),
      columns: max(1, width - 12),
      rows: 1
    )
    if isFocused {
      canvas.text(field, in: place)
    } else {
      canvas.put(field.text, in: place, row: 0, role: .text)
    }
    row += 1
  }
  row += 1
  let keys: String
  switch lock.purpose {
  case .logIn: keys = "Enter logs in, Tab goes to the other line"
  case .unlock: keys = "Enter unlocks, Tab logs off"
  }
  var lines: [(String, Role)] = lock.problem.map { [($0, .error)] } ?? []
  lines.append((keys + ", Ctrl-Q quits.", .dim))
  for (text, role) in lines {
    for line in TextWrap.lines(text, width: width) where row < canvas.size.rows {
      canvas.put(line, in: rect, row: row, column: 2, role: role)
      row += 1
    }
  }
}
