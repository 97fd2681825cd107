import Domain

/// Saving and reading again the records of administration: clients, stays, staff, groups, rooms.
extension DataFolder {
  func saveRecord(
    _ record: RecordReference,
    from data: ProgramData,
    stamp: SaveStamp
  ) throws(StorageError) {
    guard let place = recordPlace(of: record, in: data) else { throw .notLoaded }
    switch record {
    case .client(let id): try save(data.kept(id), at: place, stamp: stamp)
    case .episode(let id): try save(data.kept(id), at: place, stamp: stamp)
    case .staff(let id): try save(data.kept(id), at: place, stamp: stamp)
    case .followUp(let id): try save(data.kept(id), at: place, stamp: stamp)
    case .group(let id):
      guard let group = data.kept(id) else { throw .notLoaded }
      try saveGroup(group, at: place, stamp: stamp)
    case .rooms: try save(ListRecord(data.keptRooms), at: place, stamp: stamp)
    case .calendar: try save(ListRecord(data.keptCalendar), at: place, stamp: stamp)
    case .session, .appointment: throw .notLoaded
    }
    memory.places[record] = place
  }

  private func save<Record: StoredRecord & Identified>(
    _ record: Record?,
    at place: RecordPlace,
    stamp: SaveStamp
  ) throws(StorageError) {
    guard let record else { throw .notLoaded }
    try save(record, at: place, stamp: stamp)
  }

  /// Takes in what others saved of a record; the loaded weeks follow it.
  func reloadRecord(
    _ record: RecordReference,
    into data: inout ProgramData
  ) throws(StorageError) {
    guard let place = recordPlace(of: record, in: data),
      let folder = try root.descend(place.folder)
    else { throw .notLoaded }
    switch record {
    case .client:
      let client: Client = try readAgain(place, in: folder)
      data.keep(client)
    case .episode:
      let episode: Episode = try readAgain(place, in: folder)
      data.keep(episode)
    case .staff:
      let person: Staff = try readAgain(place, in: folder)
      data.keep(person)
    case .followUp:
      let one: FollowUp = try readAgain(place, in: folder)
      data.keep(one)
    case .group:
      var group: GroupSeries = try readAgain(place, in: folder)
      group.add(ended: ended(of: data.kept(group.id)))
      data.keep(group)
      loadEnrollmentsOfLoadedWeeks(into: &data)
      loadClients(Set(group.enrollments.map(\.clientID)).sorted(), into: &data)
    case .rooms:
      let rooms: ListRecord<Room> = try readAgain(place, in: folder)
      for room in rooms.elements { data.keep(room) }
    case .calendar:
      let days: ListRecord<CalendarEntry> = try readAgain(place, in: folder)
      data.forgetCalendar()
      for day in days.elements { data.keep(day) }
    case .session, .appointment: throw .notLoaded
    }
    forget(problemsOf: [place.path], in: &data)
    data.recomputeWeeks()
  }

  /// Where a record of administration lies; nil for other records, and for one that isn't here.
  private func recordPlace(of record: RecordReference, in data: ProgramData) -> RecordPlace? {
    switch record {
    case .client(let id): .client(id)
    case .episode(let id): data.kept(id).map { .episode(id, of: $0.clientID) }
    case .staff(let id): .staff(id)
    case .followUp(let id): data.kept(id).map { .followUp(id, of: $0.clientID) }
    case .group(let id): .group(id)
    case .rooms: .rooms(program.id)
    case .calendar: .calendar(program.id)
    case .session, .appointment: nil
    }
  }
}
