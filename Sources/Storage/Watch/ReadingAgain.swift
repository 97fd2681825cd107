import Domain

/// Reads again some records of a folder, sorted first, so that each week is put together once.
struct ReadingAgain {
  private let folder: DataFolder
  private let before: ProgramData
  private var places: [RecordPlace] = []
  private var lists: Set<CalendarDate> = []
  private var clients: Set<ClientID> = []
  private var standing: [RecordPlace] = []
  private var news = FolderNews()

  init(_ folder: DataFolder, _ data: ProgramData) {
    self.folder = folder
    before = data
  }

  /// Finds out what a name stands for.
  ///
  /// What isn't a record's is left to the next reading of its folder, and to `check`.
  mutating func sort(_ name: String, in path: String, isOwn: (NoteDocument) -> Bool) {
    if let date = RecordProblem.day(of: path + "/" + name) {
      if name == Layout.noteList {
        lists.insert(date)
      } else if let place = RecordPlace(ofDay: date, name: name) {
        places.append(place)
      }
    } else if path.hasPrefix(Layout.drafts) {
      if let document = Layout.document(ofJournal: name), !isOwn(document) {
        news.isAboutDrafts = true
      }
    } else if path == Layout.templates || path + "/" + name == Layout.phrases {
      news.isAboutDrafts = true
      remember(path + "/" + name)
    } else if path.hasPrefix(Layout.clients) {
      let parts = (path + "/" + name).split(separator: "/")
      let isNotes = parts.count > 2 && (parts[2] == "notes" || parts[2] == "chain.plist")
      if parts.count > 1, !isNotes { clients.insert(ClientID(String(parts[1]))) }
    } else if let place = standingPlace(name, in: path) {
      standing.append(place)
    }
  }

  private func remember(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    var problems: [RecordProblem] = []
    let open = folder.openFolder(parts.dropLast().joined(separator: "/"), problems: &problems)
    folder.memory.seen[path] = open?.facts(of: parts.last ?? "")?.mark
  }

  private func standingPlace(_ name: String, in path: String) -> RecordPlace? {
    let program = folder.program.id
    switch path + "/" + name {
    case Layout.ruleSets: return .ruleSets(program)
    case Layout.rooms: return .rooms(program)
    case Layout.calendar: return .calendar(program)
    case Layout.grants: return .grants(program)
    default: break
    }
    if path == Layout.staff, let id = StoredID.inFileName(name, .staff) {
      return .staff(StaffID(id))
    }
    if path == Layout.groups, let id = StoredID.inFileName(name, .group) {
      return .group(GroupID(id))
    }
    return nil
  }

  /// Reads what was sorted; what can't be used leaves what is in memory as it is.
  mutating func read(into data: inout ProgramData) -> FolderNews {
    for place in standing { readStanding(place, into: &data) }
    // Others may have moved some of its enrollments to their month just now.
    if standing.contains(where: { $0.kind == .group }) {
      folder.loadEnrollmentsOfLoadedWeeks(into: &data)
    }
    for record in standing.compactMap(\.standingRecord) { reapply(record, to: &data) }
    for client in clients.sorted() { readClient(client, into: &data) }
    let firsts = Set(places.compactMap { $0.date.map(data.weekStart(of:)) })
    let isAll = !standing.isEmpty || !clients.isEmpty
    for first in isAll ? Set(data.weeks.keys) : firsts where data.weeks[first] != nil {
      let own = places.filter { $0.date.map(data.weekStart(of:)) == first }
      readWeek(first, own, dropsComputed: isAll, into: &data)
    }
    for date in lists.sorted() {
      let known = data.notes
      folder.loadNotes(on: date, into: &data)
      if data.notes != known { news.isNew = true }
    }
    if data.problems != before.problems { news.isNew = true }
    return news
  }
}

// MARK: Records of days

extension ReadingAgain {
  private mutating func readWeek(
    _ first: CalendarDate,
    _ places: [RecordPlace],
    dropsComputed: Bool,
    into data: inout ProgramData
  ) {
    var week = StoredWeek(first, of: data)
    if dropsComputed { week.sessions.removeAll { !folder.isStored($0) } }
    var read: [RecordReference] = []
    for place in places {
      if let record = readDayRecord(place, into: &week, &data) { read.append(record) }
    }
    guard dropsComputed || !read.isEmpty else { return }
    news.isNew = true
    folder.loadClients(week.clients, into: &data)
    data.load(
      week: first,
      sessions: week.sessions,
      appointments: week.appointments,
      unusable: folder.memory.unusable[first] ?? []
    )
    for record in read { reapply(record, to: &data) }
  }

  /// - Returns: What was read; nil where it is gone or can't be used.
  private func readDayRecord(
    _ place: RecordPlace,
    into week: inout StoredWeek,
    _ data: inout ProgramData
  ) -> RecordReference? {
    var problems: [RecordProblem] = []
    guard let folder = opened(place, problems: &problems) else {
      data.problems += problems
      return nil
    }
    self.folder.forget(problemsOf: [place.path], in: &data)
    defer { data.problems += problems }
    if place.kind == .session {
      let id = SessionID(place.id)
      guard let session: GroupSession = read(place, in: folder, problems: &problems) else {
        return nil
      }
      week.sessions.removeAll { $0.id == id }
      week.sessions.append(session)
      self.folder.memory.places[.session(id)] = place
      self.folder.memory.unusable[data.weekStart(of: session.serviceDate)]?.remove(id)
      return .session(id)
    }
    let id = AppointmentID(place.id)
    guard let meeting: Appointment = read(place, in: folder, problems: &problems) else {
      return nil
    }
    week.appointments.removeAll { $0.id == id }
    week.appointments.append(meeting)
    self.folder.memory.places[.appointment(id)] = place
    return .appointment(id)
  }

  private func opened(_ place: RecordPlace, problems: inout [RecordProblem]) -> Folder? {
    folder.openFolder(place.folder, problems: &problems)
  }

  /// Reads a record; one that is gone is a problem too, since it was there.
  private func read<Record: StoredRecord>(
    _ place: RecordPlace,
    in open: Folder,
    problems: inout [RecordProblem]
  ) -> Record? {
    guard open.facts(of: place.name) != nil else {
      // What is known of it stays, so that a save writes it again.
      if folder.memory.seen.removeValue(forKey: place.path) != nil {
        problems.append(FileFault.missing.problem(at: place))
      }
      return nil
    }
    return folder.read(place, in: open, problems: &problems)
  }

  /// Puts on what was read whatever this window did and the file doesn't have.
  private mutating func reapply(_ record: RecordReference, to data: inout ProgramData) {
    let count = data.historyCount(of: record)
    news.outcome += data.reapply(record, of: before)
    if data.historyCount(of: record) != count { news.notOnDisk.append(record) }
  }
}

// MARK: Standing records

extension ReadingAgain {
  private mutating func readStanding(_ place: RecordPlace, into data: inout ProgramData) {
    var problems: [RecordProblem] = []
    let open = opened(place, problems: &problems)
    folder.forget(problemsOf: [place.path], in: &data)
    defer { data.problems += problems }
    guard let open else { return }
    switch place.kind {
    case .staff:
      let person: Staff? = read(place, in: open, problems: &problems)
      if let person { data.keep(person) }
    case .group:
      let group: GroupSeries? = read(place, in: open, problems: &problems)
      if var group {
        // Those that lie beside its file were read with the weeks that need them.
        group.add(ended: folder.ended(of: data.kept(group.id)))
        data.keep(group)
      }
    case .ruleSets:
      let list: ListRecord<RuleSet>? = read(place, in: open, problems: &problems)
      if let sets = list?.elements, !sets.isEmpty { take(sets, into: &data) }
    case .rooms:
      let list: ListRecord<Room>? = read(place, in: open, problems: &problems)
      for room in list?.elements ?? [] { data.keep(room) }
    case .calendar:
      let list: ListRecord<CalendarEntry>? = read(place, in: open, problems: &problems)
      guard let entries = list?.elements else { return }
      data.forgetCalendar()
      for day in entries { data.keep(day) }
    case .grants:
      let list: ListRecord<Grant>? = read(place, in: open, problems: &problems)
      guard let grants = list?.elements else { return }
      data.grants = [:]
      for grant in grants { data.grants[grant.id] = grant }
    case .program, .client, .episode, .appointment, .plan, .session, .note, .noteEvent,
      .noteChain, .noteList, .pin, .words, .forms, .access, .auditAnchor, .enrollments, .followUp:
      break
    }
    news.isNew = true
  }

  /// Takes other rules in; what this window did in weeks that were read for them is put on again.
  private mutating func take(_ sets: [RuleSet], into data: inout ProgramData) {
    for first in folder.take(sets, into: &data) {
      let days = data.weekDays(from: first)
      for session in before.sessions.values
      where days.contains(session.serviceDate) && !session.history.isEmpty {
        reapply(.session(session.id), to: &data)
      }
      for meeting in before.appointments.values where days.contains(meeting.serviceDate) {
        reapply(.appointment(meeting.id), to: &data)
      }
    }
  }

  /// Takes a client's records in, all of them or none.
  private mutating func readClient(_ id: ClientID, into data: inout ProgramData) {
    var fresh = data
    var problems: [RecordProblem] = []
    folder.forget(problemsOf: [Layout.clientFolder(id)], in: &fresh)
    for stay in fresh.keptEpisodes(of: id) { fresh.forget(stay.id) }
    fresh.forgetFollowUps(of: id)
    folder.loadClient(id, into: &fresh, problems: &problems)
    // A stay that is gone stays as it was read, and is told.
    for stay in before.keptEpisodes(of: id) where fresh.kept(stay.id) == nil {
      let place = RecordPlace.episode(stay.id, of: id)
      guard folder.memory.known[place.path] != nil else { continue }
      problems.append(FileFault.missing.problem(at: place))
    }
    if problems.isEmpty {
      data = fresh
      reapply(.client(id), to: &data)
      for stay in before.keptEpisodes(of: id) { reapply(.episode(stay.id), to: &data) }
      for one in before.keptFollowUps(of: id) { reapply(.followUp(one.id), to: &data) }
    } else {
      folder.forget(problemsOf: [Layout.clientFolder(id)], in: &data)
      data.problems += problems
    }
    news.isNew = true
  }
}

extension RecordPlace {
  /// The record of administration that lies there; nil for others, clients and stays among them.
  fileprivate var standingRecord: RecordReference? {
    switch kind {
    case .staff: .staff(StaffID(id))
    case .group: .group(GroupID(id))
    case .rooms: .rooms
    case .calendar: .calendar
    case .program, .ruleSets, .client, .episode, .appointment, .plan, .session, .note,
      .noteEvent, .noteChain, .noteList, .pin, .words, .forms, .grants, .access, .auditAnchor,
      .enrollments, .followUp:
      nil
    }
  }
}

extension DataFolder {
  /// Whether a session was read or saved, and not only computed from its series.
  fileprivate func isStored(_ session: GroupSession) -> Bool {
    memory.places[.session(session.id)] != nil || !session.history.isEmpty
  }
}
