package import Domain
import PropertyList

extension DataFolder {
  /// Saves a record, so that it survives a crash, a kill and a loss of power.
  ///
  /// Under the record's lock the file on disk must still be the one that was read. On every error
  /// the old file is whole, and the save can be tried again.
  ///
  /// - Throws: `changedByOthers` when someone else saved it, `untrusted` when its file can't be
  ///   trusted, `locked` when another window holds it, `disk` when the system says no, `notLoaded`
  ///   when the record isn't in the data.
  package func save(
    _ record: RecordReference,
    from data: ProgramData,
    by staff: StaffID,
    at now: Instant
  ) throws(StorageError) {
    switch record {
    case .session(let id):
      guard let session = data.sessions[id] else { throw .notLoaded }
      let place = RecordPlace.session(id, on: session.serviceDate)
      try save(session, at: place, stamp: SaveStamp(at: now, by: staff))
      memory.places[record] = place
    case .appointment(let id):
      guard let appointment = data.appointments[id] else { throw .notLoaded }
      let place = RecordPlace.appointment(id, on: appointment.serviceDate)
      try save(appointment, at: place, stamp: SaveStamp(at: now, by: staff))
      memory.places[record] = place
    case .client, .episode, .staff, .group, .followUp, .rooms, .calendar:
      try saveRecord(record, from: data, stamp: SaveStamp(at: now, by: staff))
    }
  }

  /// Saves any record.
  ///
  /// - Parameters:
  ///   - record: As it is in memory.
  ///   - place: Where it lies.
  ///   - stamp: When, and by whom.
  ///   - first: Done under the record's lock, once nobody else is known to have changed the file.
  /// - Throws: As `save(_:from:by:at:)` does.
  func save<Record: StoredRecord & Identified>(
    _ record: Record,
    at place: RecordPlace,
    stamp: SaveStamp,
    first: () throws(StorageError) -> Void = {}
  ) throws(StorageError) {
    do throws(StorageError) {
      try replace(record, at: place, stamp: stamp, first: first)
      memory.beforeReload[place.path] = nil
    } catch {
      if let known = memory.beforeReload.removeValue(forKey: place.path) {
        memory.known[place.path] = known
        memory.attempts[place.path] = nil
      }
      throw error
    }
  }

  private func replace<Record: StoredRecord & Identified>(
    _ record: Record,
    at place: RecordPlace,
    stamp: SaveStamp,
    first: () throws(StorageError) -> Void
  ) throws(StorageError) {
    guard StoredID.isValid(place.id, Record.idPrefix) else { throw .badIdentifier(place.id) }
    guard sharing().locksWork else { throw .noLocks(path) }
    let folder = try root.madeFolders(place.folder, isSynced: true)
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(place.id, in: locks)
    defer { withExtendedLifetime(lock) {} }
    let (old, present) = try present(record, at: place, in: folder)
    let envelope =
      old?.next(at: stamp.at, by: stamp.by) ?? Envelope(new: place, at: stamp.at, by: stamp.by)
    let bytes = try root.file(of: record, envelope: envelope, at: place)
    try first()
    memory.attempts[place.path] = Checksum(lineOf: bytes)
    memory.seen[place.path] = try folder.replace(place.name, with: bytes)
    memory.known[place.path] = memory.attempts.removeValue(forKey: place.path).map {
      KnownRecord(envelope: envelope, checksum: $0)
    }
    audit(
      record.auditEvents(since: present).map {
        var event = $0
        event.revision = envelope.revision
        return event
      }
    )
  }

  /// The envelope and the record of the file that is about to be replaced; nil where there never was
  /// one.
  ///
  /// A file that was read and is gone since is written again: what is in memory is all there is.
  private func present<Record: StoredRecord>(
    _: Record,
    at place: RecordPlace,
    in folder: Folder
  ) throws(StorageError) -> (Envelope?, Record?) {
    let found: RecordFile<Record>
    do throws(FileFault) {
      found = try folder.record(at: place)
    } catch {
      if error == .missing { return (memory.known[place.path]?.envelope, nil) }
      throw .untrusted(error.problem(at: place))
    }
    guard
      memory.known[place.path]?.checksum == found.checksum
        || memory.attempts[place.path] == found.checksum
    else { throw .changedByOthers(place.path) }
    return (found.envelope, found.record)
  }

  /// Takes in the newer revision of a record that someone else saved.
  ///
  /// What is in memory of this record is given up; everything else of its week stays as it is. If
  /// the next save of the record fails, the conflict is there again.
  ///
  /// - Throws: `untrusted` when the file can't be trusted, `notLoaded` when the record was neither
  ///   read nor saved in this window.
  package func reload(
    _ record: RecordReference,
    into data: inout ProgramData
  ) throws(StorageError) {
    guard record.isOfDay else { return try reloadRecord(record, into: &data) }
    guard let place = memory.places[record] ?? place(of: record, in: data), let date = place.date,
      let folder = try root.descend(place.folder)
    else { throw .notLoaded }
    let first = data.weekStart(of: date)
    var week = StoredWeek(first, of: data)
    switch record {
    case .session(let id):
      let session: GroupSession = try readAgain(place, in: folder)
      week.sessions.removeAll { $0.id == id }
      week.sessions.append(session)
    case .appointment(let id):
      let appointment: Appointment = try readAgain(place, in: folder)
      week.appointments.removeAll { $0.id == id }
      week.appointments.append(appointment)
    case .client, .episode, .staff, .group, .followUp, .rooms, .calendar: break
    }
    forget(problemsOf: [place.path], in: &data)
    loadClients(week.clients, into: &data)
    data.load(
      week: first,
      sessions: week.sessions,
      appointments: week.appointments,
      unusable: memory.unusable[first] ?? []
    )
  }

  private func place(of record: RecordReference, in data: ProgramData) -> RecordPlace? {
    switch record {
    case .session(let id): data.sessions[id].map { .session(id, on: $0.serviceDate) }
    case .appointment(let id): data.appointments[id].map { .appointment(id, on: $0.serviceDate) }
    case .client, .episode, .staff, .group, .followUp, .rooms, .calendar: nil
    }
  }

  func readAgain<Record: StoredRecord>(
    _ place: RecordPlace,
    in folder: Folder
  ) throws(StorageError) -> Record {
    memory.seen[place.path] = folder.facts(of: place.name)?.mark
    do throws(FileFault) {
      let file = try folder.record(at: place, as: Record.self)
      try checkNotRolledBack(file.envelope, since: memory.known[place.path])
      if memory.beforeReload[place.path] == nil {
        memory.beforeReload[place.path] = .some(memory.known[place.path])
      }
      remember(file, at: place)
      return file.record
    } catch {
      throw .untrusted(error.problem(at: place))
    }
  }
}

extension RecordReference {
  /// Whether the record lies in the folder of a day.
  var isOfDay: Bool {
    switch self {
    case .session, .appointment: true
    case .client, .episode, .staff, .group, .followUp, .rooms, .calendar: false
    }
  }
}

/// When and by whom something is saved.
struct SaveStamp {
  var at: Instant
  var by: StaffID?
}

/// What is in memory of a loaded week, with changes that aren't saved yet.
struct StoredWeek {
  var sessions: [GroupSession]
  var appointments: [Appointment]

  init(_ first: CalendarDate, of data: ProgramData) {
    let week = data.weeks[first] ?? WeekIndex()
    sessions = (Array(week.sessionsByDay.values.joined()) + week.withdrawnSessions)
      .filter { !data.isOnlyComputed($0, in: week) }.compactMap { data.sessions[$0] }
    let meetings = Array(week.appointmentsByDay.values.joined()) + week.withdrawn
    appointments = meetings.compactMap { data.appointments[$0] }
  }

  var clients: [ClientID] {
    var clients = Set(appointments.map(\.clientID))
    for session in sessions { clients.formUnion(session.rows.map(\.clientID)) }
    return clients.sorted()
  }
}
