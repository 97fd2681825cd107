import Domain
import Glibc
import SampleData
import Testing

/// The zone of the demo, read from the system's database.
func newYork() throws -> ProgramTimeZone {
  let file = try #require(
    unsafe fopen("/usr/share/zoneinfo/America/New_York", "rb"),
    "install the tzdata package"
  )
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  while case let byte = unsafe getc(file), byte != EOF { bytes.append(UInt8(byte)) }
  return try ProgramTimeZone(identifier: "America/New_York", zoneFile: bytes)
}

/// The demo with all of its weeks loaded, found by the codes that people use.
struct LoadedDemo {
  let snapshot: ProgramSnapshot
  let data: ProgramData
  let now: Instant
  let clients: [String: Client]
  let groups: [String: GroupSeries]
  let staff: [String: Staff]

  /// The one that all tests read.
  static func shared() throws -> LoadedDemo { try made.get() }

  private static let made = Result { try LoadedDemo() }

  init() throws {
    let zone = try newYork()
    snapshot = Demo.snapshot(zone: zone)
    now = Demo.now(zone: zone)
    data = snapshot.loaded()
    clients = Dictionary(uniqueKeysWithValues: snapshot.clients.map { ($0.mrn, $0) })
    groups = Dictionary(uniqueKeysWithValues: snapshot.groups.map { ($0.code, $0) })
    staff = Dictionary(uniqueKeysWithValues: snapshot.staff.map { ($0.code, $0) })
  }

  func client(_ code: String) throws -> ClientID { try #require(clients[code]).id }

  func session(_ code: String, _ date: String) throws -> GroupSession {
    let group = try #require(groups[code])
    let date = try #require(CalendarDate(date))
    return try #require(data.sessions[.occurrence(of: group.id, on: date)])
  }

  func row(_ client: String, _ code: String, _ date: String) throws -> AttendanceRow {
    try #require(try session(code, date).row(of: self.client(client)))
  }

  /// The codes of the clients on a roster, in roster order.
  func roster(_ code: String, _ date: String) throws -> [String] {
    let codes = Dictionary(uniqueKeysWithValues: snapshot.clients.map { ($0.id, $0.mrn) })
    return try session(code, date).rows.compactMap { codes[$0.clientID] }
  }

  func credited(_ client: String, _ code: String, _ date: String) throws -> Int {
    let session = try session(code, date)
    return Credit.minutes(
      of: try row(client, code, date),
      in: session.state,
      rules: data.rules(on: session.serviceDate),
      now: now
    )
  }

  func appointment(_ client: String, _ date: String) throws -> Appointment {
    let id = try self.client(client)
    let date = try #require(CalendarDate(date))
    return try #require(data.appointments(on: date).first { $0.clientID == id })
  }

  /// A moment of the demo's days as its clock shows it.
  func moment(_ date: String, _ time: String) throws -> Instant {
    snapshot.program.zone.instant(
      try #require(CalendarDate(date)),
      try #require(TimeOfDay(time))
    )
  }
}

extension ProgramSnapshot {
  /// Everything as the program sees it, all weeks loaded that something is stored about.
  func loaded() -> ProgramData {
    var data = ProgramData(standing: self)
    var sessionsByWeek: [CalendarDate: [GroupSession]] = [:]
    var appointmentsByWeek: [CalendarDate: [Appointment]] = [:]
    for session in sessions {
      sessionsByWeek[data.weekStart(of: session.serviceDate), default: []].append(session)
    }
    for appointment in appointments {
      appointmentsByWeek[data.weekStart(of: appointment.serviceDate), default: []]
        .append(appointment)
    }
    for week in Set(sessionsByWeek.keys).union(appointmentsByWeek.keys) {
      data.load(
        week: week,
        sessions: sessionsByWeek[week] ?? [],
        appointments: appointmentsByWeek[week] ?? []
      )
    }
    return data
  }
}
