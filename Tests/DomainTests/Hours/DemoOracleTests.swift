import Domain
import SampleData
import Support
import Testing

/// A client's line of the demo's panel, in minutes.
struct OracleLine: Sendable, CustomTestStringConvertible {
  let code: String
  let planned: Int
  let credited: Int
  let possible: Int
  let slack: Int?
  let state: WeekState

  init(_ code: String, _ numbers: [Int], _ slack: Int?, _ state: WeekState) {
    self.code = code
    planned = numbers[0]
    credited = numbers[1]
    possible = numbers[2]
    self.slack = slack
    self.state = state
  }

  var testDescription: String { code }

  /// What the panel shows at 10:52 on the demo's Wednesday.
  static let panel = [
    OracleLine("C01", [680, 320, 360], 140, .onTrack),
    OracleLine("C02", [680, 320, 360], 140, .onTrack),
    OracleLine("C03", [650, 358, 270], 88, .onTrack),
    OracleLine("C04", [680, 256, 360], 76, .onTrack),
    OracleLine("C05", [680, 240, 401], 101, .onTrack),
    OracleLine("C06", [590, 0, 270], -270, .short),
    OracleLine("C07", [650, 375, 270], 105, .onTrack),
    OracleLine("C08", [770, 320, 450], 230, .onTrack),
    OracleLine("C09", [590, 0, 0], nil, .exempt),
    OracleLine("C10", [650, 140, 270], -130, .short),
    OracleLine("C11", [590, 270, 320], 50, .onTrack),
    OracleLine("C12", [680, 180, 320], -40, .short),
    OracleLine("C13", [590, 410, 180], 50, .onTrack),
    OracleLine("C14", [590, 375, 180], 15, .tight),
    OracleLine("C15", [680, 180, 270], -90, .short),
    OracleLine("C16", [410, 230, 180], -130, .transition),
    OracleLine("C17", [590, 349, 230], 39, .tight),
    OracleLine("C18", [680, 180, 320], -40, .short),
    OracleLine("C19", [590, 360, 230], 50, .onTrack),
    OracleLine("C20", [170, 120, 50], nil, .noMinimum),
    OracleLine("C21", [200, 60, 140], nil, .noMinimum),
    OracleLine("C22", [110, 0, 50], nil, .noMinimum),
    OracleLine("C23", [110, 60, 50], nil, .noMinimum),
  ]
}

@Suite struct `The demo's hours` {
  let demo = OracleDemo.loaded

  @Test(arguments: OracleLine.panel)
  func `each client has the numbers of the panel`(line: OracleLine) throws {
    let hours = try demo.hours(line.code)
    #expect(hours.planned == line.planned)
    #expect(hours.credited == line.credited)
    #expect(hours.possible == line.possible)
    #expect(hours.slack == line.slack)
    #expect(hours.state == line.state)
    #expect(hours.unmarked == 0)
  }

  @Test(arguments: OracleLine.panel)
  func `each number is explained`(line: OracleLine) throws {
    let client = try demo.client(line.code)
    let lines = demo.data.explainHours(of: client, week: demo.week, now: demo.now)
    var sum = ItemMinutes()
    for record in lines where record.kind == .record { sum += try #require(record.minutes) }
    #expect(
      [sum.planned, sum.credited, sum.possible] == [line.planned, line.credited, line.possible]
    )
    #expect(lines.last?.minutes == sum)
  }

  @Test func `the panel has 23 rows, without the discharged client`() {
    let rows = demo.data.weekHours(week: demo.week, now: demo.now)
    #expect(rows.compactMap { demo.data.clients[$0.client]?.mrn } == OracleLine.panel.map(\.code))
  }

  @Test func `C06 after a no-show in the live group is shorter by the group`() throws {
    var demo = demo
    try demo.markNoShow("C06", in: "G03")
    let hours = try demo.hours("C06")
    #expect([hours.planned, hours.credited, hours.possible] == [590, 0, 180])
    #expect(hours.slack == -360)
    #expect(hours.state == .short)
  }

  @Test func `C11, still out at 10:56, has lost six minutes`() throws {
    let hours = try demo.hours("C11", minutesLater: 4)
    #expect(hours.days[2].possible - 50 == 84)
    #expect(hours.projected == 584)
    #expect(hours.slack == 44)
    #expect(hours.state == .tight)
  }

  @Test func `the first weeks of C10 and C11 are pro rata`() throws {
    #expect(try demo.hours("C10", week: "2026-03-02").minimum == 540)
    #expect(try demo.hours("C11", week: "2026-03-02").minimum == 360)
  }

  @Test func `C16's fewer hours are allowed until 22 March`() throws {
    let end = demo.data.transitionEnd(of: try demo.client("C16"), week: demo.week)
    #expect(end == .on("2026-03-22"))
  }

  @Test(arguments: [
    ("C01", 180), ("C03", 158), ("C05", 150), ("C06", 0), ("C09", 0), ("C10", 0), ("C17", 169),
    ("C18", 0), ("C19", 180),
  ])
  func `Monday's minutes for the daily rate`(code: String, groups: Int) throws {
    let client = try demo.client(code)
    let individual = ["C01": 50][code] ?? 0
    let minutes = demo.data.perDiemMinutes(of: client, on: demo.week, now: demo.now)
    #expect(minutes == groups + individual)
  }

  @Test func `Monday qualifies for these and no others`() {
    let qualified = demo.data.clients(inWeek: demo.week).filter {
      demo.data.isPerDiemDay(of: $0, on: demo.week, now: demo.now)
    }
    #expect(
      qualified.compactMap { demo.data.clients[$0]?.mrn } == [
        "C01", "C02", "C04", "C07", "C08", "C11", "C12", "C13", "C14", "C15", "C16", "C19",
      ]
    )
  }

  @Test func `C01 has a run of 17 service days`() throws {
    let run = demo.data.attendanceStreak(of: try demo.client("C01"), asOf: demo.now)
    #expect(run.days == 17)
    #expect(run.first == .on("2026-02-02"))
    #expect(!run.isCut)
  }

  @Test func `C06 misses a third day in a row today`() throws {
    let run = demo.data.consecutiveMissedDays(of: try demo.client("C06"), asOf: demo.now)
    #expect(run == RunOfDays(days: 3, first: .on("2026-03-06"), last: .on("2026-03-11")))
  }

  @Test func `C10's Tuesday, with a no-show and a kept appointment, is attended`() throws {
    let outcome = demo.data.serviceDayOutcome(
      of: try demo.client("C10"),
      on: .on("2026-03-10"),
      now: demo.now
    )
    #expect(outcome == .attended)
  }

  @Test func `eight are in the room of the live group, of twenty at most`() throws {
    let finding = demo.data.capacityFinding(of: try demo.session("G03"))
    #expect(
      [finding.cap, finding.present, finding.mostAtOnce, finding.enrolled] == [20, 8, 9, 12]
    )
  }
}

/// The demo with all its weeks loaded, at the moment its clock starts.
struct OracleDemo {
  var data: ProgramData
  let now: Instant
  let week = CalendarDate.on("2026-03-09")

  static let loaded: OracleDemo = {
    guard let zone = try? SystemZone.zone("America/New_York") else {
      preconditionFailure("install the tzdata package")
    }
    let snapshot = Demo.snapshot(zone: zone)
    var data = ProgramData(standing: snapshot)
    for offset in 0..<9 {
      data.load(week: CalendarDate.on("2026-01-12").adding(days: 7 * offset), from: snapshot)
    }
    return OracleDemo(data: data, now: Demo.now(zone: zone))
  }()

  func client(_ code: String) throws -> ClientID {
    try #require(data.clients.values.first { $0.mrn == code }).id
  }

  func session(_ code: String) throws -> GroupSession {
    try #require(data.sessions(on: Demo.date).first { data.code(of: $0) == code })
  }

  func hours(_ code: String, week: String = "2026-03-09", minutesLater: Int = 0) throws -> WeekHours
  {
    let moment = now.adding(minutes: minutesLater)
    return try #require(data.weekHours(of: client(code), week: .on(week), now: moment))
  }

  mutating func markNoShow(_ code: String, in group: String) throws {
    let session = try session(group)
    let client = try client(code)
    let before = try #require(session.row(of: client))
    var after = before
    after.status = .noShow
    try data.apply(
      Change(
        id: .of("change"),
        order: data.highestOrder + 1,
        at: now,
        by: session.state.leadID,
        edits: [.session(session.id, .row(client, before: before, after: after))]
      )
    )
  }
}
