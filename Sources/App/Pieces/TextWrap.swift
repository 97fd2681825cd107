/// Text in lines no wider than there is room, broken as a text field breaks them.
package enum TextWrap {
  /// The lines of a text, without the spaces at their ends.
  ///
  /// Empty for no room, one empty line for an empty text.
  package static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    let rows = TextRows(text, limit: width)
    return (0..<rows.count).map { row in
      withoutSpacesAtEnd(TextWalk.shown(text, rows.range(row)))
    }
  }

  package static func lines(_ texts: [String], width: Int) -> [String] {
    texts.flatMap { lines($0, width: width) }
  }

  private static func withoutSpacesAtEnd(_ line: String) -> String {
    guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
    return String(line[...last])
  }
}
