package import Domain

extension DataFolder {
  /// Looks at everything that is signed: every file, every chain, every day's list, and the drafts
  /// beside them.
  ///
  /// - Parameter isGoingOn: Asked after each client; false stops it.
  /// - Returns: What can't be trusted, in words with note and client number; nothing where all is
  ///   as it was signed.
  package func verifyNotes(while isGoingOn: () -> Bool = { true }) -> [RecordProblem] {
    let removed = removesLeftovers
    removesLeftovers = false
    defer { removesLeftovers = removed }
    var check = NoteCheck(self)
    check.checkClients(while: isGoingOn)
    check.checkLists()
    check.checkDrafts()
    return check.problems
  }
}

private struct NoteCheck {
  private let folder: DataFolder
  private(set) var problems: [RecordProblem] = []
  private var codes: [ClientID: String] = [:]
  private var entries: [NoteID: NoteEntry] = [:]
  /// Notes whose file is there but can't be used.
  private var unusable: Set<NoteID> = []
  private var isComplete = true

  init(_ folder: DataFolder) { self.folder = folder }

  mutating func checkClients(while isGoingOn: () -> Bool) {
    var ignored: [RecordProblem] = []
    for client in folder.clientIDs(problems: &ignored) {
      guard isGoingOn() else { return isComplete = false }
      let notes = folder.readNotes(of: client)
      guard
        !notes.links.isEmpty || !notes.unusable.isEmpty || notes.head != nil
          || !notes.problems.isEmpty
      else { continue }
      codes[client] = folder.code(of: client)
      problems += notes.findings(client: code(client))
      for file in notes.unusable { unusable.insert(file.place.noteID) }
      for record in notes.records { entries[record.note.id] = NoteEntry(record) }
    }
  }

  private func code(_ client: ClientID) -> String { codes[client] ?? folder.code(of: client) }

  /// Each list says what the notes say, and leaves none out.
  mutating func checkLists() {
    guard isComplete else { return }
    var ignored: [RecordProblem] = []
    var listed: Set<NoteID> = []
    for date in folder.days(problems: &ignored) {
      var week = FoundWeek()
      folder.readNoteList(of: date, into: &week)
      let place = RecordPlace.noteList(date, of: folder.program.id)
      guard !week.problems.contains(where: { $0.record == place.path }) else {
        listed.formUnion(entries.values.filter { $0.service.date == date }.map(\.id))
        continue
      }
      for entry in week.notes {
        listed.insert(entry.id)
        compare(entry, at: place)
      }
    }
    for entry in entries.values.sorted(by: { $0.id < $1.id }) where !listed.contains(entry.id) {
      add(
        .noteList(entry.service.date, of: folder.program.id),
        .reference,
        "leaves out the note \(entry.id) of \(code(entry.clientID)), which is signed",
        "Run check --repair: it is put into the list; the note itself is whole."
      )
    }
  }

  private mutating func compare(_ entry: NoteEntry, at place: RecordPlace) {
    guard let found = entries[entry.id] else {
      guard !unusable.contains(entry.id) else { return }
      return add(
        place,
        .reference,
        "names the note \(entry.id) of \(code(entry.clientID)), and its file isn't there: "
          + "a signed note was taken away",
        "Bring \(RecordPlace.note(entry.id, of: entry.clientID).path) back from a backup.",
        wanted: RecordPlace.note(entry.id, of: entry.clientID).path
      )
    }
    guard found != entry, !unusable.contains(entry.id) else { return }
    add(
      place,
      .invariant,
      "says of the note \(entry.id) of \(code(entry.clientID)) that it is \(entry.status.word), "
        + "and the note says \(found.status.word)",
      "Compare the client's folder with a backup; then make the lists anew."
    )
  }

  /// A journal beside a signed note is a text that somebody has to look at.
  mutating func checkDrafts() {
    guard let drafts = folder.openFolder(Layout.drafts, problems: &problems) else { return }
    let names = folder.recordNames(in: drafts, problems: &problems) {
      StoredID.isValid($0, .staff)
    }
    for name in names {
      guard let inner = folder.openFolder(drafts.pathOf(name), problems: &problems) else {
        continue
      }
      for document in folder.journals(in: inner, problems: &problems) {
        guard let draft = folder.readDraft(document, in: inner, problems: &problems) else {
          continue
        }
        check(draft, at: inner.pathOf(Layout.journal(document)))
      }
    }
  }

  private mutating func check(_ draft: StoredDraft, at path: String) {
    if case .note(let id) = draft.draft.document, let entry = entries[id], entry.status.isLocked {
      problems.append(
        RecordProblem(
          record: path,
          kind: ProblemWord.leftover.rawValue,
          what: "\(path) is a recovered text: the note \(id) of \(code(entry.clientID)) is signed, "
            + "and this was left beside it.",
          doThis: "Compare it with the signed note; add an addendum for what isn't in it."
        )
      )
    }
    if !draft.aside.isEmpty {
      problems.append(
        RecordProblem(
          record: path,
          kind: ProblemWord.damaged.rawValue,
          what: "The draft \(path) is damaged in the middle. The text up to there is whole; "
            + "what follows is kept as \(draft.aside.count == 1 ? "a version" : "versions").",
          doThis: "Open the draft and take from its versions what is missing."
        )
      )
    }
  }

  private mutating func add(
    _ place: RecordPlace,
    _ word: ProblemWord,
    _ what: String,
    _ advice: String,
    wanted: String? = nil
  ) {
    problems.append(
      RecordProblem(
        record: place.path,
        kind: word.rawValue,
        what: "\(place.words) \(what).",
        doThis: advice,
        date: place.date,
        wanted: wanted
      )
    )
  }
}
