import Domain
import Support
import Testing

/// A1: C01 with TB, Monday 15:00–15:50; A2: C02 with TB, the same time, called off by the client.
@Suite struct `An individual session` {
  @Test func `arrived, then kept, ends now`() throws {
    var program = made()
    try program.ask(.arriveOrEnd, at: program.at("14:55"))
    #expect(state(program).status == .arrived)
    #expect(state(program).actualStart == program.at("15:00"))
    #expect(throws: RuleViolation.self) { try program.ask(.arriveOrEnd, at: program.at("15:00")) }
    try program.ask(.arriveOrEnd, at: program.at("15:47"))
    #expect(state(program).status == .kept)
    #expect(state(program).actualEnd == program.at("15:47"))
    #expect(throws: RuleViolation.self) { try program.ask(.arriveOrEnd, at: program.at("15:48")) }
  }

  @Test func `isn't arrived at hours before or on an earlier day`() throws {
    var program = made()
    for (time, date) in [("13:59", RunningProgram.monday), ("15:00", "2026-03-08")] {
      #expect(throws: RuleViolation.self) {
        try program.ask(.arriveOrEnd, at: program.at(time, on: date))
      }
    }
  }

  @Test(arguments: [("16:05", "16:05"), ("16:06", "15:50")])
  func `ends at the planned end when kept is pressed much later`(now: String, end: String) throws {
    var program = made()
    try program.ask(.arriveOrEnd, at: program.at("15:00"))
    try program.ask(.arriveOrEnd, at: program.at(now))
    #expect(state(program).actualEnd == program.at(end))
  }

  @Test func `late is kept late`() throws {
    var program = made()
    #expect(throws: RuleViolation.self) {
      try program.ask(.late(at: nil), at: program.at("15:00"))
    }
    try program.ask(.late(at: nil), at: program.at("15:12").adding(seconds: 30))
    #expect(state(program).actualStart == program.at("15:12"))
    try program.ask(.arriveOrEnd, at: program.at("15:50"))
    #expect(state(program).status == .lateKept)
  }

  @Test func `a past day uses the plan, or typed times`() throws {
    var program = made()
    let tuesday = program.at("09:00", on: "2026-03-10")
    #expect(throws: RuleViolation.needsTime("an earlier day")) {
      try program.ask(.late(at: nil), at: tuesday)
    }
    try program.ask(.arriveOrEnd, at: tuesday)
    try program.ask(.arriveOrEnd, at: tuesday)
    #expect(state(program).actualEnd == program.at("15:50"))
    let times = TypedTimes(arrival: program.at("15:10"), departure: program.at("15:40"))
    try program.ask(.changeTimes(times), at: tuesday)
    #expect(state(program).status == .lateKept)
    let bad = TypedTimes(arrival: program.at("15:40"), departure: program.at("15:40"))
    #expect(throws: RuleViolation.self) { try program.ask(.changeTimes(bad), at: tuesday) }
  }

  @Test func `nobody is a no-show before the start`() throws {
    var program = made()
    #expect(throws: RuleViolation.self) { try program.ask(.noShow, at: program.at("14:59")) }
    try program.ask(.noShow, at: program.at("15:00"))
    #expect(state(program).status == .noShow)
  }

  @Test(arguments: [
    ("2026-03-08", "15:00", AttendanceNotice.inTime), ("2026-03-08", "15:01", .late),
    ("2026-03-09", "15:30", .late),
  ])
  func `called off with a day's notice or late`(
    date: String,
    time: String,
    notice: AttendanceNotice
  ) throws {
    var program = made()
    let told = program.at(time, on: date)
    let request = AppointmentRequest.cancelledByClient(notice: told, reason: .illness)
    try program.ask(request, at: program.at("16:00"))
    let expected: AppointmentStatus =
      notice == .inTime ? .cancelledClient : .cancelledClientLate
    #expect(state(program).status == expected)
    #expect(state(program).cancelNoticeAt == told)
    #expect(state(program).reason == .known(.illness))
  }

  @Test func `notice can't come from the future, and now is the notice where none is given`() throws
  {
    var program = made()
    let now = program.at("10:00", on: "2026-03-08")
    let future = AppointmentRequest.cancelledByClient(notice: program.at("09:00"), reason: nil)
    #expect(throws: RuleViolation.self) { try program.ask(future, at: now) }
    try program.ask(.cancelledByClient(notice: nil, reason: nil), at: now)
    #expect(state(program).status == .cancelledClient)
    #expect(state(program).cancelNoticeAt == now)
  }

  @Test func `called off by the program needs words, which go with the mark`() throws {
    var program = made()
    let now = program.at("10:00")
    #expect(throws: RuleViolation.self) {
      try program.ask(.cancelledByProgram, at: now, because: "  ")
    }
    try program.ask(.cancelledByProgram, at: now, because: "counselor ill")
    #expect(state(program).programReason == "counselor ill")
    try program.ask(.cancelledByClient(notice: nil, reason: nil), at: now)
    #expect(state(program).programReason == nil)
  }

  @Test func `only an absence has a reason`() throws {
    var program = made()
    #expect(throws: RuleViolation.self) {
      try program.ask(.changeReason(.work), at: program.at("15:10"))
    }
    try program.ask(.noShow, at: program.at("15:10"))
    try program.ask(.changeReason(.work), at: program.at("15:11"))
    try program.ask(.late(at: nil), at: program.at("15:12"))
    #expect(state(program).reason == nil)
  }

  @Test func `clearing books it again, unless its time is taken`() throws {
    var program = made()
    let before = state(program)
    try program.ask(.arriveOrEnd, at: program.at("15:00"))
    try program.ask(.clear, at: program.at("15:01"))
    #expect(state(program) == before)
    #expect(throws: RuleViolation.self) { try program.ask(.clear, at: program.at("15:02")) }
    #expect(throws: RuleViolation.self) { try program.ask(.clear, "A2", at: program.at("15:02")) }
    try program.ask(.noShow, at: program.at("15:02"))
    try program.ask(.clear, "A2", at: program.at("15:03"))
  }

  @Test func `one that was moved or is of a newer version isn't touched`() throws {
    for status in [AppointmentStatus.rescheduled, .unknown("teleported")] {
      var program = made { $0.snapshot.appointments[0].state.status = status }
      for request in [AppointmentRequest.arriveOrEnd, .clear, .noShow, .changeReason(.work)] {
        #expect(throws: RuleViolation.self) { try program.ask(request, at: program.at("15:05")) }
      }
    }
  }

  private func state(_ program: RunningProgram) -> AppointmentState {
    guard let state = program.data.appointments[.of("A1")]?.state else {
      preconditionFailure("no appointment A1")
    }
    return state
  }

  private func made(_ change: (inout ProgramBuilder) -> Void = { _ in }) -> RunningProgram {
    RunningProgram {
      $0.book("C01", on: RunningProgram.monday, ("15:00", "15:50"))
      $0.book("C02", on: RunningProgram.monday, ("15:00", "15:50"), .cancelledClient)
      change(&$0)
    }
  }
}

enum AttendanceNotice: Sendable { case inTime, late }
