package import Domain

extension DataFolder {
  /// Adds the records of a snapshot to the folder: all of them, or none.
  ///
  /// A record that is there already is replaced, if it isn't equal and is the one this window read;
  /// the lists of rooms, rule sets and closed days take in what is new. Everything is first written
  /// to `incoming/`; once that is whole it is moved into place, and a move that is cut off is ended
  /// by whoever opens the folder next.
  ///
  /// - Parameters:
  ///   - snapshot: What to add, of the same program.
  ///   - durable: Whether everything is brought to disk before this returns.
  ///   - staff: Who does it; nil is the program itself.
  ///   - now: When.
  /// - Throws: `changedByOthers` when a record on disk isn't the one this window read, `untrusted`
  ///   when its file can't be trusted, `otherProgram`, `badIdentifier`, `locked`, `disk`.
  package func add(
    _ snapshot: ProgramSnapshot,
    durable: Bool,
    by staff: StaffID? = nil,
    at now: Instant
  ) throws(StorageError) {
    guard snapshot.program.id == program.id else { throw .otherProgram(path) }
    try snapshot.checkIdentifiers()
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(Incoming.lock, in: locks)
    defer { withExtendedLifetime(lock) {} }
    try Incoming.finish(in: root)
    do throws(StorageError) {
      let incoming = try root.madeFolder(Layout.incoming, isSynced: durable)
      var addition = Addition(self, to: incoming, stamp: SaveStamp(at: now, by: staff))
      try addition.write(snapshot)
      if durable { try root.syncEverything() }
      try incoming.write([], toNew: Incoming.ready, isSynced: durable)
      if durable { try incoming.sync() }
    } catch {
      Incoming.abandon(in: root)
      throw error
    }
    try Incoming.finish(in: root)
    if durable { try root.syncEverything() }
  }
}

/// Compares the records to add with those on disk, and writes what is new or different.
private struct Addition {
  private let folder: DataFolder
  private var writer: BulkWriter

  init(_ folder: DataFolder, to incoming: Folder, stamp: SaveStamp) {
    self.folder = folder
    writer = BulkWriter(root: incoming, stamp: stamp)
  }

  mutating func write(_ snapshot: ProgramSnapshot) throws(StorageError) {
    let id = folder.program.id
    try merge(snapshot.ruleSets, at: .ruleSets(id)) { $0.id == $1.id }
    try merge(snapshot.rooms, at: .rooms(id)) { $0.id == $1.id }
    try merge(snapshot.calendar, at: .calendar(id)) { $0.date == $1.date }
    for person in snapshot.staff { try write(person, at: .staff(person.id)) }
    for group in snapshot.groups { try write(group, at: .group(group.id)) }
    for client in snapshot.clients { try write(client, at: .client(client.id)) }
    for episode in snapshot.episodes {
      try write(episode, at: .episode(episode.id, of: episode.clientID))
    }
    for session in snapshot.sessions {
      try write(session, at: .session(session.id, on: session.serviceDate))
    }
    for meeting in snapshot.appointments {
      try write(meeting, at: .appointment(meeting.id, on: meeting.serviceDate))
    }
  }

  private mutating func write<Record: StoredRecord & Equatable>(
    _ record: Record,
    at place: RecordPlace
  ) throws(StorageError) {
    let old: RecordFile<Record>? = try present(place)
    guard old?.record != record else { return }
    guard old == nil || old?.checksum == folder.memory.known[place.path]?.checksum else {
      throw .changedByOthers(place.path)
    }
    try writer.write(record, at: place, after: old?.envelope)
  }

  private mutating func merge<Element: StoredRecord & Equatable>(
    _ elements: [Element],
    at place: RecordPlace,
    where isSame: (Element, Element) -> Bool
  ) throws(StorageError) {
    let old: RecordFile<ListRecord<Element>>? = try present(place)
    var list = old?.record.elements ?? []
    for element in elements {
      if let index = list.firstIndex(where: { isSame($0, element) }) {
        list[index] = element
      } else {
        list.append(element)
      }
    }
    guard list != old?.record.elements ?? [] else { return }
    try writer.write(ListRecord(list), at: place, after: old?.envelope)
  }

  private func present<Record: StoredRecord>(
    _ place: RecordPlace
  ) throws(StorageError) -> RecordFile<Record>? {
    guard let parent = try folder.root.descend(place.folder) else { return nil }
    do throws(FileFault) {
      return try RecordFile(try parent.read(place.name), at: place)
    } catch {
      if error == .missing { return nil }
      throw .untrusted(error.problem(at: place))
    }
  }
}
