import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `A client's chain of signed notes` {
  private static let notes = "clients/cl_000000000001/notes/"
  private static let note = notes + "\(SampleProgram.noteID)"
  private static let files =
    ["", ".1", ".2", ".3", ".4", ".5", ".6"].map { note + $0 + ".plist" }
    + [notes + "\(SampleProgram.otherNoteID).plist"]

  /// A folder with eight signed files of one client.
  private func bench() throws -> Bench {
    var snapshot = try SoundProgram.snapshot()
    snapshot.notes = [
      NoteRecord(note: SampleProgram.note(), events: SampleProgram.events()),
      NoteRecord(note: SampleProgram.otherNote()),
    ]
    return try Bench(snapshot)
  }

  private func change(_ path: String, _ bytes: some Collection<UInt8>) {
    chmod(path, 0o600)
    TestFile.write(bytes, to: path)
    chmod(path, 0o400)
  }

  @Test func `is sound as it was made`() throws {
    let bench = try bench()
    #expect(bench.data.notes.count == 2)
    #expect(bench.folder.check().problems == [])
  }

  @Test(arguments: files)
  func `shows one changed bit, with note and client`(file: String) throws {
    let bench = try bench()
    let bytes = bench.bytes(file)
    let id =
      file.contains("\(SampleProgram.noteID)")
      ? SampleProgram.noteID : SampleProgram.otherNoteID
    for place in stride(from: 0, to: bytes.count, by: 61) {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 7)
      change(bench.path(file), changed)
      let problems = bench.folder.verifyNotes()
      #expect(problems.contains { $0.what.contains("\(id)") && $0.what.contains("C01") })
    }
    change(bench.path(file), bytes)
    #expect(bench.folder.verifyNotes() == [])
  }

  @Test(arguments: [
    ("Named two hours", "Named six hours"), (">Cravings<", ">Recovery<"), (">90<", ">91<"),
    (">Oak<", ">Elm<"), (">Tamsin Brightwater<", ">Marisol Quillfeather<"), (">good<", ">some<"),
    ("<key>number</key>\n\t\t<integer>1<", "<key>number</key>\n\t\t<integer>2<"),
    ("16:30:00Z</date>\n\t\t\t\t<key>by", "16:31:00Z</date>\n\t\t\t\t<key>by"),
    ("changedAt</key>\n\t<date>2026-03-11T16:30", "changedAt</key>\n\t<date>2026-03-11T17:30"),
  ])
  func `shows what was changed, though the checksum fits`(old: String, new: String) throws {
    let bench = try bench()
    let file = Self.files[0]
    let bytes = bench.bytes(file)
    chmod(bench.path(file), 0o600)
    Damage.rewrite(bench.path(file), bytes, old, new)
    #expect(bench.bytes(file) != bytes)
    let problems = bench.folder.check().problems
    #expect(problems.contains { $0.what.contains("The note \(SampleProgram.noteID) of C01") })
  }

  @Test(arguments: files)
  func `shows that a file was taken away`(file: String) throws {
    let bench = try bench()
    remove(bench.path(file))
    let problems = bench.folder.verifyNotes()
    #expect(problems.contains { $0.what.contains("C01") && $0.what.contains("taken away") })
    #expect(problems.contains { $0.what.contains("nt_") })
  }

  @Test func `shows that a file was taken away, whatever the lists say`() throws {
    let bench = try bench()
    remove(bench.path(Self.files[7]))
    remove(bench.path("days/2026-03-11/notes.plist"))
    let chain = bench.folder.verifyNotes().first { $0.record.hasSuffix("chain.plist") }
    #expect(
      chain?.what.contains("of C01's signed notes") == true
        && chain?.what.contains("counts 8 signed files, and 7 are there") == true
    )
  }

  @Test func `goes on behind a gap, which stays visible`() throws {
    let bench = try bench()
    remove(bench.path(Self.files[6]))
    var data = bench.data
    var service = SampleProgram.otherNote()
    service.service = .missedDay(SampleProgram.date)
    let id = service.service.noteID(of: service.clientID) ?? NoteID("")
    let note = ProgressNote(
      id: id,
      kind: .noShow,
      clientID: service.clientID,
      service: service.service,
      format: "no-show",
      formatTitle: "No-show",
      sections: [],
      startedAt: service.startedAt,
      signature: service.signature
    )
    try bench.folder.sign(note, in: &data)
    #expect(bench.folder.readNotes(of: note.clientID).links.last?.link.number == 9)
    #expect(bench.folder.verifyNotes().contains { $0.what.contains("taken away") })
  }

  @Test func `that is one behind was cut off, and is mended by the next signing`() throws {
    let bench = try Bench()
    var data = bench.data
    try bench.folder.sign(SampleProgram.note(), in: &data)
    let head = bench.bytes("clients/cl_000000000001/chain.plist")
    try bench.folder.add(SampleProgram.events()[0], in: &data)
    TestFile.write(head, to: bench.path("clients/cl_000000000001/chain.plist"))
    #expect(bench.folder.check().problems == [])
    try bench.folder.add(SampleProgram.events()[1], in: &data)
    #expect(bench.folder.readNotes(of: SampleProgram.clientID).head?.count == 3)
    #expect(bench.folder.check().problems == [])
  }
}
