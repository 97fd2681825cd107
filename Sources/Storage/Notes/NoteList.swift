import Domain
import PropertyList

/// A day's list of signed notes: made from the notes, and never believed over them.
struct NoteList: StoredRecord, Equatable {
  var date: CalendarDate
  /// By identifier.
  var entries: [ListedNote]

  init(date: CalendarDate, entries: [ListedNote] = []) {
    self.date = date
    self.entries = entries
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    date = try fields.calendarDate("date")
    entries = try fields.list("entries", of: ListedNote.init(stored:))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("date", date)
    record.setList("entries", entries)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? { Storage.mismatch(date, with: place) }

  mutating func set(_ listed: ListedNote) {
    entries.removeAll { $0.entry.id == listed.entry.id }
    let place = entries.firstIndex { $0.entry.id > listed.entry.id } ?? entries.count
    entries.insert(listed, at: place)
  }
}

struct ListedNote: StoredRecord, Equatable {
  var entry: NoteEntry
  /// Whether it was listed before the note's file was written, and not confirmed since.
  var isClaimed: Bool

  init(_ entry: NoteEntry, isClaimed: Bool = false) {
    self.entry = entry
    self.isClaimed = isClaimed
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let authorID = try fields.id("authorID", of: Staff.self)
    let clientID = try fields.id("clientID", of: Client.self)
    let comment = try fields.optionalString("comment")
    let id = try fields.id("id", of: ProgressNote.self)
    isClaimed = try fields.optionalBoolean("isClaimed") ?? false
    let kind = try fields.choice("kind", as: NoteKind.self)
    let service = try fields.dictionary("service", of: NoteService.init(stored:))
    let signedAt = try fields.instant("signedAt")
    entry = NoteEntry(
      id: id,
      clientID: clientID,
      service: service,
      kind: kind,
      authorID: authorID,
      status: try fields.choice("status", as: NoteStatus.self),
      signedAt: signedAt,
      comment: comment
    )
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("authorID", entry.authorID)
    record.set("clientID", entry.clientID)
    record.set("comment", entry.comment)
    record.set("id", entry.id)
    record.setTrue("isClaimed", isClaimed)
    record.set("kind", entry.kind)
    record.set("service", entry.service.propertyList)
    record.set("signedAt", entry.signedAt)
    record.set("status", entry.status)
    return record
  }
}
