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
    let first = StoredWords(staffID: staff)
    let revision = try changeOwnRecord(of: staff, at: place, orElse: first, now: now) {
      if !$0.words.contains(word) { $0.words.append(word) }
    }
    guard let revision else { return }
    audit([
      AuditEvent(saved: place, revision: revision, stamp: SaveStamp(at: now, by: staff))
    ])
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
