import Domain
import Support
import Testing

/// One client in one group of 90 minutes, Wednesday 10:40–12:10, that runs.
@Suite struct `Projection of a live group` {
  @Test(arguments: [
    (RowMark.expected, 90), (.present, 90), (.late("10:49"), 81), (.left("10:50"), 10),
    (.noShow, 0),
    (.excused, 0), (.notAdmitted, 0), (.onLeave, 0), (.removed("10:50"), 0),
  ])
  func `each mark is projected to the end`(mark: RowMark, minutes: Int) throws {
    #expect(try possible(mark, at: "10:52") == minutes)
  }

  @Test(arguments: [("10:51", 90), ("10:52", 90), ("10:53", 87), ("10:54", 86), ("10:56", 84)])
  func `who stepped out counts as back now`(now: String, minutes: Int) throws {
    #expect(try possible(.stays([("10:40", "10:50")]), at: now) == minutes)
  }

  @Test func `a running break takes only what has passed of it`() throws {
    let pause = { (session: inout GroupSession) in
      session.state.breaks = [
        SessionBreak(start: session.state.scheduledStart.adding(minutes: 20), isCreditable: false)
      ]
    }
    #expect(try possible(.present, at: "11:00", pause) == 90)
    #expect(try possible(.present, at: "11:05", pause) == 85)
  }

  @Test func `a planned break is never possible`() throws {
    let pause = { (session: inout GroupSession) in
      let start = session.state.scheduledStart
      session.state.breaks = [
        SessionBreak(
          start: start.adding(minutes: 40),
          end: start.adding(minutes: 50),
          isCreditable: false
        )
      ]
    }
    #expect(try possible(.present, at: "10:52", pause) == 80)
    #expect(try possible(.expected, at: "10:52", pause) == 80)
  }

  @Test func `a group that began late has less to give`() throws {
    let late = { (session: inout GroupSession) in
      session.state.actualStart = session.state.scheduledStart.adding(minutes: 8)
    }
    #expect(try possible(.expected, at: "10:52", late) == 82)
    #expect(try possible(.present, at: "10:52", late) == 82)
  }

  @Test func `past its end the rows count as they stand`() throws {
    #expect(try possible(.present, at: "12:30") == 90)
    #expect(try possible(.expected, at: "12:30") == 90)
    #expect(try possible(.stays([("10:40", "11:40")]), at: "12:30") == 60)
  }

  private func possible(
    _ mark: RowMark,
    at time: String,
    _ change: (inout GroupSession) -> Void = { _ in }
  ) throws -> Int {
    var program = ProgramBuilder()
    program.client("C01")
    program.group("G03", "10:40", "12:10", on: [.wednesday])
    program.enroll("C01", in: "G03")
    program.run("G03", on: "2026-03-11", ["C01": mark], change)
    let hours = try program.hours("2026-03-11", at: time)
    #expect(hours.credited == 0)
    return hours.possible
  }
}
