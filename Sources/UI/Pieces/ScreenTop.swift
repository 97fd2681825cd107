import App
import Domain
import TerminalCore

/// The top line of a screen of records: where am I; who, what isn't saved, the clock.
func drawScreenTop(_ title: String, _ state: AppState, on canvas: inout Canvas) {
  let row = canvas.size.rect.split(top: 1).top.inset(rows: 0, columns: 1)
  let failed = state.unsavedCount
  let parts = [
    state.staff?.shortName, state.roomMode != .off ? "ROOM" : nil,
    state.onlyRead == nil ? nil : "READ ONLY",
    failed > 0 ? "NOT SAVED (\(failed))" : nil,
    state.data.program.isDemo ? "DEMO" : nil, state.clock(state.now),
  ]
  // Who sits here is known, where there is no room for all.
  let rights = [parts, Array(parts.dropFirst())].map {
    $0.compactMap(\.self).joined(separator: " | ")
  }
  let needed = CellWidth.of(title) + 1
  let right = rights.first { needed + CellWidth.of($0) <= row.columns } ?? rights[0]
  let room = max(0, row.columns - CellWidth.of(right) - 1)
  canvas.put(CellWidth.cut(title, to: room), in: row, row: 0, role: .title)
  canvas.putRight(right, in: row, row: 0, role: failed > 0 ? .error : .text)
}

/// One column of a list of records.
struct RecordColumn {
  let title: String
  let width: Int
}

extension Canvas {
  /// The words of one row, each cut to its column.
  mutating func row(
    _ words: [(text: String, role: Role)],
    _ columns: [RecordColumn],
    isSelected: Bool,
    in line: Rect
  ) {
    if isSelected {
      fill(line, role: .selected)
      cursor = line.origin
      put(">", in: line, row: 0, role: .selected)
    }
    var column = 2
    for (word, place) in zip(words, columns) where place.width > 0 {
      let role = isSelected ? Role.selected : word.role
      put(word.text, in: line, at: (0, column), width: place.width - 1, role: role)
      column += place.width
    }
  }

  /// The titles of the columns; the one that is sorted by has a star.
  mutating func head(_ columns: [RecordColumn], sorted: Int?, in line: Rect) {
    var column = 2
    for (place, one) in columns.enumerated() where one.width > 0 {
      let isSorted = place == sorted
      let text = isSorted ? one.title + "*" : one.title
      let role: Role = isSorted ? .titleFocus : .title
      put(text, in: line, at: (0, column), width: one.width - 1, role: role)
      column += one.width
    }
  }

  /// Sentences in a box that has nothing to show.
  mutating func empty(_ sentences: [String], in rect: Rect) {
    var row = 0
    for sentence in sentences {
      for line in TextWrap.lines(sentence, width: max(1, rect.columns - 2)) {
        put(line, in: rect, row: row, column: 1, role: .dim)
        row += 1
      }
    }
    cursor = rect.origin
  }
}
