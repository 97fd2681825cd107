import TerminalCore

/// The rows one paragraph takes on the screen: where each begins.
///
/// Broken behind spaces; a word wider than a row behind `/`, else between clusters. The space at
/// a break hangs over the edge by one cell. A cluster wider than a row has a row of its own.
package struct TextRows: Equatable, Sendable {
  /// The bytes before each row, ascending from 0.
  package private(set) var starts: [Int] = [0]
  /// The bytes of the paragraph.
  package let end: Int

  /// The columns from one tab stop to the next.
  static let tab = 4

  package var count: Int { starts.count }

  /// - Parameters:
  ///   - text: A paragraph.
  ///   - limit: The cells of a row; at least one is taken.
  package init(_ text: String, limit: Int) {
    end = text.utf8.count
    measure(text, limit: limit)
  }

  /// How many rows a paragraph takes; measured no further than so many.
  static func count(_ text: String, limit: Int, most: Int) -> Int {
    var rows = TextRows(end: text.utf8.count)
    rows.measure(text, limit: limit, most: most)
    return rows.count
  }

  /// The rows after one change, those clear of it taken over from before.
  ///
  /// What breaks a row lies in it and in the next one, so that measuring begins some rows before the
  /// change; it ends where a row begins as one did.
  init(_ text: String, limit: Int, after change: RowChange, of old: TextRows) {
    end = text.utf8.count
    starts = Array(old.starts[...max(0, old.row(of: change.offset) - 3)])
    let behind = change.offset + change.removed
    let rest = old.starts.drop { $0 <= behind }
    measure(text, limit: limit, rest: rest, shift: change.inserted - change.removed)
  }

  private init(end: Int) { self.end = end }

  /// Breaks the text from the last known row on.
  ///
  /// - Parameters:
  ///   - text: The paragraph.
  ///   - limit: The cells of a row.
  ///   - most: The count of rows that is enough.
  ///   - rest: Where rows began in what is behind a change, before it moved by `shift`.
  ///   - shift: How far that is.
  private mutating func measure(
    _ text: String,
    limit: Int,
    most: Int = .max,
    rest: ArraySlice<Int> = [],
    shift: Int = 0
  ) {
    guard end > limit || text.utf8.contains(0x09) else {
      starts = [0]
      return
    }
    let limit = max(1, limit)
    let bytes = text.utf8.span
    var rest = rest
    var row = Progress(start: starts[starts.count - 1])
    var index = row.start
    while index < end, starts.count < most {
      let start = index
      if row.column < limit, Self.isPlain(bytes, index) {
        index += 1
        row.column += 1
        continue
      }
      let width = TextWalk.width(in: text, bytes, at: &index, column: row.column)
      let isSpace = bytes[start] == 0x20 || bytes[start] == 0x09
      if row.column + width > limit, start > row.start {
        guard isSpace, !row.isOver else {
          let next = row.wordBreak ?? row.slashBreak ?? start
          while let known = rest.first, known + shift < next { rest.removeFirst() }
          if let known = rest.first, known + shift == next {
            starts += rest.map { $0 + shift }
            return
          }
          starts.append(next)
          row = Progress(start: next)
          index = next
          continue
        }
        row.isOver = true
      }
      row.column += width
      if isSpace {
        row.wordBreak = index
      } else if bytes[start] == 0x2F {
        row.slashBreak = index
      }
    }
    if row.isOver { starts.append(end) }
  }

  /// Whether a byte is a letter, digit or the like by itself: one cell, and no place to break.
  @inline(__always)
  private static func isPlain(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    bytes[index] &- 0x30 < 0x4F && index + 1 < bytes.count && bytes[index + 1] < 0x80
  }

  private struct Progress {
    var start = 0
    var column = 0
    /// Behind the last space, and behind the last slash.
    var wordBreak: Int?
    var slashBreak: Int?
    /// Whether a space hangs over the edge.
    var isOver = false
  }

  /// The bytes of a row.
  package func range(_ row: Int) -> Range<Int> {
    starts[row]..<(row + 1 < starts.count ? starts[row + 1] : end)
  }

  /// The row a place is in; between two rows it is the lower one, unless said otherwise.
  package func row(of offset: Int, isAtRowEnd: Bool = false) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return isAtRowEnd && low > 0 && starts[low] == offset ? low - 1 : low
  }
}

/// A change in one paragraph, in bytes.
struct RowChange {
  var offset: Int
  var removed: Int
  var inserted: Int

  /// Nil for an edit of another paragraph, or of more than one.
  init?(_ edit: TextEdit, in paragraph: Int) {
    guard edit.start.paragraph == paragraph, !edit.removed.utf8.contains(0x0A),
      !edit.inserted.utf8.contains(0x0A)
    else { return nil }
    offset = edit.start.offset
    removed = edit.removed.utf8.count
    inserted = edit.inserted.utf8.count
  }
}

/// Walking along a paragraph cluster by cluster.
package enum TextWalk {
  /// The cells of a cluster that stands in a column; tabs reach to the next stop.
  package static func width(
    in text: String,
    _ bytes: Span<UInt8>,
    at index: inout Int,
    column: Int
  ) -> Int {
    let isTab = bytes[index] == 0x09
    let start = index
    let width = ClusterScanner.next(in: text, bytes, at: &index)
    return isTab && index == start + 1 ? TextRows.tab - column % TextRows.tab : width
  }

  /// A part of a paragraph that begins a row, with spaces in place of its tabs, as it is shown.
  package static func shown(_ text: String, _ range: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let part = text[start..<text.utf8.index(start, offsetBy: range.count)]
    guard part.utf8.contains(0x09) else { return String(part) }
    let bytes = text.utf8.span
    var shown: [UInt8] = []
    var index = range.lowerBound
    var column = 0
    while index < range.upperBound {
      let start = index
      let width = width(in: text, bytes, at: &index, column: column)
      if bytes[start] == 0x09, index == start + 1 {
        shown += Array(repeating: 0x20, count: width)
      } else {
        for place in start..<index { shown.append(bytes[place]) }
      }
      column += width
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// The cells of a part of a paragraph that begins a row.
  package static func width(of text: String, _ range: Range<Int>) -> Int {
    let bytes = text.utf8.span
    var index = range.lowerBound
    var column = 0
    while index < range.upperBound {
      column += width(in: text, bytes, at: &index, column: column)
    }
    return column
  }

  /// The place nearest to a column without going beyond it, in a part that begins a row.
  static func offset(in text: String, _ range: Range<Int>, column wished: Int) -> Int {
    let bytes = text.utf8.span
    var index = range.lowerBound
    var column = 0
    while index < range.upperBound {
      let start = index
      column += width(in: text, bytes, at: &index, column: column)
      if column > wished { return start }
    }
    return index
  }
}
