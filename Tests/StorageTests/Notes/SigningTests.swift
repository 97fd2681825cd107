import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `Signing a note` {
  private let bench: Bench
  private let now = SampleProgram.at("16:25:00")
  private let file = "clients/cl_000000000001/notes/\(SampleProgram.noteID).plist"

  init() throws { bench = try Bench() }

  @Test func `writes it once, lists it, and takes the draft away`() throws {
    let writer = try bench.folder.openDraft(SampleProgram.draft(), at: now)
    bench.data.drafts[.note(SampleProgram.noteID)] = writer.draft
    let note = SampleProgram.note()
    let entry = try bench.folder.sign(note, in: &bench.data, writer: writer)
    #expect(entry == NoteEntry(NoteRecord(note: note)))
    #expect(bench.data.drafts.isEmpty)
    #expect(bench.data.notes == [note.id: entry])
    var status = stat()
    #expect(stat(bench.path(file), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o400)
    #expect(bench.folder.readDrafts(of: SampleProgram.staffID).drafts.isEmpty)
    let other = try bench.other()
    #expect(other.data.notes == bench.data.notes)
    #expect(try other.folder.note(note.id, of: note.clientID) == NoteRecord(note: note))
    #expect(other.folder.check().problems == [])
  }

  @Test func `keeps all that happens to it, in the order of its chain`() throws {
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    var record = NoteRecord(note: SampleProgram.note())
    for event in SampleProgram.events() {
      record.events.append(event)
      let entry = try bench.folder.add(event, in: &bench.data)
      #expect(entry.status == record.status)
      #expect(try bench.other().data.notes[entry.id] == entry)
    }
    try bench.folder.sign(SampleProgram.otherNote(), in: &bench.data)
    let (records, problems) = bench.folder.notes(of: SampleProgram.clientID)
    #expect(problems == [])
    #expect(records == [record, NoteRecord(note: SampleProgram.otherNote())])
    let links = bench.folder.readNotes(of: SampleProgram.clientID).links.map(\.link)
    #expect(links.map(\.number) == Array(1...8))
    #expect(links.dropFirst().map(\.previous) == links.dropLast().map(\.hash))
    #expect(bench.folder.check().problems == [])
  }

  @Test func `can be cut off at any step, and done once more`() throws {
    var steps: [DiskStep] = []
    bench.folder.disk.interrupt = { step in
      steps.append(step)
      return nil
    }
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    #expect(steps.count > 15)
    for failing in steps.indices {
      let bench = try Bench()
      do { _ = try bench.folder.openDraft(SampleProgram.draft(), at: now) }
      var count = -1
      bench.folder.disk.interrupt = { step in
        if case .lock(let path) = step, path.hasSuffix(".draft") { return nil }
        count += 1
        return count >= failing ? EIO : nil
      }
      do {
        try bench.folder.sign(SampleProgram.note(), in: &bench.data)
        #expect(failing >= count)
        continue
      } catch {}
      let other = try bench.other()
      let (drafts, problems) = other.folder.readDrafts(of: SampleProgram.staffID)
      let isListed = other.data.notes[SampleProgram.noteID] != nil
      #expect(problems == [])
      #expect(isListed || !drafts.isEmpty, "\(steps[failing])")
      let found = other.folder.verifyNotes()
      #expect(found.allSatisfy { $0.kind == "leftover" && isListed }, "\(failing): \(found)")
      var data = other.data
      try other.folder.sign(SampleProgram.note(), in: &data)
      #expect(other.folder.check().problems == [], "\(steps[failing])")
      #expect(try bench.other().data.notes.count == 1)
    }
  }

  @Test func `isn't done twice with another text`() throws {
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    #expect(throws: StorageError.alreadySigned(file)) {
      try bench.folder.sign(SampleProgram.note("Other."), in: &bench.data)
    }
    #expect(throws: StorageError.changedByOthers(String(file.dropLast(6)) + ".2.plist")) {
      try bench.folder.add(SampleProgram.events()[1], in: &bench.data)
    }
    #expect(bench.folder.readNotes(of: SampleProgram.clientID).links.count == 1)
  }

  @Test func `waits for whoever is writing the draft`() throws {
    let other = try bench.other()
    let writer = try other.folder.openDraft(SampleProgram.draft(), at: now)
    #expect(throws: StorageError.inUse("locks/\(SampleProgram.noteID).draft")) {
      try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    }
    #expect(writer.draft == SampleProgram.draft())
    #expect(bench.folder.readNotes(of: SampleProgram.clientID).links.isEmpty)
  }

  @Test func `doesn't believe a damaged list`() throws {
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    let list = "days/2026-03-11/notes.plist"
    TestFile.write(bench.bytes(list).dropLast(), to: bench.path(list))
    var other = try bench.other()
    #expect(other.data.notes == bench.data.notes)
    #expect(other.data.problems.map(\.record) == [list])
    try other.folder.sign(SampleProgram.otherNote(), in: &other.data)
    #expect(try bench.other().data.notes.count == 2)
    #expect(try other.folder.quarantined().count == 1)
  }

  @Test func `makes the lists anew from the notes`() throws {
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    remove(bench.path("days/2026-03-11/notes.plist"))
    #expect(bench.folder.check().problems.map(\.kind) == ["reference"])
    #expect(try bench.folder.rebuildNoteLists(at: now) == 1)
    #expect(try bench.folder.rebuildNoteLists(at: now) == 0)
    #expect(try bench.other().data.notes == bench.data.notes)
    #expect(bench.folder.check().problems == [])
  }

  @Test func `shows a journal beside a signed note as recovered text`() throws {
    try bench.folder.sign(SampleProgram.note(), in: &bench.data)
    _ = try bench.folder.openDraft(SampleProgram.draft(), at: now)
    let problems = bench.folder.check().problems
    #expect(problems.map(\.kind) == ["leftover"])
    #expect(problems.first?.what.contains("\(SampleProgram.noteID) of C01 is signed") == true)
  }

  @Test func `adds notes of an import to the chains that are there`() throws {
    try bench.folder.sign(SampleProgram.otherNote(), in: &bench.data)
    var snapshot = ProgramSnapshot(program: bench.folder.program)
    snapshot.notes = [
      NoteRecord(note: SampleProgram.note()), NoteRecord(note: SampleProgram.otherNote()),
    ]
    snapshot.drafts = [SampleProgram.sharedDraft()]
    try bench.folder.add(snapshot, durable: false, at: now)
    #expect(bench.folder.check().problems == [])
    #expect(try bench.other().data.notes.count == 2)
    #expect(bench.folder.readDrafts(of: SampleProgram.staffID).drafts.count == 1)
    try bench.folder.add(snapshot, durable: false, at: now)
    #expect(bench.folder.readNotes(of: SampleProgram.clientID).links.count == 2)
  }
}
