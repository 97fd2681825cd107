package import Domain

/// An empty program with one counselor, and somebody who enters what there is to enter.
package struct Office {
  package var data: ProgramData
  private var ids = IDMaker(seed: 11)
  package private(set) var undo = UndoHistory()
  package let now: Instant
  package let today = CalendarDate.on("2026-03-11")
  package static let monday = "2026-03-09"
  /// Whether identifiers are as files have them.
  private let isStored: Bool
  private let counselor: StaffID
  /// Who asks.
  package var asker: StaffID

  /// An office whose records can be saved.
  package static var stored: (office: Office, snapshot: ProgramSnapshot) {
    var builder = ProgramBuilder()
    let id = StaffID("st_TB")
    builder.snapshot.staff = [Staff(id: id, code: "TB", name: "Tobias Brightwater")]
    return (Office(builder, isStored: true, counselor: id), builder.snapshot)
  }

  package init(_ builder: ProgramBuilder = ProgramBuilder()) {
    self.init(builder, isStored: false, counselor: .of("TB"))
  }

  private init(_ builder: ProgramBuilder, isStored: Bool, counselor: StaffID) {
    (self.isStored, self.counselor, asker) = (isStored, counselor, counselor)
    data = builder.data(weeks: Self.monday)
    now = data.program.zone.instant(.on("2026-03-11"), .at("08:00"))
  }

  package var tb: StaffID { counselor }

  /// The identifier of what has a code.
  package func id<Record>(_ prefix: IDPrefix, _ code: String) -> ID<Record> {
    isStored ? ID(prefix.rawValue + "_" + code) : .of(code)
  }

  @discardableResult
  package mutating func ask(
    _ request: AdministrationRequest,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    try apply(try data.change(request, stamp: stamp(), because: because))
  }

  @discardableResult
  package mutating func ask(_ request: FollowUpRequest) throws(RuleViolation) -> Change {
    try apply(try data.change(request, stamp: stamp()))
  }

  @discardableResult
  package mutating func mark(
    _ request: SessionRequest,
    in session: SessionID,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    try apply(try data.change(request, in: session, stamp: stamp(), because: because))
  }

  @discardableResult
  package mutating func apply(_ change: Change) throws(RuleViolation) -> Change {
    try data.apply(change)
    undo.record(change)
    return change
  }

  package mutating func stamp() -> Stamp {
    Stamp(staff: asker, now: now, changeID: ids.next(.change))
  }

  @discardableResult
  package mutating func takeBack() throws(RuleViolation) -> Change? {
    guard let last = undo.undoable.last else { return nil }
    return try apply(data.inverse(of: last, kind: .undo(of: last.id), stamp: stamp()))
  }

  @discardableResult
  package mutating func doAgain() throws(RuleViolation) -> Change? {
    guard let last = undo.redoable.last else { return nil }
    return try apply(data.again(last, stamp: stamp()))
  }

  /// An individual appointment that isn't booked yet; its identifier is made of client and day.
  package func meeting(
    _ client: String,
    on date: String,
    at time: String = "14:00",
    minutes: Int = 50,
    with counselor: StaffID? = nil
  ) -> Appointment {
    let start = data.program.zone.instant(.on(date), .at(time))
    return Appointment(
      id: id(.appointment, client + date),
      clientID: id(.client, client),
      episodeID: id(.episode, client),
      kind: .known(.individual),
      serviceDate: .on(date),
      state: AppointmentState(
        scheduledStart: start,
        scheduledEnd: start.adding(minutes: minutes),
        counselorID: counselor ?? tb
      )
    )
  }

  @discardableResult
  package mutating func client(
    _ code: String,
    born: String = "1988-05-20",
    admitted: String? = "2026-03-02"
  ) throws(RuleViolation) -> Change {
    let client = Client(
      id: id(.client, code),
      mrn: code,
      legalFirst: "First" + code,
      legalLast: "Last" + code,
      birthDate: .on(born)
    )
    let episode = admitted.map { date in
      var episode = Episode(id: id(.episode, code), clientID: client.id, admittedOn: .on(date))
      episode.levels = [LevelOfCarePeriod(level: "2.1", from: .on(date))]
      episode.counselors = [CounselorAssignment(staffID: tb, from: .on(date))]
      return episode
    }
    return try ask(.client(client, episode))
  }

  @discardableResult
  package mutating func room(
    _ name: String,
    places: Int = 14
  ) throws(RuleViolation) -> Change {
    try ask(.room(Room(id: id(.room, name), name: name, capacity: places)))
  }

  package func series(
    _ code: String,
    _ start: String = "09:00",
    _ end: String = "10:30",
    on days: String = "mon wed fri",
    _ change: (inout GroupSeries) -> Void = { _ in }
  ) -> GroupSeries {
    var group = GroupSeries(
      id: id(.group, code),
      code: code,
      title: "Group " + code,
      type: .known(.process),
      weekdays: TypedWeekdays.parse(days) ?? [],
      start: .at(start),
      end: .at(end),
      effectiveFrom: .on("2026-03-02"),
      leadID: tb
    )
    change(&group)
    return group
  }

  package func place(
    _ client: String,
    in group: String,
    from: String = "2026-03-02",
    _ change: (inout Enrollment) -> Void = { _ in }
  ) -> AdministrationRequest {
    var enrollment = Enrollment(
      id: id(.enrollment, group + client),
      clientID: id(.client, client),
      episodeID: id(.episode, client),
      from: .on(from)
    )
    change(&enrollment)
    return .enrollment(enrollment, in: id(.group, group))
  }

  /// What counts, by record: facts, enrollments and the loaded weeks, without any history.
  package var content: [String: AnyHashable] { Self.content(of: data) }

  package static func content(of data: ProgramData) -> [String: AnyHashable] {
    var content = data.plain.mapValues { AnyHashable($0) }
    for client in data.clients.values { content[client.id.rawValue] = client.bare }
    for stay in data.episodes.values { content[stay.id.rawValue] = stay.bare }
    for person in data.staff.values { content[person.id.rawValue] = person.bare }
    for one in data.followUps.values { content[one.id.rawValue] = one.bare }
    for room in data.rooms.values { content[room.id.rawValue] = room.bare }
    for day in data.calendar.values { content["day \(day.date)"] = day.bare }
    for group in data.groups.values {
      let places = group.enrollments.sorted { $0.id < $1.id }
      content[group.id.rawValue] = [AnyHashable(group.bare), AnyHashable(places)]
    }
    return content
  }
}
