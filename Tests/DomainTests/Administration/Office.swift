import Domain
import Support

/// An empty program with one counselor, and somebody who enters what there is to enter.
struct Office {
  var data: ProgramData
  let start: ProgramData
  var ids = IDMaker(seed: 11)
  var undo = UndoHistory()
  let now: Instant
  let today = CalendarDate.on("2026-03-11")
  static let monday = "2026-03-09"

  init(_ builder: ProgramBuilder = ProgramBuilder()) {
    data = builder.data(weeks: Self.monday)
    start = data
    now = data.program.zone.instant(.on("2026-03-11"), .at("08:00"))
  }

  var tb: StaffID { .of("TB") }

  mutating func ask(_ request: AdministrationRequest, because: String? = nil) throws(RuleViolation)
  {
    let change = try data.change(request, stamp: stamp(), because: because)
    try data.apply(change)
    undo.record(change)
  }

  mutating func stamp() -> Stamp { Stamp(staff: tb, now: now, changeID: ids.next(.change)) }

  mutating func takeBack() throws {
    guard let last = undo.undoable.last else { return }
    let change = data.inverse(of: last, kind: .undo(of: last.id), stamp: stamp())
    try data.apply(change)
    undo.record(change)
  }

  mutating func doAgain() throws {
    guard let last = undo.redoable.last else { return }
    let stamp = stamp()
    let change = Change(
      id: stamp.changeID,
      order: data.highestOrder + 1,
      at: now,
      by: tb,
      kind: .redo(of: last.id),
      edits: last.edits
    )
    try data.apply(change)
    undo.record(change)
  }

  mutating func client(
    _ code: String,
    born: String = "1988-05-20",
    admitted: String? = "2026-03-02"
  ) throws(RuleViolation) {
    let client = Client(
      id: .of(code),
      mrn: code,
      legalFirst: "First" + code,
      legalLast: "Last" + code,
      birthDate: .on(born)
    )
    let episode = admitted.map { date in
      var episode = Episode(id: .of(code), clientID: client.id, admittedOn: .on(date))
      episode.levels = [LevelOfCarePeriod(level: "2.1", from: .on(date))]
      episode.counselors = [CounselorAssignment(staffID: tb, from: .on(date))]
      return episode
    }
    try ask(.client(client, episode))
  }

  mutating func room(_ name: String, places: Int = 14) throws(RuleViolation) {
    try ask(.room(Room(id: .of(name), name: name, capacity: places)))
  }

  func series(
    _ code: String,
    _ start: String = "09:00",
    _ end: String = "10:30",
    on days: String = "mon wed fri",
    _ change: (inout GroupSeries) -> Void = { _ in }
  ) -> GroupSeries {
    var group = GroupSeries(
      id: .of(code),
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

  func place(
    _ client: String,
    in group: String,
    from: String = "2026-03-02",
    _ change: (inout Enrollment) -> Void = { _ in }
  ) -> AdministrationRequest {
    var enrollment = Enrollment(
      id: .of(group + client),
      clientID: .of(client),
      episodeID: .of(client),
      from: .on(from)
    )
    change(&enrollment)
    return .enrollment(enrollment, in: .of(group))
  }

  /// What counts, by record: facts, enrollments and the loaded weeks, without any history.
  var content: [String: String] {
    var content = data.plain.mapValues { $0.joined(separator: "\n") }
    for client in data.clients.values { content[client.id.rawValue] = "\(client.bare)" }
    for stay in data.episodes.values { content[stay.id.rawValue] = "\(stay.bare)" }
    for person in data.staff.values { content[person.id.rawValue] = "\(person.bare)" }
    for room in data.rooms.values { content[room.id.rawValue] = "\(room.bare)" }
    for group in data.groups.values {
      let places = group.enrollments.sorted { $0.id < $1.id }
      content[group.id.rawValue] = "\(group.bare) \(places)"
    }
    return content
  }
}

/// What a request was refused with; nil where it was done.
func refusal(_ work: () throws(RuleViolation) -> Void) -> RuleViolation? {
  do throws(RuleViolation) {
    try work()
    return nil
  } catch { return error }
}

func fact(_ work: () throws(RuleViolation) -> Void) -> RecordFact? {
  guard case .fact(let fact, _) = refusal(work) else { return nil }
  return fact
}
