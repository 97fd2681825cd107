package import Domain

extension DataFolder {
  /// The program, its settings, its staff and its groups; no client, no day.
  package func loadStanding() -> ProgramData {
    var data = ProgramData(program: program)
    var problems = openness.map { [$0] } ?? []
    if let sets = readSetting(.ruleSets(program.id), problems: &problems, as: RuleSet.self),
      !sets.isEmpty
    {
      data.ruleSets = sets
    }
    for room in readSetting(.rooms(program.id), problems: &problems, as: Room.self) ?? [] {
      data.keep(room)
    }
    let calendar = readSetting(.calendar(program.id), problems: &problems, as: CalendarEntry.self)
    for day in calendar ?? [] { data.keep(day) }
    for grant in readSetting(.grants(program.id), problems: &problems, as: Grant.self) ?? [] {
      data.grants[grant.id] = grant
    }
    for person in readAll(.staff, problems: &problems, place: RecordPlace.staff, as: Staff.self) {
      data.keep(person)
    }
    let groups = readAll(
      .group,
      problems: &problems,
      place: RecordPlace.group,
      as: GroupSeries.self
    )
    for group in groups { data.keep(group) }
    data.problems = problems
    return data
  }

  /// What is to be said where others than its owner may get into the folder.
  ///
  /// Everything else lies below it, so that at a start this one look is enough; `check` looks at all.
  package var openness: RecordProblem? {
    guard let mode = root.facts(of: ".")?.mode, mode & 0o077 != 0 else { return nil }
    let found = "0" + String(mode, radix: 8)
    return RecordProblem(
      record: ".",
      kind: ProblemWord.mode.rawValue,
      what: "Others on this machine may get into the data folder: its mode is \(found).",
      doThis: "Run caseload check --repair, or chmod 0700 \(path)."
    )
  }

  /// Reads every record of a folder that holds one kind.
  func readAll<Record: StoredRecord & Identified>(
    _ kind: RecordKind,
    problems: inout [RecordProblem],
    place: (ID<Record>) -> RecordPlace,
    as _: Record.Type
  ) -> [Record] {
    let path = place(ID("")).folder
    guard let folder = openFolder(path, problems: &problems) else { return [] }
    let names = recordNames(in: folder, problems: &problems) {
      StoredID.inFileName($0, Record.idPrefix) != nil
    }
    return names.compactMap { name in
      let id = ID<Record>(String(name.dropLast(Layout.suffix.count)))
      return read(place(id), in: folder, problems: &problems)
    }
  }

  /// All clients and their episodes; those that are here already stay as they are, since the disk may
  /// not have yet what was changed about them.
  package func loadCaseload(into data: inout ProgramData) {
    var problems: [RecordProblem] = []
    let broken = Set(data.problems.compactMap { $0.record.split(separator: "/").dropFirst().first })
    let ids = clientIDs(problems: &problems).filter {
      data.kept($0) == nil || broken.contains($0.rawValue[...])
    }
    forget(problemsOf: ids.map(Layout.clientFolder), in: &data)
    for id in ids { loadClient(id, into: &data, problems: &problems) }
    add(problems, to: &data)
    data.hasAllClients = true
  }

  /// So many clients are read in one piece, a few milliseconds.
  static let clientsInOnePiece = 40

  /// Some of the clients that aren't here, in the order of their identifiers; the next call goes on
  /// behind them, until `hasAllClients` says that everyone is here.
  package func loadMoreClients(into data: inout ProgramData) {
    var problems: [RecordProblem] = []
    let left = clientIDs(problems: &problems).filter { id in
      data.kept(id) == nil && (memory.readTo.map { $0 < id } ?? true)
    }
    let ids = left.prefix(Self.clientsInOnePiece)
    forget(problemsOf: ids.map(Layout.clientFolder), in: &data)
    for id in ids { loadClient(id, into: &data, problems: &problems) }
    add(problems, to: &data)
    memory.readTo = ids.last ?? memory.readTo
    data.hasAllClients = ids.count == left.count
  }

  private func add(_ problems: [RecordProblem], to data: inout ProgramData) {
    let known = Set(data.problems.map(\.record))
    data.problems += problems.filter { !known.contains($0.record) }
  }

  /// A client and all of the client's episodes, plans and follow-ups.
  ///
  /// - Returns: Whether there is anything of that name.
  @discardableResult
  func loadClient(
    _ id: ClientID,
    into data: inout ProgramData,
    problems: inout [RecordProblem]
  ) -> Bool {
    let path = Layout.clientFolder(id)
    let count = problems.count
    guard let folder = openFolder(path, problems: &problems) else {
      return problems.count > count
    }
    let place = RecordPlace.client(id)
    if let client = read(place, in: folder, problems: &problems, as: Client.self) {
      data.keep(client)
    } else if problems.count == count {
      problems.append(FileFault.missing.problem(at: place))
    }
    loadEpisodes(of: id, in: folder, into: &data, problems: &problems)
    loadPlans(of: id, in: folder, into: &data, problems: &problems)
    loadFollowUps(of: id, in: folder, into: &data, problems: &problems)
    return true
  }

  private func loadEpisodes(
    of id: ClientID,
    in folder: Folder,
    into data: inout ProgramData,
    problems: inout [RecordProblem]
  ) {
    do throws(StorageError) {
      let path = folder.path + "/episodes"
      guard let episodes = try folder.folder("episodes", path: path) else { return }
      let names = recordNames(in: episodes, problems: &problems) {
        StoredID.inFileName($0, .episode) != nil
      }
      for name in names {
        let episode = EpisodeID(String(name.dropLast(Layout.suffix.count)))
        let place = RecordPlace.episode(episode, of: id)
        if let found = read(place, in: episodes, problems: &problems, as: Episode.self) {
          data.keep(found)
        } else {
          data.episodes[episode] = nil
        }
      }
    } catch {
      problems.append(.folder(folder.path + "/episodes", error))
    }
  }
}
