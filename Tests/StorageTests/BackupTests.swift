import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `A backup` {
  private let place = TemporaryFolder()
  private var archive: String { place.path + "/kept.tar.gz" }

  @Test func `brings back every record, the change of now among them`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    try bench.save()
    let report = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    #expect(report.leftOut == [])
    let again = try DataFolder.restore(archive, to: place.path + "/again")
    #expect(again.readAll().0 == bench.folder.readAll().0)
    #expect(again.readAll().1 == [])
    #expect(again.check().problems == [])
    #expect(bench.folder.lastBackupAt == SoundProgram.now)
    #expect(TestFile.names(in: bench.path("backups")) == ["last"])
  }

  @Test func `of a sealed program shows from outside what is damaged or in clear`() throws {
    let bench = try SealedBench()
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    #expect(bench.folder.lastBackupAt == SoundProgram.now)
    let last = String(decoding: TestFile.read(bench.path("backups/last")), as: UTF8.self)
    #expect(!last.contains("2026"))
    let path = place.path + "/unpacked"
    #expect(mkdir(path, 0o700) == 0)
    try DataFolder.unpack(archive, to: path)
    let locked = try #require(try LockedFolder.open(at: path))
    #expect(locked.checkUnopened().problems == [])
    #expect(locked.checkUnopened().files > 10)
    var bytes = TestFile.read(path + "/settings/rooms.plist")
    bytes[bytes.count / 2] ^= 1
    TestFile.write(bytes, to: path + "/settings/rooms.plist")
    let plain = try Bench()
    TestFile.write(
      TestFile.read(plain.path("settings/calendar.plist")),
      to: path + "/settings/calendar.plist"
    )
    #expect(
      locked.checkUnopened().problems.map { "\($0.record): \($0.kind)" }
        == ["settings/calendar.plist: foreign", "settings/rooms.plist: damaged"]
    )
  }

  @Test func `is what everything was at one moment, though others save meanwhile`() throws {
    let bench = try Bench()
    let (other, _) = try bench.other()
    var marks: [AttendanceStatus] = [.noShow, .excused, .present]
    // Rooms lie in settings, which is looked at after the days: the mark comes too late for a
    // single look.
    other.disk.interrupt = { step in
      if case .makeFolder(let path) = step, path.hasSuffix("/settings"), let next = marks.popLast()
      {
        do {
          try bench.mark(next)
          try bench.save()
        } catch { Issue.record(error) }
      }
      return nil
    }
    _ = try other.backUp(to: archive, at: SoundProgram.now)
    let again = try DataFolder.restore(archive, to: place.path + "/again")
    #expect(again.readAll().0 == bench.folder.readAll().0)
    #expect(marks.count == 2)
  }

  @Test func `is readable by nobody else, and so is what comes back`() throws {
    let bench = try Bench()
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    var facts = stat()
    #expect(stat(archive, &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    let again = place.path + "/again"
    _ = try DataFolder.restore(archive, to: again)
    #expect(stat(again, &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o700)
    #expect(stat(again + "/" + Bench.livePath, &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
  }

  @Test func `takes the place of no file`() throws {
    let bench = try Bench()
    TestFile.write("mine".utf8, to: archive)
    #expect(throws: StorageError.backup(.isThere(archive))) {
      try bench.folder.backUp(to: archive, at: SoundProgram.now)
    }
    #expect(TestFile.read(archive) == Array("mine".utf8))
    #expect(bench.folder.lastBackupAt == nil)
  }

  @Test func `never lies among the records, also by a link`() throws {
    let bench = try Bench()
    let link = place.path + "/link"
    #expect(symlink(bench.path("staff"), link) == 0)
    for path in [bench.path("kept.tar.gz"), bench.path("staff/kept"), link + "/kept"] {
      #expect(throws: StorageError.backup(.insideData(path))) {
        try bench.folder.backUp(to: path, at: SoundProgram.now)
      }
    }
    #expect(bench.folder.lastBackupAt == nil)
    #expect(!DataFolder.leads(bench.temporary.path + "-beside", into: bench.temporary.path))
    #expect(DataFolder.leads(bench.temporary.path, into: bench.temporary.path))
    #expect(!DataFolder.leads(place.path + "/x", into: bench.temporary.path))
  }

  @Test func `that can't be written leaves nothing behind`() throws {
    let bench = try Bench()
    let nowhere = place.path + "/none/kept.tar.gz"
    #expect(throws: StorageError.backup(.notWritten(nowhere, status: 2))) {
      do throws(StorageError) {
        _ = try bench.folder.backUp(to: nowhere, at: SoundProgram.now)
      } catch .backup(.notWritten(_, let status)) {
        // The unfinished file's own name is random.
        throw StorageError.backup(.notWritten(nowhere, status: status))
      }
    }
    #expect(TestFile.names(in: place.path) == [])
    #expect(TestFile.names(in: bench.path("backups")) == [])
  }

  @Test func `takes away what one that was cut off left behind`() throws {
    let bench = try Bench()
    mkdir(bench.path("backups/.1a2b.tmp"), 0o700)
    TestFile.write("half".utf8, to: bench.path("backups/.1a2b.tmp/program.plist"))
    let found = bench.folder.check().problems.map(\.record)
    #expect(found == ["backups/.1a2b.tmp"])
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    #expect(TestFile.names(in: bench.path("backups")) == ["last"])
    #expect(bench.folder.check().problems == [])
  }

  @Test func `leaves out what is neither a file nor a folder, and says so`() throws {
    let bench = try Bench()
    symlink("/etc/passwd", bench.path("clients/there"))
    let report = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    #expect(report.leftOut == ["clients/there"])
    let again = try DataFolder.restore(archive, to: place.path + "/again")
    #expect(again.check().problems == [])
  }

  @Test func `isn't taken back over anything`() throws {
    let bench = try Bench()
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    let full = bench.temporary.path
    #expect(throws: StorageError.notEmpty(full)) { try DataFolder.restore(archive, to: full) }
    let empty = place.path + "/empty"
    mkdir(empty, 0o700)
    #expect(try DataFolder.restore(archive, to: empty + "/").check().problems == [])
  }

  @Test func `that is damaged or something else changes nothing`() throws {
    let bench = try Bench()
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    let bytes = TestFile.read(archive)
    let target = place.path + "/again"
    let flipped = bytes.enumerated().map { $0 == bytes.count / 2 ? $1 ^ 0x10 : $1 }
    let bad = place.path + "/bad.tar.gz"
    for wrong in [flipped, Array(bytes.prefix(bytes.count / 2)), Array("hello".utf8), []] {
      TestFile.write(wrong, to: bad)
      #expect(throws: StorageError.backup(.notABackup(bad))) {
        try DataFolder.restore(bad, to: target)
      }
      #expect(Set(TestFile.names(in: place.path)) == ["kept.tar.gz", "bad.tar.gz"])
    }
  }

  @Test func `with a link in it isn't taken`() throws {
    let bench = try Bench()
    symlink("/etc", bench.path("clients/out"))
    #expect(system("tar -C \(bench.temporary.path) -czf \(archive) . ") == 0)
    #expect(throws: StorageError.backup(.strange("clients/out"))) {
      try DataFolder.restore(archive, to: place.path + "/again")
    }
    #expect(TestFile.names(in: place.path) == ["kept.tar.gz"])
  }

  @Test func `that is stopped leaves nothing behind, nor does one that was to come back`() throws {
    let bench = try Bench()
    for asked in 1...3 {
      var left = asked
      #expect(throws: StorageError.backup(.stopped)) {
        try bench.folder.backUp(to: archive, at: SoundProgram.now) {
          left -= 1
          return left <= 0
        }
      }
      #expect(TestFile.names(in: place.path) == [])
      #expect(TestFile.names(in: bench.path("backups")) == [])
    }
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    #expect(throws: StorageError.backup(.stopped)) {
      _ = try DataFolder.restore(archive, to: place.path + "/again", stops: { true })
    }
    #expect(TestFile.names(in: place.path) == ["kept.tar.gz"])
  }
}
