import Domain

/// The newest revision of each record that the audit log tells of.
///
/// A file with an older one was put back: the log has a line for each save, written behind it. The
/// other way round is nothing: a kill may come between the two.
struct NewestRevisions {
  /// What the log says about one file.
  struct Told {
    /// The newest revision; of a draft nothing that counts.
    var revision: Int
    /// The line's number.
    var number: Int
    var client: ClientID?
    /// Of a draft: what was told last, and before that what it may still be, by number.
    var journals: [ToldJournal] = []
  }

  private(set) var newest: [AuditEntity: Told] = [:]
  /// The marks of the records of who may open the program that another one took the place of.
  private var pastAccess: Set<String> = []

  mutating func take(_ line: AuditLine) {
    let event = line.event
    if let past = event.pastAccess { pastAccess.insert(past) }
    guard let revision = event.revision else { return }
    let told = Told(revision: revision, number: line.number, client: event.clientID)
    let entity = event.entity.file
    if entity.kind == AuditEntity.draft { return take(line, bytes: revision) }
    if newest[entity].map({ told.revision > $0.revision }) ?? true { newest[entity] = told }
  }

  /// Of a draft the last line counts: a journal that is begun again, or mended, may be shorter.
  private mutating func take(_ line: AuditLine, bytes: Int) {
    let entity = line.event.entity
    var journals = newest[entity]?.journals ?? []
    journals.append(
      ToldJournal(
        number: line.number,
        bytes: bytes,
        mark: line.event.mark,
        isTrial: line.event.detail.hasSuffix(DraftLength.trial)
      )
    )
    journals.sort { $0.number < $1.number }
    if let last = journals.lastIndex(where: { !$0.isTrial }) { journals.removeFirst(last) }
    newest[entity] = Told(
      revision: bytes,
      number: journals.last?.number ?? line.number,
      client: line.event.clientID,
      journals: journals
    )
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
      let entity = AuditEntity(record.envelope.kind, record.envelope.id)
      guard !entity.isBeside, let newest = newest[entity]?.revision,
        record.envelope.revision < newest,
        let place = RecordPlace(path: path, program: folder.program.id)
      else { return nil }
      return folder.olderCopy(at: place, than: newest)
    }
  }

  /// The files that no window reads as a matter of course, and that are looked at one by one.
  func files(of program: ID<Program>) -> [ToldFile] {
    let beside = newest.compactMap { entity, told in
      ToldFile(entity, told, program: program)
    }
    return pastAccess.isEmpty ? beside : beside + [ToldFile(pastAccess: pastAccess)]
  }

  /// Whether nothing newer was said about a file than is held against it.
  func isLast(_ file: ToldFile) -> Bool { newest[file.entity]?.number == file.number }
}

/// What the audit log says about a draft's journal.
struct ToldJournal: Equatable {
  /// The line's number.
  let number: Int
  let bytes: Int
  /// Nil where the log has none.
  let mark: String?
  /// Whether it was told before it was written, in the place of another: which of the two lies there
  /// isn't known until the next line.
  let isTrial: Bool

  /// Whether a plain journal goes on from it.
  func isBeginning(of plain: [UInt8]) -> Bool {
    guard plain.count >= bytes else { return false }
    return mark == nil || mark == Journal.end(of: plain, upTo: bytes).mark
  }
}

extension AuditEntity {
  /// What lies in a file of its own: all rooms are one.
  fileprivate var file: AuditEntity {
    if case .room = self { .list(.rooms) } else { self }
  }

  fileprivate var isBeside: Bool {
    if case .other = self { true } else { false }
  }
}
