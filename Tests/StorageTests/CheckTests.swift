import Domain
import Glibc
import Testing

@testable import Storage

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
        "older_copy",
        "reference", "invariant", "mode", "leftover", "mention", "tampered", "locks", "audit",
      ]
    )
  }
}
