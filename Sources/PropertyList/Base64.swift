/// Base64 as property lists carry it: in indented lines.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )
  private static let padding = UInt8(ascii: "=")

  /// Characters in a full line: what fits in 76 columns with tabs of eight, at least 16.
  ///
  /// - Source: `_PlistWriter.write_bytes` in Python's `plistlib`.
  static func width(depth: Int) -> Int {
    max(16, 76 - 8 * depth) / 4 * 4
  }

  /// The bytes; nil for anything but canonical base64 with white space.
  ///
  /// Canonical: padded to a multiple of four, and the bits that padding leaves over are zero.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var group: UInt32 = 0
    var count = 0
    var padded = 0
    for byte in text where !ASCII.isWhiteSpace(byte) {
      if byte == padding {
        padded += 1
        group <<= 6
      } else {
        guard padded == 0, let bits = bits(of: byte) else { return nil }
        group = group << 6 | bits
      }
      count += 1
      guard count == 4 else { continue }
      guard padded <= 2, group & ((1 << (8 * UInt32(padded))) - 1) == 0 else { return nil }
      for index in 0..<(3 - padded) {
        result.append(UInt8(truncatingIfNeeded: group >> (16 - 8 * UInt32(index))))
      }
      (group, count) = (0, 0)
      if padded > 0 { count = 4 }
    }
    return count == 0 || count == 4 && padded > 0 ? result : nil
  }

  /// Whether base64 stands in the lines that the writer makes, each with so many tabs before it.
  static func isLaidOut(_ text: ArraySlice<UInt8>, depth: Int) -> Bool {
    let lines = text.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
    guard lines.count >= 2, let first = lines.first, first.isEmpty else { return false }
    let width = width(depth: depth)
    for (index, line) in lines.enumerated().dropFirst() {
      let tabs = line.prefix { $0 == ASCII.tab }.count
      let characters = line.count - tabs
      let isCodeLine = index < lines.count - 1
      let isLastOfCode = index == lines.count - 2
      guard tabs == depth, (characters > 0) == isCodeLine, characters <= width,
        !isCodeLine || isLastOfCode || characters == width
      else { return false }
      guard line.dropFirst(tabs).allSatisfy({ !ASCII.isWhiteSpace($0) }) else { return false }
    }
    return true
  }

  /// Appends the lines of base64, each with so many tabs before it and a line feed behind it.
  static func append(_ bytes: [UInt8], depth: Int, to output: inout [UInt8]) {
    let bytesOfLine = width(depth: depth) / 4 * 3
    for start in stride(from: 0, to: bytes.count, by: bytesOfLine) {
      output.append(contentsOf: repeatElement(ASCII.tab, count: depth))
      let end = min(start + bytesOfLine, bytes.count)
      for index in stride(from: start, to: end, by: 3) {
        appendGroup(bytes[index..<min(index + 3, end)], to: &output)
      }
      output.append(ASCII.lineFeed)
    }
  }

  private static func appendGroup(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var group: UInt32 = 0
    for byte in bytes { group = group << 8 | UInt32(byte) }
    group <<= 8 * UInt32(3 - bytes.count)
    for index in 0..<4 {
      let bits = Int(group >> (18 - 6 * UInt32(index)) & 0x3F)
      output.append(index <= bytes.count ? alphabet[bits] : padding)
    }
  }

  private static func bits(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
