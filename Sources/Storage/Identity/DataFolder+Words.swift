package import Domain
import PropertyList

/// Words that counselors added to the dictionary, in the folder of a sealed program: in a file of
/// their own, in clear, they would tell what is in its notes.
extension DataFolder {
  /// - Throws: `untrusted` where they can't be read.
  package func ownWords(of staff: StaffID) throws(StorageError) -> [String] {
    let stored: RecordFile<StoredWords>? = try ownRecord(of: staff, at: .words(of: staff))
    return stored?.record.words ?? []
  }

  /// - Throws: `locked`, `untrusted`, `disk`.
  package func addOwnWord(
    _ word: String,
    of staff: StaffID,
    at now: Instant
  ) throws(StorageError) {
    let place = RecordPlace.words(of: staff)
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(staff.rawValue + ".words", in: locks)
    defer { withExtendedLifetime(lock) {} }
    let old: RecordFile<StoredWords>? = try ownRecord(of: staff, at: place)
    var record = old?.record ?? StoredWords(staffID: staff)
    guard !record.words.contains(word) else { return }
    record.words.append(word)
    let envelope =
      old?.envelope.next(at: now, by: staff) ?? Envelope(new: place, at: now, by: staff)
    let bytes = try root.file(of: record, envelope: envelope, at: place)
    try root.madeFolders(place.folder, isSynced: true).replace(place.name, with: bytes)
  }
}

struct StoredWords: StoredRecord, Equatable {
  var staffID: StaffID
  var words: [String] = []

  init(staffID: StaffID) { self.staffID = staffID }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    staffID = try fields.id("staffID", of: Staff.self)
    words = try fields.strings("words")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("staffID", staffID)
    record.set("words", words)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? { Storage.mismatch(staffID, with: place) }
}

extension RecordPlace {
  static func words(of staff: StaffID) -> RecordPlace {
    RecordPlace(
      kind: .words,
      id: staff.rawValue,
      folder: "settings/words",
      name: staff.rawValue + Layout.suffix
    )
  }
}
