import Domain

/// Signed notes that are added many at once: new links of their clients' chains.
struct NoteAddition {
  private(set) var links: [(signing: Signing, link: FoundLink)] = []
  /// The ends of the chains that grew, with the envelopes of those that were there.
  private(set) var heads: [(head: NoteChain, old: Envelope?)] = []
  private(set) var entries: [CalendarDate: [NoteEntry]] = [:]

  /// Finds what is new of some notes, in the order of their signatures.
  ///
  /// - Parameters:
  ///   - records: The notes.
  ///   - present: What is signed already, by client; none where it is left out.
  /// - Throws: `alreadySigned`, `changedByOthers` where the same note is there with another text.
  init(_ records: [NoteRecord], to present: [ClientID: ClientNotes]) throws(StorageError) {
    let clients = Dictionary(grouping: records, by: \.note.clientID)
    for (client, records) in clients.sorted(by: { $0.0 < $1.0 }) {
      var notes = present[client] ?? ClientNotes(clientID: client)
      let signings = records.flatMap(Signing.all)
      let ordered = signings.enumerated().sorted {
        ($0.element.signature.at, $0.offset) < ($1.element.signature.at, $1.offset)
      }
      let count = links.count
      for signing in ordered.map(\.element) {
        if let old = notes.links.first(where: { $0.place == signing.place }) {
          guard old.content == signing.content else { throw signing.conflict }
          continue
        }
        let link = try FoundLink(signing, after: notes.end)
        notes.links.append(link)
        links.append((signing, link))
      }
      guard links.count > count else { continue }
      let end = notes.end
      let head = NoteChain(clientID: client, count: end.number, last: end.hash)
      heads.append((head, notes.headEnvelope))
      for record in notes.records {
        entries[record.note.service.date, default: []].append(NoteEntry(record))
      }
    }
  }
}

extension Signing {
  /// A note and all that happened to it.
  fileprivate static func all(_ record: NoteRecord) -> [Signing] {
    let note = record.note
    let first = Signing(
      content: .note(note),
      place: .note(note.id, of: note.clientID),
      signature: note.signature
    )
    return [first]
      + record.events.map { event in
        Signing(
          content: .event(event),
          place: .noteEvent(event.number, of: note.id, client: note.clientID),
          signature: event.signature
        )
      }
  }
}

extension BulkWriter {
  /// Writes signed notes with their chains and the days' lists.
  mutating func write(
    _ addition: NoteAddition,
    of program: ID<Program>,
    present: (RecordPlace) throws(StorageError) -> RecordFile<NoteList>?
  ) throws(StorageError) {
    for (signing, link) in addition.links {
      let bytes = try link.file(signing, under: seal)
      try write(bytes, in: link.place.folder, toNew: link.place.name, mode: 0o400)
    }
    for (head, old) in addition.heads {
      try write(head, at: .chain(of: head.clientID), after: old)
    }
    for (date, entries) in addition.entries.sorted(by: { $0.0 < $1.0 }) {
      let place = RecordPlace.noteList(date, of: program)
      let old = try present(place)
      var list = old?.record ?? NoteList(date: date)
      for entry in entries { list.set(ListedNote(entry)) }
      if list != old?.record { try write(list, at: place, after: old?.envelope) }
    }
  }

  /// Writes a draft's journal, as one that was left in good order.
  mutating func write(_ draft: NoteDraft) throws(StorageError) {
    let stored = StoredDraft(
      draft: draft,
      versions: [],
      lastWriteAt: draft.startedAt,
      wasLeft: true,
      aside: [],
      isDamaged: false
    )
    let path = Layout.draftFolder(draft.authorID)
    let name = Layout.journal(draft.document)
    let plain = try DataFolder.journal(stored, path: path + "/" + name)
    let file = try SealedJournal.file(
      plain,
      of: draft.document,
      path: path + "/" + name,
      under: seal
    )
    try write(file, in: path, toNew: name)
  }
}
