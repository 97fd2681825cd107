import Domain
import SampleData
import Support
import Testing

@Suite struct `Which notes are owed` {
  @Test func `none while the group runs, past its planned end too`() {
    let program = NoteProgram {
      $0.run("G01", on: NoteProgram.monday, ["C01": .present, "C02": .noShow])
    }
    #expect(program.owed(at: "10:00") == [])
    #expect(program.owed(at: "12:00") == [])
  }

  @Test func `one for each client who attended, a no-show's comes written`() throws {
    let program = NoteProgram {
      $0.hold("G01", on: NoteProgram.monday, ["C02": .noShow, "C03": .left("09:20")])
    }
    #expect(
      program.owed(at: "10:31") == ["C01 group draft", "C02 no_show ready", "C03 group draft"]
    )
    let missed = try #require(program.due(at: "10:31").first { $0.kind == .noShow })
    #expect(missed.dueAt == program.at("10:30", on: "2026-03-12"))
    #expect(missed.isBegun)
    #expect(missed.missing == [])
    let group = try #require(program.due(at: "10:31").first)
    #expect(group.dueAt == program.at("10:30", on: "2026-03-10"))
    #expect(group.title == "Group G01")
    #expect(group.waitsFor == .of("TB"))
  }

  @Test func `none of an absence that was announced, nor of a group called off`() {
    let absent = NoteProgram {
      $0.hold(
        "G01",
        on: NoteProgram.monday,
        ["C01": .excused, "C02": .lateCancel, "C03": .onLeave]
      )
    }
    #expect(absent.owed(at: "11:00") == [])
    let refused = NoteProgram {
      $0.hold("G01", on: NoteProgram.monday, ["C01": .notAdmitted, "C02": .removed("09:30")])
    }
    #expect(refused.owed(at: "11:00") == ["C02 group draft", "C03 group draft"])
    let cancelled = NoteProgram {
      $0.hold("G01", on: NoteProgram.monday, ["C01": .noShow]) {
        $0.state.status = .cancelledByProgram
      }
    }
    #expect(cancelled.owed(at: "11:00") == [])
  }

  @Test func `words about a signed note that were begun, by whoever writes them`() throws {
    var program = NoteProgram { $0.hold("G01", on: NoteProgram.monday, ["C01": .present]) }
    let service = program.group()
    for client in ["C01", "C02", "C03"] { program.list(client, service, .signed) }
    #expect(program.owed(at: "12:00") == [])
    let document = NoteDocument.supplement(program.noteID("C01", service), .correction)
    var draft = NoteDraft(
      document: document,
      kind: .group,
      clientID: .of("C01"),
      service: service,
      format: NoteSupplement.correction.rawValue,
      authorID: .of("SV"),
      startedAt: program.at("11:00")
    )
    program.data.drafts[document] = draft
    #expect(program.due(at: "12:00") == [])
    draft.content.setText("It was Tuesday.", of: "text")
    program.data.drafts[document] = draft
    let note = try #require(program.due(at: "12:00").first)
    #expect(note.document == document)
    #expect(note.title == "Correction to Group G01")
    #expect(note.missing == ["Why it is corrected"])
    #expect(note.waitsFor == .of("SV"))
    #expect(note.dueAt == program.at("11:00", on: "2026-03-10"))
    let owners = { (person: String) in
      program.data.dueNotes(
        of: .of(person),
        at: program.at("12:00"),
        templates: program.templates
      ).count
    }
    #expect(owners("SV") == 1)
    #expect(owners("TB") == 0)
    let texts = program.data.unsignedTexts(
      about: .of("C01"),
      at: program.at("12:00"),
      templates: program.templates
    )
    #expect(texts == [.of("SV")])
  }

  @Test func `a group to which nobody came wants its no-show notes`() {
    let program = NoteProgram {
      $0.hold(
        "G01",
        on: NoteProgram.monday,
        ["C01": .noShow, "C02": .noShow, "C03": .excused]
      ) { $0.state.status = .cancelledNoAttendees }
    }
    #expect(program.owed(at: "11:00") == ["C01 no_show ready", "C02 no_show ready"])
  }

  @Test func `one no-show note a day, by the lead of the first session missed`() throws {
    let program = NoteProgram {
      $0.group("G02", "08:00", "08:50", on: [.monday]) { $0.leadID = .of("SV") }
      $0.enroll("C01", in: "G02")
      $0.hold("G01", on: NoteProgram.monday, ["C01": .noShow])
      $0.hold("G02", on: NoteProgram.monday, ["C01": .noShow])
      $0.book("C01", on: NoteProgram.monday, ("13:00", "13:50"), .noShow)
    }
    let missed = program.due(at: "15:00").filter { $0.kind == .noShow }
    #expect(missed.map(\.title) == ["Group G02"])
    #expect(missed.map(\.authorID) == [.of("SV")])
    #expect(missed.map(\.dueAt) == [program.at("08:50", on: "2026-03-12")])
  }

  @Test func `a no-show note waits for the first session missed`() {
    let program = NoteProgram {
      $0.group("G02", "10:40", "12:10", on: [.monday])
      $0.enroll("C01", in: "G02")
      $0.run("G01", on: NoteProgram.monday, ["C01": .noShow])
      $0.hold("G02", on: NoteProgram.monday, ["C01": .noShow])
    }
    #expect(program.owed(at: "13:00") == [])
  }

  @Test func `a missed appointment is written about once its time is over`() {
    let program = NoteProgram {
      $0.book("C01", on: NoteProgram.monday, ("13:00", "13:50"), .noShow)
    }
    #expect(program.owed(at: "13:21") == [])
    #expect(program.owed(at: "13:50") == ["C01 no_show ready"])
  }

  @Test(arguments: AttendanceStatus.known.filter { !$0.isUnmarked })
  func `attendance and no-show alone ask for notes`(status: AttendanceStatus) {
    let program = NoteProgram {
      $0.hold("G01", on: NoteProgram.monday) { $0.rows[0].status = status }
    }
    let own = program.owed(at: "11:00").filter { $0.hasPrefix("C01") }
    #expect(own.isEmpty != (status.isAttended || status == .noShow))
  }

  @Test func `a kept appointment, by its counselor; not one still booked`() throws {
    let program = NoteProgram {
      $0.book("C01", on: NoteProgram.monday, ("13:00", "13:50"), .kept) {
        $0.state.counselorID = .of("NP")
      }
      $0.book("C02", on: NoteProgram.monday, ("14:00", "14:50"))
    }
    #expect(program.owed(at: "15:00") == ["C01 individual draft"])
    #expect(program.due(at: "15:00").map(\.authorID) == [.of("NP")])
  }

  @Test func `nothing from before the day since which notes are kept`() {
    let program = NoteProgram {
      $0.rules { $0.notesFrom = .on("2026-03-10") }
      $0.hold("G01", on: NoteProgram.monday, ["C02": .noShow])
    }
    #expect(program.owed(at: "11:00") == [])
  }

  @Test func `not what is signed; what came back with its comment`() throws {
    var program = NoteProgram { $0.hold("G01", on: NoteProgram.monday) }
    program.list("C01", program.group(), .signed)
    program.list("C02", program.group(), .cosigned)
    program.list("C03", program.group(), .returned, comment: "Say more.")
    #expect(program.owed(at: "11:00") == ["C03 group returned"])
    #expect(program.due(at: "11:00").map(\.comment) == ["Say more."])
  }

  @Test func `a note that came back is never forgotten, without service or draft`() {
    var program = NoteProgram { _ in }
    let id = NoteID("nt_000000000001")
    var entry = NoteEntry(
      id: id,
      clientID: .of("C01"),
      service: .none(.on(NoteProgram.monday)),
      kind: .administrative,
      authorID: .of("NP"),
      status: .returned,
      signedAt: program.at("09:00"),
      comment: "Which letter?"
    )
    program.data.notes[id] = entry
    #expect(program.owed(at: "11:00") == ["C01 administrative returned"])
    entry.status = .enteredInError
    program.data.notes[id] = entry
    #expect(program.owed(at: "11:00") == [])
  }

  @Test func `the supervisor owes a signature within seven days, at the same time of day`() throws {
    let zone = try TestZone.newYork()
    var program = NoteProgram(zone: zone, weeks: "2026-03-04") {
      $0.book("C01", on: "2026-03-04", ("14:00", "14:50"), .kept)
    }
    let appointment = NoteService.appointment(.of("A1"), .on("2026-03-04"))
    program.list("C01", appointment, .awaitingCosign, by: "NP", kind: .individual)
    let due = try #require(program.due(at: "15:00", on: "2026-03-04").first)
    #expect(due.waitsFor == .of("SV"))
    #expect(due.authorID == .of("NP"))
    #expect(due.dueAt == program.at("14:50", on: "2026-03-11"))
    #expect(due.status == .awaitingCosign)
    program.list("C01", appointment, .awaitingCosign, by: "NP", kind: .crisis)
    #expect(
      program.due(at: "15:00", on: "2026-03-04").first?.dueAt
        == program.at("14:50", on: "2026-03-07")
    )
  }

  @Test func `a trainee without supervisor waits for the first who may sign`() {
    var program = NoteProgram { $0.hold("G01", on: NoteProgram.monday) }
    program.data.staff[.of("NP")]?.supervisorID = nil
    program.list("C01", program.group(), .awaitingCosign, by: "NP")
    let waiting = program.due(at: "11:00").filter { $0.status == .awaitingCosign }
    #expect(waiting.map(\.waitsFor) == [.of("OT")])
  }

  @Test func `a note without service by its own time`() {
    var program = NoteProgram { _ in }
    var draft = program.draft("C01", program.group(), NoteContent(), kind: .dischargeSummary)
    draft.document = .note(NoteID("nt_000000000002"))
    draft.service = .none(.on("2026-03-06"))
    draft.dueAt = program.at("17:00", on: "2026-03-13")
    program.write(draft)
    #expect(program.owed(at: "11:00") == ["C01 discharge_summary draft"])
    #expect(program.due(at: "11:00").map(\.dueAt) == [program.at("17:00", on: "2026-03-13")])
    #expect(program.due(at: "11:00").map(\.isBegun) == [false])
  }

  @Test func `by due time`() {
    let program = NoteProgram {
      $0.hold("G01", on: NoteProgram.monday, ["C02": .noShow])
      $0.book("C01", on: NoteProgram.monday, ("08:00", "08:50"), .kept)
    }
    let times = program.due(at: "11:00").map(\.dueAt)
    #expect(times == times.sorted())
    #expect(times.count == 4)
  }
}

@Suite struct `A note's clock` {
  private let end = Instant(secondsSince1970: 1_773_000_000)

  @Test(
    arguments: [
      (0, NoteUrgency.open, ""), (18 * 3600 - 1, .open, ""), (18 * 3600, .soon, "soon"),
      (24 * 3600, .soon, "soon"), (24 * 3600 + 1, .overdue, "OVERDUE"),
      (72 * 3600, .overdue, "OVERDUE"), (72 * 3600 + 1, .late, "LATE ENTRY"),
    ]
  )
  func `goes from open to late`(seconds: Int, urgency: NoteUrgency, word: String) {
    let clock = NoteClock(of: .group, endedAt: end, rules: .standard)
    #expect(clock.urgency(at: end.adding(seconds: seconds)) == urgency)
    #expect(urgency.word == word)
  }

  @Test func `of a no-show has 72 hours`() {
    let clock = NoteClock(of: .noShow, endedAt: end, rules: .standard)
    #expect(clock.urgency(at: end.adding(minutes: 65 * 60)) == .open)
    #expect(clock.urgency(at: end.adding(minutes: 66 * 60)) == .soon)
    #expect(clock.urgency(at: end.adding(minutes: 72 * 60)) == .soon)
    #expect(clock.urgency(at: end.adding(minutes: 72 * 60 + 1)) == .late)
  }

  @Test func `the worst urgency is the greatest`() {
    #expect([NoteUrgency.soon, .late, .open, .overdue].max() == .late)
  }
}
