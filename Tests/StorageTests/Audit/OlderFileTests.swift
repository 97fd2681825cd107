import Domain
import Glibc
import Testing

@testable import Storage

extension DataFolder {
  /// What a window that begins now finds; a check has to find the same.
  func olderCopies() -> [String] {
    var data = loadStanding()
    loadWeek(SoundProgram.monday, into: &data)
    let comparison = RevisionComparison(self)
    while comparison.step() {}
    let found = comparison.problems().map(\.record).sorted()
    let checked = check().problems.filter { $0.kind == "older_copy" }.map(\.record)
    #expect(found == checked)
    return found
  }
}

@Suite struct `An older copy of a file beside the records` {
  private let staff = SampleProgram.staffID
  private let now = SoundProgram.now

  /// Does something twice, puts the file back as it was between, and looks.
  private func find(
    _ path: String,
    in bench: Bench,
    _ change: (_ number: Int) throws -> Void
  ) throws {
    try change(1)
    let old = bench.bytes(path)
    try change(2)
    let new = bench.bytes(path)
    #expect(!old.isEmpty && old != new)
    #expect(try bench.other().folder.olderCopies() == [])
    TestFile.write(old, to: bench.path(path))
    #expect(try bench.other().folder.olderCopies() == [path])
    TestFile.write(new, to: bench.path(path))
    #expect(try bench.other().folder.olderCopies() == [])
  }

  private func find(
    _ path: String,
    in bench: SealedBench,
    _ change: (_ number: Int) throws -> Void
  ) throws {
    try change(1)
    let old = bench.bytes(path)
    try change(2)
    #expect(!old.isEmpty && old != bench.bytes(path))
    #expect(try bench.logIn().olderCopies() == [])
    bench.write(old, to: path)
    #expect(try bench.logIn().olderCopies() == [path])
  }

  @Test func `is noticed of a PIN`() throws {
    let path = "settings/pins/\(staff).plist"
    let bench = try Bench()
    try find(path, in: bench) { try bench.folder.setPIN("4815162\($0)", for: staff, at: now) }
    let sealed = try SealedBench()
    try find(path, in: sealed) { try sealed.folder.setPIN("4815162\($0)", for: staff, at: now) }
  }

  @Test func `is noticed of somebody's own words, none of which the log has`() throws {
    let bench = try SealedBench()
    try find("settings/words/\(staff).plist", in: bench) {
      try bench.folder.addOwnWord("Quellwort\($0)", of: staff, at: now)
    }
    let lines = bench.folder.readAudit().lines
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { !$0.line.contains("Quellwort") && $0.event.by == staff })
  }

  private func ended(_ last: String) -> Enrollment {
    Enrollment(
      id: EnrollmentID("en_000000000009"),
      clientID: SampleProgram.clientID,
      episodeID: SampleProgram.episodeID,
      from: SampleProgram.day("2026-01-05"),
      to: SampleProgram.day(last)
    )
  }

  @Test func `is noticed of enrollments that ended`() throws {
    let bench = try Bench()
    let path = "enrollments/2026-02-01/\(SampleProgram.groupID).plist"
    try find(path, in: bench) { number in
      var group = SoundProgram.group()
      group.enrollments.append(ended("2026-02-0\(number)"))
      try bench.folder.saveGroup(
        group,
        at: .group(group.id),
        stamp: SaveStamp(at: now, by: staff)
      )
    }
    #expect(bench.folder.readAudit().lines.first?.event.detail == "ended in 2026-02")
  }

  /// What an import may write over.
  private static let imported = [
    "clients/\(SampleProgram.clientID)/plans/\(SampleProgram.planID).plist",
    "clients/\(SampleProgram.clientID)/client.plist",
    "days/2026-03-11/\(SampleProgram.appointmentID).plist", Bench.livePath,
    "enrollments/2026-02-01/\(SampleProgram.groupID).plist",
  ]

  @Test(arguments: imported)
  func `is noticed of what an import wrote over`(path: String) throws {
    var snapshot = try SoundProgram.snapshot()
    snapshot.plans = [SampleProgram.plan()]
    let ended = ended("2026-02-05")
    snapshot.groups[0].enrollments.append(ended)
    let bench = try Bench(snapshot)
    let before = bench.folder.readAudit().lines.count
    try find(path, in: bench) { number in
      var changed = bench.folder.readAll().0
      changed.plans[0].version += number
      let client = try #require(changed.clients.firstIndex { $0.id == SampleProgram.clientID })
      changed.clients[client].legalFirst = "number \(number)"
      changed.appointments[0].state.programReason = "number \(number)"
      let live = try #require(changed.sessions.firstIndex { $0.id == SoundProgram.liveID })
      changed.sessions[live].state.topic = "number \(number)"
      let over = try #require(changed.groups[0].enrollments.firstIndex { $0.id == ended.id })
      changed.groups[0].enrollments[over].endReason = "number \(number)"
      try bench.folder.add(changed, durable: false, by: staff, at: now, saying: "import")
    }
    let lines = bench.folder.readAudit().lines.map(\.event)
    #expect(lines.count - before == 2 * Self.imported.count)
    #expect(lines.contains { $0.detail == "plan, import" && $0.clientID == SampleProgram.clientID })
  }

  @Test func `is noticed of forms that aren't done, once their owner has left`() throws {
    let bench = try SealedBench()
    let path = "settings/forms/\(staff).plist"
    func type(_ text: String) throws {
      let answer = UnfinishedForm.Answer(field: "firstName", content: [text], before: [""])
      let form = UnfinishedForm(
        id: "a",
        form: "client -",
        words: "a new client",
        answers: [answer]
      )
      try bench.folder.keep([form], done: [], of: staff, at: now)
    }
    try type("Q")
    let old = bench.bytes(path)
    for count in 2...5 { try type(String(repeating: "Q", count: count)) }
    #expect(bench.folder.readAudit().lines.isEmpty)
    bench.folder.tellForms(at: now)
    bench.folder.tellForms(at: now)
    #expect(bench.folder.readAudit().lines.map(\.event.revision) == [5])
    #expect(try bench.logIn().olderCopies() == [])
    bench.write(old, to: path)
    #expect(try bench.logIn().olderCopies() == [path])
  }

  @Test func `is no file that is written and not yet told of`() throws {
    let bench = try Bench()
    try bench.folder.setPIN("48151621", for: staff, at: now)
    bench.folder.disk.interrupt = { step in
      if case .write(let path) = step, path.hasPrefix("audit/") { return EIO }
      return nil
    }
    try bench.folder.setPIN("48151622", for: staff, at: now)
    #expect(try bench.other().folder.olderCopies() == [])
  }

  @Test func `is looked for where the log says so, and nowhere else`() throws {
    let bench = try Bench()
    let ids = ["../../x", "", "st_1/../st_2", "2026-02-02/\(SampleProgram.groupID)", "a\u{0}b"]
    let events = ids.flatMap { id in
      ["pin", "plan", "enrollments", "draft", "forms", "access", "else", "program"].map { kind in
        var event = AuditEvent(
          at: now,
          by: nil,
          action: .known(.update),
          entity: .other(kind: kind, id: id),
          clientID: ClientID("../x")
        )
        event.revision = .max
        return event
      }
    }
    bench.folder.audit(events)
    #expect(try bench.other().folder.olderCopies() == [])
  }

  @Test func `is looked for in a few files at a time`() throws {
    let bench = try Bench()
    for number in 10..<20 {
      try bench.folder.addOwnWord("word", of: StaffID("st_0000000000\(number)"), at: now)
    }
    let comparison = RevisionComparison(try bench.other().folder)
    #expect(comparison.step() && comparison.step() && comparison.step() && !comparison.step())
    #expect(comparison.problems() == [])
  }

  /// What is saved beside the records and told of, and then taken away.
  @Test func `that is gone is told by a check`() throws {
    let bench = try SealedBench()
    let folder = bench.folder
    try folder.setPIN("48151623", for: staff, at: now)
    try folder.addOwnWord("Quellwort", of: staff, at: now)
    let answer = UnfinishedForm.Answer(field: "firstName", content: ["Q"], before: [""])
    let form = UnfinishedForm(id: "a", form: "client -", words: "a client", answers: [answer])
    try folder.keep([form], done: [], of: staff, at: now)
    folder.tellForms(at: now)
    #expect(try bench.logIn().check().problems == [])
    let paths = ["forms", "pins", "words"].map { "settings/\($0)/\(staff).plist" }
    for path in paths { #expect(unlink(bench.path(bench.onDisk(path))) == 0) }
    let gone = try bench.logIn().check().problems
    #expect(gone.map(\.record) == paths)
    #expect(gone.allSatisfy { $0.what.hasPrefix("A record is gone (") })
  }

  @Test func `that is gone is told of enrollments that ended, and of a plan`() throws {
    var snapshot = try SoundProgram.snapshot()
    snapshot.plans = [SampleProgram.plan()]
    let bench = try Bench(snapshot)
    var group = SoundProgram.group()
    group.enrollments.append(ended("2026-02-05"))
    let stamp = SaveStamp(at: now, by: staff)
    try bench.folder.saveGroup(group, at: .group(group.id), stamp: stamp)
    var changed = bench.folder.readAll().0
    changed.plans[0].version += 1
    try bench.folder.add(changed, durable: false, by: staff, at: now, saying: "import")
    let paths = [
      "clients/\(SampleProgram.clientID)/plans/\(SampleProgram.planID).plist",
      "enrollments/2026-02-01/\(SampleProgram.groupID).plist",
    ]
    for path in paths { #expect(unlink(bench.path(path)) == 0) }
    let gone = try bench.other().folder.check().problems
    #expect(gone.filter { $0.what.hasPrefix("A record is gone (") }.map(\.record) == paths)
  }
}
