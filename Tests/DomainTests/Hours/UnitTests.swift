import Domain
import Support
import Testing

@Suite struct `Units of an authorization` {
  @Test(arguments: [
    (0, [0, 0, 0, 0]), (7, [0, 0, 0, 0]), (8, [1, 0, 1, 1]), (15, [1, 1, 1, 1]),
    (22, [1, 1, 1, 1]), (23, [2, 1, 2, 2]), (37, [2, 2, 2, 2]), (38, [3, 2, 3, 3]),
    (50, [3, 3, 3, 3]), (53, [4, 3, 4, 4]), (97, [6, 6, 6, 6]), (98, [7, 6, 7, 7]),
    (-5, [0, 0, 0, 0]),
  ])
  func `come from minutes by the payer's rounding`(minutes: Int, units: [Int]) {
    let all: [UnitRounding] = [.eightMinute, .whole, .nearest, .midpoint]
    #expect(all.map { $0.units(of: minutes) } == units)
  }

  /// Two kept sessions of 23 minutes, before and after the rule changes.
  private func used(_ change: (inout RuleSet) -> Void) -> Int {
    var program = ProgramBuilder.dayTrack()
    program.book("C01", on: "2026-03-09", ("13:00", "13:23"), .kept)
    program.book("C01", on: "2026-03-11", ("13:00", "13:23"), .kept)
    program.change(from: "2026-03-11", change)
    return units(of: "H0004", program)
  }

  @Test func `are rounded by the rule of the service date`() {
    #expect(used { _ in } == 4)
    #expect(used { $0.unitRounding = .known(.whole) } == 3)
    // Whatever it is, each quarter that was begun is gone.
    #expect(used { $0.unitRounding = .unknown("by_moonlight") } == 4)
  }

  private func units(of service: String, _ program: ProgramBuilder) -> Int {
    program.data(weeks: "2026-03-09").unitsUsed(
      of: Authorization(
        number: "A-1",
        from: .on("2026-03-09"),
        to: .on("2026-03-31"),
        service: service,
        units: 40
      ),
      by: .of("C01"),
      asOf: program.at("2026-03-14", "08:00")
    )
  }

  @Test(arguments: [
    (PartialDay.none, 1), (PartialDay.components, 1), (PartialDay.half, 2),
  ])
  func `count a day with fewer minutes as the payer does`(partial: PartialDay, days: Int) {
    var program = ProgramBuilder.dayTrack()
    program.rules { $0.perDiemPartial = .known(partial) }
    for date in ["2026-03-09", "2026-03-11", "2026-03-13"] { program.hold("G01", on: date) }
    // 180 minutes, 90 and 45.
    program.hold("G02", on: "2026-03-09")
    program.hold("G02", on: "2026-03-11", ["C01": .excused])
    program.snapshot.sessions.removeAll { $0.serviceDate == .on("2026-03-13") }
    program.hold("G01", on: "2026-03-13", ["C01": .late("09:45")])
    program.hold("G02", on: "2026-03-13", ["C01": .excused])
    #expect(units(of: "H0015", program) == days)
  }
}

@Suite struct `Services that don't count` {
  @Test func `are family sessions without the client, case management and peers`() throws {
    for (kind, minutes) in [
      (AppointmentKind.individual, 50), (.familyWithClient, 50), (.planReview, 50),
      (.familyWithoutClient, 0), (.caseManagement, 0), (.peerSession, 0),
    ] {
      var program = ProgramBuilder.dayTrack()
      program.book("C01", on: "2026-03-09", ("13:00", "13:50"), .kept) { $0.kind = .known(kind) }
      #expect(try program.hours("2026-03-09", at: "20:00").credited == minutes)
    }
  }

  @Test func `are those of the service date, and say so`() throws {
    var program = ProgramBuilder.dayTrack()
    program.snapshot.groups[1].type = .known(.recreationActivity)
    for date in ["2026-03-09", "2026-03-11"] {
      program.hold("G01", on: date)
      program.hold("G02", on: date)
    }
    program.change(from: "2026-03-11") { $0.uncountedServices = ["recreation_activity"] }
    let hours = try program.hours("2026-03-11", at: "20:00")
    #expect(hours.days.map(\.credited) == [180, 0, 90, 0, 0, 0, 0])
    let lines = program.data(weeks: "2026-03-09")
      .explainHours(of: .of("C01"), week: .on("2026-03-09"), now: program.at("2026-03-11", "20:00"))
      .map(\.text)
    #expect(lines.filter { $0.contains("doesn't count") }.count == 2)
  }

  @Test func `don't make a group count that never did`() throws {
    var program = ProgramBuilder.dayTrack()
    program.snapshot.groups[0].countsTowardHours = false
    program.rules { $0.uncountedServices = [] }
    program.hold("G01", on: "2026-03-09")
    #expect(try program.hours("2026-03-09", at: "20:00").credited == 0)
  }
}

@Suite struct `A cap` {
  @Test func `is hard or soft by the rule of the day`() {
    var program = ProgramBuilder()
    program.group("G01", "09:00", "10:30", on: [.monday]) { $0.capacity = 40 }
    program.change(from: "2026-03-16") {
      $0.capCounselingIsHard = false
      $0.capCounseling = 10
    }
    let data = program.data(weeks: "2026-03-09", "2026-03-16")
    let limits = ["2026-03-09", "2026-03-16"].map { date in
      data.capacityLimit(of: data.sessions(on: .on(date))[0])
    }
    #expect(limits.map(\.cap) == [12, 10])
    #expect(limits.map(\.isHard) == [true, false])
  }

  @Test(arguments: [GroupType.psychoeducation, .multifamily])
  func `of other groups can be made hard`(type: GroupType) {
    var program = ProgramBuilder()
    program.group("G01", "09:00", "10:30", on: [.monday]) {
      $0.capacity = 40
      $0.type = .known(type)
    }
    program.change(from: "2026-03-16") {
      $0.capEducationIsHard = true
      $0.capFamilyIsHard = true
    }
    let data = program.data(weeks: "2026-03-09", "2026-03-16")
    let limits = ["2026-03-09", "2026-03-16"].map { date in
      data.capacityLimit(of: data.sessions(on: .on(date))[0])
    }
    #expect(limits.map(\.isHard) == [false, true])
  }
}

extension ProgramBuilder {
  /// Changes the rules from a day on.
  mutating func change(from date: String, _ change: (inout RuleSet) -> Void) {
    let data = ProgramData(standing: snapshot)
    snapshot.ruleSets = data.ruleSets(
      changedFrom: .on(date),
      as: RuleSetID("rs_\(date)"),
      of: { _ in true },
      change
    )
  }
}
