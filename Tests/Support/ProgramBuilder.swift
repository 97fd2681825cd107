package import Domain

/// Makes small programs for tests, in the words of a roster: codes, dates and clock times as text.
///
/// ```swift
/// var program = ProgramBuilder()
/// program.client("C01", admitted: "2026-01-05")
/// program.group("G01", "09:00", "10:30", on: [.monday, .wednesday, .friday])
/// program.enroll("C01", in: "G01")
/// program.hold("G01", on: "2026-03-09", ["C01": .late("09:20")])
/// let data = program.data(weeks: "2026-03-09")
/// ```
///
/// Text that is no date, time or known code stops the test at once.
package struct ProgramBuilder {
  package var snapshot: ProgramSnapshot
  private var appointmentCount = 0

  package init(zone: ProgramTimeZone = .utc) {
    let program = Program(id: .init("pr_000000000000"), name: "Test", zone: zone, isDemo: false)
    snapshot = ProgramSnapshot(program: program)
    snapshot.ruleSets = [.standard]
    snapshot.staff = [Staff(id: .of("TB"), code: "TB", name: "Tobias Brightwater")]
  }

  /// Changes the only rule set.
  package mutating func rules(_ change: (inout RuleSet) -> Void) {
    change(&snapshot.ruleSets[0])
  }

  /// Adds a client with one open episode, an adult at level 2.1 unless told.
  package mutating func client(
    _ code: String,
    admitted: String = "2026-01-05",
    born: String = "1990-06-15",
    level: String = "2.1"
  ) {
    let client = Client(
      id: .of(code),
      mrn: code,
      legalFirst: "First" + code,
      legalLast: "Last" + code,
      birthDate: .on(born)
    )
    var episode = Episode(id: .of(code), clientID: client.id, admittedOn: .on(admitted))
    episode.levels = [LevelOfCarePeriod(level: level, from: .on(admitted))]
    snapshot.clients.append(client)
    snapshot.episodes.append(episode)
  }

  /// Changes the first episode of a client.
  package mutating func episode(_ code: String, _ change: (inout Episode) -> Void) {
    guard let place = snapshot.episodes.firstIndex(where: { $0.clientID == .of(code) }) else {
      preconditionFailure("no client \(code)")
    }
    change(&snapshot.episodes[place])
  }

  /// Adds a group that meets every week since 2000.
  package mutating func group(
    _ code: String,
    _ start: String,
    _ end: String,
    on weekdays: Set<Weekday>,
    _ change: (inout GroupSeries) -> Void = { _ in }
  ) {
    var group = GroupSeries(
      id: .of(code),
      code: code,
      title: "Group " + code,
      type: .known(.process),
      weekdays: weekdays,
      start: .at(start),
      end: .at(end),
      effectiveFrom: .on("2000-01-01"),
      leadID: .of("TB")
    )
    change(&group)
    snapshot.groups.append(group)
  }

  /// Gives a client a place in a group, from the admission on unless told.
  package mutating func enroll(
    _ client: String,
    in group: String,
    _ change: (inout Enrollment) -> Void = { _ in }
  ) {
    let place = groupPlace(group)
    guard let episode = snapshot.episodes.first(where: { $0.clientID == .of(client) }) else {
      preconditionFailure("no client \(client)")
    }
    var enrollment = Enrollment(
      id: .of(group + client),
      clientID: .of(client),
      episodeID: episode.id,
      from: episode.admittedOn
    )
    enrollment.to = episode.dischargedOn
    change(&enrollment)
    snapshot.groups[place].enrollments.append(enrollment)
  }

  /// Closes the program on a date.
  package mutating func close(_ date: String) {
    snapshot.calendar.append(
      CalendarEntry(date: .on(date), kind: .known(.holiday), note: "closed")
    )
  }

  /// A moment on the program's clock.
  package func at(_ date: String, _ time: String, notBefore: Instant? = nil) -> Instant {
    snapshot.program.zone.instant(.on(date), .at(time), notBefore: notBefore)
  }

  /// The program with some weeks loaded, each named by one of its days.
  package func data(weeks: String...) -> ProgramData {
    var data = ProgramData(standing: snapshot)
    for day in weeks { data.load(week: data.weekStart(of: .on(day)), from: snapshot) }
    return data
  }

  func groupPlace(_ code: String) -> Int {
    guard let place = snapshot.groups.firstIndex(where: { $0.code == code }) else {
      preconditionFailure("no group \(code)")
    }
    return place
  }

  mutating func nextAppointmentID() -> AppointmentID {
    appointmentCount += 1
    return .of("A\(appointmentCount)")
  }
}
