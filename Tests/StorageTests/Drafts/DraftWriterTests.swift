import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `Writing a draft` {
  private let bench: Bench
  private let draft = SampleProgram.draft()
  private let now = SampleProgram.at("16:25:00")

  init() throws { bench = try Bench() }

  private var path: String { "drafts/\(SampleProgram.staffID)/\(SampleProgram.noteID).journal" }

  private func typed(_ text: String, at offset: Int = 0) -> DraftStep {
    .edit(part: "plan", offset: offset, removed: 0, inserted: text)
  }

  private func read() throws -> StoredDraft {
    let (drafts, problems) = bench.folder.readDrafts(of: SampleProgram.staffID)
    #expect(problems == [])
    return try #require(drafts.first)
  }

  @Test func `gives back every step, every version, and how it was left`() throws {
    let writer = try bench.folder.openDraft(draft, at: now)
    try writer.append([typed("a"), typed("b")], at: now)
    var version = writer.draft
    version.content.setText("", of: "plan")
    try writer.whole(version, at: now.adding(seconds: 60), asVersion: true)
    try writer.append([typed("c")], at: now.adding(seconds: 61))
    var found = try read()
    #expect(found.draft.content.text("plan") == "c")
    #expect(
      found.versions == [DraftVersion(number: 1, at: now.adding(seconds: 60), draft: version)]
    )
    #expect(found.lastWriteAt == now.adding(seconds: 61))
    #expect(!found.wasLeft)
    try writer.leave(at: now.adding(seconds: 62))
    found = try read()
    #expect(found.wasLeft)
    #expect(!found.isDamaged)
    #expect(bench.folder.check().problems == [])
  }

  @Test func `put aside it is no draft, and can be brought back to the letter`() throws {
    let writer = try bench.folder.openDraft(draft, at: now)
    try writer.append([typed("mistaken ")], at: now)
    let staff = SampleProgram.staffID
    #expect(throws: StorageError.self) {
      try bench.other().folder.putAside(draft.document, of: staff)
    }
    try bench.folder.putAside(draft.document, of: staff, writer: writer)
    #expect(bench.folder.readDrafts(of: staff).drafts.isEmpty)
    #expect(bench.folder.check().problems == [])
    let next = try bench.other()
    #expect(throws: StorageError.self) {
      try next.folder.bringBack(draft.document, of: staff, at: now)
    }
    withExtendedLifetime(writer) {}
  }

  @Test func `what was put aside comes back, unless it was begun again`() throws {
    let staff = SampleProgram.staffID
    do {
      let writer = try bench.folder.openDraft(draft, at: now)
      try writer.append([typed("mistaken ")], at: now)
    }
    try bench.folder.putAside(draft.document, of: staff)
    #expect(try bench.folder.bringBack(draft.document, of: staff, at: now))
    #expect(try read().draft.content.text("plan").hasPrefix("mistaken "))
    #expect(try !bench.folder.bringBack(draft.document, of: staff, at: now))
    try bench.folder.putAside(draft.document, of: staff)
    do { _ = try bench.folder.openDraft(SampleProgram.draft(NoteContent()), at: now) }
    #expect(try !bench.folder.bringBack(draft.document, of: staff, at: now))
    // Another one put aside doesn't replace the first.
    try bench.folder.putAside(draft.document, of: staff)
    #expect(try bench.folder.bringBack(draft.document, of: staff, at: now))
    #expect(try !read().draft.content.text("plan").hasPrefix("mistaken "))
  }

  @Test func `goes on where it was left`() throws {
    do {
      let writer = try bench.folder.openDraft(draft, at: now)
      try writer.append([typed("first ")], at: now)
      try writer.whole(writer.draft, at: now, asVersion: true)
    }
    let writer = try bench.other().folder.openDraft(SampleProgram.draft(NoteContent()), at: now)
    #expect(writer.stored.draft.content.text("plan") == "first Say “no”")
    try writer.append([typed("second ")], at: now)
    try writer.whole(writer.draft, at: now, asVersion: true)
    #expect(try read().versions.map(\.number) == [1, 2])
    #expect(try read().draft.content.text("plan") == "second first Say “no”")
  }

  @Test func `is for one window at a time, and leaves the session's marks alone`() throws {
    var writer: DraftWriter? = try bench.folder.openDraft(SampleProgram.sharedDraft(), at: now)
    let other = try bench.other()
    #expect(throws: StorageError.inUse("locks/\(SoundProgram.liveID).draft")) {
      try other.folder.openDraft(SampleProgram.sharedDraft(), at: now)
    }
    try bench.mark(.noShow)
    try bench.save()
    #expect(writer?.document == .shared(SoundProgram.liveID))
    writer = nil
    _ = try other.folder.openDraft(SampleProgram.sharedDraft(), at: now)
  }

  @Test func `notices that somebody else wrote into it, or took it away`() throws {
    let writer = try bench.folder.openDraft(draft, at: now)
    let bytes = bench.bytes(path)
    TestFile.write(bytes + [1], to: bench.path(path))
    #expect(throws: StorageError.changedUnderneath(path)) {
      try writer.append([typed("x")], at: now)
    }
    TestFile.write(bytes, to: bench.path(path) + "2")
    #expect(rename(bench.path(path) + "2", bench.path(path)) == 0)
    #expect(throws: StorageError.changedUnderneath(path)) {
      try writer.append([typed("x")], at: now)
    }
    #expect(remove(bench.path(path)) == 0)
    #expect(throws: StorageError.changedUnderneath(path)) {
      try writer.append([typed("x")], at: now)
    }
    #expect(writer.draft == draft)
  }

  @Test func `keeps another text beside its own, neither in place of the other`() throws {
    var other = draft
    other.content.setText("mine", of: "plan")
    do {
      let writer = try bench.folder.openDraft(draft, at: now)
      try writer.keepBoth(other, at: now)
      #expect(writer.draft == draft)
      #expect(writer.versions.map(\.draft) == [draft, other])
      try writer.append([typed("more ")], at: now)
    }
    let found = try read()
    #expect(found.draft.content.text("plan") == "more " + draft.content.text("plan"))
    #expect(found.versions.map(\.draft) == [draft, other])
    #expect(found.versions.map(\.number) == [1, 2])
    #expect(!found.isDamaged)
  }

  @Test func `cut off while it keeps another text still has both`() throws {
    var other = draft
    other.content.setText("mine", of: "plan")
    let writer = try bench.folder.openDraft(draft, at: now)
    let before = bench.bytes(path).count
    try writer.keepBoth(other, at: now)
    let bytes = bench.bytes(path)
    for end in before...bytes.count {
      let reading = JournalReading(Array(bytes[..<end]), of: draft.document)
      let texts = [reading.draft].compactMap(\.self) + reading.versions.map(\.draft)
      #expect(texts.contains(draft))
      if reading.draft == other { #expect(reading.versions.first?.draft == draft) }
    }
  }

  @Test(arguments: NoteSupplement.allCases)
  func `about a signed note has a name of its own`(supplement: NoteSupplement) throws {
    let document = NoteDocument.supplement(SampleProgram.noteID, supplement)
    var words = SampleProgram.draft(NoteContent())
    words.document = document
    let writer = try bench.folder.openDraft(words, at: now)
    try writer.append([.edit(part: "text", offset: 0, removed: 0, inserted: "called")], at: now)
    #expect(bench.folder.isFree(document) == false)
    #expect(bench.folder.isFree(draft.document))
    let found = try #require(bench.folder.draft(document, of: SampleProgram.staffID))
    #expect(found.draft.document == document)
    #expect(found.draft.content.text("text") == "called")
    #expect(bench.folder.check().problems == [])
    try bench.folder.removeDraft(document, of: SampleProgram.staffID, writer: writer)
    #expect(bench.folder.draft(document, of: SampleProgram.staffID) == nil)
  }

  @Test(arguments: [ENOSPC, EIO], [false, true])
  func `that fails loses nothing, and is done once more`(code: Int32, isWritten: Bool) throws {
    let writer = try bench.folder.openDraft(draft, at: now)
    try writer.append([typed("kept ")], at: now)
    let path = path
    bench.folder.disk.interrupt = { step in
      step == (isWritten ? .syncFile(path) : .write(path)) ? code : nil
    }
    #expect(throws: StorageError.self) { try writer.append([typed("lost ")], at: now) }
    #expect(writer.draft.content.text("plan") == "kept Say “no”")
    #expect(try read().draft.content.text("plan").hasSuffix("kept Say “no”"))
    bench.folder.disk.interrupt = nil
    try writer.append([typed("again ", at: 5)], at: now)
    #expect(try read().draft.content.text("plan") == "kept again Say “no”")
    #expect(try !read().isDamaged)
  }

  @Test(.enabled(if: getuid() == 0))
  func `on a full disk stays readable, and goes on once there is room`() throws {
    let disk = try #require(SmallDisk())
    let folder = try DataFolder.create(
      at: disk.path + "/data",
      snapshot: try SoundProgram.snapshot(),
      durable: false,
      now: SoundProgram.now
    )
    let writer = try folder.openDraft(SampleProgram.draft(NoteContent()), at: now)
    var typed = ""
    var failure: StorageError?
    let word = String(repeating: "word ", count: 500)
    while failure == nil {
      do throws(StorageError) {
        try writer.append(
          [.edit(part: "plan", offset: typed.utf8.count, removed: 0, inserted: word)],
          at: now
        )
        typed += word
      } catch {
        failure = error
      }
      try #require(typed.utf8.count < 10_000_000)
    }
    #expect(failure == .disk(.write, path: path, errno: ENOSPC))
    #expect(folder.readDrafts(of: SampleProgram.staffID).drafts[0].draft == writer.draft)
    #expect(writer.draft.content.text("plan") == typed)
    disk.makeRoom()
    let step = DraftStep.edit(part: "plan", offset: 0, removed: 0, inserted: word)
    try writer.append([step], at: now)
    let found = folder.readDrafts(of: SampleProgram.staffID).drafts[0]
    #expect(found.draft.content.text("plan") == word + typed)
    #expect(!found.isDamaged)
  }

  @Test func `writes the whole text now and then, so that little is done again`() throws {
    let writer = try bench.folder.openDraft(SampleProgram.draft(NoteContent()), at: now)
    for number in 0..<450 { try writer.append([typed("x", at: number)], at: now) }
    var wholes = 0
    var position = Journal.preamble(draft.document).count
    let bytes = bench.bytes(path)
    var spare = bytes.count
    while let record = JournalRecord(bytes, at: position, sparing: &spare) {
      if record.kind == .whole { wholes += 1 }
      position += JournalRecord.overhead + record.body.count
    }
    #expect(wholes == 3)
    #expect(try read().draft.content.text("plan") == String(repeating: "x", count: 450))
  }

  @Test func `refuses a step that doesn't fit, and takes the whole text instead`() throws {
    let writer = try bench.folder.openDraft(draft, at: now)
    let size = bench.bytes(path).count
    #expect(throws: StorageError.self) { try writer.append([typed("x", at: 999)], at: now) }
    #expect(bench.bytes(path).count == size)
    var whole = draft
    whole.content.setText("new", of: "plan")
    try writer.whole(whole, at: now, asVersion: false)
    #expect(try read().draft == whole)
  }

  @Test func `keeps a damaged journal beside the new one, byte by byte`() throws {
    do {
      let writer = try bench.folder.openDraft(draft, at: now)
      try writer.append([typed("one ")], at: now)
      var version = writer.draft
      version.content.setText("everything", of: "plan")
      try writer.whole(version, at: now, asVersion: true)
    }
    var bytes = bench.bytes(path)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("one "))
    let place = try #require(bytes.firstRange(of: Array("one ".utf8))).lowerBound
    bytes[place] ^= 1
    TestFile.write(bytes, to: bench.path(path))
    #expect(bench.folder.check().problems.map(\.kind) == ["damaged"])
    let writer = try bench.folder.openDraft(draft, at: now)
    #expect(writer.stored.isDamaged)
    #expect(writer.stored.draft == draft)
    #expect(writer.stored.aside.map { $0.draft.content.text("plan") } == ["everything"])
    let aside = path.dropLast(".journal".count) + ".1.aside"
    #expect(bench.bytes(String(aside)) == bytes)
    #expect(try read().versions.map { $0.draft.content.text("plan") } == ["everything"])
    #expect(bench.folder.check().problems == [])
  }

  @Test func `leaves a newer or a foreign journal alone`() throws {
    _ = try bench.folder.openDraft(draft, at: now)
    for text in ["caseload journal 2 \(SampleProgram.noteID)\nsomething", "hello", ""] {
      TestFile.write(text.utf8, to: bench.path(path))
      let (drafts, problems) = bench.folder.readDrafts(of: SampleProgram.staffID)
      #expect(drafts.isEmpty)
      #expect(problems.map(\.kind) == [text.hasPrefix("caseload") ? "newer" : "damaged"])
      #expect(throws: StorageError.self) { try bench.folder.openDraft(draft, at: now) }
      #expect(bench.bytes(path) == Array(text.utf8))
    }
  }
}

/// A disk of half a megabyte, with something on it that can be taken away.
private final class SmallDisk {
  private let folder = TemporaryFolder()
  var path: String { folder.path }

  init?() {
    let mounted = TestProcess.run([
      "/bin/mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder.path,
    ])
    guard mounted == 0 else { return nil }
    TestFile.write(repeatElement(0, count: 65_536), to: path + "/ballast")
  }

  func makeRoom() { remove(path + "/ballast") }

  deinit { _ = TestProcess.run(["/bin/umount", folder.path]) }
}
