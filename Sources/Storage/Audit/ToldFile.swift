import Domain

/// A file that the audit log tells of and that is looked at by itself.
struct ToldFile {
  let entity: AuditEntity
  /// The number of the line that is held against it.
  let number: Int
  fileprivate let content: Content

  fileprivate enum Content {
    case record(RecordPlace, newest: Int)
    /// What may lie there.
    case draft(JournalPlace, [ToldJournal])
    /// The marks that another record of who may open the program took the place of.
    case access(past: Set<String>)
  }

  /// Nil for what is found by what a window has read, and for what this program doesn't know.
  init?(_ entity: AuditEntity, _ told: NewestRevisions.Told, program: ID<Program>) {
    guard case .other(let kind, let id) = entity else { return nil }
    if kind == AuditEntity.draft {
      guard let place = JournalPlace(told: id), !told.journals.allSatisfy(\.isTrial) else {
        return nil
      }
      content = .draft(place, told.journals)
    } else {
      guard let kind = RecordKind(rawValue: kind),
        let path = kind.toldPath(id, of: told.client),
        let place = RecordPlace(path: path, program: program)
      else { return nil }
      content = .record(place, newest: told.revision)
    }
    self.entity = entity
    number = told.number
  }

  init(pastAccess: Set<String>) {
    entity = .other(kind: RecordKind.access.rawValue, id: "")
    number = 0
    content = .access(past: pastAccess)
  }

  var isDraft: Bool { if case .draft = content { true } else { false } }
}

extension RecordKind {
  /// Where the file lies that a line of the log names; nil for what isn't looked at by itself.
  func toldPath(_ id: String, of client: ClientID?) -> String? {
    switch self {
    case .pin: RecordPlace.pin(of: StaffID(id)).path
    case .words: RecordPlace.words(of: StaffID(id)).path
    case .forms: RecordPlace.forms(of: StaffID(id)).path
    case .enrollments: "\(Layout.enrollments)/\(id)\(Layout.suffix)"
    case .plan: client.map { RecordPlace.plan(PlanID(id), of: $0).path }
    case .program, .rooms, .calendar, .staff, .group, .client, .episode, .appointment, .ruleSets,
      .session, .note, .access, .grants, .noteEvent, .noteChain, .noteList, .followUp,
      .auditAnchor:
      nil
    }
  }
}

extension DataFolder {
  /// What is wrong with a file that is older than the audit log says.
  ///
  /// - Returns: Nil where it isn't, and where it can't be read, which is told elsewhere.
  func problem(of file: ToldFile) -> RecordProblem? {
    switch file.content {
    case .record(let place, let newest): return olderCopy(at: place, than: newest)
    case .draft(let place, let told): return problem(ofJournalAt: place, told)
    case .access(let past):
      guard let mark = accessMark(), past.contains(mark) else { return nil }
      return RecordProblem(
        record: Layout.access,
        kind: ProblemWord.olderCopy.rawValue,
        what: "An older copy of a record was put back (\(Layout.access)): who may open the program "
          + "was changed since, so that an old passphrase may open it again.",
        doThis: "Find out who changed files outside the program; take the file from a newer backup."
      )
    }
  }

  private func problem(ofJournalAt place: JournalPlace, _ told: [ToldJournal]) -> RecordProblem? {
    guard let plain = plainJournal(at: place), let last = told.last,
      !told.contains(where: { $0.isBeginning(of: plain) })
    else { return nil }
    let isShorter = plain.count < last.bytes
    let what =
      isShorter
      ? "An older copy of a draft was put back, or some of it was lost (\(place.path)): it has "
        + "\(plain.count) bytes, and \(last.bytes) were written."
      : "Another draft was put in the place of one, or it was damaged (\(place.path)): what was "
        + "written last isn't in it."
    return RecordProblem(
      record: place.path,
      kind: ProblemWord.olderCopy.rawValue,
      what: what,
      doThis: "Find out who changed files outside the program; a newer backup has the rest."
    )
  }

  func olderCopy(at place: RecordPlace, than newest: Int) -> RecordProblem? {
    guard let found = revision(at: place), found < newest else { return nil }
    return RecordProblem(
      record: place.path,
      kind: ProblemWord.olderCopy.rawValue,
      what: "An older copy of a record was put back (\(place.path)): it is revision \(found), and "
        + "revision \(newest) was saved.",
      doThis: "Find out who changed files outside the program; a newer backup has the record."
    )
  }

  /// The revision that lies on disk now; nil where it can't be read.
  private func revision(at place: RecordPlace) -> Int? {
    do {
      guard let folder = try root.descend(place.folder) else { return nil }
      return try place.envelope(of: try folder.read(place.name), under: root.seal).revision
    } catch {
      return nil
    }
  }

  /// The mark of the record of who may open the program, as it lies on disk; nil where it can't be
  /// read, or the program is plain.
  private func accessMark() -> String? {
    guard let place = entry?.place else { return nil }
    do {
      guard let folder = try root.descend(place.folder) else { return nil }
      let bytes = try folder.read(place.name)
      return try RecordFile<AccessRecord>(bytes, at: place, under: nil).record.mark
    } catch {
      return nil
    }
  }
}
