import Domain
import PropertyList

/// The steps of signing; `DataFolder.sign` says in which order and why.
extension DataFolder {
  /// Writes a link of the client's chain, and lists it.
  func write(_ signing: Signing, listed date: CalendarDate) throws(StorageError) -> NoteEntry {
    let client = signing.client
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(Layout.chainLock(client), in: locks)
    defer { withExtendedLifetime(lock) {} }
    var notes = readNotes(of: client)
    let chain = RecordPlace.chain(of: client)
    if let broken = notes.unusable.first(where: { $0.place == signing.place || $0.place == chain })
    {
      throw .untrusted(broken.fault.problem(at: broken.place, client: code(of: client)))
    }
    let isThere = try isWritten(signing, in: notes)
    let link = isThere ? nil : try FoundLink(signing, after: notes.end)
    if let link {
      notes.links.append(link)
    }
    guard let record = notes.records.first(where: { $0.note.id == signing.place.noteID }) else {
      throw .notLoaded
    }
    let entry = NoteEntry(record)
    let stamp = SaveStamp(at: signing.signature.at, by: signing.signature.by)
    try list(entry, isClaimed: true, on: date, stamp: stamp)
    if let link {
      let folder = try root.madeFolders(signing.place.folder, isSynced: true)
      try folder.replace(
        signing.place.name,
        with: try link.file(signing, under: root.seal),
        mode: 0o400
      )
    }
    try writeHead(notes, stamp: stamp)
    try list(entry, isClaimed: false, on: date, stamp: stamp)
    return entry
  }

  /// Whether the very same was written by an attempt that was cut off.
  private func isWritten(
    _ signing: Signing,
    in notes: ClientNotes
  ) throws(StorageError) -> Bool {
    if let link = notes.links.first(where: { $0.place == signing.place }) {
      guard link.content == signing.content else { throw signing.conflict }
      return true
    }
    if case .event(let event) = signing.content {
      let record = notes.records.first { $0.note.id == event.noteID }
      guard record?.events.count == event.number - 1 else { throw signing.conflict }
    }
    return false
  }

  private func writeHead(_ notes: ClientNotes, stamp: SaveStamp) throws(StorageError) {
    let end = notes.end
    guard notes.head?.count != end.number else { return }
    let place = RecordPlace.chain(of: notes.clientID)
    let head = NoteChain(clientID: notes.clientID, count: end.number, last: end.hash)
    let envelope =
      notes.headEnvelope?.next(at: stamp.at, by: stamp.by)
      ?? Envelope(new: place, at: stamp.at, by: stamp.by)
    let bytes = try root.file(of: head, envelope: envelope, at: place)
    let folder = try root.madeFolders(place.folder, isSynced: true)
    try folder.replace(place.name, with: bytes)
  }
}

extension Signing {
  fileprivate var client: ClientID {
    switch content {
    case .note(let note): note.clientID
    case .event(let event): event.clientID
    }
  }

  var conflict: StorageError {
    switch content {
    case .note: .alreadySigned(place.path)
    case .event: .changedByOthers(place.path)
    }
  }
}

extension FoundLink {
  /// The link of what is being signed, behind the chain's end.
  init(_ signing: Signing, after end: (number: Int, hash: String)) throws(StorageError) {
    do throws(PropertyListError) {
      switch signing.content {
      case .note(let note):
        link = try ChainedRecord(note, number: end.number + 1, after: end.hash).link
      case .event(let event):
        link = try ChainedRecord(event, number: end.number + 1, after: end.hash).link
      }
    } catch {
      throw .unwritable(signing.place.path, reason: error.message)
    }
    place = signing.place
    content = signing.content
  }

  /// The bytes of its file.
  func file(_ signing: Signing, under seal: Seal?) throws(StorageError) -> [UInt8] {
    let envelope = Envelope(new: place, at: signing.signature.at, by: signing.signature.by)
    do throws(PropertyListError) {
      switch content {
      case .note(let note):
        let record = try ChainedRecord(note, number: link.number, after: link.previous)
        return try envelope.file(of: record.propertyList, at: place, under: seal)
      case .event(let event):
        let record = try ChainedRecord(event, number: link.number, after: link.previous)
        return try envelope.file(of: record.propertyList, at: place, under: seal)
      }
    } catch {
      throw .unwritable(place.path, reason: error.message)
    }
  }
}
