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

  /// The bytes of base64 in the lines that the writer makes, each with so many tabs before it; nil
  /// for any other form, canonical or not.
  ///
  /// In one pass and by a table: it is most of a sealed file.
  static func decodedLines(_ text: ArraySlice<UInt8>, depth: Int) -> [UInt8]? {
    var lines = Lines(text, width: width(depth: depth))
    return lines.decode(depth: depth) ? lines.output : nil
  }

  /// The bits of each character of the alphabet, and `other` for any other byte.
  private static let values = (UInt8.min ... .max).map { bits(of: $0).map(UInt8.init) ?? other }
  private static let other: UInt8 = 0x80

  /// A text that is decoded line by line.
  private struct Lines {
    private let text: ArraySlice<UInt8>
    private let values = Base64.values
    private let width: Int
    private(set) var output: [UInt8] = []
    private var place: Int

    init(_ text: ArraySlice<UInt8>, width: Int) {
      self.text = text
      self.width = width
      place = text.startIndex
      output.reserveCapacity(text.count / 4 * 3)
    }

    /// - Returns: Whether all of it is in the form that is written.
    mutating func decode(depth: Int) -> Bool {
      guard takeLineFeed() else { return false }
      while true {
        for _ in 0..<depth {
          guard place < text.endIndex, text[place] == ASCII.tab else { return false }
          place += 1
        }
        // The tabs of the closing tag.
        if place == text.endIndex { return true }
        let start = place
        while place - start < width, place + 4 <= text.endIndex, takeGroup() {}
        let isFull = place - start == width
        guard place > start, takeLineFeed() else { return false }
        guard isFull || text.endIndex - place == depth else { return false }
      }
    }

    private mutating func takeLineFeed() -> Bool {
      guard place < text.endIndex, text[place] == ASCII.lineFeed else { return false }
      place += 1
      return true
    }

    /// Takes four characters; false where they are no group.
    private mutating func takeGroup() -> Bool {
      let (a, b) = (values[Int(text[place])], values[Int(text[place + 1])])
      let (c, d) = (values[Int(text[place + 2])], values[Int(text[place + 3])])
      guard (a | b | c | d) & other != 0 else {
        let group = UInt32(a) << 18 | UInt32(b) << 12 | UInt32(c) << 6 | UInt32(d)
        output.append(UInt8(truncatingIfNeeded: group >> 16))
        output.append(UInt8(truncatingIfNeeded: group >> 8))
        output.append(UInt8(truncatingIfNeeded: group))
        place += 4
        return true
      }
      return takeLastGroup(a, b, c)
    }

    /// Takes a group that is padded, behind which nothing but the end may come.
    private mutating func takeLastGroup(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
      guard (a | b) & other == 0, text[place + 3] == padding,
        place + 4 < text.endIndex, text[place + 4] == ASCII.lineFeed,
        text[(place + 5)...].allSatisfy({ $0 == ASCII.tab })
      else { return false }
      if c & other == 0 {
        guard c & 3 == 0 else { return false }
        output.append(a << 2 | b >> 4)
        output.append(b << 4 | c >> 2)
      } else {
        guard text[place + 2] == padding, b & 15 == 0 else { return false }
        output.append(a << 2 | b >> 4)
      }
      place += 4
      return true
    }
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
    let letters = alphabet
    output.reserveCapacity(output.count + bytes.count / 3 * 4 + bytes.count / bytesOfLine * 8)
    for start in stride(from: 0, to: bytes.count, by: bytesOfLine) {
      output.append(contentsOf: repeatElement(ASCII.tab, count: depth))
      let end = min(start + bytesOfLine, bytes.count)
      var index = start
      while index + 2 < end {
        let group =
          UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
        output.append(letters[Int(group >> 18)])
        output.append(letters[Int(group >> 12 & 0x3F)])
        output.append(letters[Int(group >> 6 & 0x3F)])
        output.append(letters[Int(group & 0x3F)])
        index += 3
      }
      if index < end { appendGroup(bytes[index..<end], to: &output) }
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
