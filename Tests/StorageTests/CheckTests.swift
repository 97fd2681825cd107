import Domain
import Glibc
import Testing

@testable import Storage

/// A rule of the model that a record breaks, and what is said about it.
struct Breach: CustomTestStringConvertible, Sendable {
  let word: ProblemWord
  /// The end of the sentence.
  let what: String
  let change: @Sendable (inout ProgramSnapshot) -> Void

  var testDescription: String { what }

  init(
    _ word: ProblemWord,
    _ what: String,
    _ change: @escaping @Sendable (inout ProgramSnapshot) -> Void
  ) {
    self.word = word
    self.what = what
    self.change = change
  }

  static let references: [Breach] = [
    Breach(.reference, "groupID names gr_gone, which isn't there.") {
      $0.sessions[0].groupID = GroupID("gr_gone")
    },
    Breach(.reference, "staff of the session names st_gone, which isn't there.") {
      $0.sessions[0].state.leadID = StaffID("st_gone")
    },
    Breach(.reference, "roomID names rm_gone, which isn't there.") {
      $0.groups[0].roomID = RoomID("rm_gone")
    },
    Breach(.reference, "a row names cl_gone, which isn't there.") {
      $0.sessions[0].rows[1].clientID = ClientID("cl_gone")
    },
    Breach(
      .reference,
      "the row of cl_000000000002 names ep_000000000001, which isn't there."
    ) { $0.sessions[0].rows[1].episodeID = SampleProgram.episodeID },
    Breach(.reference, "supervisorID names st_gone, which isn't there.") {
      $0.staff[0].supervisorID = StaffID("st_gone")
    },
    Breach(.reference, "rescheduledTo names ap_gone, which isn't there.") {
      $0.appointments[0].state.rescheduledTo = AppointmentID("ap_gone")
    },
    Breach(.reference, "alert do_not_pair names cl_gone, which isn't there.") {
      $0.clients[0].alerts = [
        ClientAlert(kind: .known(.doNotPair), otherClient: ClientID("cl_gone"))
      ]
    },
  ]

  static let people: [Breach] = [
    Breach(
      .invariant,
      "its mrn C01 is also that of clients/cl_000000000001/client.plist."
    ) { $0.clients[1].mrn = "C01" },
    Breach(.invariant, "its code TB is also that of staff/st_000000000001.plist.") {
      $0.staff[1].code = "TB"
    },
    Breach(.invariant, "a trainee needs co-signature and has a supervisor.") {
      $0.staff[1].role = .known(.trainee)
    },
    Breach(.invariant, "it begins on 2026-02-01, while ep_000000000001 is open.") {
      var second = SoundProgram.episode(EpisodeID("ep_000000000009"), SampleProgram.clientID)
      second.admittedOn = SampleProgram.day("2026-02-01")
      $0.episodes.append(second)
    },
    Breach(.invariant, "there are two of level of care on 2026-02-01.") {
      $0.episodes[0].levels.append(
        LevelOfCarePeriod(level: "1.5", from: SampleProgram.day("2026-02-01"))
      )
    },
    Breach(.invariant, "there are two of primary counselor on 2026-02-01.") {
      $0.episodes[0].counselors.append(
        CounselorAssignment(
          staffID: SampleProgram.otherStaffID,
          from: SampleProgram.day("2026-02-01")
        )
      )
    },
    Breach(.invariant, "discharge lies before admission.") {
      $0.episodes[1].dischargedOn = SampleProgram.day("2025-12-31")
      $0.episodes[1].dischargeReason = .known(.droppedOut)
    },
    Breach(.invariant, "a discharge has a reason.") {
      $0.episodes[1].dischargedOn = SampleProgram.day("2026-12-31")
    },
    Breach(
      .invariant,
      "enrollment en_000000000001 isn't within its episode, ep_000000000001."
    ) { $0.groups[0].enrollments[0].from = SampleProgram.day("2026-01-04") },
    Breach(.invariant, "rs_2 ends before it begins.") {
      var rules = RuleSet(id: RuleSetID("rs_2"), effectiveFrom: SampleProgram.date)
      rules.effectiveTo = SampleProgram.date.adding(days: -1)
      $0.ruleSets = [rules]
    },
  ]

  static let sessions: [Breach] = [
    Breach(.invariant, "cl_000000000001 has two rows.") {
      $0.sessions[1].rows[1].clientID = SampleProgram.clientID
      $0.sessions[1].rows[1].episodeID = SampleProgram.episodeID
    },
    Breach(.invariant, "the row of cl_000000000002 is no_show and has times.") {
      $0.sessions[0].rows[1].segments = SoundProgram.finished().rows[0].segments
    },
    Breach(.invariant, "the row of cl_000000000001 has times that overlap or aren't in order.") {
      $0.sessions[0].rows[0].segments.insert(
        PresenceSegment(start: SoundProgram.finished().state.scheduledStart),
        at: 0
      )
    },
    Breach(.invariant, "the row of cl_000000000001 has times more than 12 hours away.") {
      $0.sessions[0].rows[0].segments[0].end = SampleProgram.at("10:00:00")
    },
    Breach(.invariant, "the group is finished and the row of cl_000000000001 has no departure.") {
      $0.sessions[0].rows[0].segments[0].end = nil
    },
    Breach(.invariant, "the group is finished and the row of cl_000000000002 isn't marked.") {
      $0.sessions[0].rows[1].status = .expected
    },
    Breach(.invariant, "the row of cl_000000000001 is credited 91 of 90 minutes.") {
      $0.sessions[0].rows[0].creditOverride = CreditOverride(
        minutes: 91,
        reason: "x",
        by: SampleProgram.staffID,
        at: SoundProgram.now
      )
    },
    Breach(.mention, "the row of cl_000000000001 is late, and its times say present.") {
      $0.sessions[0].rows[0].status = .late
    },
    Breach(.invariant, "it was kept and has no times.") {
      $0.appointments[0].state.status = .kept
    },
    Breach(
      .invariant,
      "cl_000000000001 is present there and in days/2026-03-09/\(SoundProgram.finishedID).plist "
        + "at the same time."
    ) {
      var second = SoundProgram.finished()
      second = GroupSession(
        id: SessionID("gs_zzz"),
        groupID: nil,
        serviceDate: second.serviceDate,
        countsTowardHours: true,
        state: second.state,
        rows: [second.rows[0]]
      )
      $0.sessions.append(second)
    },
    Breach(
      .invariant,
      "st_000000000001 is booked there and in days/2026-03-11/ap_000000000001.plist "
        + "at the same time."
    ) {
      let first = SoundProgram.appointment()
      $0.appointments.append(
        Appointment(
          id: AppointmentID("ap_000000000002"),
          clientID: SampleProgram.otherClientID,
          episodeID: SampleProgram.otherEpisodeID,
          kind: first.kind,
          serviceDate: first.serviceDate,
          state: first.state
        )
      )
    },
  ]
}

@Suite struct `Check` {
  private func report(_ change: (inout ProgramSnapshot) -> Void) throws -> CheckReport {
    var snapshot = try SoundProgram.snapshot()
    change(&snapshot)
    let temporary = TemporaryFolder()
    let folder = try DataFolder.create(
      at: temporary.path,
      snapshot: snapshot,
      durable: false,
      now: SoundProgram.now
    )
    return folder.check()
  }

  @Test func `finds nothing in a sound folder`() throws {
    let report = try report { _ in }
    #expect(report.problems == [])
    #expect(report.mentions == [])
    #expect(report.files == 1 + 3 + 2 + 1 + 4 + 3)
  }

  @Test(arguments: Breach.references + Breach.people + Breach.sessions)
  func `finds a broken rule, and says which`(breach: Breach) throws {
    let report = try report(breach.change)
    let found = breach.word == .mention ? report.mentions : report.problems
    #expect(found.count == 1)
    #expect(found.first?.kind == breach.word.rawValue)
    #expect(found.first?.what.hasSuffix(": " + breach.what) == true, "\(found.map(\.what))")
    #expect(found.first?.doThis.isEmpty == false)
  }

  @Test func `finds a history that doesn't fit together`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    try bench.mark(.excused)
    try bench.save()
    #expect(bench.folder.check().problems == [])
    let text = String(decoding: bench.bytes(), as: UTF8.self)
    let changed = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.contains("<string>no_show</string>") ? "\t\t\t\t<string>expected</string>" : $0 }
    #expect(changed.joined() != text)
    Damage.rewrite(
      bench.path(Bench.livePath),
      bench.bytes(),
      "<string>excused</string>",
      "<string>late</string>"
    )
    let report = try DataFolder.open(at: bench.temporary.path).check()
    #expect(report.problems.map(\.kind) == ["invariant"])
    #expect(
      report.problems.first?.what.hasSuffix(
        "the history of the row of cl_000000000001 doesn't fit together at its end."
      ) == true
    )
  }

  @Test func `finds modes, left-overs, foreign names and broken files, once each`() throws {
    let bench = try Bench()
    chmod(bench.path("program.plist"), 0o644)
    chmod(bench.path("days"), 0o755)
    TestFile.write("x".utf8, to: bench.path("days/2026-03-11/.abc.tmp"))
    TestFile.write("x".utf8, to: bench.path("notes.txt"))
    TestFile.write("x".utf8, to: bench.path("days/2026-03-11/notes.txt"))
    TestFile.write("x".utf8, to: bench.path(Bench.livePath))
    for file in TestFile.all(in: bench.temporary.path) where file != "program.plist" {
      chmod(bench.path(file), 0o600)
    }
    let report = bench.folder.check()
    #expect(
      report.problems.map { $0.record + " " + $0.kind } == [
        "days mode", "days/2026-03-11/.abc.tmp leftover", "\(Bench.livePath) foreign",
        "days/2026-03-11/notes.txt foreign", "notes.txt foreign", "program.plist mode",
      ]
    )
    #expect(bench.bytes("days/2026-03-11/.abc.tmp") == Array("x".utf8))
  }

  @Test func `tells its progress and can be stopped`() throws {
    let bench = try Bench()
    var seen: [Int] = []
    let report = bench.folder.check { done, all in
      seen.append(done)
      return all == 14 && seen.count < 2
    }
    #expect(report.isStopped)
    #expect(seen.count == 2)
    #expect(seen.sorted() == seen)
  }

  @Test func `shows a file mended by hand, and accepts it`() throws {
    let bench = try Bench()
    let path = bench.path(Bench.livePath)
    let text = String(decoding: bench.bytes(), as: UTF8.self)
    let mended = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("<string>in_progress</string>") ? "<string>completed</string>" : $0 }
      .joined(separator: "\r\n")
    TestFile.write(mended.utf8, to: path)
    #expect(try bench.other().data.problems.map(\.kind) == ["damaged"])
    let seen = try bench.folder.inspect(file: path)
    #expect(seen.path == Bench.livePath)
    #expect(seen.kind == "group-session")
    #expect(!seen.isSound)
    #expect(seen.lines.contains("\t\t\t<string>completed</string>"))
    #expect(TestFile.read(path) == Array(mended.utf8))
    _ = try bench.folder.accept(file: Bench.livePath)
    let other = try bench.other()
    #expect(other.data.problems == [])
    #expect(other.data.sessions[SoundProgram.liveID]?.state.status == .completed)
    #expect(try bench.folder.inspect(file: Bench.livePath).isSound)
  }

  @Test(arguments: ["days/2026-03-11/x.plist", "../x", "program", "locks/a", ""])
  func `accepts no file that isn't a record's`(file: String) throws {
    let bench = try Bench()
    #expect(throws: StorageError.self) { try bench.folder.accept(file: file) }
  }

  @Test func `doesn't make a window forget which revision it read`() throws {
    let bench = try Bench()
    let other = try bench.other()
    try bench.mark(.noShow)
    try bench.save()
    #expect(other.folder.check().problems == [])
    #expect(throws: StorageError.changedByOthers(Bench.livePath)) {
      try other.folder.save(
        Bench.live,
        from: other.data,
        by: SampleProgram.staffID,
        at: SoundProgram.now
      )
    }
  }

  @Test func `speaks of problems in words that scripts know`() {
    #expect(
      Set(ProblemWord.allCases.map(\.rawValue)) == [
        "damaged", "foreign", "newer", "unreadable", "too_deep", "too_large", "not_plain",
        "reference", "invariant", "mode", "leftover", "mention",
      ]
    )
  }
}
