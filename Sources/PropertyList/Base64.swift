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

  /// Where lines as the writer makes them end, which is where the closing tag begins; nil for none.
  ///
  /// Goes from line to line, without a look at what is in them: `decodedLines` looks.
  static func endOfLines(_ bytes: [UInt8], from start: Int, depth: Int) -> Int? {
    let bytes = bytes.span
    let fullLine = depth + width(depth: depth) + 1
    var line = start + 1
    while line + depth < bytes.count {
      if bytes[line + depth] == ASCII.less { return line + depth }
      let next = line + fullLine
      if next < bytes.count, bytes[next - 1] == ASCII.lineFeed {
        line = next
      } else {
        let limit = min(next, bytes.count)
        var end = line
        while end < limit, bytes[end] != ASCII.lineFeed { end += 1 }
        guard end < limit else { return nil }
        line = end + 1
      }
    }
    return nil
  }

  /// The bytes of base64 in the lines that the writer makes, each with so many tabs before it; nil
  /// for any other form, canonical or not.
  ///
  /// In one pass, by a table, and looked at once a line: it is most of a sealed file.
  static func decodedLines(_ bytes: [UInt8], in range: Range<Int>, depth: Int) -> [UInt8]? {
    let text = bytes.span.extracting(range)
    let width = width(depth: depth)
    let fullLine = depth + width + 1
    // A line feed in front, the tabs of the closing tag behind.
    let body = text.count - 1 - depth
    guard body >= 0, text[0] == ASCII.lineFeed else { return nil }
    for place in (1 + body)..<text.count where text[place] != ASCII.tab { return nil }
    let rest = body % fullLine == 0 ? 0 : body % fullLine - depth - 1
    guard rest >= 0, rest % 4 == 0, body % fullLine == 0 || rest > 0 else { return nil }
    let characters = body / fullLine * width + rest
    var output = [UInt8](repeating: 0, count: characters / 4 * 3)
    var spare = 0
    var place = 1
    var written = 0
    while place <= body {
      let count = min(fullLine, body + 1 - place) - depth - 1
      for tab in place..<(place + depth) where text[tab] != ASCII.tab { return nil }
      place += depth
      let isLast = place + count == body
      if isLast { spare = paddingCount(of: text, before: body) }
      let whole = count - (spare > 0 ? 4 : 0)
      guard decode(text, from: place, count: whole, into: &output, at: written) else { return nil }
      place += count
      written += whole / 4 * 3
      guard text[place] == ASCII.lineFeed else { return nil }
      place += 1
    }
    guard spare > 0 else { return output }
    let last = body - 4
    guard let group = paddedGroup(text, at: last, spare: spare) else { return nil }
    output[written] = UInt8(truncatingIfNeeded: group >> 16)
    output[written + 1] = UInt8(truncatingIfNeeded: group >> 8)
    output.removeLast(spare)
    return output
  }

  /// Decodes the groups of a line, none of them padded.
  ///
  /// Without a check of bounds for each byte: both ends are looked at once, before.
  ///
  /// - Returns: Whether all of it was of the alphabet.
  private static func decode(
    _ text: Span<UInt8>,
    from start: Int,
    count: Int,
    into output: inout [UInt8],
    at written: Int
  ) -> Bool {
    let groups = count / 4
    precondition(start + 4 * groups <= text.count && written + 3 * groups <= output.count)
    return unsafe text.withUnsafeBytes { text in
      unsafe output.withUnsafeMutableBytes { output in
        unsafe shifted.withUnsafeBufferPointer { shifted in
          var wrong: UInt32 = 0
          var (source, target) = (start, written)
          var rest = groups
          // Eight characters at once, as six bytes with two behind them that the next ones cover.
          while rest >= 2, target + 8 <= output.count {
            let eight = unsafe text.loadUnaligned(fromByteOffset: source, as: UInt64.self)
            let first = unsafe group(UInt32(truncatingIfNeeded: eight), shifted)
            let second = unsafe group(UInt32(truncatingIfNeeded: eight >> 32), shifted)
            wrong |= first | second
            let six = UInt64(first) << 40 | UInt64(second & 0xFF_FFFF) << 16
            unsafe output.storeBytes(of: six.bigEndian, toByteOffset: target, as: UInt64.self)
            source += 8
            target += 6
            rest -= 2
          }
          for _ in 0..<rest {
            let four = unsafe text.loadUnaligned(fromByteOffset: source, as: UInt32.self)
            let group = unsafe group(four, shifted)
            wrong |= group
            unsafe output[target] = UInt8(truncatingIfNeeded: group >> 16)
            unsafe output[target + 1] = UInt8(truncatingIfNeeded: group >> 8)
            unsafe output[target + 2] = UInt8(truncatingIfNeeded: group)
            source += 4
            target += 3
          }
          return wrong & other == 0
        }
      }
    }
  }

  /// The 24 bits of four characters as they lie in memory, and `other` among them where one is none.
  @inline(__always)
  private static func group(
    _ four: UInt32,
    _ shifted: UnsafeBufferPointer<UInt32>
  ) -> UInt32 {
    let four = four.littleEndian
    return unsafe shifted[Int(four & 0xFF)]
      | shifted[256 + Int(four >> 8 & 0xFF)]
      | shifted[512 + Int(four >> 16 & 0xFF)]
      | shifted[768 + Int(four >> 24)]
  }

  /// How many `=` stand before a place.
  private static func paddingCount(of text: Span<UInt8>, before end: Int) -> Int {
    guard text[end - 1] == padding else { return 0 }
    return text[end - 2] == padding ? 2 : 1
  }

  /// The bits of the last group, padded by one or two; nil for another or with bits left over.
  private static func paddedGroup(
    _ text: Span<UInt8>,
    at place: Int,
    spare: Int
  ) -> UInt32? {
    var group: UInt32 = 0
    for index in 0..<4 {
      group <<= 6
      guard index < 4 - spare else { continue }
      guard let bits = bits(of: text[place + index]) else { return nil }
      group |= bits
    }
    return group & ((1 << (8 * UInt32(spare))) - 1) == 0 ? group : nil
  }

  /// The bits of each character in the first, second, third and fourth place of a group, one table
  /// behind the other, and `other` for any other byte.
  private static let shifted = [18, 12, 6, 0].flatMap { (places: UInt32) in
    (UInt8.min ... .max).map { bits(of: $0).map { $0 << places } ?? other }
  }
  private static let other: UInt32 = 1 << 31

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
    let lines = (bytes.count + bytesOfLine - 1) / bytesOfLine
    let start = output.count
    let characters = (bytes.count + 2) / 3 * 4
    output += repeatElement(ASCII.tab, count: characters + lines * (depth + 1))
    let letters = alphabet
    let (source, table) = (bytes.span, letters.span)
    var target = output.mutableSpan
    var place = start
    for first in stride(from: 0, to: bytes.count, by: bytesOfLine) {
      // The tabs are there.
      place += depth
      for index in stride(from: first, to: min(first + bytesOfLine, bytes.count), by: 3) {
        let (a, b) = (source[index], index + 1 < bytes.count ? source[index + 1] : 0)
        let c = index + 2 < bytes.count ? source[index + 2] : 0
        target[place] = table[Int(a >> 2)]
        target[place + 1] = table[Int((a & 3) << 4 | b >> 4)]
        target[place + 2] =
          index + 1 < bytes.count ? table[Int((b & 15) << 2 | c >> 6)] : padding
        target[place + 3] = index + 2 < bytes.count ? table[Int(c & 0x3F)] : padding
        place += 4
      }
      target[place] = ASCII.lineFeed
      place += 1
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
