import Domain
import Support
import Testing

@Suite struct `Attendance figures` {
  @Test func `the rate leaves out who wasn't expected`() {
    var program = ProgramBuilder.dayTrack()
    program.hold("G01", on: "2026-03-02")
    program.hold("G02", on: "2026-03-02", ["C01": .noShow])
    program.hold("G01", on: "2026-03-04", ["C01": .excused])
    program.hold("G02", on: "2026-03-04", ["C01": .cancelledProgram])
    program.hold("G01", on: "2026-03-06", ["C01": .lateCancel])
    program.hold("G02", on: "2026-03-06", ["C01": .late("11:00")])
    program.hold("G01", on: "2026-03-09", ["C01": .onLeave])
    #expect(program.rate("2026-03-02", "2026-03-09") == AttendanceRate(attended: 2, expected: 4))
    #expect(program.rate("2026-03-02", "2026-03-02") == AttendanceRate(attended: 1, expected: 2))
    program.rules { $0.excusedLowersAttendanceRate = true }
    #expect(program.rate("2026-03-02", "2026-03-09").percent == 40)
  }

  @Test func `a rate of nothing has no percentage`() {
    #expect(ProgramBuilder.dayTrack().rate("2026-03-10", "2026-03-10").percent == nil)
  }

  @Test func `last seen is the last arrival`() {
    var program = ProgramBuilder.dayTrack()
    #expect(program.lastSeen("2026-03-09", "12:00") == nil)
    program.hold("G01", on: "2026-03-06", ["C01": .late("09:20")])
    program.hold("G02", on: "2026-03-06", ["C01": .noShow])
    program.book("C01", on: "2026-03-09", ("13:00", "13:50"), .kept)
    let friday = program.lastSeen("2026-03-09", "12:00")
    #expect(
      friday
        == LastSeen(date: .on("2026-03-06"), at: program.at("2026-03-06", "09:20"), what: "G01")
    )
    #expect(program.lastSeen("2026-03-09", "13:00")?.what == "individual")
  }

  @Test func `a day reaches the daily rate by credited minutes alone`() {
    var program = ProgramBuilder.dayTrack()
    program.hold("G01", on: "2026-03-09", ["C01": .late("09:22")])
    program.hold("G02", on: "2026-03-09")
    program.run("G01", on: "2026-03-11", ["C01": .present])
    let now = program.at("2026-03-11", "10:00")
    let data = program.data(weeks: "2026-03-09")
    #expect(data.perDiemMinutes(of: .of("C01"), on: .on("2026-03-09"), now: now) == 158)
    #expect(data.isPerDiemDay(of: .of("C01"), on: .on("2026-03-09"), now: now) == false)
    #expect(data.perDiemMinutes(of: .of("C01"), on: .on("2026-03-11"), now: now) == 0)
    program.book("C01", on: "2026-03-09", ("13:00", "13:22"), .kept)
    let more = program.data(weeks: "2026-03-09")
    #expect(more.isPerDiemDay(of: .of("C01"), on: .on("2026-03-09"), now: now))
  }

  @Test(arguments: [
    ("2026-03-09", 7, IndividualGapLevel.none), ("2026-03-10", 8, .warn),
    ("2026-03-12", 10, .warn), ("2026-03-13", 11, .alert),
  ])
  func `the gap since the last individual session warns after a week`(
    today: String,
    days: Int,
    level: IndividualGapLevel
  ) {
    var program = ProgramBuilder.dayTrack()
    program.book("C01", on: "2026-03-02", ("13:00", "13:50"), .lateKept)
    program.book("C01", on: "2026-03-05", ("13:00", "13:50"), .noShow)
    program.book("C01", on: "2026-03-06", ("13:00", "13:50"), .kept) {
      $0.kind = .known(.familyWithClient)
    }
    let gap = program.gap(today)
    #expect(gap == IndividualGap(days: days, last: .on("2026-03-02"), level: level, isCut: false))
  }

  @Test func `without an individual session the gap counts from admission or the edge`() {
    let new = ProgramBuilder.dayTrack(admitted: "2026-03-04").gap("2026-03-10")
    #expect(new == IndividualGap(days: 6, last: nil, level: .none, isCut: false))
    let old = ProgramBuilder.dayTrack().gap("2026-03-10")
    #expect(old == IndividualGap(days: 15, last: nil, level: .alert, isCut: true))
  }
}

@Suite struct `Room in a group` {
  @Test func `present now are those with an open stay`() {
    let data = full(present: 11, out: 1).data(weeks: "2026-03-09")
    let finding = data.capacityFinding(of: data.sessions(on: .on("2026-03-09"))[0])
    #expect([finding.present, finding.mostAtOnce, finding.cap] == [11, 12, 12])
    #expect(finding.isHard)
    #expect(
      [finding.isFull, finding.wasExceeded, finding.isOverenrolled] == [false, false, false]
    )
  }

  @Test func `the thirteenth is one too many`() {
    let data = full(present: 13, out: 0).data(weeks: "2026-03-09")
    let finding = data.capacityFinding(of: data.sessions(on: .on("2026-03-09"))[0])
    #expect([finding.present, finding.mostAtOnce, finding.enrolled] == [13, 13, 13])
    #expect([finding.isFull, finding.wasExceeded, finding.isOverenrolled] == [true, true, true])
  }

  @Test func `the lower of the group's cap and the rule's holds`() {
    var program = full(present: 1, out: 0)
    program.snapshot.groups[0].capacity = 10
    program.snapshot.groups[0].capacityKind = .known(.soft)
    #expect(program.limit() == [10, 0])
    program.snapshot.groups[0].capacity = 14
    #expect(program.limit() == [12, 1])
    program.snapshot.groups[0].type = .known(.psychoeducation)
    program.snapshot.groups[0].capacity = 25
    #expect(program.limit() == [20, 0])
  }

  private func full(present: Int, out: Int) -> ProgramBuilder {
    var program = ProgramBuilder()
    program.group("G01", "09:00", "10:30", on: [.monday])
    var marks: [String: RowMark] = [:]
    for number in 0..<(present + out) {
      program.client("C\(10 + number)")
      program.enroll("C\(10 + number)", in: "G01")
      marks["C\(10 + number)"] = number < present ? .present : .stays([("09:00", "09:10")])
    }
    program.run("G01", on: "2026-03-09", marks)
    return program
  }
}

extension ProgramBuilder {
  fileprivate func rate(_ from: String, _ to: String) -> AttendanceRate {
    data(weeks: "2026-03-02", "2026-03-09")
      .attendanceRate(of: .of("C01"), from: .on(from), to: .on(to), now: at("2026-03-09", "20:00"))
  }

  fileprivate func lastSeen(_ date: String, _ time: String) -> LastSeen? {
    data(weeks: "2026-03-02", "2026-03-09").lastSeen(of: .of("C01"), before: at(date, time))
  }

  fileprivate func gap(_ today: String) -> IndividualGap? {
    data(weeks: "2026-02-23", "2026-03-02", "2026-03-09")
      .individualGap(of: .of("C01"), asOf: at(today, "20:00"))
  }

  fileprivate func limit() -> [Int] {
    let data = data(weeks: "2026-03-09")
    let finding = data.capacityFinding(of: data.sessions(on: .on("2026-03-09"))[0])
    return [finding.cap, finding.isHard ? 1 : 0]
  }
}
