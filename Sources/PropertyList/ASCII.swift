/// The bytes that have a meaning in a property list.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let doubleQuote = UInt8(ascii: "\"")
  static let ampersand = UInt8(ascii: "&")
  static let singleQuote = UInt8(ascii: "'")
  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let less = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greater = UInt8(ascii: ">")

  static func isDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte
  }

  static func isSmallLetter(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte
  }

  static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == space || byte == lineFeed || byte == tab || byte == carriageReturn
  }

  /// Whether U+FFFE or U+FFFF, which XML can't carry, begins here.
  static func isNoncharacter(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    position + 2 < bytes.count && bytes[position] == 0xEF && bytes[position + 1] == 0xBF
      && bytes[position + 2] >= 0xBE
  }
}
