package import TerminalCore

/// The window a text is seen through; all that lies in it is found from its paragraphs alone.
package struct TextLayout: Equatable, Sendable {
  package let columns: Int
  package let rows: Int
  /// The rows of the paragraph with the cursor, so that a very long one is measured once a change.
  var known: Known?

  struct Known: Equatable, Sendable {
    var paragraph: Int
    var rows: TextRows
  }

  package init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }

  package init(_ size: Size) { self.init(columns: size.columns, rows: size.rows) }

  package func isOf(_ size: Size) -> Bool {
    columns == max(1, size.columns) && rows == max(1, size.rows)
  }

  /// The rows of a paragraph; the last column is kept for the cursor and for a hanging space.
  func rows(of paragraph: Int, in buffer: TextBuffer) -> TextRows {
    let text = buffer.paragraphs[paragraph]
    if let known, known.paragraph == paragraph, known.rows.end == text.utf8.count {
      return known.rows
    }
    return TextRows(text, limit: buffer.mode == .oneLine ? .max : columns - 1)
  }

  /// Measures the paragraph with the cursor after a change of it, or after going to another.
  ///
  /// After one edit within it only the rows around that are measured anew.
  mutating func learn(_ buffer: TextBuffer, isChanged: Bool, by edits: [TextEdit] = []) {
    let paragraph = buffer.cursor.paragraph
    if !isChanged, known?.paragraph == paragraph { return }
    let old = known
    known = nil
    let text = buffer.paragraphs[paragraph]
    if edits.count == 1, let old, old.paragraph == paragraph, buffer.mode == .manyLines,
      let change = RowChange(edits[0], in: paragraph),
      old.rows.end + change.inserted - change.removed == text.utf8.count
    {
      let rows = TextRows(text, limit: columns - 1, after: change, of: old.rows)
      known = Known(paragraph: paragraph, rows: rows)
    } else {
      known = Known(paragraph: paragraph, rows: rows(of: paragraph, in: buffer))
    }
  }

  /// How many rows a text takes, at most those of the window: the rest isn't measured.
  func height(of buffer: TextBuffer) -> Int {
    var count = 0
    for text in buffer.paragraphs {
      count += TextRows.count(text, limit: columns - 1, most: rows - count)
      if count >= rows { return rows }
    }
    return count
  }

  /// The row the cursor is in.
  func cursorRow(_ buffer: TextBuffer) -> TextRow {
    let cursor = buffer.cursor
    let rows = rows(of: cursor.paragraph, in: buffer)
    return TextRow(
      cursor.paragraph,
      rows.row(of: cursor.offset, isAtRowEnd: buffer.isAtRowEnd),
      rows
    )
  }

  /// The cursor's column in its row, never beyond the window in a text of many lines.
  func cursorColumn(_ buffer: TextBuffer, in row: TextRow) -> Int {
    let range = row.range.lowerBound..<buffer.cursor.offset
    let column = TextWalk.width(of: buffer.paragraphs[row.paragraph], range)
    return buffer.mode == .oneLine ? column : min(column, columns - 1)
  }

  /// The row so many below, or above where negative; the last there is if there are fewer.
  func row(_ steps: Int, from row: TextRow, in buffer: TextBuffer) -> TextRow {
    var row = row
    var left = steps
    while left > 0, let next = row.below(in: buffer, self) {
      row = next
      left -= 1
    }
    while left < 0, let next = row.above(in: buffer, self) {
      row = next
      left += 1
    }
    return row
  }

  /// The window moved as little as shows the cursor.
  package func scroll(_ scroll: TextScroll, showing buffer: TextBuffer) -> TextScroll {
    guard buffer.mode == .manyLines else { return TextScroll() }
    let top = top(scroll, in: buffer)
    let cursor = cursorRow(buffer)
    if cursor.isAbove(top) { return TextScroll(cursor) }
    var row = top
    for _ in 0..<rows {
      if row.isSame(cursor) { return TextScroll(top) }
      guard let next = row.below(in: buffer, self) else { break }
      row = next
    }
    return TextScroll(self.row(1 - rows, from: cursor, in: buffer))
  }

  /// The rows seen, from the top of the window.
  package func visible(_ buffer: TextBuffer, from scroll: TextScroll) -> [TextRow] {
    var result = [top(scroll, in: buffer)]
    while result.count < rows, let next = result[result.count - 1].below(in: buffer, self) {
      result.append(next)
    }
    return result
  }

  /// Where the cursor is in the window, the scroll being one that shows it.
  package func cursorCell(_ buffer: TextBuffer, in visible: [TextRow]) -> (row: Int, column: Int)? {
    let cursor = cursorRow(buffer)
    guard let row = visible.firstIndex(where: { $0.isSame(cursor) }) else { return nil }
    return (row, cursorColumn(buffer, in: cursor))
  }

  private func top(_ scroll: TextScroll, in buffer: TextBuffer) -> TextRow {
    let paragraph = min(scroll.paragraph, buffer.paragraphs.count - 1)
    let rows = rows(of: paragraph, in: buffer)
    return TextRow(paragraph, min(scroll.row, rows.count - 1), rows)
  }
}

/// The row at the top of a window.
package struct TextScroll: Equatable, Sendable {
  package var paragraph = 0
  package var row = 0

  package init() {}

  init(_ row: TextRow) {
    paragraph = row.paragraph
    self.row = row.row
  }
}

/// One row of a text as it is seen.
package struct TextRow: Equatable, Sendable {
  package let paragraph: Int
  let row: Int
  private let rows: TextRows

  init(_ paragraph: Int, _ row: Int, _ rows: TextRows) {
    self.paragraph = paragraph
    self.row = row
    self.rows = rows
  }

  /// The bytes of the paragraph in it.
  package var range: Range<Int> { rows.range(row) }
  /// Whether the paragraph goes on below.
  package var isBroken: Bool { row + 1 < rows.count }

  func isSame(_ other: TextRow) -> Bool { paragraph == other.paragraph && row == other.row }

  func isAbove(_ other: TextRow) -> Bool {
    paragraph == other.paragraph ? row < other.row : paragraph < other.paragraph
  }

  func below(in buffer: TextBuffer, _ layout: TextLayout) -> TextRow? {
    if isBroken { return TextRow(paragraph, row + 1, rows) }
    guard paragraph + 1 < buffer.paragraphs.count else { return nil }
    return TextRow(paragraph + 1, 0, layout.rows(of: paragraph + 1, in: buffer))
  }

  func above(in buffer: TextBuffer, _ layout: TextLayout) -> TextRow? {
    if row > 0 { return TextRow(paragraph, row - 1, rows) }
    guard paragraph > 0 else { return nil }
    let rows = layout.rows(of: paragraph - 1, in: buffer)
    return TextRow(paragraph - 1, rows.count - 1, rows)
  }
}

extension TextLayout {
  /// The first byte of a line that is scrolled sideways so that its cursor is in the window.
  ///
  /// - Returns: 0 if everything up to the cursor fits; else there is a cell for `…` before it.
  package func firstShown(_ buffer: TextBuffer) -> Int {
    let text = buffer.paragraphs[buffer.cursor.paragraph]
    var shown = buffer.cursor.offset
    var used = 0
    var kept = shown
    while shown > 0 {
      let start = text.offset(of: text.index(before: text.at(shown)))
      used += TextWalk.width(of: text, start..<shown)
      if used > columns - 1 { return kept }
      shown = start
      if used <= columns - 2 { kept = shown }
    }
    return 0
  }
}
