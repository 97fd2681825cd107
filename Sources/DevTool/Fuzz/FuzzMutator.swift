/// Makes new inputs from whole ones: bits, bytes, pieces, numbers, nesting, lengths.
enum FuzzMutator {
  /// No input is larger, in bytes.
  private static let limit = 65_536

  static func mutated(_ corpus: [[UInt8]], at place: Int, _ dice: inout SplitMix) -> [UInt8] {
    var bytes = corpus[place]
    for _ in 0...dice.below(4) {
      change(&bytes, corpus, &dice)
      if bytes.count > limit { bytes.removeLast(bytes.count - limit) }
    }
    return bytes
  }

  private static func change(
    _ bytes: inout [UInt8],
    _ corpus: [[UInt8]],
    _ dice: inout SplitMix
  ) {
    guard !bytes.isEmpty else { return bytes = dice.one(of: corpus) }
    let place = dice.below(bytes.count)
    switch dice.below(14) {
    case 0: bytes[place] ^= 1 << UInt8(dice.below(8))
    case 1: bytes[place] = dice.one(of: interesting)
    case 2: bytes.removeLast(bytes.count - place)
    case 3: bytes.removeSubrange(piece(of: bytes, &dice))
    case 4: bytes.insert(contentsOf: (0...dice.below(16)).map { _ in byte(&dice) }, at: place)
    case 5:
      let again = Array(bytes[piece(of: bytes, &dice)])
      for _ in 0...dice.below(dice.below(8) == 0 ? 200 : 3) where bytes.count < limit {
        bytes.insert(contentsOf: again, at: place)
      }
    case 6:
      let other = dice.one(of: corpus)
      bytes.replaceSubrange(piece(of: bytes, &dice), with: other[piece(of: other, &dice)])
    case 7, 8: replaceNumber(in: &bytes, near: place, &dice)
    case 9: replaceLength(in: &bytes, at: place, &dice)
    case 10: nest(&bytes, at: place, &dice)
    case 11, 12: bytes.insert(contentsOf: Array(dice.one(of: words).utf8), at: place)
    default: replaceText(in: &bytes, near: place, &dice)
    }
  }

  private static func byte(_ dice: inout SplitMix) -> UInt8 { UInt8(dice.below(256)) }

  /// Mostly a short one.
  private static func piece(of bytes: [UInt8], _ dice: inout SplitMix) -> Range<Int> {
    guard !bytes.isEmpty else { return 0..<0 }
    let start = dice.below(bytes.count)
    let longest = dice.below(4) == 0 ? bytes.count - start : min(40, bytes.count - start)
    return start..<(start + dice.below(longest + 1))
  }

  private static let interesting: [UInt8] = [
    0, 1, 9, 10, 13, 0x1B, 0x20, 0x22, 0x26, 0x2C, 0x3C, 0x3E, 0x7F, 0x80, 0xC0, 0xED, 0xF5, 0xFF,
  ]

  private static let numbers = [
    "0", "-1", "1", "2147483648", "-2147483649", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "99999999999999999999999", "00", "1e9", "0x7F", "",
  ]

  /// Replaces the next run of digits.
  private static func replaceNumber(
    in bytes: inout [UInt8],
    near place: Int,
    _ dice: inout SplitMix
  ) {
    guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Array(dice.one(of: numbers).utf8))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Eight bytes that may be a length, the least or the greatest first.
  private static func replaceLength(
    in bytes: inout [UInt8],
    at place: Int,
    _ dice: inout SplitMix
  ) {
    let lengths: [UInt64] = [
      0, 1, 0xFF, 0xFFFF_FFFF, 0x8000_0000_0000_0000, 0x7FFF_FFFF_FFFF_FFFF, .max,
      UInt64(bytes.count), UInt64(bytes.count) &+ 1, dice.next(),
    ]
    let length = dice.one(of: lengths)
    let little = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) }
    let fresh = dice.below(2) == 0 ? little : little.reversed()
    bytes.replaceSubrange(place..<min(place + 8, bytes.count), with: fresh)
  }

  private static func nest(_ bytes: inout [UInt8], at place: Int, _ dice: inout SplitMix) {
    let pairs = [
      ("<array>", "</array>"), ("<dict><key>a</key>", "</dict>"), ("<!--", "-->"), ("\"", "\""),
      ("\u{1B}[200~", "\u{1B}[201~"), ("(", ")"), ("&amp;", ""),
    ]
    let (open, close) = dice.one(of: pairs)
    let depth = 1 + dice.below(dice.below(4) == 0 ? 2_000 : 40)
    let closing = dice.below(2) == 0 ? depth : 0
    let nested = String(repeating: open, count: depth) + String(repeating: close, count: closing)
    bytes.insert(contentsOf: Array(nested.utf8), at: place)
  }

  /// Replaces what stands between the next two tags by something else, often of the same kind.
  private static func replaceText(
    in bytes: inout [UInt8],
    near place: Int,
    _ dice: inout SplitMix
  ) {
    guard let start = bytes[place...].firstIndex(of: 0x3E),
      let end = bytes[start...].firstIndex(of: 0x3C)
    else { return }
    bytes.replaceSubrange((start + 1)..<end, with: Array(dice.one(of: words).utf8))
  }

  private static let words = [
    "0001-01-01", "9999-12-31", "2026-02-30", "2024-02-29", "2026-13-01", "-2026-01-01",
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-03-08T02:30:00Z", "00:00", "24:00",
    "23:59", "25:61", "&lt;", "&#x41;", "&unknown;", "<![CDATA[", "]]>", "\u{FEFF}", "\u{202E}",
    "\u{0}", "\r\n", "\r", "\t", "🧑‍🦽", "é\u{301}\u{301}", "$null", "true", "<true/>",
    "<integer>7</integer>",
    "<string>x</string>", "<key>record</key>", "<data>QUJD</data>", "\u{1B}[1;1R",
    "\u{1B}]0;x\u{7}",
    "\u{1B}[<35;1;1M", "\u{1B}O", "\u{1B}[", "../../etc/passwd", "/dev/zero", "st_",
    "cl_000000000001",
    "America/New_York", "Etc/../../x", "no_show", "in_progress", "\"", ",", ",,,", ";",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "</plist>",
  ]
}
