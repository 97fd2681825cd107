import Domain
import Support
import Testing

@Suite struct `One note of groups for a day or a week` {
  /// C01 to C03 in G01 on Monday, C01 also in G02 in the afternoon and in G03 on Wednesday, all of TB.
  private func program(_ granularity: NoteGranularity) -> NoteProgram {
    NoteProgram { builder in
      builder.rules { $0.noteGranularity = .known(granularity) }
      builder.group("G02", "13:00", "14:00", on: [.monday])
      builder.group("G03", "09:00", "10:00", on: [.wednesday])
      for group in ["G02", "G03"] { builder.enroll("C01", in: group) }
      builder.hold("G01", on: NoteProgram.monday)
      builder.hold("G02", on: NoteProgram.monday)
      builder.hold("G03", on: "2026-03-11")
    }
  }

  /// The groups that a note of C01 is owed of.
  private func owed(_ program: NoteProgram, at time: String, on date: String) -> [String] {
    program.due(at: time, on: date).filter { $0.clientID == .of("C01") && $0.kind == .group }
      .map(\.title).sorted()
  }

  @Test func `is owed of each meeting unless the rules say otherwise`() {
    let program = program(.session)
    #expect(owed(program, at: "20:00", on: NoteProgram.monday) == ["Group G01", "Group G02"])
    #expect(
      owed(program, at: "20:00", on: "2026-03-11") == ["Group G01", "Group G02", "Group G03"]
    )
  }

  @Test func `of a day is owed once the day's last group is over`() {
    let program = program(.day)
    #expect(owed(program, at: "12:00", on: NoteProgram.monday) == [])
    #expect(owed(program, at: "20:00", on: NoteProgram.monday) == ["Group G02"])
    #expect(owed(program, at: "20:00", on: "2026-03-11") == ["Group G02", "Group G03"])
    // Who was in one group alone has its note as ever.
    #expect(program.owed(at: "12:00").contains("C02 group draft"))
  }

  @Test func `of a week is owed once, and its time begins with the last group`() throws {
    let program = program(.week)
    #expect(owed(program, at: "20:00", on: "2026-03-10") == [])
    let due = program.due(at: "20:00", on: "2026-03-11").filter { $0.clientID == .of("C01") }
    #expect(due.map(\.title) == ["Group G03"])
    #expect(due.first?.dueAt == program.at("10:00", on: "2026-03-12"))
  }

  @Test func `that was begun is the one that is owed, on the clock of the last`() throws {
    var program = program(.week)
    program.write(program.draft("C01", program.group()))
    let due = program.due(at: "20:00", on: "2026-03-11").filter { $0.clientID == .of("C01") }
    #expect(due.map(\.title) == ["Group G01"])
    #expect(due.first?.dueAt == program.at("10:00", on: "2026-03-12"))
    #expect(
      !program.data.isLate(
        program.draft("C01", program.group()),
        at: program.at("09:00", on: "2026-03-14")
      )
    )
    #expect(
      program.data.isLate(
        program.draft("C01", program.group()),
        at: program.at("11:00", on: "2026-03-14")
      )
    )
  }

  @Test func `covers what was over when it was signed, and no group after it`() {
    var program = program(.week)
    // Signed on Monday at 12:00: G02 and G03 came after it.
    program.list("C01", program.group(), .signed)
    #expect(owed(program, at: "20:00", on: "2026-03-11") == ["Group G03"])
    let (id, later) = (
      program.noteID("C01", program.group()), program.at("15:00", on: "2026-03-11")
    )
    program.data.notes[id]?.signedAt = later
    #expect(owed(program, at: "20:00", on: "2026-03-11") == [])
  }

  @Test func `that came back is owed again`() {
    var program = program(.week)
    program.list("C01", program.group(), .returned, comment: "Say more.")
    #expect(owed(program, at: "20:00", on: "2026-03-11") == ["Group G01", "Group G03"])
  }

  @Test func `is judged by the rule of each day`() {
    let program = NoteProgram { builder in
      builder.group("G02", "13:00", "14:00", on: [.tuesday, .wednesday])
      builder.enroll("C01", in: "G02")
      for date in [NoteProgram.monday] { builder.hold("G01", on: date) }
      for date in ["2026-03-10", "2026-03-11"] { builder.hold("G02", on: date) }
      builder.change(from: "2026-03-10") { $0.noteGranularity = .known(.week) }
    }
    #expect(owed(program, at: "20:00", on: "2026-03-11") == ["Group G01", "Group G02"])
  }
}

@Suite struct `A note's hours on business days` {
  private func program(_ change: @escaping (inout RuleSet) -> Void = { _ in }) -> NoteProgram {
    NoteProgram(weeks: "2026-03-13") { builder in
      builder.rules {
        $0.noteBusinessDaysOnly = true
        change(&$0)
      }
      builder.close("2026-03-16")
      builder.group("G05", "15:00", "17:00", on: [.friday])
      builder.enroll("C01", in: "G05")
      builder.hold("G05", on: "2026-03-13")
    }
  }

  private func clock(_ program: NoteProgram) throws -> NoteClock {
    try #require(program.due(at: "18:00", on: "2026-03-13").first { $0.title == "Group G05" }).clock
  }

  @Test func `go on after the weekend and a closed day, at the same time`() throws {
    let program = program()
    let clock = try clock(program)
    // Friday 17:00, with Monday closed.
    #expect(clock.dueAt == program.at("17:00", on: "2026-03-17"))
    #expect(clock.soonAt == program.at("11:00", on: "2026-03-17"))
    #expect(clock.lateAt == program.at("17:00", on: "2026-03-19"))
  }

  @Test func `that end on a day off end on the next day on`() throws {
    let program = program { $0.noteDueHours = 30 }
    #expect(try clock(program).dueAt == program.at("23:00", on: "2026-03-17"))
    let short = self.program {
      $0.noteDueHours = 8
      $0.noteSoonHours = 6
    }
    #expect(try clock(short).dueAt == short.at("01:00", on: "2026-03-17"))
  }

  @Test func `count all days unless the rule says otherwise`() throws {
    let program = program { $0.noteBusinessDaysOnly = false }
    #expect(try clock(program).dueAt == program.at("17:00", on: "2026-03-14"))
  }
}

@Suite struct `Formats that the rules allow` {
  @Test func `leave out the other bundled ones, and none of the program's own`() {
    let templates = NoteTemplates(
      ["dap", "soap", "birp", "house"].map { NoteTemplate(id: $0, title: $0, parts: []) }
    )
    var rules = RuleSet.standard
    #expect(
      templates.templates(for: .individual, by: rules).map(\.id) == [
        "birp", "dap", "house", "soap",
      ]
    )
    rules.noteFormats = ["dap"]
    #expect(templates.templates(for: .individual, by: rules).map(\.id) == ["dap", "house"])
  }
}
