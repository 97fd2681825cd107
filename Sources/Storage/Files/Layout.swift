import Domain

/// Where each record lies, as paths below the data folder.
///
/// Names are fixed words, dates and identifiers; never a person's name or code.
enum Layout {
  static let program = "program.plist"
  static let ruleSets = "settings/rule-sets.plist"
  /// Rule sets as they were before they were changed, by revision.
  static let pastSettings = "settings/past"
  static let rooms = "settings/rooms.plist"
  static let calendar = "settings/calendar.plist"
  static let grants = "settings/grants.plist"
  static let settings = [ruleSets, rooms, calendar, grants]
  static let staff = "staff"
  static let groups = "groups"
  /// Enrollments that ended, by month.
  static let enrollments = "enrollments"
  static let clients = "clients"
  static let days = "days"
  static let locks = "locks"
  static let backups = "backups"
  /// When the last backup was made.
  static let lastBackup = "last"
  static let incoming = "incoming"
  static let quarantine = "quarantine"
  /// There while a folder is being made; without it and without a program a folder is foreign.
  static let unfinished = "unfinished"
  static let suffix = ".plist"

  /// The folders that every data folder has or may have.
  static let folders = [
    "settings", staff, groups, enrollments, clients, days, drafts, "audit", quarantine, "trash",
    backups, locks,
  ]

  /// The name of a day's folder; the only place where a name tells a date.
  static func dayFolderName(_ date: CalendarDate) -> String { date.description }

  /// The day that a folder's name tells; nil for any other name.
  static func day(ofFolder name: String) -> CalendarDate? { CalendarDate(name) }

  /// The month that a folder's name tells, by its first day; nil for any other name.
  static func month(ofFolder name: String) -> CalendarDate? {
    CalendarDate(name).flatMap { $0.day == 1 ? $0 : nil }
  }

  static func monthFolder(_ month: CalendarDate) -> String {
    enrollments + "/" + dayFolderName(month.firstOfMonth)
  }

  static func dayFolder(_ date: CalendarDate) -> String { days + "/" + dayFolderName(date) }

  static func clientFolder(_ id: ClientID) -> String { clients + "/" + id.rawValue }

  /// A temporary file's name: a dot, letters and digits, `.tmp`.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".tmp")
      && name.dropFirst().dropLast(4).utf8.allSatisfy(StoredID.isLetterOrDigit)
  }
}

/// The shape of identifiers that may become names of files.
enum StoredID {
  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// Whether a text is two letters, an underscore, and 1 to 40 letters or digits.
  static func isValid(_ text: String, _ prefix: IDPrefix) -> Bool {
    // Byte by byte, without other strings: each reference in each file is looked at.
    let bytes = text.utf8
    guard bytes.count > 3, bytes.count <= 43 else { return false }
    var letters = prefix.rawValue.utf8.makeIterator()
    for (place, byte) in bytes.enumerated() {
      switch place {
      case 0, 1: if byte != letters.next() { return false }
      case 2: if byte != UInt8(ascii: "_") { return false }
      default: if !isLetterOrDigit(byte) { return false }
      }
    }
    return true
  }

  /// The identifier in a file's name; nil for a name of another shape.
  static func inFileName(_ name: String, _ prefix: IDPrefix) -> String? {
    guard name.hasSuffix(Layout.suffix) else { return nil }
    let id = String(name.dropLast(Layout.suffix.count))
    return isValid(id, prefix) ? id : nil
  }
}
