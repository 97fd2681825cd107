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
  ///   - words: What the audit log says about what is replaced, in the words of the files.
  /// - Throws: `changedByOthers` when a record on disk isn't the one this window read, `untrusted`
  ///   when its file can't be trusted, `otherProgram`, `badIdentifier`, `locked`, `disk`.
  package func add(
    _ snapshot: ProgramSnapshot,
    durable: Bool,
    by staff: StaffID? = nil,
    at now: Instant,
    saying words: String = ""
  ) throws(StorageError) {
    guard snapshot.program.id == program.id else { throw .otherProgram(path) }
    try snapshot.checkIdentifiers()
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(Incoming.lock, in: locks)
    defer { withExtendedLifetime(lock) {} }
    try Incoming.finish(in: root)
    let chains = try lockChains(of: snapshot.notes, in: locks)
    defer { withExtendedLifetime(chains) {} }
    var events: [AuditEvent] = []
    do throws(StorageError) {
      let incoming = try root.madeFolder(Layout.incoming, isSynced: durable)
      let stamp = SaveStamp(at: now, by: staff)
      var addition = Addition(self, to: incoming, stamp: stamp, saying: words)
      try addition.write(snapshot)
      events = addition.events
      if durable { try root.syncEverything() }
      try incoming.write([], toNew: Incoming.ready, isSynced: durable)
      if durable { try incoming.sync() }
    } catch {
      Incoming.abandon(in: root)
      throw error
    }
    try Incoming.finish(in: root)
    if durable { try root.syncEverything() }
    audit(events)
  }
}

extension DataFolder {
  private func lockChains(
    of notes: [NoteRecord],
    in locks: Folder
  ) throws(StorageError) -> [FileLock] {
    var held: [FileLock] = []
    for client in Set(notes.map(\.note.clientID)).sorted() {
      held.append(try FileLock.take(Layout.chainLock(client), in: locks))
    }
    return held
  }
}

/// Compares the records to add with those on disk, and writes what is new or different.
private struct Addition {
  private let folder: DataFolder
  private var writer: BulkWriter
  private let stamp: SaveStamp
  private let words: String
  /// The lists that are written, and the records that take the place of others.
  private(set) var events: [AuditEvent] = []

  init(_ folder: DataFolder, to incoming: Folder, stamp: SaveStamp, saying words: String) {
    self.folder = folder
    self.stamp = stamp
    self.words = words
    writer = BulkWriter(root: incoming, stamp: stamp, today: folder.program.zone.date(of: stamp.at))
  }

  mutating func write(_ snapshot: ProgramSnapshot) throws(StorageError) {
    let id = folder.program.id
    try merge(snapshot.ruleSets, at: .ruleSets(id)) { $0.id == $1.id }
    try merge(snapshot.rooms, at: .rooms(id)) { $0.id == $1.id }
    try merge(snapshot.calendar, at: .calendar(id)) { $0.date == $1.date }
    for person in snapshot.staff { try write(person, at: .staff(person.id)) }
    for group in snapshot.groups { try write(group) }
    for client in snapshot.clients { try write(client, at: .client(client.id)) }
    for episode in snapshot.episodes {
      try write(episode, at: .episode(episode.id, of: episode.clientID))
    }
    for plan in snapshot.plans { try write(plan, at: .plan(plan.id, of: plan.clientID)) }
    for one in snapshot.followUps { try write(one, at: .followUp(one.id, of: one.clientID)) }
    for session in snapshot.sessions {
      try write(session, at: .session(session.id, on: session.serviceDate))
    }
    for meeting in snapshot.appointments {
      let place = RecordPlace.appointment(meeting.id, on: meeting.serviceDate)
      try write(meeting, at: place, about: meeting.clientID)
    }
    try writeNotes(of: snapshot)
    for draft in snapshot.drafts { try write(draft) }
  }

  private mutating func writeNotes(of snapshot: ProgramSnapshot) throws(StorageError) {
    var notes: [ClientID: ClientNotes] = [:]
    for client in Set(snapshot.notes.map(\.note.clientID)) {
      notes[client] = folder.readNotes(of: client)
    }
    let addition = try NoteAddition(snapshot.notes, to: notes)
    let folder = folder
    try writer.write(addition, of: folder.program.id) { place throws(StorageError) in
      try Self.present(place, in: folder)
    }
  }

  private mutating func write(_ draft: NoteDraft) throws(StorageError) {
    let path = Layout.draftFolder(draft.authorID)
    var problems: [RecordProblem] = []
    if let drafts = try folder.root.descend(path) {
      if let old = folder.readDraft(draft.document, in: drafts, problems: &problems) {
        guard old.draft == draft else {
          throw .changedByOthers(drafts.pathOf(Layout.journal(draft.document)))
        }
        return
      }
      if let problem = problems.first { throw .untrusted(problem) }
    }
    try writer.write(draft)
  }

  private mutating func write<Record: StoredRecord & Equatable>(
    _ record: Record,
    at place: RecordPlace,
    about client: ClientID? = nil
  ) throws(StorageError) {
    let old: RecordFile<Record>? = try present(place)
    guard old?.record != record else { return }
    guard old == nil || old?.checksum == folder.memory.known[place.path]?.checksum else {
      throw .changedByOthers(place.path)
    }
    try writer.write(record, at: place, after: old?.envelope)
    guard let old else { return }
    tell(place, old.envelope.revision + 1)
    if let client { events[events.count - 1].clientID = client }
  }

  private mutating func tell(_ place: RecordPlace, _ revision: Int) {
    events.append(AuditEvent(saved: place, revision: revision, stamp: stamp, saying: words))
  }

  /// Writes a group and, by month, its enrollments that ended; of what lies there only that is taken
  /// out which is in the group's own file now, or was taken back.
  private mutating func write(_ group: GroupSeries) throws(StorageError) {
    let files = GroupFiles(group, today: writer.today)
    let own = Set(files.own.enrollments.map(\.id))
    let gone = Self.takenBack(group)
    var months = Dictionary(uniqueKeysWithValues: files.months.map { ($0.month, $0.enrollments) })
    for month in gone.keys where months[month] == nil { months[month] = [] }
    for (month, enrollments) in months.sorted(by: { $0.key < $1.key }) {
      let place = RecordPlace.enrollments(of: group.id, endedIn: month)
      let old: RecordFile<ListRecord<Enrollment>>? = try present(place)
      var list = (old?.record.elements ?? []).filter {
        !own.contains($0.id) && gone[month]?.contains($0.id) != true
      }
      guard old != nil || !enrollments.isEmpty else { continue }
      for enrollment in enrollments {
        if let index = list.firstIndex(where: { $0.id == enrollment.id }) {
          list[index] = enrollment
        } else {
          list.append(enrollment)
        }
      }
      try write(ListRecord(list), at: place)
    }
    try write(files.own, at: .group(group.id))
  }

  /// Enrollments that ended and that the group's history says were taken back, by their months.
  private static func takenBack(_ group: GroupSeries) -> [CalendarDate: Set<EnrollmentID>] {
    let present = Set(group.enrollments.map(\.id))
    var gone: [CalendarDate: Set<EnrollmentID>] = [:]
    for entry in group.history {
      guard case .enrollment(let id, let edit) = entry.edit, edit.after == nil,
        !present.contains(id), let before = edit.before,
        let month = EndedEnrollments.month(of: before, today: .latest)
      else { continue }
      gone[month, default: []].insert(id)
    }
    return gone
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
    if place.kind == .ruleSets, let old {
      // What they were is asked for when the past is looked at.
      let past = RecordPlace.pastRuleSets(folder.program.id, revision: old.envelope.revision)
      let kept: RecordFile<ListRecord<Element>>? = try present(past)
      if kept == nil { try writer.write(old.record, at: past, as: old.envelope) }
    }
    try writer.write(ListRecord(list), at: place, after: old?.envelope)
    tell(place, (old?.envelope.revision ?? 0) + 1)
  }

  private func present<Record: StoredRecord>(
    _ place: RecordPlace
  ) throws(StorageError) -> RecordFile<Record>? {
    try Self.present(place, in: folder)
  }

  private static func present<Record: StoredRecord>(
    _ place: RecordPlace,
    in folder: DataFolder
  ) throws(StorageError) -> RecordFile<Record>? {
    guard let parent = try folder.root.descend(place.folder) else { return nil }
    do throws(FileFault) {
      return try parent.record(at: place)
    } catch {
      if error == .missing { return nil }
      throw .untrusted(error.problem(at: place))
    }
  }
}
