import Domain
import PropertyList

/// A file whose checksum doesn't fit, as a person sees it before accepting it.
package struct InspectedFile: Equatable, Sendable {
  /// The path below the data folder.
  package var path: String
  package var kind: String
  package var id: String
  package var revision: Int
  /// Whether the checksum fits already.
  package var isSound: Bool
  /// The record as text, line by line; it holds what the file holds, names too.
  package var lines: [String]
}

extension DataFolder {
  /// What a file holds, whatever its checksum says.
  ///
  /// - Parameter file: A path below the data folder, or one that begins with the folder's own path.
  /// - Returns: What the file would be accepted as.
  /// - Throws: `untrusted` when it isn't a record that belongs to its place, whatever the checksum.
  package func inspect(file: String) throws(StorageError) -> InspectedFile {
    try mended(file).inspected
  }

  /// Takes a file as it was mended by hand, and renews its form and its checksum line.
  ///
  /// The content stays what the person wrote, the revision too: a window that read the file before
  /// finds that it is another one. A sealed file can't be mended by hand: it opens, or it doesn't.
  package func accept(file: String) throws(StorageError) -> InspectedFile {
    let mended = try mended(file)
    guard root.seal == nil else { return mended.inspected }
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(mended.inspected.id, in: locks)
    defer { withExtendedLifetime(lock) {} }
    guard let folder = try root.descend(mended.place.folder) else {
      throw .untrusted(FileFault.missing.problem(at: mended.place))
    }
    try folder.replace(mended.place.name, with: mended.bytes)
    return mended.inspected
  }

  private func mended(_ file: String) throws(StorageError) -> MendedFile {
    guard let place = RecordPlace(path: below(file), program: program.id) else {
      throw .untrusted(.foreign(below(file)))
    }
    guard let folder = try root.descend(place.folder) else {
      throw .untrusted(FileFault.missing.problem(at: place))
    }
    do throws(FileFault) {
      return try MendedFile(try folder.plainFile(at: place), at: place)
    } catch {
      throw .untrusted(error.problem(at: place))
    }
  }

  /// What a path on disk is called in the program.
  package func calledName(_ path: String) -> String { below(path) }

  /// A path below the data folder, with its names as they are called in the program.
  private func below(_ file: String) -> String {
    let head = path.hasSuffix("/") ? path : path + "/"
    let rest = file.hasPrefix(head) ? String(file.dropFirst(head.count)) : file
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.map { root.seal?.names.called($0) ?? $0 }.joined(separator: "/")
  }
}

/// A file in the form it will have once it is accepted.
private struct MendedFile {
  let place: RecordPlace
  let bytes: [UInt8]
  let inspected: InspectedFile

  init(_ file: [UInt8], at place: RecordPlace) throws(FileFault) {
    self.place = place
    let body = Checksum(lineOf: file) == nil ? file : Array(file.dropLast(Checksum.lineLength))
    let form: [UInt8]
    do throws(PropertyListError) {
      let node = try PropertyListReader.read(body, mode: .lenient)
      form = try PropertyListWriter.bytes(of: node.value)
    } catch {
      throw FileFault(error)
    }
    bytes = form + Checksum(of: form[...]).line
    let envelope = try place.envelope(of: bytes, under: nil)
    inspected = InspectedFile(
      path: place.path,
      kind: place.kind.rawValue,
      id: envelope.id,
      revision: envelope.revision,
      isSound: file == bytes,
      lines: String(decoding: form, as: UTF8.self).split(separator: "\n").map(String.init)
    )
  }
}

extension RecordPlace {
  /// Checks a file's bytes as the record of this place.
  func envelope(of bytes: [UInt8], under seal: Seal?) throws(FileFault) -> Envelope {
    switch kind {
    case .program: try RecordFile<ProgramRecord>(bytes, at: self, under: seal).envelope
    case .ruleSets: try RecordFile<ListRecord<RuleSet>>(bytes, at: self, under: seal).envelope
    case .rooms: try RecordFile<ListRecord<Room>>(bytes, at: self, under: seal).envelope
    case .calendar: try RecordFile<ListRecord<CalendarEntry>>(bytes, at: self, under: seal).envelope
    case .auditAnchor: try RecordFile<AuditAnchor>(bytes, at: self, under: seal).envelope
    case .staff: try RecordFile<Staff>(bytes, at: self, under: seal).envelope
    case .group: try RecordFile<GroupSeries>(bytes, at: self, under: seal).envelope
    case .enrollments:
      try RecordFile<ListRecord<Enrollment>>(bytes, at: self, under: seal).envelope
    case .client: try RecordFile<Client>(bytes, at: self, under: seal).envelope
    case .episode: try RecordFile<Episode>(bytes, at: self, under: seal).envelope
    case .plan: try RecordFile<TreatmentPlan>(bytes, at: self, under: seal).envelope
    case .followUp: try RecordFile<FollowUp>(bytes, at: self, under: seal).envelope
    case .session: try RecordFile<GroupSession>(bytes, at: self, under: seal).envelope
    case .appointment: try RecordFile<Appointment>(bytes, at: self, under: seal).envelope
    case .note: try RecordFile<ChainedRecord<ProgressNote>>(bytes, at: self, under: seal).envelope
    case .noteEvent: try RecordFile<ChainedRecord<NoteEvent>>(bytes, at: self, under: seal).envelope
    case .noteChain: try RecordFile<NoteChain>(bytes, at: self, under: seal).envelope
    case .noteList: try RecordFile<NoteList>(bytes, at: self, under: seal).envelope
    case .pin: try RecordFile<StoredPIN>(bytes, at: self, under: seal).envelope
    case .words: try RecordFile<StoredWords>(bytes, at: self, under: seal).envelope
    case .forms: try RecordFile<StoredForms>(bytes, at: self, under: seal).envelope
    case .grants: try RecordFile<ListRecord<Grant>>(bytes, at: self, under: seal).envelope
    case .access: try RecordFile<AccessRecord>(bytes, at: self, under: nil).envelope
    }
  }

  /// The place of what lies in one of a client's folders; nil for a name of no record.
  private init?(of client: ClientID, name: String) {
    if let id = StoredID.inFileName(name, .episode) {
      self = .episode(EpisodeID(id), of: client)
    } else if let id = StoredID.inFileName(name, .plan) {
      self = .plan(PlanID(id), of: client)
    } else if let id = StoredID.inFileName(name, .followUp) {
      self = .followUp(FollowUpID(id), of: client)
    } else if let place = RecordPlace(ofNote: name, of: client) {
      self = place
    } else {
      return nil
    }
  }

  /// The place that a path names; nil for a path that no record has.
  init?(path: String, program: ID<Program>) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let place: RecordPlace?
    switch (parts.first, parts.count) {
    case (Layout.program, 1): place = .program(program)
    case ("settings", 2):
      place = [.ruleSets(program), .rooms(program), .calendar(program), .grants(program)].first {
        $0.path == path
      }
    case ("settings", 3) where parts[1] == "past":
      place = RecordPlace.revision(ofPast: parts[2]).map {
        .pastRuleSets(program, revision: $0)
      }
    case ("settings", 3):
      place = StoredID.inFileName(parts[2], .staff).flatMap { id in
        [.pin(of: StaffID(id)), .words(of: StaffID(id)), .forms(of: StaffID(id))]
          .first { $0.path == path }
      }
    case (Layout.staff, 2):
      place = StoredID.inFileName(parts[1], .staff).map { .staff(StaffID($0)) }
    case (Layout.groups, 2):
      place = StoredID.inFileName(parts[1], .group).map { .group(GroupID($0)) }
    case (Layout.enrollments, 3):
      place = Layout.month(ofFolder: parts[1]).flatMap { month in
        StoredID.inFileName(parts[2], .group).map { .enrollments(of: GroupID($0), endedIn: month) }
      }
    case (Layout.audit, 2):
      place = StoredID.inFileName(parts[1], .staff).map { .auditAnchor(of: StaffID($0)) }
    case (Layout.clients, 3):
      let client = ClientID(parts[1])
      place = parts[2] == Layout.chain ? .chain(of: client) : .client(client)
    case (Layout.clients, 4):
      place = RecordPlace(of: ClientID(parts[1]), name: parts[3])
    case (Layout.days, 3):
      place = Layout.day(ofFolder: parts[1]).flatMap { date in
        parts[2] == Layout.noteList
          ? .noteList(date, of: program) : RecordPlace(ofDay: date, name: parts[2])
      }
    default: place = nil
    }
    guard let place, place.path == path,
      parts.first != Layout.clients || StoredID.isValid(parts[1], .client)
    else { return nil }
    self = place
  }
}
