import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `Making a program's folder` {
  @Test func `refuses a folder with anything in it`() throws {
    let temporary = TemporaryFolder()
    TestFile.write("x".utf8, to: temporary.path + "/mine.txt")
    #expect(throws: StorageError.notEmpty(temporary.path)) {
      try DataFolder.create(
        at: temporary.path,
        snapshot: try SoundProgram.snapshot(),
        durable: false,
        now: SoundProgram.now
      )
    }
    #expect(TestFile.names(in: temporary.path) == ["mine.txt"])
  }

  @Test func `takes an empty folder that others get into from them`() throws {
    let temporary = TemporaryFolder()
    chmod(temporary.path, 0o755)
    _ = try DataFolder.create(
      at: temporary.path,
      snapshot: try SoundProgram.snapshot(),
      durable: false,
      now: SoundProgram.now
    )
    var facts = stat()
    #expect(stat(temporary.path, &facts) == 0 && facts.st_mode & 0o777 == 0o700)
  }

  @Test func `writes the program's own record last, and starts again after a crash`() throws {
    let temporary = TemporaryFolder()
    let snapshot = try SoundProgram.snapshot()
    var options = CreateOptions(durable: true, now: SoundProgram.now)
    let disk = Disk()
    disk.interrupt = { step in
      if case .rename("program.plist") = step { EIO } else { nil }
    }
    options.disk = disk
    #expect(throws: StorageError.disk(.rename, path: "program.plist", errno: EIO)) {
      try DataFolder.create(at: temporary.path, snapshot: snapshot, options: options)
    }
    #expect(throws: StorageError.noProgram(temporary.path)) {
      try DataFolder.open(at: temporary.path)
    }
    let folder = try DataFolder.create(
      at: temporary.path,
      snapshot: snapshot,
      durable: true,
      now: SoundProgram.now
    )
    #expect(folder.readAll().1 == [])
    #expect(!TestFile.names(in: temporary.path).contains("unfinished"))
  }

  @Test func `makes the folders on the way`() throws {
    let temporary = TemporaryFolder()
    let path = temporary.path + "/a/b/caseload"
    let folder = try DataFolder.create(
      at: path,
      snapshot: try SoundProgram.snapshot(),
      durable: false,
      now: SoundProgram.now
    )
    #expect(folder.path == path)
    #expect(folder.isDemo)
  }

  @Test func `writes no name, number or code of a person into the name of a file`() throws {
    let bench = try Bench()
    let names = TestFile.all(in: bench.temporary.path).joined(separator: "\n").lowercased()
    for word in ["fenwick", "oakes", "juniper", "marsh", "c01", "c02", "tamsin", "tb", "g03"] {
      #expect(!names.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["../../cl_1", "cl_", "cl_a/b", "C01", "cl_a.b", "xx_000000000001"])
  func `refuses an identifier that can't be a file's name`(id: String) throws {
    let temporary = TemporaryFolder()
    var snapshot = try SoundProgram.snapshot()
    snapshot.clients.append(
      Client(
        id: ClientID(id),
        mrn: "C09",
        legalFirst: "A",
        legalLast: "B",
        birthDate: SampleProgram.day("1990-01-01")
      )
    )
    #expect(throws: StorageError.badIdentifier(id)) {
      try DataFolder.create(
        at: temporary.path + "/new",
        snapshot: snapshot,
        durable: false,
        now: SoundProgram.now
      )
    }
    #expect(TestFile.names(in: temporary.path) == [])
  }

  @Test func `says which folder holds no program, and which isn't there`() throws {
    let temporary = TemporaryFolder()
    let empty = #expect(throws: StorageError.self) { try DataFolder.open(at: temporary.path) }
    #expect(
      empty?.message
        == "\(temporary.path) holds no program: program.plist isn't there. Nothing was changed. "
        + "Give another folder with --data, or make a program with init."
    )
    let gone = #expect(throws: StorageError.self) { try DataFolder.open(at: "/no/such") }
    #expect(
      gone?.message
        == "There is no folder /no/such. Nothing was changed. "
        + "Give the folder with --data, or make one with init."
    )
  }

  @Test func `knows when something was last saved`() throws {
    let bench = try Bench()
    #expect(bench.folder.lastChangeAt() == SoundProgram.now)
    try bench.mark(.noShow)
    let later = SoundProgram.now.adding(minutes: 12)
    try bench.folder.save(Bench.live, from: bench.data, by: SampleProgram.staffID, at: later)
    #expect(bench.folder.lastChangeAt() == later)
    TestFile.write(bench.bytes().dropLast(), to: bench.path(Bench.livePath))
    #expect(bench.folder.lastChangeAt() == SoundProgram.now)
  }
}

@Suite struct `Adding records to a folder` {
  private func addition() throws -> ProgramSnapshot {
    var snapshot = ProgramSnapshot(program: try SoundProgram.snapshot().program)
    let client = ClientID("cl_000000000003")
    snapshot.rooms = [Room(id: RoomID("rm_000000000003"), name: "Elm", capacity: 8)]
    snapshot.clients = [
      Client(
        id: client,
        mrn: "C03",
        legalFirst: "Basil",
        legalLast: "Fern",
        birthDate: SampleProgram.day("1990-01-01")
      )
    ]
    let episode = EpisodeID("ep_000000000003")
    snapshot.episodes = [SoundProgram.episode(episode, client)]
    var group = SoundProgram.group()
    group.enrollments.append(
      Enrollment(
        id: EnrollmentID("en_000000000003"),
        clientID: client,
        episodeID: episode,
        from: SampleProgram.date
      )
    )
    snapshot.groups = [group]
    return snapshot
  }

  @Test func `brings in the new ones and replaces the changed ones`() throws {
    let bench = try Bench()
    try bench.folder.add(try addition(), durable: true, at: SoundProgram.now)
    let (found, problems) = try DataFolder.open(at: bench.temporary.path).readAll()
    #expect(problems == [])
    #expect(found.clients.map(\.mrn) == ["C01", "C02", "C03"])
    #expect(found.rooms.map(\.name) == ["Oak", "Elm"])
    #expect(found.groups.map(\.enrollments.count) == [3])
    #expect(found.sessions.count == 2)
    #expect(!TestFile.names(in: bench.temporary.path).contains("incoming"))
  }

  @Test func `changes nothing when it is cut off before all is written`() throws {
    let bench = try Bench()
    let before = TestFile.all(in: bench.temporary.path)
    var written = 0
    bench.folder.disk.interrupt = { step in
      guard case .createFile = step else { return nil }
      written += 1
      return written == 3 ? ENOSPC : nil
    }
    #expect(throws: StorageError.self) {
      try bench.folder.add(try addition(), durable: true, at: SoundProgram.now)
    }
    #expect(TestFile.all(in: bench.temporary.path).filter { !$0.hasPrefix("locks") } == before)
  }

  @Test(arguments: 1...4)
  func `is brought to its end by the next start when it is cut off later`(move: Int) throws {
    let bench = try Bench()
    var moved = 0
    bench.folder.disk.interrupt = { step in
      guard case .rename = step else { return nil }
      moved += 1
      return moved >= move ? EIO : nil
    }
    #expect(throws: StorageError.self) {
      try bench.folder.add(try addition(), durable: true, at: SoundProgram.now)
    }
    let (found, problems) = try DataFolder.open(at: bench.temporary.path).readAll()
    #expect(problems == [])
    #expect(found.clients.count == 3)
    #expect(found.rooms.count == 2)
    #expect(found.groups.map(\.enrollments.count) == [3])
    #expect(!TestFile.names(in: bench.temporary.path).contains("incoming"))
  }

  @Test func `refuses to replace a record that someone else saved since`() throws {
    let bench = try Bench()
    let other = try DataFolder.open(at: bench.temporary.path)
    try bench.folder.add(try addition(), durable: false, at: SoundProgram.now)
    var later = try addition()
    later.groups[0].title = "Another"
    _ = other
    #expect(throws: StorageError.changedByOthers("groups/gr_000000000001.plist")) {
      try other.add(later, durable: false, at: SoundProgram.now)
    }
  }

  @Test func `refuses the records of another program`() throws {
    let bench = try Bench()
    var snapshot = try addition()
    snapshot.program.id = ID("pr_000000000009")
    #expect(throws: StorageError.otherProgram(bench.temporary.path)) {
      try bench.folder.add(snapshot, durable: false, at: SoundProgram.now)
    }
  }
}
