import TerminalCore

/// Text in lines no wider than there is room, broken at spaces.
package enum TextWrap {
  /// The lines of a text; a word wider than a line is broken after `/` or by cells.
  ///
  /// Spaces inside a line stay as typed. Empty for no room, one empty line for an empty text.
  package static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    var isStarted = false
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let used = CellWidth.of(line)
      if isStarted, used + 1 + CellWidth.of(word) <= width {
        line += " " + word
        continue
      }
      if isStarted { lines.append(line) }
      isStarted = true
      var pieces = pieces(of: String(word), width: width)
      line = pieces.removeLast()
      lines += pieces
    }
    lines.append(line)
    return lines.map(withoutSpacesAtEnd)
  }

  package static func lines(_ texts: [String], width: Int) -> [String] {
    texts.flatMap { lines($0, width: width) }
  }

  private static func pieces(of word: String, width: Int) -> [String] {
    var pieces: [String] = []
    var rest = word
    while CellWidth.of(rest) > width {
      var piece = CellWidth.cut(rest, to: width, mark: false)
      if piece.isEmpty { piece = String(rest.prefix(1)) }
      if let slash = piece.lastIndex(of: "/"), slash > piece.startIndex {
        piece = String(piece[...slash])
      }
      pieces.append(piece)
      rest = String(rest[rest.utf8.index(rest.startIndex, offsetBy: piece.utf8.count)...])
    }
    pieces.append(rest)
    return pieces
  }

  private static func withoutSpacesAtEnd(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
