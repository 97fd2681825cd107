/// Puts numbers and texts into the body of a journal's record; the least byte first.
struct JournalBytes {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func add(_ byte: UInt8) { bytes.append(byte) }

  mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) {
    add(Int64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func add(raw: some Sequence<UInt8>) { bytes += raw }
}

/// The mirror of `JournalBytes`; every step is nil at the first byte that isn't there.
struct JournalScanner {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() -> UInt8? { rest.popFirst() }

  mutating func number() -> Int64? {
    guard rest.count >= 8 else { return nil }
    var bits: UInt64 = 0
    for place in 0..<8 { bits |= UInt64(rest.removeFirst()) << (8 * UInt64(place)) }
    return Int64(bitPattern: bits)
  }

  /// A number that counts something there can be only so many of.
  mutating func count() -> Int? {
    guard let number = number(), number >= 0, number <= Int64(rest.count) else { return nil }
    return Int(number)
  }

  mutating func text() -> String? {
    guard let count = count(), let text = String(validating: rest.prefix(count), as: UTF8.self)
    else { return nil }
    rest.removeFirst(count)
    return text
  }

  mutating func remaining() -> ArraySlice<UInt8> {
    defer { rest = [] }
    return rest
  }

  /// Where the bytes that something begins with stand next; the end where they stand nowhere.
  static func place(of magic: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      if bytes[place] == magic[0], bytes[place...].starts(with: magic) { return place }
      place += 1
    }
    return place
  }
}
