import PropertyList
import Testing

/// No input may trap; and what the strict reader accepts is what the writer would have written.
@Suite struct `Damaged property lists` {
  private let file: [UInt8]

  init() throws {
    file = try PropertyListWriter.bytes(of: Sample.everyKind)
  }

  @Test func `a truncated file is refused`() {
    #expect(file.count > 700)
    for length in 0..<file.count {
      #expect(
        Sample.refusal(of: Array(file.prefix(length))) != nil,
        "the first \(length) bytes"
      )
    }
  }

  @Test func `a file without its last line feed is refused`() {
    #expect(
      Sample.refusal(of: Array(file.dropLast())) == "line 35: expected a line break, "
        + "found the end of the file"
    )
  }

  @Test func `a flipped bit is refused or seen in the value`() throws {
    for position in file.indices {
      for bit in 0..<8 {
        var bytes = file
        bytes[position] ^= 1 << UInt8(bit)
        try check(bytes, "bit \(bit) of byte \(position)")
      }
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `five thousand mutations trap nowhere`(seed: UInt64) throws {
    var mutation = Mutation(seed: seed)
    for round in 0..<5000 {
      var bytes = file
      mutation.apply(to: &bytes)
      try check(bytes, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `bytes at random trap nowhere`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    for round in 0..<500 {
      let length = Int.random(in: 0..<200, using: &numbers)
      let noise = (0..<length).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      try check(noise, "seed \(seed), round \(round)")
      try check(Array(Sample.header.utf8) + noise, "seed \(seed), round \(round), with a header")
    }
  }

  /// Reads in both modes; the strict result must be exactly what the writer makes.
  private func check(_ bytes: [UInt8], _ comment: Comment) throws {
    let strict = result(of: bytes, mode: .strict)
    let lenient = result(of: bytes, mode: .lenient)
    if let strict {
      #expect(try PropertyListWriter.bytes(of: strict) == unescapingQuotes(bytes), comment)
      #expect(lenient == strict, comment)
    } else if let lenient {
      let written = try PropertyListWriter.bytes(of: lenient)
      #expect(result(of: written, mode: .strict) == lenient, comment)
    }
  }

  private func result(of bytes: [UInt8], mode: PropertyListReader.Mode) -> PropertyListValue? {
    do throws(PropertyListError) {
      return try PropertyListReader.read(bytes, mode: mode).value
    } catch {
      #expect(error.line >= 1 && error.line <= bytes.count + 1 && !error.description.isEmpty)
      return nil
    }
  }

  /// The two references that are read and never written.
  private func unescapingQuotes(_ bytes: [UInt8]) -> [UInt8] {
    [("&quot;", "\""), ("&apos;", "'")].reduce(bytes) { bytes, pair in
      bytes.replacing(Array(pair.0.utf8), with: Array(pair.1.utf8))
    }
  }
}

/// Small damages made up from a seed.
private struct Mutation {
  private var numbers: SeededNumbers

  private static let pieces = [
    "<", ">", "/", "&", "&amp;", "&quot;", "&#10;", "&#xD800;", "<key>", "</key>", "<dict>",
    "</dict>", "<dict/>", "<array>", "</array>", "<array/>", "<string>", "</string>", "<integer>",
    "<true/>", "<data>", "\n", "\t", "\r", "\u{0}", "\u{FFFF}", "<!--", "-->", "=", "é", "e\u{301}",
    "-", "9", "</plist>\n", "<![CDATA[", "\t<key>z</key>\n\t<true/>\n",
  ]

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
  }

  mutating func apply(to bytes: inout [UInt8]) {
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let start = Int.random(in: 0...bytes.count, using: &numbers)
      let end = min(start + Int.random(in: 0..<12, using: &numbers), bytes.count)
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: piece(), at: start)
      case 2: bytes.replaceSubrange(start..<end, with: piece())
      case 3: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
      default:
        let byte = UInt8.random(in: 0...255, using: &numbers)
        bytes.replaceSubrange(start..<min(start + 1, bytes.count), with: [byte])
      }
    }
  }

  private mutating func piece() -> [UInt8] {
    Array((Self.pieces.randomElement(using: &numbers) ?? "<").utf8)
  }
}
