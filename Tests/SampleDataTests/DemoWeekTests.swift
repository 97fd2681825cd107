import Domain
import SampleData
import Testing

@Suite struct `The demo's week` {
  let demo: LoadedDemo

  init() throws { demo = try LoadedDemo.shared() }

  @Test(
    arguments: [
      ("G01", "2026-03-09", "C03", AttendanceStatus.late, 68),
      ("G01", "2026-03-09", "C06", .noShow, 0),
      ("G01", "2026-03-09", "C09", .onLeave, 0),
      ("G01", "2026-03-09", "C10", .excused, 0),
      ("G02", "2026-03-09", "C05", .leftEarly, 60),
      ("G02", "2026-03-09", "C06", .noShow, 0),
      ("G02", "2026-03-09", "C09", .onLeave, 0),
      ("G02", "2026-03-09", "C10", .excused, 0),
      ("G05", "2026-03-09", "C17", .late, 79),
      ("G05", "2026-03-09", "C18", .noShow, 0),
      ("G06", "2026-03-09", "C18", .noShow, 0),
      ("G10", "2026-03-10", "C10", .noShow, 0),
      ("G12", "2026-03-10", "C22", .noShow, 0),
      ("G07", "2026-03-10", "C14", .leftEarly, 55),
      ("G05", "2026-03-10", "C15", .excused, 0),
      ("G07", "2026-03-10", "C15", .excused, 0),
      ("G01", "2026-03-11", "C04", .late, 76),
      ("G01", "2026-03-11", "C06", .noShow, 0),
      ("G01", "2026-03-11", "C09", .onLeave, 0),
      ("G01", "2026-03-11", "C12", .notAdmitted, 0),
    ]
  )
  func `an exception is as the table says`(
    code: String,
    date: String,
    client: String,
    status: AttendanceStatus,
    minutes: Int
  ) throws {
    #expect(try demo.row(client, code, date).status == status)
    #expect(try demo.credited(client, code, date) == minutes)
  }

  @Test func `everyone else was there for all minutes`() throws {
    var exceptions = 0
    for session in demo.snapshot.sessions
    where session.serviceDate >= Demo.date.startOfWeek() && session.state.status == .completed {
      for row in session.rows {
        if row.status != .present {
          exceptions += 1
          continue
        }
        let rules = demo.data.rules(on: session.serviceDate)
        let minutes = Credit.minutes(of: row, in: session.state, rules: rules, now: demo.now)
        let whole = Instant.minutes(
          from: session.state.scheduledStart,
          to: session.state.scheduledEnd
        )
        #expect(minutes == whole)
      }
    }
    #expect(exceptions == 20)
  }

  @Test func `the excused are excused for work and court, with notice`() throws {
    let court = try demo.row("C10", "G01", "2026-03-09")
    #expect(court.absenceReason == .known(.courtLegal))
    let work = try demo.row("C15", "G05", "2026-03-10")
    #expect(work.absenceReason == .known(.work))
    #expect(work.notice?.at == (try demo.moment("2026-03-09", "16:20")))
  }

  @Test(
    arguments: [
      ("C01", "2026-03-09", AppointmentStatus.kept), ("C02", "2026-03-09", .kept),
      ("C06", "2026-03-09", .noShow), ("C07", "2026-03-09", .kept), ("C13", "2026-03-09", .kept),
      ("C14", "2026-03-09", .kept), ("C03", "2026-03-10", .kept),
      ("C04", "2026-03-10", .cancelledClient), ("C08", "2026-03-10", .kept),
      ("C10", "2026-03-10", .kept), ("C15", "2026-03-10", .cancelledClientLate),
      ("C16", "2026-03-10", .kept), ("C05", "2026-03-11", .booked),
      ("C09", "2026-03-11", .cancelledProgram), ("C11", "2026-03-11", .booked),
      ("C12", "2026-03-11", .booked), ("C17", "2026-03-11", .booked),
      ("C18", "2026-03-11", .booked), ("C20", "2026-03-12", .booked),
      ("C21", "2026-03-12", .booked), ("C22", "2026-03-12", .booked),
      ("C19", "2026-03-12", .booked), ("C23", "2026-03-12", .booked),
    ]
  )
  func `an individual session stands as the table says`(
    client: String,
    date: String,
    status: AppointmentStatus
  ) throws {
    #expect(try demo.appointment(client, date).state.status == status)
  }

  @Test func `the week has 23 individual sessions of 50 minutes, one kept for 45`() throws {
    let monday = Demo.date.startOfWeek()
    let week = demo.snapshot.appointments.filter { $0.serviceDate >= monday }
    #expect(week.count == 23)
    for appointment in week {
      let state = appointment.state
      #expect(Instant.minutes(from: state.scheduledStart, to: state.scheduledEnd) == 50)
    }
    let short = try demo.appointment("C07", "2026-03-09").state
    let start = try #require(short.actualStart)
    #expect(Instant.minutes(from: start, to: try #require(short.actualEnd)) == 45)
    let cancelled = try demo.appointment("C15", "2026-03-10").state
    #expect(cancelled.cancelNoticeAt == (try demo.moment("2026-03-09", "16:20")))
  }

  @Test(
    arguments: [
      ("C01", 680, 320, 360, "on_track"), ("C02", 680, 320, 360, "on_track"),
      ("C03", 650, 358, 270, "on_track"), ("C04", 680, 256, 360, "on_track"),
      ("C05", 680, 240, 401, "on_track"), ("C06", 590, 0, 270, "short"),
      ("C07", 650, 375, 270, "on_track"), ("C08", 770, 320, 450, "on_track"),
      ("C09", 590, 0, 0, "exempt"), ("C10", 650, 140, 270, "short"),
      ("C11", 590, 270, 320, "on_track"), ("C12", 680, 180, 320, "short"),
      ("C13", 590, 410, 180, "on_track"), ("C14", 590, 375, 180, "tight"),
      ("C15", 680, 180, 270, "short"), ("C16", 410, 230, 180, "transition"),
      ("C17", 590, 349, 230, "tight"), ("C18", 680, 180, 320, "short"),
      ("C19", 590, 360, 230, "on_track"), ("C20", 170, 120, 50, "no_minimum"),
      ("C21", 200, 60, 140, "no_minimum"), ("C22", 110, 0, 50, "no_minimum"),
      ("C23", 110, 60, 50, "no_minimum"),
    ]
  )
  func `the weekly hours at 10 52 are those of the panel`(
    client: String,
    planned: Int,
    credited: Int,
    possible: Int,
    state: String
  ) throws {
    let hours = try #require(
      demo.data.weekHours(
        of: demo.client(client),
        week: Demo.date.startOfWeek(),
        now: demo.now
      )
    )
    #expect(hours.planned == planned)
    #expect(hours.credited == credited)
    #expect(hours.possible == possible)
    #expect(hours.state.rawValue == state)
  }

  @Test func `the panel has 23 rows`() {
    #expect(demo.data.weekHours(week: Demo.date.startOfWeek(), now: demo.now).count == 23)
  }

  @Test func `Monday is a per-diem day for twelve clients`() throws {
    let monday = Demo.date.startOfWeek()
    var codes: [String] = []
    for client in demo.snapshot.clients
    where demo.data.isPerDiemDay(of: client.id, on: monday, now: demo.now) {
      codes.append(client.mrn)
    }
    #expect(
      codes == [
        "C01", "C02", "C04", "C07", "C08", "C11", "C12", "C13", "C14", "C15", "C16", "C19",
      ]
    )
    let minutes = try ["C03", "C05", "C17"].map {
      demo.data.perDiemMinutes(of: try demo.client($0), on: monday, now: demo.now)
    }
    #expect(minutes == [158, 150, 169])
  }

  @Test func `C01 has come on 17 service days in a row`() throws {
    let streak = demo.data.attendanceStreak(of: try demo.client("C01"), asOf: demo.now)
    #expect(streak.days == 17)
    #expect(streak.first == CalendarDate("2026-02-02"))
  }

  @Test func `C06 has missed three service days in a row, and C10 none`() throws {
    let missed = demo.data.consecutiveMissedDays(of: try demo.client("C06"), asOf: demo.now)
    #expect(missed.days == 3)
    #expect(missed.first == CalendarDate("2026-03-06"))
    let other = demo.data.consecutiveMissedDays(of: try demo.client("C10"), asOf: demo.now)
    #expect(other.days == 0)
  }
}
