package import Domain

/// Leave to read more than one's own.
extension DataFolder {
  /// Keeps a grant, or what has become of it, beside those that others keep.
  ///
  /// Whoever calls has made sure that it is allowed.
  ///
  /// - Throws: `locked`, `untrusted`, `disk`.
  package func save(_ grant: Grant, by staff: StaffID, at now: Instant) throws(StorageError) {
    let place = RecordPlace.grants(program.id)
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(program.id.rawValue, in: locks)
    defer { withExtendedLifetime(lock) {} }
    let folder = try root.madeFolders(place.folder, isSynced: true)
    var old: RecordFile<ListRecord<Grant>>?
    do throws(FileFault) { old = try folder.record(at: place) } catch {
      guard error == .missing else { throw .untrusted(error.problem(at: place)) }
    }
    var grants = old?.record.elements ?? []
    if let index = grants.firstIndex(where: { $0.id == grant.id }) {
      // The first review stands.
      guard grants[index].review == nil else { return }
      grants[index] = grant
    } else {
      grants.append(grant)
    }
    let envelope =
      old?.envelope.next(at: now, by: staff) ?? Envelope(new: place, at: now, by: staff)
    let bytes = try root.file(of: ListRecord(grants), envelope: envelope, at: place)
    try folder.replace(place.name, with: bytes)
    var listed = AuditEvent(at: now, by: staff, action: .known(.update), entity: .list(.grants))
    listed.revision = envelope.revision
    audit([AuditEvent(grant, by: staff, at: now), listed])
  }
}

extension AuditEvent {
  /// The reason stays in the grant's own record: it may say anything.
  fileprivate init(_ grant: Grant, by staff: StaffID, at now: Instant) {
    switch grant.reach {
    case .emergency(let client):
      let minutes = Instant.minutes(from: grant.from, to: grant.until)
      self.init(
        at: now,
        by: staff,
        action: .known(.breakGlass),
        entity: .client(client),
        clientID: client,
        detail: grant.review == nil ? "for \(minutes) min" : "reviewed, of \(grant.reader)"
      )
    case .cover(let colleague):
      self.init(
        at: now,
        by: staff,
        action: .known(.configChanged),
        entity: .staff(grant.reader),
        detail: "cover for \(colleague) from \(grant.from) until \(grant.until)"
      )
    }
  }
}
