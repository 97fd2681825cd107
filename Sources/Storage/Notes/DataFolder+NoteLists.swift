package import Domain

/// The days' lists of signed notes.
extension DataFolder {
  /// Reads a day's list again, for what other windows signed meanwhile.
  package func loadNotes(on date: CalendarDate, into data: inout ProgramData) {
    var week = FoundWeek()
    readNoteList(of: date, into: &week)
    data.problems.removeAll { $0.record == RecordPlace.noteList(date, of: program.id).path }
    data.problems += week.problems
    data.takeNotes(week.notes, from: date, days: 1)
  }

  /// Reads what an earlier week's lists say is still waited for, without the week itself.
  ///
  /// Seven small files at most; notes that nobody waits for aren't kept.
  ///
  /// - Returns: Whether there was anything to tell.
  @discardableResult
  package func loadOpenNotes(ofWeek first: CalendarDate, into data: inout ProgramData) -> Bool {
    guard !data.isLoaded(first) else { return false }
    let first = data.weekStart(of: first)
    let days = data.weekDays(from: first)
    var week = FoundWeek()
    for date in days { readNoteList(of: date, into: &week) }
    let open = week.notes.filter { $0.status == .awaitingCosign || $0.status == .returned }
    let problems = week.problems.filter { !data.problems.contains($0) }
    guard !open.isEmpty || !problems.isEmpty else { return false }
    data.problems += problems
    loadClients(open.map(\.clientID), into: &data)
    data.takeNotes(open, from: first, days: days.count)
    return true
  }

  /// Writes all days' lists anew from the notes; what was there is kept in quarantine.
  ///
  /// - Returns: How many lists were written.
  package func rebuildNoteLists(at now: Instant) throws(StorageError) -> Int {
    var entries: [CalendarDate: [NoteEntry]] = [:]
    var problems: [RecordProblem] = []
    for client in clientIDs(problems: &problems) {
      for record in readNotes(of: client).records {
        entries[record.note.service.date, default: []].append(NoteEntry(record))
      }
    }
    var count = 0
    let listed = days(problems: &problems).filter { hasNoteList($0) }
    for date in Set(entries.keys).union(listed).sorted() {
      var list = NoteList(date: date)
      for entry in entries[date] ?? [] { list.set(ListedNote(entry)) }
      let isNew = try edit(listOf: date, stamp: SaveStamp(at: now, by: nil)) { found in
        guard found != list else { return false }
        found = list
        return true
      }
      if isNew { count += 1 }
    }
    return count
  }

  /// Puts the signed notes of a day into its list; what it names besides stays, as the only trace
  /// of a note that is gone.
  ///
  /// - Returns: Where the list of before is kept; nil where there was none.
  /// - Throws: `repairPassed` where nothing is missing in it.
  func completeNoteList(of date: CalendarDate, at now: Instant) throws(StorageError) -> String? {
    let place = RecordPlace.noteList(date, of: program.id)
    var problems: [RecordProblem] = []
    let signed = entries(on: date, of: clientIDs(problems: &problems))
    let before = Set(try quarantined())
    let isSound = fault(at: place) == nil
    let kept = isSound ? try keepCopy(of: place.path) : nil
    let isChanged = try edit(listOf: date, stamp: SaveStamp(at: now, by: nil)) { list in
      let old = list
      for entry in signed { list.set(ListedNote(entry)) }
      return list != old
    }
    guard isChanged else { throw .repairPassed(place.path) }
    if let kept { return kept }
    return try quarantined().first { !before.contains($0) }
  }

  private func hasNoteList(_ date: CalendarDate) -> Bool {
    do throws(StorageError) {
      return try root.descend(Layout.dayFolder(date))?.facts(of: Layout.noteList) != nil
    } catch {
      return false
    }
  }

  /// Puts a note into its day's list.
  func list(
    _ entry: NoteEntry,
    isClaimed: Bool,
    on date: CalendarDate,
    stamp: SaveStamp
  ) throws(StorageError) {
    _ = try edit(listOf: date, stamp: stamp) { list in
      let listed = ListedNote(entry, isClaimed: isClaimed)
      guard !list.entries.contains(listed) else { return false }
      list.set(listed)
      return true
    }
  }

  /// Changes a day's list under its lock; a damaged one is put aside and made anew first.
  private func edit(
    listOf date: CalendarDate,
    stamp: SaveStamp,
    _ change: (inout NoteList) -> Bool
  ) throws(StorageError) -> Bool {
    let place = RecordPlace.noteList(date, of: program.id)
    let locks = try root.madeFolder(Layout.locks, isSynced: false)
    let lock = try FileLock.take(Layout.noteListLock(date), in: locks)
    defer { withExtendedLifetime(lock) {} }
    let folder = try root.madeFolders(place.folder, isSynced: true)
    var list = NoteList(date: date)
    var old: Envelope?
    var isMissing = false
    do throws(FileFault) {
      let file = try folder.record(at: place, as: NoteList.self)
      (list, old) = (file.record, file.envelope)
    } catch {
      switch error {
      case .missing: break
      case .empty, .foreign, .badChecksum, .badContent, .otherKind, .otherID, .misplaced,
        .notSealed, .tampered, .rolledBack:
        list = noteList(of: date)
        try quarantine(file: place.path)
      case .notPlain, .unreadable, .tooLarge, .tooDeep, .newer, .isSealed, .otherKey:
        throw .untrusted(error.problem(at: place))
      }
      isMissing = true
    }
    guard change(&list) || isMissing else { return false }
    let envelope =
      old?.next(at: stamp.at, by: stamp.by) ?? Envelope(new: place, at: stamp.at, by: stamp.by)
    try folder.replace(place.name, with: try root.file(of: list, envelope: envelope, at: place))
    return true
  }

  /// A day's list as all clients' notes say it.
  private func noteList(of date: CalendarDate) -> NoteList {
    var problems: [RecordProblem] = []
    let clients = clientIDs(problems: &problems)
    var list = NoteList(date: date)
    for entry in entries(on: date, of: clients) { list.set(ListedNote(entry)) }
    return list
  }

  private func entries(on date: CalendarDate, of clients: [ClientID]) -> [NoteEntry] {
    clients.flatMap { readNotes(of: $0).records }
      .filter { $0.note.service.date == date }
      .map(NoteEntry.init)
  }

  /// Reads a day's list; a claim counts only as far as its note is there, and a list that can't be
  /// used is made up from the notes of the day's clients.
  func readNoteList(of date: CalendarDate, into week: inout FoundWeek) {
    let place = RecordPlace.noteList(date, of: program.id)
    guard let folder = openFolder(place.folder, problems: &week.problems) else { return }
    memory.seen[place.path] = folder.facts(of: place.name)?.mark
    do throws(FileFault) {
      let list = try folder.record(at: place, as: NoteList.self).record
      for listed in list.entries {
        if let entry = confirmed(listed, problems: &week.problems) { week.notes.append(entry) }
      }
    } catch {
      guard error != .missing else { return }
      week.problems.append(error.problem(at: place))
      week.notes += entries(on: date, of: week.clients(on: date))
    }
  }

  private func confirmed(
    _ listed: ListedNote,
    problems: inout [RecordProblem]
  ) -> NoteEntry? {
    guard listed.isClaimed else { return listed.entry }
    do throws(StorageError) {
      return try readNote(listed.entry.id, of: listed.entry.clientID).map(NoteEntry.init)
    } catch {
      if case .untrusted(let problem) = error { problems.append(problem) }
      return nil
    }
  }
}

extension FoundWeek {
  fileprivate func clients(on date: CalendarDate) -> [ClientID] {
    var clients = Set(appointments.filter { $0.serviceDate == date }.map(\.clientID))
    for session in sessions where session.serviceDate == date {
      clients.formUnion(session.rows.map(\.clientID))
    }
    return clients.sorted()
  }
}

extension ProgramData {
  /// Puts the signed notes of some days in the place of what was known of these days.
  mutating func takeNotes(_ entries: [NoteEntry], from first: CalendarDate, days: Int) {
    let end = first.adding(days: days)
    if !notes.isEmpty {
      notes = notes.filter { !(first <= $0.value.service.date && $0.value.service.date < end) }
    }
    for entry in entries { notes[entry.id] = entry }
  }
}
