import Domain
import PropertyList

/// The program's own record; its zone by name, since the zone's table is the system's.
struct ProgramRecord: Hashable, StoredRecord {
  var id: ID<Program>
  var name: String
  var timeZone: String
  var isDemo: Bool

  init(_ program: Program) {
    id = program.id
    name = program.name
    timeZone = program.zone.identifier
    isDemo = program.isDemo
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    isDemo = try fields.boolean("isDemo")
    name = try fields.string("name")
    id = try fields.id("programID")
    timeZone = try fields.string("timeZone")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("isDemo", isDemo)
    record.set("name", name)
    record.set("programID", id)
    record.set("timeZone", timeZone)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    place.id.isEmpty ? nil : Storage.mismatch(id, with: place)
  }
}

/// A file that is one list.
struct ListRecord<Element: StoredRecord>: StoredRecord {
  var elements: [Element]

  init(_ elements: [Element]) { self.elements = elements }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    elements = try fields.array("list", of: Element.init(stored:))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("list", elements.map(\.propertyList))
    return record
  }
}

/// A list of settings bears the identifier of the program.
extension ListRecord: Identified { static var idPrefix: IDPrefix { .program } }

extension Room: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let capacity = try fields.integer("capacity")
    let history = try fields.list("history", of: HistoryEntry<RecordEdit<Room>>.init(stored:))
    let id = try fields.id("id", of: Room.self)
    let isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    let kind: Coded<RoomKind> = try fields.coded("kind")
    self.init(id: id, name: try fields.string("name"), capacity: capacity, kind: kind)
    (self.history, self.isWithdrawn) = (history, isWithdrawn)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("capacity", capacity)
    record.setList("history", history)
    record.set("id", id)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.set("kind", kind)
    record.set("name", name)
    return record
  }
}

extension CalendarEntry: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let date = try fields.calendarDate("date")
    let history = try fields.list(
      "history",
      of: HistoryEntry<RecordEdit<CalendarEntry>>.init(stored:)
    )
    let isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    let kind: Coded<CalendarEntryKind> = try fields.coded("kind")
    self.init(date: date, kind: kind, note: try fields.string("note"))
    (self.history, self.isWithdrawn) = (history, isWithdrawn)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("date", date)
    record.setList("history", history)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.set("kind", kind)
    record.set("note", note)
    return record
  }
}

extension ListRecord: Equatable where Element: Equatable {}
