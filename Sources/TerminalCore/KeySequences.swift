/// The key sequences of terminals: what the bytes at the front of the input are.
///
/// Every form that any common terminal sends is known whatever `TERM` says; the terminal's own
/// strings come first. Sequences of the standard's shape that mean no key are read to their end.
struct KeySequences: Sendable {
  /// What stands at the front.
  enum Parse: Equatable {
    /// A key of so many bytes.
    case key(Key, Int)
    /// So many bytes that mean nothing.
    case nothing(Int)
    /// The mark before a paste.
    case pasteBegins(Int)
    /// The start of something; more must come.
    case incomplete
  }

  private let own: [[UInt8]: Key]
  private let longestOwn: Int

  init(own: [[UInt8]: Key]) {
    self.own = own
    longestOwn = own.keys.map(\.count).max() ?? 0
  }

  /// What the bytes start with; there must be at least one.
  func parse(_ bytes: ArraySlice<UInt8>) -> Parse {
    guard let first = bytes.first else { return .incomplete }
    if !own.isEmpty, first < 0x20 || first == 0x7F, let match = ownKey(bytes) { return match }
    if first == 0x1B { return parseEscape(bytes) }
    if first < 0x80 { return Self.plainKey(first) }
    return Self.parseScalar(bytes)
  }

  private func ownKey(_ bytes: ArraySlice<UInt8>) -> Parse? {
    for length in stride(from: min(longestOwn, bytes.count), to: 0, by: -1) {
      if let key = own[Array(bytes.prefix(length))] { return .key(key, length) }
    }
    return nil
  }

  private func parseEscape(_ bytes: ArraySlice<UInt8>) -> Parse {
    guard bytes.count > 1 else { return .incomplete }
    switch bytes[bytes.startIndex + 1] {
    case 0x5B: return Self.parseControl(bytes)
    case 0x4F: return Self.parseSingleShift(bytes)
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: return Self.parseString(bytes)
    case 0x1B: return parseDoubleEscape(bytes)
    default: return withAlt(bytes.dropFirst())
    }
  }

  /// Esc and another key at once, which is how Alt is sent.
  private func withAlt(_ rest: ArraySlice<UInt8>) -> Parse {
    switch parse(rest) {
    case .key(var key, let length):
      key.modifiers.insert(.alt)
      return .key(key, length + 1)
    case .nothing(let length): return .nothing(length + 1)
    case .pasteBegins: return .key(.escape, 1)
    case .incomplete: return .incomplete
    }
  }

  /// Two Esc: Alt and a sequence where one follows, else the key Esc and what comes behind it.
  private func parseDoubleEscape(_ bytes: ArraySlice<UInt8>) -> Parse {
    guard bytes.count > 2 else { return .incomplete }
    let third = bytes[bytes.startIndex + 2]
    return third == 0x5B || third == 0x4F ? withAlt(bytes.dropFirst()) : .key(.escape, 1)
  }

  private static func plainKey(_ byte: UInt8) -> Parse {
    switch byte {
    case 0x0D, 0x0A: .key(.enter, 1)
    case 0x09: .key(.tab, 1)
    case 0x08, 0x7F: .key(.backspace, 1)
    case 0: .key(.control(" "), 1)
    case 1..<0x1B: .key(.control(Unicode.Scalar(byte + 0x60)), 1)
    case 0x1C..<0x20: .key(.control(Unicode.Scalar(byte + 0x40)), 1)
    default: .key(Key(Unicode.Scalar(byte)), 1)
    }
  }

  /// One scalar of UTF-8; what is invalid becomes the replacement character.
  private static func parseScalar(_ bytes: ArraySlice<UInt8>) -> Parse {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar):
      let length = UTF8.width(scalar)
      return scalar.value < 0xA0 ? .nothing(length) : .key(Key(scalar), length)
    case .emptyInput, .error:
      let length = invalidLength(bytes)
      return length == nil ? .incomplete : .key(Key("\u{FFFD}"), length ?? 1)
    }
  }

  /// The bytes of a broken scalar, or nil if it is merely not all there.
  private static func invalidLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    let start = bytes.startIndex
    let wanted: Int
    switch bytes[start] {
    case 0xC2...0xDF: wanted = 2
    case 0xE0...0xEF: wanted = 3
    case 0xF0...0xF4: wanted = 4
    default: return 1
    }
    let tail = bytes.dropFirst().prefix(wanted - 1).prefix { $0 & 0xC0 == 0x80 }
    if let second = tail.first {
      switch bytes[start] {
      case 0xE0 where second < 0xA0, 0xED where second > 0x9F: return 1
      case 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return 1
      default: break
      }
    }
    let length = 1 + tail.count
    return length < wanted && start + length == bytes.endIndex ? nil : length
  }
}
