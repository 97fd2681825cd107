import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `An older copy of a record` {
  private let path = Bench.livePath

  /// What a window that begins now finds.
  private func found(_ folder: DataFolder) -> [String] {
    var data = folder.loadStanding()
    folder.loadWeek(SoundProgram.monday, into: &data)
    let comparison = RevisionComparison(folder)
    while comparison.step() {}
    return comparison.problems().map { "\($0.record): \($0.kind)" }
  }

  @Test func `is noticed at the next start and by a check`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    try bench.save()
    let old = bench.bytes()
    try bench.mark(.excused)
    try bench.save()
    #expect(found(try bench.other().folder) == [])
    TestFile.write(old, to: bench.path(path))
    let folder = try bench.other().folder
    #expect(found(folder) == ["\(path): older_copy"])
    let problem = try #require(folder.check().problems.first)
    #expect(problem.what.hasSuffix("it is revision 2, and revision 3 was saved."))
  }

  @Test func `of a sealed program is noticed too`() throws {
    let bench = try SealedBench()
    try bench.mark(.noShow, order: 101)
    let old = bench.bytes(path)
    try bench.mark(.excused, order: 102)
    #expect(found(try bench.logIn()) == [])
    bench.write(old, to: path)
    #expect(found(try bench.logIn()) == ["\(path): older_copy"])
    #expect(bench.problems(try bench.logIn()) == ["\(path): older_copy"])
  }

  @Test(arguments: ["rule-sets", "rooms", "calendar"])
  func `of a list of the program is noticed`(list: String) throws {
    let bench = try Bench()
    let path = "settings/\(list).plist"
    try changeLists(in: bench.folder, to: 8)
    let old = bench.bytes(path)
    try changeLists(in: bench.folder, to: 9)
    #expect(found(try bench.other().folder) == [])
    TestFile.write(old, to: bench.path(path))
    #expect(found(try bench.other().folder) == ["\(path): older_copy"])
  }

  @Test func `of the leaves to read more is noticed`() throws {
    let bench = try Bench()
    let path = "settings/grants.plist"
    var grant = SoundProgram.emergency()
    try bench.folder.save(grant, by: SampleProgram.staffID, at: SoundProgram.now)
    let old = bench.bytes(path)
    grant.review = Grant.Review(by: StaffID("st_000000000002"), at: SoundProgram.now)
    try bench.folder.save(grant, by: SampleProgram.staffID, at: SoundProgram.now)
    #expect(found(try bench.other().folder) == [])
    TestFile.write(old, to: bench.path(path))
    #expect(found(try bench.other().folder) == ["\(path): older_copy"])
  }

  @Test func `of the rooms is noticed by what was saved of one of them`() throws {
    let bench = try Bench()
    var event = AuditEvent(
      at: SoundProgram.now,
      by: SampleProgram.staffID,
      action: .known(.update),
      entity: .room(SampleProgram.roomID)
    )
    event.revision = 7
    bench.folder.audit([event])
    #expect(found(try bench.other().folder) == ["settings/rooms.plist: older_copy"])
  }

  private func changeLists(in folder: DataFolder, to number: Int) throws {
    var snapshot = ProgramSnapshot(program: folder.program)
    var rules = SampleProgram.ruleSet()
    rules.minGroup = number
    snapshot.ruleSets = [rules]
    snapshot.rooms = [Room(id: SampleProgram.roomID, name: "Maple", capacity: number)]
    snapshot.calendar = [
      CalendarEntry(date: SampleProgram.date, kind: .known(.closure), note: "\(number)")
    ]
    try folder.add(
      snapshot,
      durable: false,
      by: SampleProgram.staffID,
      at: SoundProgram.now,
      saying: "to \(number)"
    )
  }

  @Test func `isn't what somebody else saves in the meantime`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    try bench.save()
    let (folder, _) = try bench.other()
    try bench.mark(.excused)
    try bench.save()
    let comparison = RevisionComparison(folder)
    while comparison.step() {}
    #expect(comparison.problems() == [])
  }

  @Test func `is found among thousands of lines, a piece at a time`() throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    try bench.save()
    let old = bench.bytes()
    try bench.mark(.excused)
    try bench.save()
    let look = AuditEvent(
      at: SoundProgram.now,
      by: nil,
      action: .known(.viewChart),
      entity: .client(SampleProgram.clientID)
    )
    bench.folder.audit(Array(repeating: look, count: 1000))
    TestFile.write(old, to: bench.path(path))
    let comparison = RevisionComparison(try bench.other().folder)
    #expect(comparison.step() && comparison.step() && !comparison.step())
    #expect(comparison.problems().map(\.record) == [path])
  }

  @Test(arguments: [Bench.livePath, "settings/rooms.plist"])
  func `that is gone is told by a check`(path: String) throws {
    let bench = try Bench()
    try bench.mark(.noShow)
    try bench.save()
    try changeLists(in: bench.folder, to: 8)
    #expect(try bench.other().folder.check().problems == [])
    unlink(bench.path(path))
    let told = try bench.other().folder.check().problems.map(\.what)
    #expect(
      told.contains { $0.hasPrefix("A record is gone (") && $0.hasSuffix(" of it was saved.") },
      "\(told)"
    )
  }
}
