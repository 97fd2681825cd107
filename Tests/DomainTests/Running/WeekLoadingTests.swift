import Domain
import Support
import Testing

@Suite struct `A loaded week` {
  @Test func `has rosters by the clients' codes, walk-ins last`() throws {
    var builder = ProgramBuilder()
    builder.group("G01", "09:00", "10:30", on: [.monday])
    for code in ["C03", "C01", "C02", "C00"] { builder.client(code) }
    for code in ["C03", "C01"] { builder.enroll(code, in: "G01") }
    builder.run("G01", on: "2026-03-09", ["C00": .present, "C03": .present])
    builder.enroll("C02", in: "G01")
    let rows = builder.data(weeks: "2026-03-09").sessions(on: .on("2026-03-09"))[0].rows
    #expect(rows.map(\.clientID.rawValue) == ["xx_C01", "xx_C02", "xx_C03", "xx_C00"])
    #expect(rows.map(\.status) == [.expected, .expected, .present, .present])
  }

  @Test func `expects people on the days of their enrollment only`() {
    var builder = ProgramBuilder()
    builder.group("G01", "09:00", "10:30", on: [.monday, .wednesday, .friday])
    for code in ["C01", "C02", "C03"] { builder.client(code) }
    builder.enroll("C01", in: "G01") { $0.weekdays = [.monday, .friday] }
    builder.enroll("C02", in: "G01") { $0.from = .on("2026-03-11") }
    builder.enroll("C03", in: "G01") { $0.to = .on("2026-03-11") }
    builder.episode("C03") { $0.dischargedOn = .on("2026-03-09") }
    let data = builder.data(weeks: "2026-03-09")
    let rosters = ["2026-03-09", "2026-03-11", "2026-03-13"].map { date in
      data.sessions(on: .on(date)).flatMap(\.rows).map(\.clientID.rawValue)
    }
    #expect(rosters == [["xx_C01", "xx_C03"], ["xx_C02"], ["xx_C01", "xx_C02"]])
  }

  @Test func `follows leaves and enrollments until something was said about a row`() {
    var builder = ProgramBuilder()
    builder.group("G01", "09:00", "10:30", on: [.monday])
    for code in ["C01", "C02", "C03", "C04"] {
      builder.client(code)
      builder.enroll(code, in: "G01")
    }
    builder.run("G01", on: "2026-03-09", ["C01": .present]) {
      $0.rows[2].quickLine = "called from work"
    }
    builder.episode("C02") {
      $0.leaves = [Leave(from: .on("2026-03-09"), to: nil, reason: "hospital")]
    }
    builder.snapshot.groups[0].enrollments.removeAll { $0.clientID != .of("C02") }
    let rows = builder.data(weeks: "2026-03-09").sessions(on: .on("2026-03-09"))[0].rows
    #expect(rows.map(\.clientID.rawValue) == ["xx_C01", "xx_C02", "xx_C03"])
    #expect(rows.map(\.status) == [.present, .onLeave, .expected])
  }

  @Test func `adds nobody to a session that is closed`() {
    var builder = ProgramBuilder()
    builder.group("G01", "09:00", "10:30", on: [.monday])
    for code in ["C01", "C02"] { builder.client(code) }
    builder.enroll("C01", in: "G01")
    builder.hold("G01", on: "2026-03-09")
    builder.enroll("C02", in: "G01")
    let data = builder.data(weeks: "2026-03-09")
    #expect(data.sessions(on: .on("2026-03-09"))[0].rows.count == 1)
  }

  @Test func `has no meeting on a closed day, but what was stored of it`() {
    var builder = ProgramBuilder()
    builder.group("G01", "09:00", "10:30", on: [.monday, .tuesday])
    builder.client("C01")
    builder.enroll("C01", in: "G01")
    builder.hold("G01", on: "2026-03-10")
    builder.close("2026-03-09")
    builder.close("2026-03-10")
    let data = builder.data(weeks: "2026-03-09")
    #expect(data.sessions(on: .on("2026-03-09")) == [])
    #expect(data.sessions(on: .on("2026-03-10")).count == 1)
  }

  @Test func `orders a day by start, then code, ad-hoc sessions among them`() {
    var builder = ProgramBuilder()
    builder.group("G02", "09:00", "10:30", on: [.monday])
    builder.group("G01", "09:00", "10:30", on: [.monday])
    let state = SessionState(
      scheduledStart: builder.at("2026-03-09", "08:00"),
      scheduledEnd: builder.at("2026-03-09", "08:30"),
      leadID: .of("TB")
    )
    var extra = GroupSession(
      id: .of("extra"),
      groupID: nil,
      serviceDate: .on("2026-03-09"),
      countsTowardHours: true,
      state: state
    )
    extra.adHocTitle = "Crisis meeting"
    builder.snapshot.sessions.append(extra)
    let data = builder.data(weeks: "2026-03-09")
    let day = data.sessions(on: .on("2026-03-09"))
    #expect(day.map(data.title(of:)) == ["Crisis meeting", "Group G01", "Group G02"])
  }

  @Test(arguments: [
    ("2026-03-08", "01:30", "03:30", 60), ("2026-03-08", "02:30", "03:10", 0),
    ("2026-11-01", "00:30", "02:30", 180), ("2026-03-09", "23:00", "00:30", 90),
  ])
  func `has the elapsed minutes on days when the clock changes`(
    date: String,
    start: String,
    end: String,
    minutes: Int
  ) throws {
    var builder = ProgramBuilder(zone: try TestZone.newYork())
    builder.group("G01", start, end, on: [CalendarDate.on(date).weekday])
    let state = try #require(builder.data(weeks: date).sessions(on: .on(date)).first?.state)
    #expect(Instant.minutes(from: state.scheduledStart, to: state.scheduledEnd) == minutes)
  }
}
