import Domain
import Support
import Testing

/// C01 is due on Monday, Wednesday and Friday, in two groups.
@Suite struct `Runs of days` {
  @Test func `attended days count back to the last missed one`() {
    var program = ProgramBuilder.dayTrack()
    program.day("2026-03-02", .noShow, .noShow)
    program.day("2026-03-04", .present, .present)
    program.day("2026-03-06", .late("09:20"), .noShow)
    program.day("2026-03-09", .present, .left("11:00"))
    let run = program.streak(at: "2026-03-09")
    #expect(run == RunOfDays(days: 3, first: .on("2026-03-04"), last: .on("2026-03-09")))
  }

  @Test(arguments: [RowMark.excused, .notAdmitted, .onLeave, .cancelledProgram, .lateCancel])
  func `a day that is nobody's fault is skipped`(mark: RowMark) {
    var program = ProgramBuilder.dayTrack()
    program.day("2026-03-04", .present, .present)
    program.day("2026-03-06", mark, mark)
    program.day("2026-03-09", .present, .present)
    #expect(program.streak(at: "2026-03-09").days == 2)
    #expect(program.missed(at: "2026-03-09").days == 0)
  }

  @Test func `a late cancel of full weight ends a streak and is a miss`() {
    var program = ProgramBuilder.dayTrack()
    program.rules { $0.lateCancelHalves = 2 }
    program.day("2026-03-06", .present, .present)
    program.day("2026-03-09", .lateCancel, .excused)
    #expect(program.streak(at: "2026-03-09").days == 0)
    #expect(program.missed(at: "2026-03-09").days == 1)
  }

  @Test func `misses count back to the last attended day and skip excused ones`() {
    var program = ProgramBuilder.dayTrack()
    program.day("2026-03-02", .present, .present)
    program.day("2026-03-04", .noShow, .noShow)
    program.day("2026-03-06", .excused, .excused)
    program.day("2026-03-09", .noShow, .excused)
    let run = program.missed(at: "2026-03-09")
    #expect(run == RunOfDays(days: 2, first: .on("2026-03-04"), last: .on("2026-03-09")))
    #expect(program.streak(at: "2026-03-09").days == 0)
  }

  @Test func `a no-show with a kept appointment on the same day is attended`() {
    var program = ProgramBuilder.dayTrack()
    program.day("2026-03-09", .noShow, .noShow)
    program.book("C01", on: "2026-03-09", ("14:00", "14:50"), .kept)
    #expect(program.outcome("2026-03-09") == .attended)
    #expect(program.missed(at: "2026-03-09").days == 0)
  }

  @Test func `today is missed as soon as one row is a no-show and none is attended`() {
    var program = ProgramBuilder.dayTrack()
    program.day("2026-03-06", .present, .present)
    #expect(program.outcome("2026-03-09") == .upcoming)
    #expect(program.streak(at: "2026-03-09").days == 1)
    program.hold("G01", on: "2026-03-09", ["C01": .noShow])
    #expect(program.outcome("2026-03-09") == .missed)
    #expect(program.missed(at: "2026-03-09").days == 1)
    program.run("G02", on: "2026-03-09", ["C01": .present])
    #expect(program.outcome("2026-03-09") == .attended)
    #expect(program.streak(at: "2026-03-09").days == 2)
  }

  @Test func `appointments alone make a service day`() {
    var program = ProgramBuilder.dayTrack()
    program.book("C01", on: "2026-03-10", ("14:00", "14:50"), .noShow)
    program.book("C01", on: "2026-03-12", ("14:00", "14:50"), .cancelledClient)
    program.book("C01", on: "2026-03-05", ("14:00", "14:50"), .cancelledClientLate)
    program.book("C01", on: "2026-03-03", ("14:00", "14:50"), .cancelledProgram)
    #expect(program.outcome("2026-03-10") == .missed)
    #expect(program.outcome("2026-03-12", now: "2026-03-13") == .excusedOnly)
    #expect(program.outcome("2026-03-05") == .lateCancel)
    #expect(program.outcome("2026-03-03") == nil)
    #expect(program.outcome("2026-03-07") == nil)
  }

  @Test func `a day still to come is upcoming, a holiday is no service day`() {
    var program = ProgramBuilder.dayTrack()
    program.plan("G01", on: "2026-03-13", ["C01": .excused])
    program.close("2026-03-11")
    #expect(program.outcome("2026-03-13", now: "2026-03-10") == .upcoming)
    #expect(program.outcome("2026-03-11", now: "2026-03-13") == nil)
  }

  @Test func `a run is cut where nothing is loaded and the episode is older`() {
    var program = ProgramBuilder.dayTrack()
    program.day("2026-03-09", .present, .present)
    let now = program.at("2026-03-09", "20:00")
    let short = program.data(weeks: "2026-03-09")
    #expect(short.attendanceStreak(of: .of("C01"), asOf: now).isCut)
    #expect(short.attendanceStreak(of: .of("C01"), asOf: now).days == 1)
    #expect(!short.consecutiveMissedDays(of: .of("C01"), asOf: now).isCut)
    var young = ProgramBuilder.dayTrack(admitted: "2026-03-09")
    young.day("2026-03-09", .present, .present)
    let all = young.data(weeks: "2026-03-09")
    #expect(!all.attendanceStreak(of: .of("C01"), asOf: now).isCut)
  }

  @Test func `a run doesn't reach into an earlier episode`() {
    var program = ProgramBuilder.dayTrack(admitted: "2026-03-06")
    var old = Episode(id: .of("old"), clientID: .of("C01"), admittedOn: .on("2026-03-02"))
    old.dischargedOn = .on("2026-03-04")
    program.snapshot.episodes.append(old)
    program.day("2026-03-04", .present, .present)
    program.day("2026-03-06", .present, .present)
    #expect(program.streak(at: "2026-03-07").days == 1)
  }

  @Test func `after a discharge the run is that of the last days`() {
    var program = ProgramBuilder.dayTrack()
    program.day("2026-03-02", .present, .present)
    program.day("2026-03-04", .noShow, .noShow)
    program.episode("C01") { $0.dischargedOn = .on("2026-03-05") }
    #expect(program.missed(at: "2026-03-09").days == 1)
  }
}

extension ProgramBuilder {
  fileprivate mutating func day(_ date: String, _ first: RowMark, _ second: RowMark) {
    hold("G01", on: date, ["C01": first])
    hold("G02", on: date, ["C01": second])
  }

  private var loaded: ProgramData { data(weeks: "2026-02-23", "2026-03-02", "2026-03-09") }

  fileprivate func streak(at date: String) -> RunOfDays {
    var run = loaded.attendanceStreak(of: .of("C01"), asOf: at(date, "20:00"))
    run.isCut = false
    return run
  }

  fileprivate func missed(at date: String) -> RunOfDays {
    var run = loaded.consecutiveMissedDays(of: .of("C01"), asOf: at(date, "20:00"))
    run.isCut = false
    return run
  }

  fileprivate func outcome(_ date: String, now: String? = nil) -> ServiceDayOutcome? {
    loaded.serviceDayOutcome(of: .of("C01"), on: .on(date), now: at(now ?? "2026-03-12", "20:00"))
  }
}
