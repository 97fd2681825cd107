/// What stands around the value.
enum Header {
  static let declaration: StaticString = #"<?xml version="1.0" encoding="UTF-8"?>"#
  static let documentType: StaticString =
    #"<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">"#
  static let opening: StaticString = #"<plist version="1.0">"#
  static let closing: StaticString = "</plist>"
}

extension Parser {
  mutating func readFile() throws(PropertyListError) {
    if isLenient {
      try readLenientFile()
    } else {
      try readStrictFile()
    }
  }

  private mutating func readStrictFile() throws(PropertyListError) {
    for line in [Header.declaration, Header.documentType, Header.opening] {
      try expect(line)
      try skipLineBreak(tabs: 0)
    }
    try readValue(depth: 0)
    try skipLineBreak(tabs: 0)
    try expect(Header.closing)
    try skipLineBreak(tabs: 0)
    guard position == bytes.count else { throw unexpected(.endOfFile, at: position) }
  }

  private mutating func readLenientFile() throws(PropertyListError) {
    _ = skip("\u{FEFF}")
    try readDeclaration()
    try skipFiller()
    try readDocumentType()
    try skipFiller()
    try readOpening()
    try skipFiller()
    try readValue(depth: 0)
    try skipFiller()
    try close(.plist)
    try skipFiller()
    guard position == bytes.count else { throw unexpected(.endOfFile, at: position) }
  }

  /// Reads `<?xml … ?>` if it is there.
  private mutating func readDeclaration() throws(PropertyListError) {
    guard skip("<?xml") else { return }
    try readAttribute("version", oneOf: ["1.0", "1.1"], else: .literal(#"version="1.0""#))
    try readAttribute("encoding", oneOf: ["utf-8", "us-ascii"], else: .encoding)
    try readAttribute("standalone", oneOf: ["yes", "no"], else: .literal(#"standalone="yes""#))
    skipWhiteSpace()
    try expect("?>")
  }

  /// Reads Apple's document type if there is one, with any white space in it.
  private mutating func readDocumentType() throws(PropertyListError) {
    let start = position
    guard skip("<!DOCTYPE") else { return }
    skipWhiteSpace()
    let isPropertyList = skip("plist")
    skipWhiteSpace()
    let isPublic = skip("PUBLIC")
    let identifier = readQuoted() ?? ""
    let address = readQuoted() ?? ""
    skipWhiteSpace()
    guard isPropertyList, isPublic, identifier.hasPrefix("-//Apple"),
      identifier.hasSuffix("//DTD PLIST 1.0//EN"),
      address.hasSuffix("://www.apple.com/DTDs/PropertyList-1.0.dtd"), skip(">")
    else {
      throw unexpected(.literal("\(Header.documentType)"), at: start)
    }
  }

  private mutating func readOpening() throws(PropertyListError) {
    let start = position
    guard skip("<plist") else { throw unexpected(.literal("<plist>"), at: start) }
    try readAttribute("version", oneOf: ["1.0"], else: .literal(#"version="1.0""#))
    skipWhiteSpace()
    try expect(">")
  }

  /// Reads white space and `name = "value"` if the name is there.
  private mutating func readAttribute(
    _ name: StaticString,
    oneOf values: [String],
    else expectation: PropertyListError.Expectation
  ) throws(PropertyListError) {
    skipWhiteSpace()
    let start = position
    guard skip(name) else { return }
    skipWhiteSpace()
    guard skip("="), let value = readQuoted(), values.contains(value.lowercased()) else {
      throw unexpected(expectation, at: start)
    }
  }

  /// Reads white space and a text in quotation marks of either kind; nil if there is none.
  private mutating func readQuoted() -> String? {
    skipWhiteSpace()
    let mark = current
    guard mark == ASCII.doubleQuote || mark == ASCII.singleQuote else { return nil }
    let rest = bytes[(position + 1)...]
    guard let end = rest.firstIndex(of: mark) else { return nil }
    position = end + 1
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  private mutating func skipWhiteSpace() {
    while ASCII.isWhiteSpace(current) { position += 1 }
  }

  private mutating func expect(_ text: StaticString) throws(PropertyListError) {
    let start = position
    guard skip(text) else { throw unexpected(.literal("\(text)"), at: start) }
  }
}
