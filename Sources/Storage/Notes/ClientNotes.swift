import Domain

/// Everything signed about one client, as it was found.
struct ClientNotes {
  let clientID: ClientID
  /// By number.
  var links: [FoundLink] = []
  /// The end of the chain; nil where there is none yet.
  var head: NoteChain?
  var headEnvelope: Envelope?
  /// Files that are there and can't be used.
  var unusable: [UnusableFile] = []
  var problems: [RecordProblem] = []

  /// The notes in the order in which they were signed, each with what happened to it.
  var records: [NoteRecord] {
    var records: [NoteRecord] = []
    var places: [NoteID: Int] = [:]
    for link in links {
      if case .note(let note) = link.content {
        places[note.id] = records.count
        records.append(NoteRecord(note: note))
      }
    }
    for link in links {
      if case .event(let event) = link.content, let place = places[event.noteID] {
        records[place].events.append(event)
      }
    }
    for place in records.indices { records[place].events.sort { $0.number < $1.number } }
    return records
  }

  /// What the next link follows: the last file, or the chain's end where that is further on.
  var end: (number: Int, hash: String) {
    let last = links.last?.link
    if let head, head.count > last?.number ?? 0 { return (head.count, head.last) }
    return (last?.number ?? 0, last?.hash ?? ChainLink.noHash)
  }
}

struct FoundLink {
  let place: RecordPlace
  let link: ChainLink
  let content: LinkContent
}

enum LinkContent: Equatable {
  case note(ProgressNote)
  case event(NoteEvent)
}

struct UnusableFile {
  let place: RecordPlace
  let fault: FileFault
}

extension DataFolder {
  /// Reads everything signed about a client.
  func readNotes(of client: ClientID) -> ClientNotes {
    var notes = ClientNotes(clientID: client)
    readChain(into: &notes)
    guard let folder = openFolder(Layout.notesFolder(client), problems: &notes.problems) else {
      return notes
    }
    let names = recordNames(in: folder, problems: &notes.problems) {
      RecordPlace(ofNote: $0, of: client) != nil
    }
    for place in names.compactMap({ RecordPlace(ofNote: $0, of: client) }) {
      do throws(FileFault) {
        notes.links.append(try readLink(at: place, in: folder))
      } catch {
        notes.unusable.append(UnusableFile(place: place, fault: error))
      }
    }
    notes.links.sort { ($0.link.number, $0.place.name) < ($1.link.number, $1.place.name) }
    return notes
  }

  private func readChain(into notes: inout ClientNotes) {
    let place = RecordPlace.chain(of: notes.clientID)
    guard let folder = openFolder(place.folder, problems: &notes.problems) else { return }
    do throws(FileFault) {
      let file = try folder.record(at: place, as: NoteChain.self)
      notes.head = file.record
      notes.headEnvelope = file.envelope
    } catch {
      if error != .missing { notes.unusable.append(UnusableFile(place: place, fault: error)) }
    }
  }

  func readLink(at place: RecordPlace, in folder: Folder) throws(FileFault) -> FoundLink {
    if place.kind == .note {
      let file = try folder.record(at: place, as: ChainedRecord<ProgressNote>.self)
      try file.envelope.checkSigned(file.record.content.signature)
      return FoundLink(place: place, link: file.record.link, content: .note(file.record.content))
    }
    let file = try folder.record(at: place, as: ChainedRecord<NoteEvent>.self)
    try file.envelope.checkSigned(file.record.content.signature)
    return FoundLink(place: place, link: file.record.link, content: .event(file.record.content))
  }

  /// One note with everything that happened to it, without looking at the others; nil where there
  /// is no such note.
  func readNote(_ id: NoteID, of client: ClientID) throws(StorageError) -> NoteRecord? {
    guard let folder = try root.descend(Layout.notesFolder(client)) else { return nil }
    var place = RecordPlace.note(id, of: client)
    do throws(FileFault) {
      guard case .note(let note) = try readLink(at: place, in: folder).content else { return nil }
      var record = NoteRecord(note: note)
      while true {
        place = .noteEvent(record.events.count + 1, of: id, client: client)
        guard folder.facts(of: place.name) != nil,
          case .event(let event) = try readLink(at: place, in: folder).content
        else { return record }
        record.events.append(event)
      }
    } catch .missing {
      return nil
    } catch {
      throw .untrusted(error.problem(at: place, client: code(of: client)))
    }
  }

  /// The client's number in the program, or the identifier where that can't be read.
  func code(of client: ClientID) -> String {
    let place = RecordPlace.client(client)
    do {
      guard let folder = try root.descend(place.folder) else { return client.rawValue }
      return try folder.record(at: place, as: Client.self).record.mrn
    } catch {
      return client.rawValue
    }
  }
}

extension Envelope {
  /// Who and when say the same as the signature; a signed file has one revision.
  fileprivate func checkSigned(_ signature: Signature) throws(FileFault) {
    guard revision == 1, createdBy == signature.by, changedBy == signature.by,
      createdAt == signature.at, changedAt == signature.at
    else { throw .misplaced("who and when in it isn't what was signed") }
  }
}
