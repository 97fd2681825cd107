package import Domain

/// The newest revision of each record that the audit log tells of.
///
/// A file with an older one was put back: the log has a line for each save, written behind it. The
/// other way round is nothing: a kill may come between the two.
struct NewestRevisions {
  private var newest: [AuditEntity: Int] = [:]

  mutating func take(_ event: AuditEvent) {
    guard let revision = event.revision else { return }
    let entity = event.entity.file
    newest[entity] = max(newest[entity] ?? 0, revision)
  }

  /// The records that are older than the log says.
  ///
  /// - Parameters:
  ///   - known: By path, as they were read before the log was.
  ///   - folder: Where they are looked at again: somebody may have saved since.
  /// - Returns: A problem for each, in no order.
  func problems(
    of known: [String: KnownRecord],
    in folder: DataFolder
  ) -> [RecordProblem] {
    known.compactMap { path, record in
      guard let entity = record.envelope.auditEntity, let newest = newest[entity],
        record.envelope.revision < newest,
        let found = folder.revision(at: path), found < newest
      else { return nil }
      return RecordProblem(
        record: path,
        kind: ProblemWord.olderCopy.rawValue,
        what: "An older copy of a record was put back (\(path)): it is revision \(found), and "
          + "revision \(newest) was saved.",
        doThis: "Find out who changed files outside the program; a newer backup has the record."
      )
    }
  }
}

extension AuditEntity {
  /// What lies in a file of its own: all rooms are one.
  fileprivate var file: AuditEntity {
    if case .room = self { .list(.rooms) } else { self }
  }
}

extension Envelope {
  /// What the audit log calls the record; nil for kinds that it has no lines about.
  fileprivate var auditEntity: AuditEntity? {
    switch kind {
    case .session: .session(SessionID(id))
    case .appointment: .appointment(AppointmentID(id))
    case .client: .client(ClientID(id))
    case .episode: .episode(EpisodeID(id))
    case .staff: .staff(StaffID(id))
    case .group: .group(GroupID(id))
    case .followUp: .followUp(FollowUpID(id))
    case .ruleSets: .list(.ruleSets)
    case .rooms: .list(.rooms)
    case .calendar: .list(.calendar)
    case .grants: .list(.grants)
    case .program, .auditAnchor, .enrollments, .plan, .note, .noteEvent, .noteChain, .noteList,
      .pin, .words, .forms, .access:
      nil
    }
  }
}

extension DataFolder {
  /// The revision that lies on disk now; nil where it can't be read, which is told elsewhere.
  fileprivate func revision(at path: String) -> Int? {
    guard let place = RecordPlace(path: path, program: program.id) else { return nil }
    do {
      guard let folder = try root.descend(place.folder) else { return nil }
      return try place.envelope(of: try folder.read(place.name), under: root.seal).revision
    } catch {
      return nil
    }
  }
}

/// Compares what a window has read with the log's last two months, a piece at a time.
package final class RevisionComparison {
  private let folder: DataFolder
  private let known: [String: KnownRecord]
  private var pieces: [(file: AuditFile, line: ArraySlice<UInt8>)] = []
  private var newest = NewestRevisions()
  /// So many lines take a few milliseconds.
  private static let piece = 400
  /// More lines than any month has; a file of nothing but line ends takes no memory beyond that.
  private static let most = 500_000

  package init(_ folder: DataFolder) {
    self.folder = folder
    known = folder.memory.known
    // What can't be read of the log is told by `check`.
    do throws(StorageError) {
      guard let audit = try folder.root.descend(Layout.audit) else { return }
      for month in try audit.names().compactMap(Layout.auditMonth).sorted().suffix(2) {
        let file = AuditFile(month: month, seal: folder.root.seal)
        let bytes: [UInt8]
        do throws(FileFault) {
          bytes = try audit.read(file.name, limit: AuditFile.sizeLimit)
        } catch { continue }
        guard let lines = AuditFile.lines(of: bytes) else { continue }
        pieces += lines.prefix(Self.most).map { (file, $0) }
      }
    } catch { return }
  }

  /// Reads one piece.
  ///
  /// - Returns: Whether there is more to read.
  package func step() -> Bool {
    for (file, line) in pieces.suffix(Self.piece) {
      if let line = file.line(line) { newest.take(line.event) }
    }
    pieces.removeLast(min(Self.piece, pieces.count))
    return !pieces.isEmpty
  }

  /// The records of this window that are older than the log says.
  package func problems() -> [RecordProblem] { newest.problems(of: known, in: folder) }
}
