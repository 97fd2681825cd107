package import Domain

extension DataFolder {
  /// Everything in the folder, and what couldn't be used of it.
  package func readAll() -> (ProgramSnapshot, [RecordProblem]) {
    var data = loadStanding()
    loadCaseload(into: &data)
    var snapshot = ProgramSnapshot(program: program)
    snapshot.ruleSets = data.ruleSets
    snapshot.rooms = data.rooms.values.sorted { $0.id < $1.id }
    snapshot.calendar = data.calendar.values.sorted { $0.date < $1.date }
    snapshot.staff = data.staff.values.sorted { $0.id < $1.id }
    snapshot.groups = data.groups.values.sorted { $0.id < $1.id }
    snapshot.clients = data.clients.values.sorted { $0.id < $1.id }
    snapshot.episodes = data.episodes.values.sorted { $0.id < $1.id }
    var week = FoundWeek()
    week.problems = data.problems
    for date in days(problems: &week.problems) { readDay(date, of: data, into: &week) }
    snapshot.sessions = week.sessions
    snapshot.appointments = week.appointments
    return (snapshot, week.problems)
  }

  /// The days that have a folder, in order.
  func days(problems: inout [RecordProblem]) -> [CalendarDate] {
    guard let folder = openFolder(Layout.days, problems: &problems) else { return [] }
    return recordNames(in: folder, problems: &problems) { Layout.day(ofFolder: $0) != nil }
      .compactMap(Layout.day(ofFolder:))
  }
}
