import Crypto
import Domain

/// One record of a draft's journal.
///
/// ```text
/// bytes   what
/// 4       F5 "CJ1"; the first byte stands in no UTF-8 text, so that records are found after damage
/// 1       kind
/// 8       length of the body
/// 8       when, in seconds since 1970
/// 16      checksum of the record before; zeros in the first
/// 16      checksum: SHA-256, its first half, of all above and the body
/// n       body
/// ```
///
/// A record that names another's checksum can be joined to that very one and to nothing else.
struct JournalRecord: Hashable {
  let kind: JournalRecordKind
  let at: Instant
  let previous: JournalSum
  let checksum: JournalSum
  let body: [UInt8]

  init(_ kind: JournalRecordKind, at: Instant, after previous: JournalSum, body: [UInt8] = []) {
    self.kind = kind
    self.at = at
    self.previous = previous
    self.body = body
    let head = Self.head(kind, at: at, after: previous, count: body.count)
    checksum = JournalSum(of: head, body[...])
  }

  static let magic: [UInt8] = [0xF5, 0x43, 0x4A, 0x31]
  private static let headLength = 37
  static let overhead = headLength + JournalSum.length

  private static func head(
    _ kind: JournalRecordKind,
    at: Instant,
    after previous: JournalSum,
    count: Int
  ) -> [UInt8] {
    var head = JournalBytes()
    head.add(raw: magic)
    head.add(kind.rawValue)
    head.add(Int64(count))
    head.add(at.secondsSince1970)
    head.add(raw: previous.bytes)
    return head.bytes
  }

  var bytes: [UInt8] {
    Self.head(kind, at: at, after: previous, count: body.count) + checksum.bytes + body
  }
}

/// Words of the journals, for ever.
enum JournalRecordKind: UInt8, Hashable, CaseIterable {
  /// The whole text.
  case whole = 1
  case step = 2
  /// The whole text under a number, to come back to.
  case version = 3
  /// The text was left in good order.
  case left = 4
}

extension JournalRecord {
  /// Reads the record that begins at a place; nil where there isn't a whole and sound one.
  ///
  /// Nothing in its head is believed before the checksum over head and body fits.
  ///
  /// - Parameters:
  ///   - bytes: A journal's.
  ///   - start: Where in them.
  ///   - spare: How many bytes may still be summed up in vain; less by those that were.
  init?(_ bytes: [UInt8], at start: Int, sparing spare: inout Int) {
    guard bytes.count - start >= Self.overhead,
      bytes[start..<(start + Self.magic.count)].elementsEqual(Self.magic)
    else { return nil }
    let head = bytes[start..<(start + Self.headLength)]
    var scanner = JournalScanner(head.dropFirst(Self.magic.count))
    guard let kind = scanner.byte().flatMap(JournalRecordKind.init), let length = scanner.number(),
      let seconds = scanner.number()
    else { return nil }
    let begin = start + Self.overhead
    guard length >= 0, length <= Int64(bytes.count - begin), length <= Int64(max(0, spare)) else {
      return nil
    }
    let body = bytes[begin..<(begin + Int(length))]
    let written = JournalSum(bytes[(start + Self.headLength)..<begin])
    guard JournalSum(of: head, body) == written else {
      spare -= Self.overhead + Int(length)
      return nil
    }
    self.kind = kind
    at = Instant(secondsSince1970: seconds)
    previous = JournalSum(scanner.remaining())
    checksum = written
    self.body = Array(body)
  }
}

extension JournalRecord {
  /// Cuts records into parts of about a size, each of whole records where it is sound.
  static func parts(of records: [UInt8], size: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var (start, end) = (0, 0)
    while end < records.count {
      let next = recordEnd(in: records, from: end) ?? end + 1
      if next - start > size, end > start {
        parts.append(start..<end)
        start = end
      }
      end = next
    }
    return start < end ? parts + [start..<end] : parts
  }

  /// Where the record that begins at a place says that it ends; nil where none begins.
  private static func recordEnd(in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count - start >= overhead,
      bytes[start..<(start + magic.count)].elementsEqual(magic)
    else { return nil }
    var scanner = JournalScanner(bytes[(start + magic.count + 1)..<(start + headLength)])
    let begin = start + overhead
    guard let length = scanner.number(), length >= 0, length <= Int64(bytes.count - begin) else {
      return nil
    }
    return begin + Int(length)
  }
}

/// The first half of a SHA-256.
struct JournalSum: Hashable {
  let bytes: [UInt8]

  static let length = 16
  /// What the first record has before it.
  static let none = JournalSum(Array(repeating: 0, count: length)[...])

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// As the audit log has it.
  var mark: String { hexadecimal(Array(bytes.prefix(8))) }

  init(of head: some Collection<UInt8>, _ body: ArraySlice<UInt8>) {
    var hash = SHA256()
    Array(head).withUnsafeBytes { hash.update(bufferPointer: $0) }
    body.withUnsafeBytes { hash.update(bufferPointer: $0) }
    bytes = Array(hash.finalize().prefix(Self.length))
  }
}
