package import App
import TerminalCore

/// The last row: the keys that act now, as many as fit whole; back and help at the right end.
func drawHints(_ state: AppState, on canvas: inout Canvas) {
  let size = canvas.size
  let row = Rect(row: Row(size.rows - 1), column: 1, columns: size.columns - 2, rows: 1)
  let bar = HintBar(state, columns: row.columns)
  var column = 0
  for hint in bar.flowing {
    column = put(hint, at: column, in: row, on: &canvas) + HintBar.gap
  }
  column = row.columns - HintBar.width(of: bar.pinned)
  for hint in bar.pinned {
    column = put(hint, at: column, in: row, on: &canvas) + HintBar.gap
  }
}

private func put(
  _ hint: HintList.Hint,
  at column: Int,
  in row: Rect,
  on canvas: inout Canvas
) -> Int {
  let next = canvas.put(hint.key, in: row, row: 0, column: column, role: .hintKey)
  return canvas.put(hint.words, in: row, row: 0, column: next + 1, role: .hintText)
}

/// The hint bar as one line of text.
package func hintLine(_ state: AppState, columns: Int) -> String {
  let bar = HintBar(state, columns: columns)
  let left = bar.flowing.map(\.text).joined(separator: "  ")
  let right = bar.pinned.map(\.text).joined(separator: "  ")
  let room = columns - CellWidth.of(right)
  return CellWidth.padded(left, to: max(0, room)) + right
}

/// Which hints fit into a width.
private struct HintBar {
  static let gap = 2
  let flowing: [HintList.Hint]
  let pinned: [HintList.Hint]

  init(_ state: AppState, columns: Int) {
    pinned = HintList.pinned(of: state)
    var room = columns - HintBar.width(of: pinned)
    var fitting: [HintList.Hint] = []
    for hint in HintList.flowing(of: state) {
      room -= hint.width + HintBar.gap
      if room < 0 { break }
      fitting.append(hint)
    }
    flowing = fitting
  }

  static func width(of hints: [HintList.Hint]) -> Int {
    hints.reduce(0) { $0 + $1.width } + gap * max(0, hints.count - 1)
  }
}

extension HintList.Hint {
  fileprivate var text: String { key + " " + words }
  fileprivate var width: Int { CellWidth.of(key) + 1 + CellWidth.of(words) }
}
