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
    var name: [UInt8] = []
    var end = position + 1
    while end < bytes.count, end - position < longest, bytes[end] != UInt8(ascii: ";") {
      name.append(bytes[end])
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
    return scalar(named: String(decoding: name, as: UTF8.self)).map { ($0, end + 1 - position) }
  }

  /// Whether the reference is one of the five names, which are all that the strict form knows.
  static func isNamed(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    position + 1 < bytes.count && bytes[position + 1] != UInt8(ascii: "#")
  }

  /// A text with its references resolved, and with CR LF and CR as line feeds.
  ///
  /// Expects a text that the reader has checked; a reference that can't be read stays as it is.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    var result = String.UnicodeScalarView()
    var mayBePair = false
    for scalar in scalars(of: Array(bytes)) {
      if scalar != "\n" || !mayBePair { result.append(scalar == "\r" ? "\n" : scalar) }
      mayBePair = scalar == "\r"
    }
    return String(result)
  }

  private static func scalars(of bytes: [UInt8]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      if bytes[position] == ASCII.ampersand, let found = read(bytes.span, at: position) {
        result += String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars
        result.append(found.scalar)
        position += found.length
        start = position
      } else {
        position += 1
      }
    }
    return result + String(decoding: bytes[start...], as: UTF8.self).unicodeScalars
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let isHexadecimal = name.hasPrefix("#x")
    guard name.hasPrefix("#"), name.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let number = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(number)
    else { return nil }
    let isAllowed =
      number >= 0x20 && number != 0xFFFE && number != 0xFFFF
      || [0x09, 0x0A, 0x0D].contains(number)
    return isAllowed ? scalar : nil
  }
}
