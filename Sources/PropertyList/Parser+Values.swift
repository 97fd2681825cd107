/// What stands inside the elements.
extension Parser {
  /// Reads the text of a string or key and its closing tag.
  ///
  /// The text is checked and not copied; `Entry.textRange` tells where it stands.
  mutating func readText(_ name: Tag.Name, into entry: inout Entry) throws(PropertyListError) {
    let start = position
    let bytes = bytes
    while position < bytes.count {
      let byte = bytes[position]
      if byte > ASCII.greater, byte != 0xEF {
        position += 1
      } else if byte == ASCII.less {
        break
      } else {
        if byte == ASCII.ampersand || byte == ASCII.carriageReturn { entry.isPlain = false }
        position += try lengthOfCharacter(at: position, mayBeMarkup: false)
      }
    }
    entry.textRange = start..<position
    try close(name)
  }

  /// How many bytes to go on in a text or comment.
  ///
  /// Checks that XML allows the character here. Carriage returns and a bare `>` are lenient only:
  /// the writer never makes them.
  func lengthOfCharacter(
    at position: Int,
    mayBeMarkup: Bool
  ) throws(PropertyListError) -> Int {
    switch bytes[position] {
    case ASCII.tab, ASCII.lineFeed: return 1
    case ASCII.carriageReturn where isLenient: return 1
    case ASCII.ampersand where !mayBeMarkup:
      guard let reference = Reference.read(bytes.span, at: position),
        isLenient || Reference.isNamed(bytes.span, at: position)
      else { throw unexpected(.reference, at: position) }
      return reference.length
    case ASCII.greater where !isLenient: throw unexpected(.literal("&gt;"), at: position)
    case 0xEF where ASCII.isNoncharacter(bytes.span, at: position):
      throw unexpected(.character, at: position)
    case 0..<ASCII.space: throw unexpected(.character, at: position)
    default: return 1
    }
  }

  mutating func readInteger(into entry: inout Entry) throws(PropertyListError) {
    let text = readWord()
    guard let number = Integer.read(bytes[text]) else {
      throw unexpected(.integer, text)
    }
    entry.kind = .integer
    entry.payload = number
    try close(.integer)
  }

  mutating func readDate(into entry: inout Entry) throws(PropertyListError) {
    let text = readWord()
    guard let seconds = Instant.read(bytes[text]) else {
      throw unexpected(.date, text)
    }
    entry.kind = .date
    entry.payload = seconds
    try close(.date)
  }

  mutating func readData(into entry: inout Entry, depth: Int) throws(PropertyListError) {
    let start = position
    // Only in the strict form: where it fails there, nothing more is read.
    if !isLenient, let end = Base64.endOfLines(bytes, from: start, depth: depth),
      let decoded = Base64.decodedLines(bytes, in: start..<end, depth: depth)
    {
      position = end
      append(decoded, to: &entry)
      return try close(.data)
    }
    let content = skipToMarkup()
    guard let decoded = Base64.decoded(bytes[content]) else {
      throw unexpected(.base64, content)
    }
    let text = bytes[start..<position]
    if !isLenient, !Base64.isLaidOut(text, depth: depth) {
      throw PropertyListError(
        line: line(at: start),
        problem: .unexpected(
          .base64Lines(width: Base64.width(depth: depth)),
          found: "another layout"
        )
      )
    }
    append(decoded, to: &entry)
    try close(.data)
  }

  /// Goes to the next tag and returns what was passed, without the white space around it.
  private mutating func skipToMarkup() -> Range<Int> {
    var start = position
    while position < bytes.count, bytes[position] != ASCII.less { position += 1 }
    var end = position
    while start < end, ASCII.isWhiteSpace(bytes[start]) { start += 1 }
    while start < end, ASCII.isWhiteSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The text up to the next tag, in the lenient form without the white space around it.
  private mutating func readWord() -> Range<Int> {
    let start = position
    let word = skipToMarkup()
    return isLenient ? word : start..<position
  }

  /// The error that a text isn't what its element wants.
  private func unexpected(
    _ expectation: PropertyListError.Expectation,
    _ text: Range<Int>
  ) -> PropertyListError {
    PropertyListError(
      line: line(at: text.lowerBound),
      problem: .unexpected(
        expectation,
        found: quoted(String(decoding: bytes[text].prefix(200), as: UTF8.self))
      )
    )
  }
}
