import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `A sealed program` {
  @Test func `gives back every kind of record to who logs in`() throws {
    let snapshot = try SampleProgram.snapshot()
    let bench = try SealedBench(snapshot)
    let (found, problems) = try bench.logIn().readAll()
    #expect(problems == [])
    #expect(found.program == snapshot.program)
    #expect(found.ruleSets == snapshot.ruleSets)
    #expect(found.rooms == snapshot.rooms)
    #expect(found.calendar == snapshot.calendar)
    #expect(found.staff == snapshot.staff)
    #expect(found.groups == snapshot.groups)
    #expect(found.clients == snapshot.clients)
    #expect(found.episodes == snapshot.episodes)
    #expect(found.plans == snapshot.plans)
    #expect(found.notes == snapshot.notes)
    #expect(found.drafts == snapshot.drafts)
    #expect(found.sessions == snapshot.sessions)
    #expect(found.appointments == snapshot.appointments)
  }

  @Test func `is sound, saves marks, and shows them in another window`() throws {
    let bench = try SealedBench()
    #expect(bench.problems() == [])
    try bench.mark(.present, order: 200)
    try bench.mark(.excused, order: 201)
    let other = try bench.logIn()
    var data = other.loadStanding()
    other.loadWeek(SoundProgram.monday, into: &data)
    #expect(data.sessions == bench.data.sessions)
    #expect(other.check().problems == [])
    #expect(other.loggedIn == SampleProgram.staffID)
  }

  @Test func `opens for nobody without the right code and passphrase`() throws {
    let bench = try SealedBench()
    #expect(throws: StorageError.sealed(bench.temporary.path)) {
      try DataFolder.open(at: bench.temporary.path)
    }
    #expect(throws: StorageError.wrongPassphrase(seconds: 1)) { try bench.logIn("mq") }
    #expect(throws: StorageError.wrongPassphrase(seconds: 2)) {
      try bench.logIn("tb", SealedBench.passphrase + " ")
    }
    #expect(throws: StorageError.wrongPassphrase(seconds: 4)) { try bench.logIn("tb", "") }
    _ = try bench.logIn()
    #expect(throws: StorageError.wrongPassphrase(seconds: 1)) { try bench.logIn("tb", "x") }
  }

  @Test func `makes an old passphrase slower at the next log-in`() throws {
    let bench = try SealedBench()
    let folder = try bench.logIn(raisingTo: Stretching(rounds: 2048))
    #expect(folder.entry?.access.record.slots.map(\.stretching?.rounds) == [2048])
    #expect(try bench.logIn().entry?.access.record.slots.map(\.stretching?.rounds) == [2048])
    #expect(bench.problems(folder) == [])
  }

  @Test func `refuses a passphrase that is quickly guessed`() throws {
    for weak in ["", "shortish", "aaaaaaaaaaaaaaaa"] {
      #expect(throws: StorageError.weakPassphrase) {
        try DataFolder.createSealed(
          at: TemporaryFolder().path,
          snapshot: SoundProgram.snapshot(),
          for: Staff(id: SampleProgram.staffID, code: "TB", name: "Tamsin Brightwater"),
          passphrase: weak,
          recovery: .random(),
          now: SoundProgram.now,
          stretching: SealedBench.stretching
        )
      }
    }
  }

  @Test func `keeps drafts, and goes on with them after a crash`() throws {
    let bench = try SealedBench()
    let now = SampleProgram.at("16:25:00")
    do {
      let writer = try bench.folder.openDraft(SampleProgram.draft(), at: now)
      let typed = DraftStep.edit(part: "plan", offset: 0, removed: 0, inserted: "kept ")
      try writer.append([typed, typed], at: now)
      try writer.whole(writer.draft, at: now, asVersion: true)
      try writer.append([typed], at: now)
    }
    let journal = "drafts/\(SampleProgram.staffID)/\(SampleProgram.noteID).journal"
    let whole = bench.bytes(journal)
    bench.write(whole + whole.suffix(100).prefix(60), to: journal)
    let other = try bench.logIn()
    let found = try #require(other.draft(.note(SampleProgram.noteID), of: SampleProgram.staffID))
    #expect(found.draft.content.text("plan").hasPrefix("kept kept kept "))
    #expect(found.versions.map(\.number) == [1])
    #expect(found.isDamaged)
    let writer = try other.openDraft(SampleProgram.draft(), at: now)
    #expect(writer.draft.content.text("plan").hasPrefix("kept kept kept "))
    try writer.leave(at: now)
    let again = try #require(other.draft(.note(SampleProgram.noteID), of: SampleProgram.staffID))
    #expect(!again.isDamaged)
  }

  @Test func `signs notes, and misses one that is taken away`() throws {
    let bench = try SealedBench()
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    for event in SampleProgram.events() { _ = try bench.folder.add(event, in: &bench.data) }
    try bench.folder.sign(SampleProgram.otherNote(), in: &bench.data)
    let other = try bench.logIn()
    #expect(other.check().problems == [])
    #expect(other.notes(of: SampleProgram.clientID).records.count == 2)
    let file = "clients/\(SampleProgram.clientID)/notes/\(SampleProgram.noteID).2.plist"
    #expect(unlink(bench.path(bench.onDisk(file))) == 0)
    #expect(!other.check().problems.isEmpty)
  }

  @Test func `shows a record as a property list, under either of its names`() throws {
    let bench = try SealedBench()
    let path = "clients/\(SampleProgram.clientID)/client.plist"
    let shown = try bench.folder.inspect(file: path)
    #expect(shown.isSound)
    #expect(shown.lines.contains { $0.contains("Fenwick") })
    #expect(try bench.folder.inspect(file: bench.onDisk(path)) == shown)
    #expect(bench.onDisk(path) != path)
  }
}
