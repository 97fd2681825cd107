/// Reads numbers and marks from the start of a short text, one after the other.
///
/// What it reads is taken away; what it can't read stays. Only ASCII digits count as digits.
struct AsciiScanner {
  private(set) var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Reads a mark such as a colon.
  ///
  /// - Returns: Whether the mark was there.
  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard mark.isASCII, rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  /// Reads spaces, as many as there are.
  mutating func skipSpaces() {
    while skip(" ") {}
  }

  /// Reads a decimal number without a sign.
  ///
  /// - Parameter digits: How many digits there may be, at most 18; a longer run is refused whole.
  /// - Returns: The number and how many digits it had, nil where there is no such number.
  mutating func number(digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
    let run = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard digits.contains(run.count), run.count <= 18 else { return nil }
    rest = rest.dropFirst(run.count)
    return (run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, run.count)
  }

  /// Reads a decimal number of exactly so many digits that more digits may not follow.
  mutating func number(width: Int) -> Int? {
    number(digits: width...width)?.value
  }

  /// Reads a run of ASCII letters as lower case, empty where there is none.
  mutating func word() -> String {
    let start = rest
    let length = count { byte in
      switch Unicode.Scalar(byte) {
      case "a"..."z", "A"..."Z": true
      default: false
      }
    }
    return String(decoding: start.prefix(length), as: UTF8.self).lowercased()
  }

  /// Reads the bytes up to the first that isn't wanted.
  ///
  /// - Returns: How many there were.
  mutating func count(while isWanted: (UInt8) -> Bool) -> Int {
    let length = rest.prefix(while: isWanted).count
    rest = rest.dropFirst(length)
    return length
  }
}

extension Int {
  /// The number in decimal with leading zeros, for numbers of 0 and more.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
