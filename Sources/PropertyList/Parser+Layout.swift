/// What stands between the elements.
extension Parser {
  /// Goes to the next entry of an array or dictionary, or to its closing tag.
  ///
  /// - Parameters:
  ///   - expectation: What the message says if there is neither.
  ///   - depth: Of the array or dictionary; its entries are indented one tab more.
  /// - Returns: Whether an entry follows.
  /// - Throws: `unexpected`, in the strict form also for any other white space than the writer's.
  mutating func isBeforeEntry(
    _ expectation: PropertyListError.Expectation,
    depth: Int
  ) throws(PropertyListError) -> Bool {
    if isLenient {
      try skipFiller()
      return !isBeforeClosingTag
    }
    try skipLineBreak(tabs: depth)
    if current == ASCII.tab {
      position += 1
      guard !isBeforeClosingTag else {
        throw PropertyListError(
          line: line(at: position),
          problem: .unexpected(
            .indentation(tabs: depth),
            found: PropertyListError.Expectation.indentation(tabs: depth + 1).wording
          )
        )
      }
      return true
    }
    guard isBeforeClosingTag else { throw unexpected(expectation, at: position) }
    return false
  }

  /// Goes from a key to its value.
  mutating func skipToValue(depth: Int) throws(PropertyListError) {
    if isLenient {
      try skipFiller()
    } else {
      try skipLineBreak(tabs: depth)
    }
  }

  /// The strict form: a line feed and so many tabs.
  mutating func skipLineBreak(tabs: Int) throws(PropertyListError) {
    guard current == ASCII.lineFeed else { throw unexpected(.lineBreak, at: position) }
    position += 1
    for _ in 0..<tabs {
      guard current == ASCII.tab else {
        throw unexpected(.indentation(tabs: tabs), at: position)
      }
      position += 1
    }
  }

  /// The lenient form: white space and comments.
  mutating func skipFiller() throws(PropertyListError) {
    while true {
      while ASCII.isWhiteSpace(current) { position += 1 }
      guard current == ASCII.less, skip("<!--") else { return }
      try skipComment()
    }
  }

  /// Skips a comment whose `<!--` has been read; no `--` may stand in it.
  private mutating func skipComment() throws(PropertyListError) {
    while current != ASCII.hyphen || !skip("-->") {
      guard position < bytes.count, current != ASCII.hyphen || !startsWith("--") else {
        throw unexpected(.commentEnd, at: position)
      }
      position += try lengthOfCharacter(at: position, mayBeMarkup: true)
    }
  }

  private var isBeforeClosingTag: Bool {
    current == ASCII.less && position + 1 < bytes.count && bytes[position + 1] == ASCII.slash
  }

  /// Goes past a text if it stands here.
  mutating func skip(_ text: StaticString) -> Bool {
    guard startsWith(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  func startsWith(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { buffer in
      unsafe bytes[min(position, bytes.count)...].starts(with: buffer)
    }
  }
}

extension Parser {
  func line(at position: Int) -> Int {
    Document.line(of: position, in: bytes)
  }

  /// The error that something else stands here than what the form wants.
  func unexpected(
    _ expectation: PropertyListError.Expectation,
    at position: Int
  ) -> PropertyListError {
    PropertyListError(
      line: line(at: position),
      problem: .unexpected(expectation, found: found(at: position))
    )
  }

  /// What stands at a position, in a few words.
  private func found(at position: Int) -> String {
    guard position < bytes.count else { return "the end of the file" }
    switch bytes[position] {
    case ASCII.lineFeed: return "a line break"
    case ASCII.carriageReturn: return "a carriage return"
    case ASCII.tab: return "a tab"
    case ASCII.space: return "a space"
    case let byte where byte < 0x20 || byte == 0x7F:
      return "the character U+" + hexadecimal(UInt32(byte), digits: 4)
    case _ where ASCII.isNoncharacter(bytes.span, at: position):
      return "the character U+" + hexadecimal(0xFF40 + UInt32(bytes[position + 2]), digits: 4)
    case ASCII.less:
      let line = bytes[position...].prefix(160).prefix { $0 != ASCII.lineFeed }
      let end = line.firstIndex(of: ASCII.greater) ?? line.endIndex - 1
      return excerpt(String(decoding: line[...end], as: UTF8.self))
    default:
      let text = bytes[position...].prefix(200).prefix {
        $0 != ASCII.less && $0 != ASCII.lineFeed
      }
      return quoted(String(decoding: text, as: UTF8.self))
    }
  }
}
