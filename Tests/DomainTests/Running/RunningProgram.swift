import Domain
import Support

/// A built program on one day: requests at clock times, each applied at once.
///
/// Its group is G01, Monday 2026-03-09, 09:00–10:30, led by TB; SV is a supervisor, NP neither.
struct RunningProgram {
  static let monday = "2026-03-09"

  var data: ProgramData
  var undo = UndoHistory()
  let zone: ProgramTimeZone
  private var count = 0

  init(_ builder: ProgramBuilder, weeks: String = monday, _ more: String...) {
    data = builder.data(weeks: weeks)
    for week in more { data.load(week: .on(week), from: builder.snapshot) }
    zone = builder.snapshot.program.zone
  }

  /// A program with as many clients in G01 as asked.
  init(clients: Int = 3, _ change: (inout ProgramBuilder) -> Void = { _ in }) {
    var builder = Self.builder(clients: clients)
    change(&builder)
    self.init(builder)
  }

  static func builder(clients: Int, zone: ProgramTimeZone = .utc) -> ProgramBuilder {
    var builder = ProgramBuilder(zone: zone)
    builder.snapshot.staff += [
      Staff(id: .of("SV"), code: "SV", name: "Sam Vane", role: .known(.clinicalSupervisor)),
      Staff(id: .of("NP"), code: "NP", name: "Noor Pell"),
    ]
    builder.group("G01", "09:00", "10:30", on: [.monday])
    for number in 1...max(1, clients) {
      let code = Self.code(number)
      builder.client(code)
      builder.enroll(code, in: "G01")
    }
    return builder
  }

  static func code(_ number: Int) -> String { (number < 10 ? "C0" : "C") + String(number) }

  func at(_ time: String, on date: String = monday) -> Instant {
    zone.instant(.on(date), .at(time))
  }

  func sessionID(_ group: String = "G01", on date: String = monday) -> SessionID {
    .occurrence(of: .of(group), on: .on(date))
  }

  func session(_ group: String = "G01", on date: String = monday) -> GroupSession {
    guard let session = data.sessions[sessionID(group, on: date)] else {
      preconditionFailure("no session of \(group)")
    }
    return session
  }

  func row(_ client: String, in group: String = "G01") -> AttendanceRow {
    guard let row = session(group).row(of: .of(client)) else {
      preconditionFailure("\(client) isn't in \(group)")
    }
    return row
  }

  /// The stays of a row as clock times: "09:00-10:00 10:10-".
  func stays(_ client: String, in group: String = "G01") -> String {
    row(client, in: group).segments.map { stay in
      "\(clock(stay.start))-" + (stay.end.map(clock) ?? "")
    }.joined(separator: " ")
  }

  func clock(_ instant: Instant) -> String { zone.local(instant).time.description }

  func minutes(_ client: String, at time: String, in group: String = "G01") -> Int {
    data.creditedMinutes(of: row(client, in: group), in: session(group), now: at(time))
  }

  // MARK: Asking

  mutating func stamp(_ now: Instant, by staff: String = "TB") -> Stamp {
    count += 1
    return Stamp(staff: .of(staff), now: now, changeID: .of("change\(count)"))
  }

  @discardableResult
  mutating func ask(
    _ request: SessionRequest,
    at time: String,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    try ask(request, Asker(at: at(time)), because: because)
  }

  @discardableResult
  mutating func ask(
    _ request: SessionRequest,
    _ asker: Asker,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    let id = sessionID(asker.group, on: asker.date)
    let stamp = stamp(asker.now, by: asker.staff)
    let change = try data.change(request, in: id, stamp: stamp, because: because)
    try data.apply(change)
    undo.record(change)
    return change
  }

  @discardableResult
  mutating func ask(
    _ request: AppointmentRequest,
    _ id: String = "A1",
    at now: Instant,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    let stamp = stamp(now)
    let change = try data.change(request, in: .of(id), stamp: stamp, because: because)
    try data.apply(change)
    undo.record(change)
    return change
  }

  @discardableResult
  mutating func mark(
    _ client: String,
    _ status: AttendanceStatus,
    at time: String,
    typed: String? = nil,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    let mark = Mark(status, at: typed.map { at($0) })
    return try ask(.mark([.of(client)], mark), at: time, because: because)
  }

  mutating func takeBack(at time: String) throws(RuleViolation) {
    guard let last = undo.undoable.last else { throw .nothingToDo("nothing to undo") }
    let change = data.inverse(of: last, kind: .undo(of: last.id), stamp: stamp(at(time)))
    try data.apply(change)
    undo.record(change)
  }

  mutating func doAgain(at time: String) throws(RuleViolation) {
    guard let last = undo.redoable.last else { throw .nothingToDo("nothing to redo") }
    let change = data.again(last, stamp: stamp(at(time)))
    try data.apply(change)
    undo.record(change)
  }

  /// Everything the rules of sessions find wrong.
  var violations: [SessionViolation] { data.sessions.values.flatMap(\.violations) }
}

/// Who asks what of which meeting, and when.
struct Asker {
  var now: Instant
  var staff: String
  var group: String
  var date: String

  init(
    at now: Instant,
    staff: String = "TB",
    group: String = "G01",
    date: String = RunningProgram.monday
  ) {
    self.now = now
    self.staff = staff
    self.group = group
    self.date = date
  }
}
