package import Domain

extension DataFolder {
  /// Everything in the folder, and what couldn't be used of it.
  package func readAll() -> (ProgramSnapshot, [RecordProblem]) {
    var data = loadStanding()
    loadEndedEnrollments(into: &data)
    loadCaseload(into: &data)
    var snapshot = ProgramSnapshot(standing: data)
    snapshot.ruleSets = storedRuleSets()
    var week = FoundWeek()
    week.problems = data.problems
    for date in days(problems: &week.problems) { readDay(date, of: data, into: &week) }
    snapshot.sessions = week.sessions
    snapshot.appointments = week.appointments
    readNotesAndDrafts(into: &snapshot, problems: &week.problems)
    return (snapshot, week.problems)
  }

  /// The days that have a folder, in order.
  func days(problems: inout [RecordProblem]) -> [CalendarDate] {
    guard let folder = openFolder(Layout.days, problems: &problems) else { return [] }
    return recordNames(in: folder, problems: &problems) { Layout.day(ofFolder: $0) != nil }
      .compactMap(Layout.day(ofFolder:))
  }

  /// The rule sets as stored, none if none is.
  func storedRuleSets() -> [RuleSet] {
    var problems: [RecordProblem] = []
    return readSetting(.ruleSets(program.id), problems: &problems, as: RuleSet.self) ?? []
  }

  /// The clients that have a folder, in order.
  func clientIDs(problems: inout [RecordProblem]) -> [ClientID] {
    guard let folder = openFolder(Layout.clients, problems: &problems) else { return [] }
    return recordNames(in: folder, problems: &problems) { StoredID.isValid($0, .client) }
      .map { ClientID($0) }
  }
}

extension ProgramSnapshot {
  /// Everything of the data but its weeks, each list in the order of its identifiers.
  init(standing data: ProgramData) {
    self.init(program: data.program)
    ruleSets = data.ruleSets
    rooms = data.keptRooms
    calendar = data.keptCalendar
    staff = (Array(data.staff.values) + Array(data.withdrawn.staff.values)).sorted { $0.id < $1.id }
    groups = (Array(data.groups.values) + Array(data.withdrawn.groups.values)).sorted {
      $0.id < $1.id
    }
    clients = (Array(data.clients.values) + Array(data.withdrawn.clients.values)).sorted {
      $0.id < $1.id
    }
    episodes = (Array(data.episodes.values) + Array(data.withdrawn.episodes.values)).sorted {
      $0.id < $1.id
    }
    followUps = (Array(data.followUps.values) + Array(data.withdrawn.followUps.values)).sorted {
      $0.id < $1.id
    }
    plans = (data.plans.values.flatMap(\.self) + data.withdrawn.plans.values.flatMap(\.self)).sorted
    {
      ($0.clientID, $0.version, $0.id) < ($1.clientID, $1.version, $1.id)
    }
  }
}
