/// How many cells a text takes; the one measure for layout, cutting and the cursor.
///
/// The table is that of glibc's `wcwidth`, which ncurses uses, so that both always agree.
package enum CellWidth {
  /// The cells `CellBuffer.put` would use for the text without clipping.
  package static func of(_ text: String) -> Int {
    of(text.utf8.span)
  }

  package static func of(_ text: Substring) -> Int {
    of(text.utf8.span)
  }

  /// The width of one scalar as `wcwidth` has it: 0...2, or -1 where none is known.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    of(scalar.value)
  }

  /// The text cut to at most so many cells.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - columns: The cells there are.
  ///   - mark: Whether a text that was cut ends with `…`, within the given cells.
  /// - Returns: The text itself if it fits.
  package static func cut(_ text: String, to columns: Int, mark: Bool = true) -> String {
    guard columns > 0 else { return "" }
    let bytes = text.utf8.span
    // No byte is wider than a cell.
    if bytes.count <= columns { return text }
    var index = 0
    var used = 0
    var markedEnd = 0
    while index < bytes.count {
      let start = index
      let width = CellScanner.next(in: bytes, at: &index).width
      if used + width > columns {
        let end = mark ? markedEnd : start
        let kept = text.utf8.index(text.startIndex, offsetBy: end)
        return mark ? text[..<kept] + "…" : String(text[..<kept])
      }
      used += width
      if used < columns { markedEnd = index }
    }
    return text
  }

  /// The text cut or filled up with spaces to exactly so many cells.
  package static func padded(
    _ text: String,
    to columns: Int,
    alignment: Alignment = .left,
    mark: Bool = true
  ) -> String {
    let kept = cut(text, to: columns, mark: mark)
    let space = max(0, columns - of(kept))
    let left: Int
    switch alignment {
    case .left: left = 0
    case .right: left = space
    case .center: left = space / 2
    }
    return String(repeating: " ", count: left) + kept
      + String(repeating: " ", count: space - left)
  }

  /// Where a text stands in a field wider than it.
  package enum Alignment: Sendable {
    case left
    case right
    case center
  }

  static func of(_ bytes: Span<UInt8>) -> Int {
    var index = 0
    // Printable ASCII: one byte, one cell, unless a mark follows.
    while index < bytes.count, bytes[index] &- 0x20 < 0x5F { index += 1 }
    if index == bytes.count { return index }
    index = max(0, index - 1)
    var width = index
    while index < bytes.count {
      width += CellScanner.next(in: bytes, at: &index).width
    }
    return width
  }

  static func of(_ scalar: UInt32) -> Int {
    if scalar < 0x300 {
      return scalar < 0x20 || (0x7F..<0xA0).contains(scalar) ? -1 : 1
    }
    if scalar >= 0x2500, scalar < 0x2580 { return 1 }
    let wanted = scalar << 2 | 3
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    let width = runs[low - 1] & 3
    return width == 3 ? -1 : Int(width)
  }
}
