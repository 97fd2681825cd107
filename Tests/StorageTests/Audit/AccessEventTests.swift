import Domain
import Testing

@testable import Storage

@Suite struct `What happens around the log-in` {
  private func actions(_ folder: DataFolder) -> [String] {
    folder.readAudit().lines.map { "\($0.event.action.stored) \($0.event.detail)" }
  }

  private func wrong(_ bench: SealedBench, seconds: Int) {
    #expect(throws: StorageError.wrongPassphrase(seconds: seconds)) {
      try bench.logIn("tb", "seven quiet herons wading by")
    }
  }

  @Test func `wrong passphrases wait on disk until somebody is in, and then stand in the log`()
    throws
  {
    let bench = try SealedBench()
    wrong(bench, seconds: 1)
    wrong(bench, seconds: 2)
    wrong(bench, seconds: 4)
    let waiting = String(decoding: bench.bytes("settings/waiting"), as: UTF8.self)
    #expect(waiting.split(separator: "\n").count == 3)
    #expect(!waiting.contains("TB") && !waiting.contains("tb") && !waiting.contains("herons"))
    let folder = try bench.logIn()
    let lines = folder.readAudit().lines
    #expect(lines.map(\.event.action) == Array(repeating: .known(.loginFailed), count: 3))
    #expect(lines.allSatisfy { $0.event.by == nil && $0.event.detail == Terminal.name })
    wrong(bench, seconds: 1)
    #expect(bench.problems(try bench.logIn()) == [])
  }

  @Test func `a line tells the machine's time where another was set`() throws {
    let bench = try SealedBench()
    let past = SoundProgram.now
    let event = AuditEvent(at: past, by: nil, action: .known(.search), entity: .program)
    bench.folder.audit([event])
    bench.folder.auditsByMachine = true
    bench.folder.audit([event])
    let times = bench.folder.readAudit().lines.map(\.event.at)
    #expect(times.first == past)
    let age = Instant.ofSystem.secondsSince1970 - (times.last?.secondsSince1970 ?? 0)
    #expect((0..<600).contains(age))
  }

  @Test func `rubbish that waits is passed over`() throws {
    let bench = try SealedBench()
    let rubbish = Array("x\n\t\t\n\u{0}\n".utf8) + [0xFF, 0x0A]
    TestFile.write(rubbish, to: bench.path("settings/waiting"))
    wrong(bench, seconds: 1)
    #expect(try bench.logIn().readAudit().lines.count == 1)
  }

  @Test func `changes of who may open it are told, with whose way in it is`() throws {
    let bench = try SealedBench()
    let other = Staff(id: StaffID("st_000000000002"), code: "MQ", name: "Mo Quill")
    try bench.folder.setPassphrase(
      "another good passphrase",
      for: other,
      stretching: SealedBench.stretching
    )
    try bench.folder.setRecoveryKey(.random())
    try bench.folder.removeAccess(of: other.id)
    let all = bench.folder.readAudit().lines.map(\.event)
    // Each behind the marks of the record before and of the new one.
    #expect(all.map { $0.entity.kind == "access" } == [true, false, true, false, true, false])
    let marks = all.compactMap(\.pastAccess)
    #expect(marks.count == 3 && marks.dropFirst() == [all[0].entity.id, all[2].entity.id])
    let events = all.filter { $0.entity.kind != "access" }
    #expect(events.map(\.detail) == ["passphrase", "recovery key", "access removed"])
    #expect(events.allSatisfy { $0.action == .known(.configChanged) })
    #expect(events.map(\.entity) == [.staff(other.id), .program, .staff(other.id)])
    #expect(events.allSatisfy { $0.by == SampleProgram.staffID })
  }

  @Test func `a restored program says so, a sealed one once somebody is in`() throws {
    let place = TemporaryFolder()
    let archive = place.path + "/kept.tar.gz"
    let plain = try Bench()
    _ = try plain.folder.backUp(to: archive, at: SoundProgram.now)
    let again = try DataFolder.restore(archive, to: place.path + "/again")
    #expect(actions(again) == ["restore "])
    let sealed = try SealedBench()
    let second = place.path + "/sealed.tar.gz"
    _ = try sealed.folder.backUp(to: second, at: SoundProgram.now)
    let path = place.path + "/sealed"
    #expect(throws: StorageError.sealed(path)) { try DataFolder.restore(second, to: path) }
    let locked = try #require(try LockedFolder.open(at: path))
    let folder = try locked.logIn(
      code: "tb",
      passphrase: SealedBench.passphrase,
      raisingTo: SealedBench.stretching
    )
    #expect(actions(folder) == ["restore \(Terminal.name)"])
    #expect(sealed.problems(folder) == [])
  }

  @Test func `emergencies and covers are told without their reasons`() throws {
    let bench = try Bench()
    var grant = SoundProgram.emergency()
    try bench.folder.save(grant, by: SampleProgram.staffID, at: SoundProgram.now)
    let reviewer = StaffID("st_000000000002")
    grant.review = Grant.Review(by: reviewer, at: SoundProgram.now)
    try bench.folder.save(grant, by: reviewer, at: SoundProgram.now)
    let lines = bench.folder.readAudit().lines.map(\.event)
    let told = lines.filter { $0.entity != .list(.grants) }
    #expect(
      told.map(\.detail) == ["for 30 min", "reviewed, of \(SampleProgram.staffID)"]
    )
    #expect(told.allSatisfy { $0.clientID == SampleProgram.clientID })
    #expect(lines.filter { $0.entity == .list(.grants) }.map(\.revision) == [1, 2])
    #expect(!String(decoding: bench.bytes("audit/2026-03-01.log"), as: UTF8.self).contains("hall"))
  }
}
