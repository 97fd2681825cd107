import Domain

/// Where signed notes, their chains and the days' lists lie.
extension Layout {
  static let noteList = "notes.plist"
  static let chain = "chain.plist"

  static func notesFolder(_ client: ClientID) -> String { clientFolder(client) + "/notes" }

  /// The lock under which a client's chain grows.
  static func chainLock(_ client: ClientID) -> String { client.rawValue + ".chain" }

  static func noteListLock(_ date: CalendarDate) -> String { "notes-" + dayFolderName(date) }
}

extension RecordPlace {
  static func note(_ id: NoteID, of client: ClientID) -> RecordPlace {
    RecordPlace(
      kind: .note,
      id: id.rawValue,
      folder: Layout.notesFolder(client),
      name: id.rawValue + Layout.suffix
    )
  }

  static func noteEvent(_ number: Int, of note: NoteID, client: ClientID) -> RecordPlace {
    RecordPlace(
      kind: .noteEvent,
      id: "\(note).\(number)",
      folder: Layout.notesFolder(client),
      name: "\(note).\(number)" + Layout.suffix
    )
  }

  static func chain(of client: ClientID) -> RecordPlace {
    RecordPlace(
      kind: .noteChain,
      id: client.rawValue,
      folder: Layout.clientFolder(client),
      name: Layout.chain
    )
  }

  static func noteList(_ date: CalendarDate, of program: ID<Program>) -> RecordPlace {
    RecordPlace(
      kind: .noteList,
      id: program.rawValue,
      folder: Layout.dayFolder(date),
      name: Layout.noteList,
      date: date
    )
  }

  /// The place of a file in a client's folder of notes; nil for a name that is none's.
  init?(ofNote name: String, of client: ClientID) {
    if let id = StoredID.inFileName(name, .note) {
      self = .note(NoteID(id), of: client)
      return
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let number = Int(parts[1]), number > 0,
      StoredID.isValid(String(parts[0]), .note)
    else { return nil }
    let place = RecordPlace.noteEvent(number, of: NoteID(String(parts[0])), client: client)
    guard place.name == name else { return nil }
    self = place
  }

  /// The note that a file in a client's folder of notes belongs to.
  var noteID: NoteID { NoteID(String(id.prefix { $0 != "." })) }
}
