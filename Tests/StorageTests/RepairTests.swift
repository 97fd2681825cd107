import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `Repairing` {
  private let bench: Bench
  private let place = TemporaryFolder()
  private var archive: String { place.path + "/kept.tar.gz" }

  init() throws { bench = try Bench() }

  private func mend(_ work: RepairWork) throws -> [String?] {
    try work.repairs.map { try work.mend($0, at: SoundProgram.now).kept }
  }

  @Test func `has nothing to do in a sound folder, and leaves it alone`() throws {
    let before = TestFile.all(in: bench.temporary.path)
    let work = bench.folder.repairs()
    work.close()
    #expect(work.repairs == [] && work.unmended == [])
    #expect(TestFile.all(in: bench.temporary.path).filter { !$0.hasPrefix("locks/") } == before)
  }

  @Test func `brings a damaged record back from the last backup, and keeps the damaged one`() throws
  {
    try bench.mark(.noShow)
    try bench.save()
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    let sound = bench.bytes()
    let damaged = Array(sound.dropLast(3))
    TestFile.write(damaged, to: bench.path(Bench.livePath))
    let work = try bench.other().folder.repairs()
    defer { work.close() }
    #expect(work.unmended == [])
    let repair = try #require(work.repairs.first)
    #expect(repair.record == Bench.livePath)
    #expect(repair.what.hasSuffix("is damaged: its checksum doesn't fit."))
    #expect(
      repair.offer.hasPrefix(
        "revision 2 of 2026-03-11T14:52:00Z, in the backup of 2026-03-11T14:52:00Z ("
      ),
      "\(repair.offer)"
    )
    #expect(bench.bytes() == damaged)
    let kept = try #require(try mend(work).first ?? nil)
    #expect(bench.bytes() == sound)
    #expect(bench.bytes(kept) == damaged)
    work.close()
    #expect(bench.folder.check().problems == [])
    #expect(TestFile.names(in: bench.path("backups")) == ["last"])
    // What was meant for a folder of before isn't done twice.
    #expect(throws: StorageError.repairPassed(Bench.livePath)) { try mend(work) }
  }

  @Test func `brings back a record that others name, and that is gone`() throws {
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    let path = "clients/\(SampleProgram.clientID)/client.plist"
    let bytes = bench.bytes(path)
    unlink(bench.path(path))
    let work = bench.folder.repairs()
    #expect(Set(work.repairs.map(\.record)) == [path])
    _ = try work.mend(#require(work.repairs.first), at: SoundProgram.now)
    work.close()
    #expect(bench.bytes(path) == bytes)
    #expect(bench.folder.check().problems == [])
  }

  @Test func `without a backup says so, and changes nothing`() throws {
    let damaged = Array(bench.bytes().dropLast(3))
    TestFile.write(damaged, to: bench.path(Bench.livePath))
    let work = bench.folder.repairs()
    work.close()
    #expect(work.repairs == [])
    #expect(work.unmended.map(\.problem.record) == [Bench.livePath])
    #expect(
      work.unmended.first?.lastGood == "No backup is known in which it could be looked for."
    )
    #expect(bench.bytes() == damaged)
  }

  @Test func `says of what isn't mended where the last good version is`() throws {
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    // The end of the chain is there to notice that something is older: no older one takes its place.
    let path = RecordPlace.chain(of: SampleProgram.clientID).path
    TestFile.write(bench.bytes(path).dropLast(), to: bench.path(path))
    let work = bench.folder.repairs()
    work.close()
    #expect(work.repairs == [])
    let rest = try #require(work.unmended.first { $0.problem.record == path })
    #expect(rest.lastGood?.hasPrefix("The last good version known: revision 1 of ") == true)
    #expect(rest.lastGood?.hasSuffix("kept.tar.gz).") == true)
  }

  @Test func `puts a sound file back out of quarantine, where nothing took its place`() throws {
    let bytes = bench.bytes()
    let kept = try bench.folder.quarantine(file: Bench.livePath)
    let work = bench.folder.repairs()
    defer { work.close() }
    #expect(work.repairs.map(\.record) == [Bench.livePath])
    #expect(try mend(work) == [kept])
    #expect(bench.bytes() == bytes)
    #expect(bench.bytes(kept) == bytes)
    #expect(bench.folder.repairs().repairs == [])
  }

  @Test func `leaves in quarantine what is damaged or whose place is taken`() throws {
    let bytes = bench.bytes()
    TestFile.write(bytes.dropLast(), to: bench.path(Bench.livePath))
    let kept = try bench.folder.quarantine(file: Bench.livePath)
    let work = bench.folder.repairs()
    work.close()
    #expect(work.repairs == [])
    #expect(work.unmended.map(\.problem.record) == [kept])
    TestFile.write(bytes, to: bench.path(Bench.livePath))
    chmod(bench.path(Bench.livePath), 0o600)
    let again = bench.folder.repairs()
    again.close()
    #expect(again.unmended == [] && again.repairs == [])
  }

  @Test func `writes a sound journal for a torn one, and keeps that`() throws {
    let path = try draft(leaving: true)
    let torn = Array(bench.bytes(path).dropLast(7))
    TestFile.write(torn + [1, 2, 3], to: bench.path(path))
    let work = bench.folder.repairs()
    defer { work.close() }
    #expect(work.repairs.map(\.record) == [path], "\(work.unmended)")
    let kept = try #require(try mend(work).first ?? nil)
    #expect(kept == String(path.dropLast(8)) + ".1.aside")
    #expect(bench.bytes(kept) == torn + [1, 2, 3])
    let (drafts, problems) = bench.folder.readDrafts(of: SampleProgram.staffID)
    #expect(problems == [])
    #expect(drafts.map(\.isDamaged) == [false])
    #expect(drafts.first?.draft.content.texts["topic"] == "Cravings still")
    #expect(bench.folder.check().problems == [])
  }

  @Test func `leaves a torn journal to whoever is writing it`() throws {
    let path = try draft(leaving: true)
    TestFile.write(bench.bytes(path).dropLast(7), to: bench.path(path))
    let work = bench.folder.repairs()
    defer { work.close() }
    let lock = try bench.folder.lockDraft(.shared(SampleProgram.sessionID))
    #expect(throws: StorageError.inUse("locks/\(SampleProgram.sessionID).draft")) {
      try mend(work)
    }
    withExtendedLifetime(lock) {}
  }

  @Test func `takes a text that is signed out of the drafts, and keeps it`() throws {
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    _ = try bench.folder.openDraft(SampleProgram.draft(), at: SoundProgram.now)
    let path = Layout.draftFolder(SampleProgram.staffID) + "/\(SampleProgram.noteID).journal"
    let bytes = bench.bytes(path)
    let work = bench.folder.repairs()
    defer { work.close() }
    #expect(work.repairs.map(\.record) == [path])
    let kept = try #require(try mend(work).first ?? nil)
    #expect(bench.bytes(kept) == bytes)
    #expect(bench.folder.readDrafts(of: SampleProgram.staffID).drafts.isEmpty)
    #expect(bench.folder.check().problems == [])
  }

  @Test(arguments: [true, false])
  func `makes a day's list of notes anew`(isDamaged: Bool) throws {
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    let path = "days/2026-03-11/notes.plist"
    let list = bench.bytes(path)
    if isDamaged {
      TestFile.write(list.dropLast(), to: bench.path(path))
    } else {
      unlink(bench.path(path))
    }
    let work = bench.folder.repairs()
    defer { work.close() }
    #expect(work.repairs.map(\.record) == [path])
    let kept = try mend(work).first ?? nil
    #expect((kept != nil) == isDamaged)
    if let kept { #expect(bench.bytes(kept) == Array(list.dropLast())) }
    #expect(bench.folder.check().problems == [])
  }

  @Test func `never takes a note out of a list because its file is gone`() throws {
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    let path = "clients/\(SampleProgram.clientID)/notes/\(SampleProgram.noteID).plist"
    let note = bench.bytes(path)
    unlink(bench.path(path))
    let work = bench.folder.repairs()
    defer { work.close() }
    #expect(work.repairs.map(\.record) == [path])
    _ = try mend(work)
    #expect(bench.bytes(path) == note)
    var facts = stat()
    #expect(stat(bench.path(path), &facts) == 0 && facts.st_mode & 0o777 == 0o400)
    work.close()
    #expect(bench.folder.check().problems == [])
  }

  @Test func `gives files and folders back to their owner alone`() throws {
    chmod(bench.path("days"), 0o755)
    chmod(bench.path("program.plist"), 0o644)
    chmod(bench.temporary.path, 0o755)
    let work = bench.folder.repairs()
    work.close()
    #expect(work.repairs.map(\.record) == [".", "days", "program.plist"])
    #expect(try mend(work) == [nil, nil, nil])
    #expect(bench.folder.check().problems == [])
  }

  @Test func `does the same in a sealed folder`() throws {
    let bench = try SealedBench()
    try bench.mark(.noShow, order: 1)
    _ = try bench.folder.backUp(to: archive, at: SoundProgram.now)
    let bytes = bench.bytes(SealedBench.livePath)
    bench.write(bytes.dropLast(9), to: SealedBench.livePath)
    let rooms = bench.bytes(Layout.rooms)
    let kept = try bench.folder.quarantine(file: Layout.rooms)
    let staff = RecordPlace.staff(SampleProgram.otherStaffID).path
    let keptStaff = try bench.folder.quarantine(file: staff)
    let work = try bench.logIn().repairs()
    defer { work.close() }
    #expect(Set(work.repairs.map(\.record)) == [SealedBench.livePath, Layout.rooms, staff])
    for repair in work.repairs { _ = try work.mend(repair, at: SoundProgram.now) }
    #expect(bench.bytes(SealedBench.livePath) == bytes)
    #expect(bench.bytes(Layout.rooms) == rooms)
    #expect(TestFile.read(bench.path(kept)) == rooms)
    #expect(!keptStaff.contains("st_"))
    work.close()
    #expect(try bench.logIn().check().problems == [])
  }

  /// A draft with one step behind its whole text, and where its journal lies.
  private func draft(leaving isLeft: Bool) throws -> String {
    let writer = try bench.folder.openDraft(SampleProgram.sharedDraft(), at: SoundProgram.now)
    let typed = DraftStep.edit(part: "topic", offset: 8, removed: 0, inserted: " still")
    try writer.append([typed], at: SoundProgram.now)
    if isLeft { try writer.leave(at: SoundProgram.now) }
    return Layout.draftFolder(SampleProgram.staffID) + "/\(SampleProgram.sessionID).journal"
  }
}
