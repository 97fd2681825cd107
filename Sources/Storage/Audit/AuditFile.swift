import Domain

/// A month's file of the audit log: a line that says what it is, then one line for each event.
///
/// In a sealed program each line is sealed by itself: the id of the key, the nonce and the sealed
/// bytes, in hexadecimal digits with blanks between.
struct AuditFile {
  static let suffix = ".log"
  /// The largest file that is read: some hundred thousand lines a month.
  static let sizeLimit = 48 * 1_048_576
  /// After so many lines that can't be read a file isn't looked at any further.
  static let mostUnreadable = 50

  /// The month's first day.
  let month: CalendarDate
  let seal: Seal?

  var name: String { Layout.auditFile(month) }
  private var context: SealContext { SealContext(audit: Layout.audit + "/" + name) }

  static let head = Array("caseload audit 1\n".utf8)

  /// A line as it lies on disk; nil where the library refuses.
  func bytes(of line: AuditLine) -> [UInt8]? {
    let plain = Array(line.line.utf8)
    guard let seal else { return plain + [0x0A] }
    guard let sealed = seal.seal(plain, as: context) else { return nil }
    let text = "\(sealed.key) \(hexadecimal(sealed.nonce)) \(hexadecimal(sealed.bytes))\n"
    return Array(text.utf8)
  }

  /// The line that stands in a file's bytes; nil where it can't be read.
  func line(_ bytes: some Collection<UInt8>) -> AuditLine? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    guard let seal else { return AuditLine(text) }
    let fields = text.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 3, let nonce = Storage.bytes(ofHexadecimal: fields[1].utf8),
      let sealed = Storage.bytes(ofHexadecimal: fields[2].utf8)
    else { return nil }
    do throws(FileFault) {
      let plain = try seal.open(
        SealedBytes(key: String(fields[0]), nonce: nonce, bytes: sealed),
        as: context
      )
      return String(validating: plain, as: UTF8.self).flatMap { AuditLine($0) }
    } catch {
      return nil
    }
  }

  /// The id of the key that a line is sealed under.
  static func key(of bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != 0x20 }, as: UTF8.self)
  }

  /// The whole lines of a file, without its head; what was cut off while it was written isn't one.
  static func lines(of bytes: [UInt8]) -> AuditLines? {
    guard bytes.starts(with: head) else { return nil }
    return AuditLines(bytes, from: head.count)
  }
}

/// The lines of a file one by one: a list of all of them could be larger than what is in them.
struct AuditLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var start: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard start < bytes.count, let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
    defer { start = end + 1 }
    return bytes[start..<end]
  }
}

extension SealContext {
  init(audit path: String) {
    purpose = .journal
    self.path = path
    kind = "audit"
    id = ""
    version = 1
    revision = 0
  }
}

extension Layout {
  static let audit = "audit"

  static func auditFile(_ month: CalendarDate) -> String {
    dayFolderName(month.firstOfMonth) + AuditFile.suffix
  }

  /// The month that a file's name tells; nil for any other name.
  static func auditMonth(_ name: String) -> CalendarDate? {
    guard name.hasSuffix(AuditFile.suffix) else { return nil }
    return month(ofFolder: String(name.dropLast(AuditFile.suffix.count)))
  }

  /// The lock under which lines are added.
  static let auditLock = "audit"
}
