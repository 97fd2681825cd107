package import TerminalCore

/// How large prompts are, for drawing them and for scrolling in them.
package enum PromptSize {
  /// The widest box over the screen.
  package static func columns(_ size: Size) -> Int { min(76, size.columns - 4) }

  /// The rows of the one large box: palette, help, people, themes, texts.
  package static func rows(_ size: Size) -> Int { min(22, size.rows - 3) }

  /// What is inside the large box, a column in from each border.
  static func inside(_ size: Size) -> (columns: Int, rows: Int) {
    (max(1, columns(size) - 4), max(1, rows(size) - 2))
  }
}

extension TextPrompt {
  /// The furthest that scrolling goes: the last lines just fill the box, its last row taken by the
  /// words about what is hidden.
  func lastStart(in box: (columns: Int, rows: Int)) -> Int {
    let heights = lines.map { TextWrap.lines($0, width: box.columns).count }
    guard heights.reduce(0, +) > box.rows else { return 0 }
    var room = box.rows - 1
    var start = lines.count
    while start > 0, room >= heights[start - 1] {
      room -= heights[start - 1]
      start -= 1
    }
    return min(start, max(0, lines.count - 1))
  }
}
