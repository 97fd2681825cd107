import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `Renewing the key of a sealed program` {
  private static func bench() throws -> SealedBench {
    let bench = try SealedBench()
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    try bench.folder.setPIN("48151623", for: SampleProgram.staffID, at: SoundProgram.now)
    let writer = try bench.folder.openDraft(SampleProgram.sharedDraft(), at: SoundProgram.now)
    try writer.leave(at: SoundProgram.now)
    return bench
  }

  /// Seals everything anew, or as far as it gets.
  private func renew(_ folder: DataFolder) throws(StorageError) -> Renewal {
    let renewal = try folder.renewal()
    while try renewal.step() {}
    return renewal
  }

  /// The ids of the keys that the folder's files are under.
  private func keys(of bench: SealedBench) -> Set<String> {
    var keys: Set<String> = []
    let mark = "<key>key</key>\n\t<string>"
    for file in TestFile.all(in: bench.temporary.path) {
      let bytes = TestFile.read(bench.path(file))
      if file.hasSuffix(".journal") { keys.formUnion(SealedJournal.keys(of: bytes)) }
      let text = String(decoding: bytes, as: UTF8.self)
      if let found = text.firstRange(of: mark) {
        keys.insert(String(text[found.upperBound...].prefix(KeyRing.idLength)))
      }
    }
    return keys
  }

  @Test func `seals every file anew, and changes nothing in any`() throws {
    let bench = try Self.bench()
    let before = bench.folder.readAll().0
    let old = keys(of: bench)
    let renewal = try renew(bench.folder)
    #expect(renewal.done == renewal.all)
    #expect(renewal.inUse.isEmpty && renewal.unusable.isEmpty)
    let new = keys(of: bench)
    #expect(old.count == 1 && new.count == 1 && old != new)
    let other = try bench.logIn()
    #expect(!other.isRenewing)
    #expect(other.readAll().0 == before)
    #expect(other.check().problems == [])
    #expect(try other.checkPIN("48151623", for: SampleProgram.staffID))
    var facts = stat()
    let note = "clients/\(SampleProgram.clientID)/notes/\(SampleProgram.noteID).plist"
    #expect(stat(bench.path(bench.onDisk(note)), &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o400)
    try bench.mark(.present, order: 200)
  }

  @Test func `can be cut off at any step, and is brought to its end by the next`() throws {
    var steps = 0
    let first = try Self.bench()
    let before = first.folder.readAll().0
    first.folder.disk.interrupt = { _ in
      steps += 1
      return nil
    }
    _ = try renew(first.folder)
    #expect(steps > 50)
    // Brought to its end, it is as sound as before, and can be renewed once more.
    for failing in 0..<steps {
      var step = 0
      let disk = Disk()
      let cut = try first.logIn(disk: disk)
      disk.interrupt = { _ in
        step += 1
        return step > failing ? EIO : nil
      }
      #expect(throws: StorageError.self, "step \(failing)") { try renew(cut) }
      let again = try first.logIn()
      #expect(again.readAll().0 == before, "step \(failing)")
      _ = try renew(again)
      #expect(keys(of: first).count == 1, "step \(failing)")
    }
    #expect(try first.logIn().check().problems == [])
  }

  @Test func `leaves another window working, which writes under the new key`() throws {
    let bench = try Self.bench()
    let other = try bench.logIn()
    _ = try renew(other)
    var data = bench.data
    #expect(throws: StorageError.self) { try bench.mark(.present, order: 200) }
    try bench.folder.reload(.session(SoundProgram.liveID), into: &data)
    bench.data = data
    try bench.mark(.present, order: 201)
    #expect(keys(of: bench).count == 1)
    #expect(other.check().problems == [])
  }

  @Test func `waits for a text that is being written`() throws {
    let bench = try Self.bench()
    let writer = try bench.folder.openDraft(SampleProgram.sharedDraft(), at: SoundProgram.now)
    let other = try bench.logIn()
    #expect(try renew(other).inUse.count == 1)
    #expect(try bench.logIn().isRenewing)
    let typed = DraftStep.edit(part: "topic", offset: 0, removed: 0, inserted: "still ")
    try writer.append([typed], at: SoundProgram.now)
    #expect(keys(of: bench).count == 2)
    let text = writer.draft
    try writer.leave(at: SoundProgram.now)
    let held = try bench.logIn().draft(text.document, of: text.authorID)
    #expect(held?.draft == text)
  }

  @Test func `shuts out who was removed, also with the old record put back`() throws {
    let bench = try Self.bench()
    let other = Staff(id: SampleProgram.otherStaffID, code: "MQ", name: "Marisol Quillfeather")
    try bench.folder.setPassphrase(
      "another good passphrase",
      for: other,
      stretching: SealedBench.stretching
    )
    let record = bench.bytes(Layout.access)
    try bench.folder.removeAccess(of: other.id)
    _ = try renew(bench.folder)
    bench.write(record, to: Layout.access)
    #expect(throws: StorageError.self) { try bench.logIn("MQ", "another good passphrase") }
  }
  @Test func `that comes while somebody logs in is known to them`() throws {
    let bench = try Self.bench()
    let locked = try #require(try LockedFolder.open(at: bench.temporary.path))
    let (record, stamp) = try locked.readAccess()
    let opened = try #require(
      try Access.opened(
        record,
        of: bench.data.program.id,
        code: "tb",
        passphrase: SealedBench.passphrase
      )
    )
    // The passphrase takes its time; meanwhile everything is sealed anew.
    _ = try renew(bench.folder)
    let late = try locked.unlocked(opened.access, by: opened.holder.staff, readAt: stamp)
    let event = AuditEvent(
      at: SoundProgram.now,
      by: late.loggedIn,
      action: .known(.login),
      entity: .program
    )
    late.audit([event])
    #expect(late.readAll().1 == [])
    #expect(try bench.logIn().check().problems == [])
  }

  @Test func `leaves the audit log to those who still have a way in`() throws {
    let bench = try Self.bench()
    let other = Staff(id: SampleProgram.otherStaffID, code: "MQ", name: "Marisol Quillfeather")
    let passphrase = "another good passphrase"
    try bench.folder.setPassphrase(passphrase, for: other, stretching: SealedBench.stretching)
    let window = try bench.logIn("MQ", passphrase)
    #expect(!window.isShutOut)
    let event = AuditEvent(
      at: SoundProgram.now,
      by: other.id,
      action: .known(.viewNote),
      entity: .program
    )
    window.audit([event])
    try bench.folder.removeAccess(of: other.id)
    _ = try renew(bench.folder)
    #expect(window.isShutOut)
    window.audit([event])
    #expect(window.auditProblem != nil)
    #expect(try bench.logIn().check().problems == [])
    #expect(!bench.folder.isShutOut)
    // A record that nobody with a key wrote takes no way in away.
    let sound = bench.bytes(Layout.access)
    bench.write(sound.dropLast(9), to: Layout.access)
    #expect(!bench.folder.isShutOut)
  }
}
