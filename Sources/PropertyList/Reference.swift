/// A reference such as `&amp;` or `&#233;`, which stands for one scalar.
enum Reference {
  /// No reference that is read is longer, in bytes: `&#x0010FFFF;`, with zeros to spare.
  private static let longest = 12

  /// The scalar that a reference stands for, and how many bytes the reference has.
  ///
  /// - Parameters:
  ///   - bytes: The file or a part of it.
  ///   - position: Of the `&`.
  /// - Returns: Nil for every other entity, for numbers that aren't characters of XML (surrogates
  ///   among them), and for a reference that doesn't end.
  static func read(
    _ bytes: Span<UInt8>,
    at position: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let limit = min(bytes.count, position + longest)
    var end = position + 1
    while end < limit, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < limit else { return nil }
    let name = bytes.extracting(position + 1..<end)
    let scalar = isNamed(bytes, at: position) ? self.scalar(named: name) : self.scalar(number: name)
    return scalar.map { ($0, end + 1 - position) }
  }

  /// Whether the reference is one of the five names, which are all that the strict form knows.
  static func isNamed(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    position + 1 < bytes.count && bytes[position + 1] != UInt8(ascii: "#")
  }

  /// A text with its references resolved, and with CR LF and CR as line feeds.
  ///
  /// Expects a text that the reader has checked; a reference that can't be read stays as it is.
  static func resolved(_ text: ArraySlice<UInt8>) -> String {
    let bytes = text.span
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    var isAfterReturn = false
    while position < bytes.count {
      var byte = bytes[position]
      var length = 1
      if byte == ASCII.ampersand, let reference = read(bytes, at: position) {
        length = reference.length
        if reference.scalar.isASCII {
          byte = UInt8(truncatingIfNeeded: reference.scalar.value)
        } else {
          // The last byte is appended below like any other.
          let encoded = String(reference.scalar).utf8
          result += encoded.dropLast()
          byte = encoded.last ?? byte
        }
      }
      let isRestOfPair = isAfterReturn && byte == ASCII.lineFeed
      isAfterReturn = byte == ASCII.carriageReturn
      if !isRestOfPair { result.append(isAfterReturn ? ASCII.lineFeed : byte) }
      position += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(named name: Span<UInt8>) -> Unicode.Scalar? {
    guard name.count <= 4 else { return nil }
    var letters: UInt32 = 0
    for index in 0..<name.count {
      guard ASCII.isSmallLetter(name[index]) else { return nil }
      letters = letters << 8 | UInt32(name[index])
    }
    switch letters {
    case 0x61_6D_70: return "&"
    case 0x6C_74: return "<"
    case 0x67_74: return ">"
    case 0x71_75_6F_74: return "\""
    case 0x61_70_6F_73: return "'"
    default: return nil
    }
  }

  /// Reads `#233` or `#xE9`; at most ten digits, so that nothing can overflow.
  private static func scalar(number name: Span<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = name.count > 1 && name[1] == UInt8(ascii: "x")
    let start = isHexadecimal ? 2 : 1
    guard name.count > start else { return nil }
    var number: UInt64 = 0
    for index in start..<name.count {
      guard let digit = digit(name[index]), isHexadecimal || digit < 10 else { return nil }
      number = number * (isHexadecimal ? 16 : 10) + digit
    }
    guard let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    let isAllowed =
      value >= 0x20 && value != 0xFFFE && value != 0xFFFF
      || value == 0x09 || value == 0x0A || value == 0x0D
    return isAllowed ? scalar : nil
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte) - 97 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte) - 65 + 10
    default: nil
    }
  }
}
