import Domain
import Support
import Testing

/// One client in one group of 90 minutes, Monday 09:00–10:30.
@Suite struct `Credit` {
  @Test(arguments: [
    (RowMark.present, 90), (.late("09:22"), 68), (.left("10:00"), 60), (.noShow, 0), (.excused, 0),
    (.lateCancel, 0), (.onLeave, 0), (.notAdmitted, 0), (.cancelledProgram, 0),
    (.removed("10:00"), 0), (.stays([("09:10", "09:30"), ("10:00", "10:20")]), 40),
    (.stays([("08:30", "11:00")]), 90),
  ])
  func `every mark gives its minutes`(mark: RowMark, minutes: Int) {
    #expect(credited(mark) == minutes)
  }

  @Test(arguments: [(2, 90), (3, 87), (4, 86)])
  func `a step-out is dropped under three minutes and deducted whole from then on`(
    gap: Int,
    minutes: Int
  ) {
    #expect(credited(.stays([("09:00", "09:30"), ("09:3\(gap)", "10:30")])) == minutes)
  }

  @Test func `minutes before the start and after the end don't count`() {
    #expect(credited(.stays([("08:40", "10:45")])) == 90)
    let late = { (session: inout GroupSession) in
      session.state.actualStart = session.state.scheduledStart.adding(minutes: 7)
    }
    #expect(credited(.present, late) == 83)
  }

  @Test func `an overrun counts as far as it is allowed`() {
    let overrun = { (session: inout GroupSession) in
      session.state.actualEnd = session.state.scheduledEnd.adding(minutes: 20)
    }
    #expect(credited(.stays([("09:00", "10:50")]), overrun) == 90)
    #expect(
      credited(.stays([("09:00", "10:50")]), rules: { $0.allowedOverrunMinutes = 15 }, overrun)
        == 105
    )
  }

  @Test func `the program's early end takes minutes from everyone`() {
    let early = { (session: inout GroupSession) in
      session.state.actualEnd = session.state.scheduledEnd.adding(minutes: -30)
    }
    #expect(credited(.present, early) == 60)
    #expect(credited(.late("09:20"), early) == 40)
  }

  @Test func `a break counts only while the client was in the room`() {
    let pause = { (session: inout GroupSession) in
      let start = session.state.scheduledStart
      session.state.breaks = [
        SessionBreak(
          start: start.adding(minutes: 30),
          end: start.adding(minutes: 40),
          isCreditable: false
        ),
        SessionBreak(
          start: start.adding(minutes: 50),
          end: start.adding(minutes: 55),
          isCreditable: true
        ),
      ]
    }
    #expect(credited(.present, pause) == 80)
    #expect(credited(.late("09:35"), pause) == 50)
    #expect(credited(.stays([("09:00", "09:28"), ("09:45", "10:30")]), pause) == 73)
    #expect(credited(.present, rules: { $0.breakCreditable = true }, pause) == 90)
  }

  @Test func `minutes set by hand stand`() {
    let byHand = { (session: inout GroupSession) in
      session.rows[0].creditOverride = CreditOverride(
        minutes: 33,
        reason: "fire alarm",
        by: .of("TB"),
        at: session.state.scheduledEnd
      )
    }
    #expect(credited(.present, byHand) == 33)
  }

  @Test func `who was asked to leave is credited where the rules say so`() {
    #expect(credited(.removed("09:50"), rules: { $0.creditsRemovedUntilDeparture = true }) == 50)
  }

  @Test func `seconds are added up before they are cut to minutes`() {
    let stays = { (session: inout GroupSession) in
      let start = session.state.scheduledStart
      session.rows[0].status = .present
      session.rows[0].segments = [
        PresenceSegment(start: start, end: start.adding(seconds: 630)),
        PresenceSegment(start: start.adding(seconds: 1_200), end: start.adding(seconds: 1_830)),
      ]
    }
    #expect(credited(.present, stays) == 21)
  }

  private func credited(
    _ mark: RowMark,
    rules: (inout RuleSet) -> Void = { _ in },
    _ change: (inout GroupSession) -> Void = { _ in }
  ) -> Int {
    var program = ProgramBuilder()
    program.rules(rules)
    program.client("C01")
    program.group("G01", "09:00", "10:30", on: [.monday])
    program.enroll("C01", in: "G01")
    program.hold("G01", on: "2026-03-09", ["C01": mark], change)
    let data = program.data(weeks: "2026-03-09")
    let session = data.sessions(on: .on("2026-03-09"))[0]
    return data.creditedMinutes(
      of: session.rows[0],
      in: session,
      now: program.at("2026-03-09", "12:00")
    )
  }
}
