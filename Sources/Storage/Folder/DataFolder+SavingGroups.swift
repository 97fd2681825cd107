import Domain

/// Saving a group: its own file, and by month what of its enrollments ended.
extension DataFolder {
  /// Saves a group; what ended before this month moves out of its own file on the way.
  ///
  /// The months are written before the group's own file, and what ended no longer is taken out of
  /// its month after that: cut off anywhere between, an enrollment lies in both, where the group's
  /// own file counts, and never in neither.
  func saveGroup(
    _ group: GroupSeries,
    at place: RecordPlace,
    stamp: SaveStamp
  ) throws(StorageError) {
    let files = GroupFiles(group, today: program.zone.local(stamp.at).date)
    let left = leftMonths(group, files)
    try save(files.own, at: place, stamp: stamp) { () throws(StorageError) in
      for (month, enrollments) in files.months
      where enrollments.contains(where: { memory.ended[$0.id] != $0 }) {
        try write(enrollments, without: [], endedIn: month, of: group.id, stamp)
      }
    }
    guard !left.isEmpty else { return }
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(group.id.rawValue, in: locks)
    defer { withExtendedLifetime(lock) {} }
    for (month, ids) in left.sorted(by: { $0.key < $1.key }) {
      try write([], without: ids, endedIn: month, of: group.id, stamp)
    }
  }

  /// Of a group as it is in memory, what lies in months.
  func ended(of group: GroupSeries?) -> [Enrollment] {
    (group?.enrollments ?? []).filter { memory.ended[$0.id] == $0 }
  }

  /// The months that enrollments are to be taken out of, since they no longer end there.
  private func leftMonths(
    _ group: GroupSeries,
    _ files: GroupFiles
  ) -> [CalendarDate: Set<EnrollmentID>] {
    var now: [EnrollmentID: CalendarDate] = [:]
    for (month, enrollments) in files.months {
      for enrollment in enrollments { now[enrollment.id] = month }
    }
    var left: [CalendarDate: Set<EnrollmentID>] = [:]
    for enrollment in group.enrollments {
      guard let old = memory.ended[enrollment.id],
        let month = EndedEnrollments.month(of: old, today: .latest), month != now[enrollment.id]
      else { continue }
      left[month, default: []].insert(enrollment.id)
    }
    return left
  }

  /// Writes a month's list anew; who calls holds the group's lock.
  private func write(
    _ enrollments: [Enrollment],
    without gone: Set<EnrollmentID>,
    endedIn month: CalendarDate,
    of id: GroupID,
    _ stamp: SaveStamp
  ) throws(StorageError) {
    let place = RecordPlace.enrollments(of: id, endedIn: month)
    let folder = try root.madeFolders(place.folder, isSynced: true)
    var old: RecordFile<ListRecord<Enrollment>>?
    do throws(FileFault) { old = try folder.record(at: place) } catch {
      guard error == .missing else { throw .untrusted(error.problem(at: place)) }
    }
    let new = Set(enrollments.map(\.id)).union(gone)
    let kept = (old?.record.elements ?? []).filter { !new.contains($0.id) }
    let envelope =
      old?.envelope.next(at: stamp.at, by: stamp.by)
      ?? Envelope(new: place, at: stamp.at, by: stamp.by)
    let bytes = try root.file(of: ListRecord(kept + enrollments), envelope: envelope, at: place)
    memory.seen[place.path] = try folder.replace(place.name, with: bytes)
    memory.known[place.path] = Checksum(lineOf: bytes).map {
      KnownRecord(envelope: envelope, checksum: $0)
    }
    for enrollment in enrollments { memory.ended[enrollment.id] = enrollment }
    for enrollment in gone { memory.ended[enrollment] = nil }
    audit([AuditEvent(saved: place, revision: envelope.revision, stamp: stamp)])
  }
}
