import Crypto
package import Domain

/// One line of the audit log: an event with its number, and what chains it to the line before.
///
/// ```text
/// number TAB time TAB user TAB terminal TAB action TAB kind:id@revision#mark TAB client TAB detail TAB hash
/// ```
///
/// The revision, with its sign, stands only where a record was saved, the mark only of a draft.
/// What isn't there is a hyphen. The hash covers the line's text before it and the hash of the line
/// before, so that no line can be changed, put in, taken out or moved without all after it.
package struct AuditLine: Hashable, Sendable {
  /// From 1, through all months.
  package var number: Int
  package var event: AuditEvent
  /// The terminal and the machine, as "pts/3 desk2".
  package var terminal: String
  var hash: String

  init(_ event: AuditEvent, number: Int, terminal: String, after previous: String) {
    self.number = number
    self.event = event
    self.terminal = terminal
    hash = ""
    hash = Self.hash(of: text, after: previous)
  }

  /// Nil for a line of another shape.
  init?(_ line: some StringProtocol) {
    let tab: Character = "\t"
    let fields = line.split(separator: tab, omittingEmptySubsequences: false).map { String($0) }
    guard fields.count == 9, let number = Int(fields[0]), let at = Instant(fields[1]) else {
      return nil
    }
    let entity = fields[5].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard entity.count == 2 else { return nil }
    let record = entity[1].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    self.number = number
    terminal = Self.plain(fields[3])
    hash = fields[8]
    event = AuditEvent(
      at: at,
      by: fields[2] == Self.none ? nil : StaffID(fields[2]),
      action: AuditAction(stored: fields[4]),
      entity: AuditEntity(kind: String(entity[0]), id: String(record[0])),
      clientID: fields[6] == Self.none ? nil : ClientID(fields[6]),
      detail: Self.plain(fields[7])
    )
    guard record.count == 2 else { return }
    let saved = record[1].split(separator: "#", maxSplits: 1)
    event.revision = saved.first.flatMap { Int($0) }
    event.mark = saved.count == 2 ? String(saved[1]) : nil
  }

  private static let none = "-"

  /// Without the hash.
  private var text: String {
    [
      String(number), event.at.description, event.by?.rawValue ?? Self.none, Self.shown(terminal),
      event.action.stored, entity,
      event.clientID?.rawValue ?? Self.none, Self.shown(event.detail),
    ].joined(separator: "\t")
  }

  private var entity: String {
    let record = "\(event.entity.kind):\(event.entity.id)"
    guard let revision = event.revision else { return record }
    return "\(record)@\(revision)" + (event.mark.map { "#" + $0 } ?? "")
  }

  var line: String { "\(text)\t\(hash)" }

  /// Whether nothing in it was changed, and it stands behind the line with that hash.
  func follows(_ previous: String) -> Bool { hash == Self.hash(of: text, after: previous) }

  private static func hash(of text: String, after previous: String) -> String {
    var hash = SHA256()
    Array("\(previous)\n\(text)".utf8).withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hexadecimal(Array(hash.finalize().prefix(16)))
  }

  /// No text can end a line or a field.
  private static func shown(_ text: String) -> String {
    guard !text.isEmpty else { return none }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })
    )
  }

  private static func plain(_ field: String) -> String { field == none ? "" : field }
}
