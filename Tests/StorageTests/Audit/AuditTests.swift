import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `The audit log` {
  private let file = "audit/2026-03-01.log"

  private func event(_ number: Int, at time: String = "14:00:00") -> AuditEvent {
    AuditEvent(
      at: SampleProgram.at(time),
      by: SampleProgram.staffID,
      action: .known(.viewChart),
      entity: .client(SampleProgram.clientID),
      clientID: SampleProgram.clientID,
      detail: "look \(number)"
    )
  }

  private func lines(_ folder: DataFolder) -> [AuditLine] {
    let (lines, problems) = folder.readAudit()
    #expect(problems == [])
    return lines
  }

  private func problems(_ bench: Bench) throws -> [String] {
    try bench.other().folder.readAudit().problems.map(\.what)
  }

  @Test func `tells each mark with before and after, and whose it is`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    try bench.save()
    try bench.mark(.excused)
    try bench.save()
    let found = lines(bench.folder)
    #expect(found.map(\.number) == [1, 2])
    #expect(found.allSatisfy { $0.event.action == .known(.attendanceChanged) })
    #expect(found.allSatisfy { $0.event.clientID == SampleProgram.clientID })
    #expect(found.allSatisfy { $0.event.by == SampleProgram.staffID })
    #expect(found.last?.event.detail.contains("no_show") == true)
    #expect(found.last?.event.detail.hasSuffix("-> excused") == true)
    #expect(try bench.other().folder.check().problems == [])
  }

  @Test func `tells signatures without a word of the note`() throws {
    let bench = try Bench()
    let note = SampleProgram.note()
    try bench.folder.sign(note, in: &bench.data)
    let found = lines(bench.folder)
    #expect(found.map(\.event.action) == [.known(.sign)])
    #expect(found.map(\.event.entity) == [.note(note.id)])
    let text = String(decoding: bench.bytes(file), as: UTF8.self)
    #expect(!text.contains("Named two hours"))
  }

  @Test func `goes on through two windows, as one chain`() throws {
    let bench = try Bench()
    let other = try bench.other().folder
    for number in 1...4 { (number % 2 == 0 ? other : bench.folder).audit([event(number)]) }
    #expect(lines(bench.folder).map(\.number) == [1, 2, 3, 4])
    #expect(lines(bench.folder).map(\.event.detail) == (1...4).map { "look \($0)" })
  }

  @Test func `goes on in the next month, and never back into one before`() throws {
    let bench = try Bench()
    var later = event(2)
    later.at = Instant("2026-04-02T09:00:00Z") ?? .earliest
    bench.folder.audit([event(1), later, event(3)])
    #expect(TestFile.all(in: bench.temporary.path).filter { $0.hasPrefix("audit/") }.count == 2)
    #expect(lines(try bench.other().folder).map(\.number) == [1, 2, 3])
  }

  @Test(arguments: [
    ("look 2", "look 9", "line 2 was changed"), ("\n2\t", "\n7\t", "line 7 stands behind line 1"),
    ("st_000000000001", "st_000000000002", "line 1 was changed"),
  ])
  func `shows what was changed in it`(old: String, new: String, words: String) throws {
    let bench = try Bench()
    bench.folder.audit([event(1), event(2), event(3)])
    let text = String(decoding: bench.bytes(file), as: UTF8.self)
    let range = try #require(text.firstRange(of: old))
    TestFile.write(
      Array(text.replacingCharacters(in: range, with: new).utf8),
      to: bench.path(file)
    )
    let found = try problems(bench)
    #expect(found.contains { $0.contains(words) })
    #expect(try bench.other().folder.check().problems.contains { $0.kind == "audit" })
  }

  @Test func `shows a line that was taken out`() throws {
    let bench = try Bench()
    bench.folder.audit([event(1), event(2), event(3)])
    var rows = String(decoding: bench.bytes(file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    rows.remove(at: 2)
    TestFile.write(Array(rows.joined(separator: "\n").utf8), to: bench.path(file))
    #expect(try problems(bench).contains { $0.contains("some are gone") })
  }

  @Test func `shows that its end was cut off since somebody left`() throws {
    let bench = try Bench()
    bench.folder.audit([event(1), event(2), event(3)])
    try bench.folder.anchorAudit(by: SampleProgram.staffID, at: SoundProgram.now)
    #expect(try problems(bench) == [])
    let rows = String(decoding: bench.bytes(file), as: UTF8.self).split(separator: "\n")
    TestFile.write(
      Array((rows.prefix(3).joined(separator: "\n") + "\n").utf8),
      to: bench.path(file)
    )
    #expect(try problems(bench).contains { $0.contains("it had 3 lines") })
    // Going on behind the cut doesn't hide it.
    try bench.other().folder.audit([event(4)])
    #expect(try problems(bench).contains { $0.contains("another one") })
  }

  @Test func `shows that all of it was taken away`() throws {
    let bench = try Bench()
    bench.folder.audit([event(1)])
    try bench.folder.anchorAudit(by: SampleProgram.staffID, at: SoundProgram.now)
    unlink(bench.path(file))
    #expect(try problems(bench).contains { $0.contains("line 1 is gone") })
  }

  @Test func `cut off anywhere in a line it goes on, and nothing is to be repaired`() throws {
    let bench = try Bench()
    bench.folder.audit([event(1)])
    let whole = bench.bytes(file)
    bench.folder.audit([event(2)])
    let longer = bench.bytes(file)
    for count in stride(from: whole.count, to: longer.count, by: 7) {
      TestFile.write(longer.prefix(count), to: bench.path(file))
      let next = try bench.other().folder
      next.audit([event(3)])
      #expect(lines(next).map(\.event.detail) == ["look 1", "look 3"])
      #expect(next.check().problems == [])
    }
  }

  @Test(arguments: [ENOSPC, EROFS, EACCES, EIO])
  func `keeps what the disk refuses until it takes it, and the save stands`(code: Int32) throws {
    let bench = try Bench()
    bench.folder.disk.interrupt = { step in
      if case .write(let path) = step, path.hasPrefix("audit/") { return code }
      return nil
    }
    try bench.mark(.noShow)
    try bench.save()
    #expect(bench.folder.auditProblem != nil)
    #expect(lines(try bench.other().folder).isEmpty)
    bench.folder.disk.interrupt = nil
    bench.folder.audit([event(2)])
    #expect(bench.folder.auditProblem == nil)
    #expect(
      lines(try bench.other().folder).map(\.event.action)
        == [.known(.attendanceChanged), .known(.viewChart)]
    )
  }

  @Test func `a renewal of the keys seals it anew, and the chain holds`() throws {
    let bench = try SealedBench()
    bench.folder.audit([event(1), event(2)])
    try bench.folder.anchorAudit(by: SampleProgram.staffID, at: SoundProgram.now)
    let before = bench.bytes(file)
    let renewal = try bench.folder.renewal()
    while try renewal.step() {}
    #expect(renewal.unusable == [])
    #expect(bench.bytes(file) != before)
    bench.folder.audit([event(3)])
    let looks = lines(try bench.logIn()).filter { $0.event.entity.kind != "access" }
    #expect(looks.map(\.event.detail) == ["look 1", "look 2", "look 3"])
  }

  @Test func `sealed, nothing of it stands in clear, and it reads the same`() throws {
    let bench = try SealedBench()
    bench.folder.audit([event(1), event(2)])
    let other = try bench.logIn()
    other.audit([event(3)])
    #expect(lines(other).map(\.event.detail) == ["look 1", "look 2", "look 3"])
    let names = TestFile.all(in: bench.temporary.path).filter { $0.hasPrefix("audit/") }
    #expect(!names.contains(file))
    for name in names {
      let text = String(decoding: TestFile.read(bench.path(name)), as: UTF8.self)
      for word in ["look", "view_chart", "cl_0", "st_0", "2026"] { #expect(!text.contains(word)) }
    }
    #expect(other.check().problems == [])
  }
}

extension String {
  fileprivate func firstRange(of text: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map {
      $0..<index($0, offsetBy: text.count)
    }
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
