import Domain
import PropertyList

/// The bytes of a draft's journal: a line that says what it is, then records.
enum Journal {
  static let suffix = ".journal"
  /// The suffix of a damaged journal that was kept when a sound one took its place.
  static let asideSuffix = ".aside"
  /// The largest journal that is read, and written: held three times over while it is read, it stays
  /// below the 200 MB that no file may take.
  static let sizeLimit = 48 * 1_048_576
  private static let beginning = "caseload journal "

  static func preamble(_ document: NoteDocument) -> [UInt8] {
    Array("\(beginning)1 \(document.rawValue)\n".utf8)
  }

  /// The version that the first line tells; nil where it tells none.
  static func version(_ bytes: [UInt8]) -> Int? {
    guard bytes.starts(with: beginning.utf8) else { return nil }
    let rest = bytes.dropFirst(beginning.utf8.count).prefix(10).prefix { $0 != UInt8(ascii: " ") }
    return Int(String(decoding: rest, as: UTF8.self))
  }

  /// The last of the records that follow each other from a plain journal's beginning.
  ///
  /// - Parameters:
  ///   - bytes: The journal's.
  ///   - end: No record that ends behind that counts.
  /// - Returns: Its checksum; `none` where there is no such record.
  static func end(of bytes: [UInt8], upTo end: Int) -> JournalSum {
    var last = JournalSum.none
    guard var position = bytes.firstIndex(of: 0x0A).map({ $0 + 1 }) else { return last }
    var spare = bytes.count
    while position < end, let record = JournalRecord(bytes, at: position, sparing: &spare),
      record.previous == last
    {
      position += JournalRecord.overhead + record.body.count
      guard position <= end else { break }
      last = record.checksum
    }
    return last
  }

  /// The body of a record that holds the whole draft.
  static func body(_ draft: NoteDraft) throws(PropertyListError) -> [UInt8] {
    try PropertyListWriter.bytes(of: .dictionary(draft.propertyList))
  }

  /// The body of a version's mark.
  static func body(_ version: Int, _ draft: NoteDraft) throws(PropertyListError) -> [UInt8] {
    var bytes = JournalBytes()
    bytes.add(Int64(version))
    bytes.add(raw: try body(draft))
    return bytes.bytes
  }

  static func draft(_ body: some Sequence<UInt8>) -> NoteDraft? {
    do throws(PropertyListError) {
      let node = try PropertyListReader.read(Array(body), mode: .strict)
      return try node.record(NoteDraft.init(stored:))
    } catch {
      return nil
    }
  }
}

/// Makes the bytes of records, each naming the one before.
struct JournalPen {
  private(set) var bytes: [UInt8] = []
  private(set) var last: JournalSum

  init(after last: JournalSum = .none) { self.last = last }

  mutating func add(_ kind: JournalRecordKind, at: Instant, body: [UInt8] = []) {
    let record = JournalRecord(kind, at: at, after: last, body: body)
    bytes += record.bytes
    last = record.checksum
  }

  mutating func add(_ draft: NoteDraft, at: Instant) throws(PropertyListError) {
    add(.whole, at: at, body: try Journal.body(draft))
  }

  mutating func add(_ version: DraftVersion) throws(PropertyListError) {
    add(.version, at: version.at, body: try Journal.body(version.number, version.draft))
  }
}
