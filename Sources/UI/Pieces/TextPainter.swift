import App
import TerminalCore

/// Draws parts of paragraphs, each cluster in the cells that the layout gave it.
///
/// Right-to-left text stands in its logical order; what a terminal can't be trusted with is drawn as
/// the role `oddCharacter` says.
struct TextPainter {
  let buffer: TextBuffer
  var role: Role
  let isFocused: Bool
  var marks: [TextMark] = []
  var search = TextSearch("")
  var misspelled: Set<String> = []

  init(_ buffer: TextBuffer, role: Role, isFocused: Bool) {
    self.buffer = buffer
    self.role = role
    self.isFocused = isFocused
  }

  /// A part of a paragraph that has a role of its own.
  private struct Patch {
    var range: Range<Int>
    var role: Role
  }

  private var selectedRole: Role { isFocused ? .selected : .selectedUnfocused }

  /// The cells of a part that begins a row.
  func width(_ paragraph: Int, _ range: Range<Int>) -> Int {
    TextWalk.width(of: buffer.paragraphs[paragraph], range)
  }

  /// Draws a part of a paragraph that begins a row.
  func paint(
    _ paragraph: Int,
    _ range: Range<Int>,
    at row: Int,
    _ first: Int,
    in rect: Rect,
    on canvas: inout Canvas
  ) {
    let text = buffer.paragraphs[paragraph]
    let patches = patches(paragraph, range)
    let bytes = text.utf8.span
    var index = range.lowerBound
    var column = 0
    while index < range.upperBound, first + column < rect.columns {
      let start = index
      let startColumn = column
      let role = patches.last { $0.range.contains(start) }?.role ?? role
      let edge =
        patches.lazy.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
        .filter { $0 > start }.min() ?? range.upperBound
      while index < edge, bytes[index] != 0x09, isPlain(bytes, index) { index += 1 }
      if index > start {
        column += index - start
        put(text, start..<index, first + startColumn, row, role, rect, &canvas)
        continue
      }
      column += TextWalk.width(in: text, bytes, at: &index, column: column)
      if bytes[start] == 0x09, index == start + 1 {
        let spaces = String(repeating: " ", count: column - startColumn)
        canvas.put(spaces, in: rect, row: row, column: first + startColumn, role: role)
      } else {
        put(text, start..<index, first + startColumn, row, role, rect, &canvas)
      }
    }
  }

  /// Shows a selected paragraph end as one cell.
  func paintBreak(behind row: TextRow, at place: Int, in rect: Rect, on canvas: inout Canvas) {
    let end = TextPlace(row.paragraph, row.range.upperBound)
    guard let selection = buffer.selection, selection.contains(end), end < buffer.end else {
      return
    }
    let column = width(row.paragraph, row.range)
    canvas.put(" ", in: rect, row: place, column: column, role: selectedRole)
  }

  /// Whether a byte is a cluster by itself, one cell wide.
  private func isPlain(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    bytes[index] < 0x80 && (index + 1 == bytes.count || bytes[index + 1] < 0x80)
  }

  private func put(
    _ text: String,
    _ range: Range<Int>,
    _ column: Int,
    _ row: Int,
    _ role: Role,
    _ rect: Rect,
    _ canvas: inout Canvas
  ) {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let part = text[start..<text.utf8.index(start, offsetBy: range.count)]
    canvas.buffer.put(
      part,
      at: rect.row + row,
      rect.column + column,
      role: role,
      maxColumns: rect.columns - column
    )
  }

  private func patches(_ paragraph: Int, _ range: Range<Int>) -> [Patch] {
    var patches: [Patch] = []
    if !search.isEmpty {
      patches = search.matches(in: buffer.paragraphs[paragraph], range)
        .map { Patch(range: $0, role: .match) }
    }
    if !misspelled.isEmpty {
      let text = buffer.paragraphs[paragraph]
      for word in TextWords(text, range) where misspelled.contains(TextWords.plain(text, word)) {
        patches.append(Patch(range: word, role: .misspelled))
      }
    }
    for mark in marks { add(mark.range, mark.role, paragraph, range, to: &patches) }
    if let selection = buffer.selection {
      add(selection, selectedRole, paragraph, range, to: &patches)
    }
    return patches
  }

  private func add(
    _ part: Range<TextPlace>,
    _ role: Role,
    _ paragraph: Int,
    _ range: Range<Int>,
    to patches: inout [Patch]
  ) {
    let row = TextPlace(paragraph, range.lowerBound)..<TextPlace(paragraph, range.upperBound)
    let seen = part.clamped(to: row)
    guard !seen.isEmpty else { return }
    let offsets = seen.lowerBound.offset..<seen.upperBound.offset
    patches.append(Patch(range: offsets, role: role))
  }
}
