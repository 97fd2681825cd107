import Domain
import Reports
import Support
import Testing

@Suite struct `Hours as text` {
  @Test(arguments: [
    (0, "0.0"), (5, "0.0"), (6, "0.1"), (359, "5.9"), (360, "6.0"), (365, "6.0"), (-1, "-0.1"),
  ])
  func `what is there is cut down`(minutes: Int, text: String) {
    #expect(HoursText.tenthsDown(minutes) == text)
  }

  @Test(arguments: [(0, "0.0"), (1, "0.1"), (6, "0.1"), (7, "0.2"), (130, "2.2"), (-7, "-0.1")])
  func `what is missing is rounded up`(minutes: Int, text: String) {
    #expect(HoursText.tenthsUp(minutes) == text)
  }

  @Test func `a minimum is whole hours where it can be`() {
    #expect(HoursText.against(540, 365) == "6.0/9")
    #expect(HoursText.against(333, 60) == "1.0/5.6")
    #expect(HoursText.against(nil, 60) == "1.0")
  }
}

@Suite struct `Tables` {
  @Test func `the week has a row per client with the days, the sum and what is missing`() {
    let table = Reports.hours(
      week: .on("2026-03-09"),
      in: week.data(weeks: "2026-03-09"),
      now: week.at("2026-03-11", "09:30")
    )
    #expect(table.title == "Hours, Mon 9 Mar 2026 to Sun 15 Mar 2026")
    #expect(table.columns.map(\.title).suffix(4) == ["Sun", "Sum", "Need", "State"])
    #expect(
      table.rows.map { $0.joined(separator: " ") } == [
        "C01 FirstC01 L. 1.4 . 1.5 . 1.5 . . 1.4 7.6 SHORT by 4.6",
        "C02 FirstC02 L. N . ? . 1.5 . . 0.0 9.0 SHORT by 6.0",
        "C03 FirstC03 L. . . . . . . . 0.0  no minimum",
      ]
    )
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
  }

  @Test func `the day has a line per client and meeting`() {
    let table = Reports.day(
      .on("2026-03-09"),
      in: week.data(weeks: "2026-03-09"),
      now: week.at("2026-03-09", "12:00")
    )
    #expect(
      table.plainLines == [
        "Day, Mon 9 Mar 2026",
        "Time 09:00, Meeting G01 Group G01, Code C01, Client FirstC01 L., Status Late, In 09:05, "
          + "Out 10:30, Minutes 85",
        "Time 09:00, Meeting G01 Group G01, Code C02, Client FirstC02 L., Status No-show",
        "Time 13:00, Meeting individual with TB, Code C03, Client FirstC03 L., Status cancelled",
      ]
    )
  }

  @Test func `a counselor's day leaves out other people's meetings`() {
    let table = Reports.day(
      .on("2026-03-09"),
      of: .of("MQ"),
      in: week.data(weeks: "2026-03-09"),
      now: week.at("2026-03-09", "12:00")
    )
    #expect(table.rows.isEmpty)
  }

  private var week: ProgramBuilder {
    var program = ProgramBuilder()
    program.client("C01")
    program.client("C02")
    program.client("C03", level: "1.5")
    program.group("G01", "09:00", "10:30", on: [.monday, .wednesday, .friday])
    program.enroll("C01", in: "G01")
    program.enroll("C02", in: "G01")
    program.hold("G01", on: "2026-03-09", ["C01": .late("09:05"), "C02": .noShow])
    program.run("G01", on: "2026-03-11", ["C01": .present])
    program.book("C03", on: "2026-03-09", ("13:00", "13:50"), .cancelledClient)
    return program
  }
}
