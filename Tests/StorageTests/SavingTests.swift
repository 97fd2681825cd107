import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `Saving a session` {
  @Test func `writes the mark and the next revision`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    try bench.save()
    let other = try bench.other()
    #expect(bench.status(in: other.data) == .noShow)
    let known = other.folder.memory.known[Bench.livePath]?.envelope
    #expect(known?.revision == 2)
    #expect(known?.changedBy == SampleProgram.staffID)
    #expect(known?.createdBy == nil)
  }

  @Test func `touches nothing but the session's own file`() throws {
    let bench = try Bench()
    let before = TestFile.all(in: bench.temporary.path)
    let others = before.filter { $0 != Bench.livePath }.map { bench.bytes($0) }
    try bench.mark(.noShow)
    try bench.save()
    let after = TestFile.all(in: bench.temporary.path)
      .filter { !$0.hasPrefix("locks/") && !$0.hasPrefix("audit/") }
    #expect(after == before)
    #expect(others == before.filter { $0 != Bench.livePath }.map { bench.bytes($0) })
  }

  @Test func `goes through its steps in the order that survives a crash`() throws {
    let bench = try Bench()
    let date = SampleProgram.day("2026-03-16")
    bench.folder.loadWeek(date, into: &bench.data)
    let id = SessionID.occurrence(of: SampleProgram.groupID, on: date)
    // Locks are tried once, before the first save.
    #expect(bench.folder.sharing().locksWork)
    var steps: [String] = []
    bench.folder.disk.interrupt = { step in
      steps.append(step.plain)
      return nil
    }
    try bench.folder.save(
      .session(id),
      from: bench.data,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )
    #expect(
      steps
        == [
          "make days/2026-03-16", "sync folder days", "lock locks/\(id)",
          "create days/2026-03-16/.tmp", "write days/2026-03-16/.tmp",
          "sync days/2026-03-16/.tmp", "rename days/2026-03-16/\(id).plist",
          "sync folder days/2026-03-16",
        ].filter { $0 != "make locks" }
    )
  }

  @Test(arguments: [ENOSPC, EROFS, EACCES, EIO, EDQUOT])
  func `that fails at any step keeps the old file, the mark, and works again later`(
    code: Int32
  ) throws {
    let steps: [(DiskStep) -> Bool] = [
      { if case .lock = $0 { true } else { false } },
      { if case .createFile = $0 { true } else { false } },
      { if case .write = $0 { true } else { false } },
      { if case .syncFile = $0 { true } else { false } },
      { if case .rename = $0 { true } else { false } },
    ]
    for isStep in steps {
      let bench = try Bench()
      let before = bench.bytes()
      try bench.mark(.noShow)
      bench.folder.disk.interrupt = { isStep($0) ? code : nil }
      #expect(throws: StorageError.self) { try bench.save() }
      #expect(bench.bytes() == before)
      #expect(bench.status() == .noShow)
      let names = TestFile.names(in: bench.path("days/2026-03-11"))
      #expect(!names.contains { $0.hasSuffix(".tmp") })
      bench.folder.disk.interrupt = nil
      try bench.save()
      #expect(bench.status(in: try bench.other().data) == .noShow)
    }
  }

  @Test func `that fails after the rename finds its own file again`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    bench.folder.disk.interrupt = { $0 == .syncFolder("days/2026-03-11") ? EIO : nil }
    #expect(throws: StorageError.disk(.sync, path: "days/2026-03-11", errno: EIO)) {
      try bench.save()
    }
    bench.folder.disk.interrupt = nil
    try bench.mark(.excused)
    try bench.save()
    #expect(bench.status(in: try bench.other().data) == .excused)
  }

  @Test func `says what happened, what is whole and what to do when the disk is full`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    bench.folder.disk.interrupt = { step in
      if case .write = step { ENOSPC } else { nil }
    }
    let error = #expect(throws: StorageError.self) { try bench.save() }
    let message = error?.message ?? ""
    #expect(message.hasPrefix("The disk is full: days/2026-03-11/."))
    #expect(
      message.hasSuffix(
        "can't be written (No space left on device). What was on disk is whole. "
          + "Make room on the disk; then it is tried again."
      )
    )
  }

  @Test func `refuses when another window saved since, and takes theirs in on demand`() throws {
    let bench = try Bench()
    var other = try bench.other()
    try bench.mark(.noShow)
    try bench.save()
    let saved = bench.bytes()
    #expect(throws: StorageError.changedByOthers(Bench.livePath)) {
      try other.folder.save(
        Bench.live,
        from: other.data,
        by: SampleProgram.otherStaffID,
        at: SoundProgram.now
      )
    }
    #expect(bench.bytes() == saved)
    try other.folder.reload(Bench.live, into: &other.data)
    #expect(bench.status(in: other.data) == .noShow)
    try other.folder.save(
      Bench.live,
      from: other.data,
      by: SampleProgram.otherStaffID,
      at: SoundProgram.now
    )
    #expect(other.folder.memory.known[Bench.livePath]?.envelope.revision == 3)
  }

  @Test(arguments: [DiskStep.syncFolder("days/2026-03-11"), .lock("locks/\(SoundProgram.liveID)")])
  func `that fails after taking theirs in leaves the conflict for the next attempt`(
    step: DiskStep
  ) throws {
    let bench = try Bench()
    let other = try bench.other()
    try bench.mark(.noShow)
    try bench.save()
    var merged = other.data
    try other.folder.reload(Bench.live, into: &merged)
    other.folder.disk.interrupt = { $0 == step ? EIO : nil }
    let staff = SampleProgram.otherStaffID
    #expect(throws: StorageError.self) {
      try other.folder.save(Bench.live, from: merged, by: staff, at: SoundProgram.now)
    }
    other.folder.disk.interrupt = nil
    #expect(throws: StorageError.changedByOthers(Bench.livePath)) {
      try other.folder.save(Bench.live, from: other.data, by: staff, at: SoundProgram.now)
    }
    #expect(bench.status(in: try bench.other().data) == .noShow)
  }

  @Test func `refuses when another window made the same meeting's file first`() throws {
    let bench = try Bench()
    let date = SampleProgram.day("2026-03-16")
    bench.folder.loadWeek(date, into: &bench.data)
    var other = try bench.other()
    other.folder.loadWeek(date, into: &other.data)
    let id = SessionID.occurrence(of: SampleProgram.groupID, on: date)
    let staff = SampleProgram.staffID
    try bench.folder.save(.session(id), from: bench.data, by: staff, at: SoundProgram.now)
    #expect(throws: StorageError.changedByOthers("days/2026-03-16/\(id).plist")) {
      try other.folder.save(.session(id), from: other.data, by: staff, at: SoundProgram.now)
    }
  }

  @Test func `reloading one record keeps the unsaved marks of the others`() throws {
    let bench = try Bench()
    var other = try bench.other()
    try other.folder.save(
      .appointment(SampleProgram.appointmentID),
      from: other.data,
      by: SampleProgram.staffID,
      at: SoundProgram.now
    )
    try bench.mark(.noShow)
    try bench.folder.reload(.appointment(SampleProgram.appointmentID), into: &bench.data)
    #expect(bench.status() == .noShow)
    try other.folder.reload(Bench.live, into: &other.data)
    #expect(other.data.sessions.count == 2)
  }

  @Test func `writes a file again that vanished, since memory is all there is`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    unlink(bench.path(Bench.livePath))
    try bench.save()
    #expect(bench.status(in: try bench.other().data) == .noShow)
  }

  @Test func `says that another window is saving while it holds the lock`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    let locks = try bench.folder.root.madeFolder("locks", isSynced: false)
    let lock = try FileLock.take(SoundProgram.liveID.rawValue, in: locks)
    #expect(throws: StorageError.locked("locks/\(SoundProgram.liveID)")) { try bench.save() }
    withExtendedLifetime(lock) {}
  }

  @Test func `makes files that nobody else may read`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    try bench.save()
    for file in TestFile.all(in: bench.temporary.path) {
      var status = stat()
      lstat(bench.path(file), &status)
      #expect(status.st_mode & 0o777 == 0o600, "\(file)")
    }
  }

  @Test func `keeps the old file when its day's folder has become something else`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    rename(bench.path("days"), bench.path("elsewhere"))
    TestFile.write("x".utf8, to: bench.path("days"))
    #expect(throws: StorageError.disk(.open, path: "days", errno: ENOTDIR)) { try bench.save() }
    #expect(bench.bytes("days") == Array("x".utf8))
    unlink(bench.path("days"))
    rename(bench.path("elsewhere"), bench.path("days"))
    try bench.save()
    #expect(bench.status(in: try bench.other().data) == .noShow)
  }
}

extension DiskStep {
  /// The step in words, temporary names without their random part.
  fileprivate var plain: String {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let path = path.hasSuffix(".tmp") ? folder + "/.tmp" : path
    return switch self {
    case .makeFolder: "make " + path
    case .lock: "lock " + path
    case .createFile: "create " + path
    case .write: "write " + path
    case .syncFile: "sync " + path
    case .rename: "rename " + path
    case .syncFolder: "sync folder " + path
    case .link: "link " + path
    case .truncate: "truncate " + path
    case .setMode: "set mode " + path
    case .remove: "remove " + path
    }
  }
}
