import Domain
import Testing

@testable import Storage

/// Journals that somebody made to keep the program busy; each would take hours, read piece by piece.
@Suite(.timeLimit(.minutes(2))) struct `A journal made to harm` {
  private let document = SampleProgram.draft().document
  private let size = 2 * 1_048_576

  /// Heads one behind the other, each of which claims all the rest as its body.
  private func heads(_ head: (_ rest: Int) -> [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    let length = head(0).count
    let whole = size / length * length
    while bytes.count < whole { bytes += head(whole - bytes.count - length) }
    return bytes
  }

  @Test func `of heads that claim all the rest is given up`() throws {
    var pen = JournalPen()
    let draft = SampleProgram.draft()
    try pen.add(draft, at: SoundProgram.now)
    let fake = heads { rest in
      var head = JournalBytes()
      head.add(raw: JournalRecord.magic)
      head.add(JournalRecordKind.step.rawValue)
      head.add(Int64(rest))
      head.add(raw: [UInt8](repeating: 7, count: 40))
      return head.bytes
    }
    let reading = JournalReading(Journal.preamble(document) + pen.bytes + fake, of: document)
    #expect(reading.draft == draft)
    #expect(reading.isDamaged)
  }

  @Test func `of sealed heads that claim all the rest is given up`() throws {
    let bench = try SealedBench()
    let path = "drafts/\(SampleProgram.staffID)/\(SampleProgram.noteID).journal"
    try bench.folder.openDraft(SampleProgram.draft(), at: SoundProgram.now).leave(
      at: SoundProgram.now
    )
    let whole = bench.bytes(path)
    let key = Array(whole.dropFirst(SealedJournal.preamble.count + 4).prefix(KeyRing.idLength))
    let fake = heads { rest in
      var head = JournalBytes()
      head.add(raw: [0xF5, 0x43, 0x53, 0x31])
      head.add(raw: key)
      head.add(Int64(rest))
      head.add(raw: [UInt8](repeating: 7, count: SealedBytes.nonceLength))
      return head.bytes
    }
    bench.write(whole + fake, to: path)
    let found = try bench.logIn().readDrafts(of: SampleProgram.staffID).drafts
    #expect(found.map(\.draft) == [SampleProgram.draft()])
    #expect(found.first?.isDamaged == true)
  }

  @Test func `of thousands of texts that follow no other keeps the first and some`() throws {
    var bytes = Journal.preamble(document)
    var draft = SampleProgram.draft()
    for number in 0..<4_000 {
      draft.content.setText("text \(number)", of: "plan")
      let after = number == 0 ? JournalSum.none : JournalSum(of: [1], bytes[..<4])
      let record = JournalRecord(
        .whole,
        at: SoundProgram.now,
        after: after,
        body: try Journal.body(draft)
      )
      bytes += record.bytes
    }
    let reading = JournalReading(bytes, of: document)
    #expect(reading.draft?.content.text("plan") == "text 0")
    #expect((500...1_000).contains(reading.aside.count))
    #expect(reading.isDamaged)
  }

  @Test func `of steps that move a long text again and again is given up`() throws {
    var draft = SampleProgram.draft(NoteContent())
    draft.content.setText(String(repeating: "x", count: 4_000_000), of: "plan")
    var pen = JournalPen()
    try pen.add(draft, at: SoundProgram.now)
    let step = DraftStep.edit(part: "plan", offset: 0, removed: 0, inserted: "y")
    for _ in 0..<60_000 { pen.add(.step, at: SoundProgram.now, body: step.journalBody) }
    let reading = JournalReading(Journal.preamble(document) + pen.bytes, of: document)
    let text = try #require(reading.draft?.content.text("plan"))
    #expect(text.utf8.prefix(1_000).allSatisfy { $0 == UInt8(ascii: "y") })
    #expect(reading.isDamaged)
  }

  @Test func `isn't a long one: it lies in several pieces, and is read back whole`() throws {
    let bench = try SealedBench()
    let writer = try bench.folder.openDraft(
      SampleProgram.draft(NoteContent()),
      at: SoundProgram.now
    )
    let word = String(repeating: "a long text without an end, ", count: 20_000)
    let steps = (0..<6).map {
      DraftStep.edit(part: "plan", offset: $0 * word.utf8.count, removed: 0, inserted: word)
    }
    try writer.append(steps, at: SoundProgram.now)
    try writer.leave(at: SoundProgram.now)
    let path = "drafts/\(SampleProgram.staffID)/\(SampleProgram.noteID).journal"
    let bytes = bench.bytes(path)
    let starts = bytes.indices.filter { bytes[$0...].starts(with: [0xF5, 0x43, 0x53, 0x31]) }
    #expect(starts.count >= 5)
    let found = try bench.logIn().readDrafts(of: SampleProgram.staffID).drafts
    #expect(
      found.first?.draft.content.text("plan") == String(repeating: word, count: 6)
    )
    #expect(found.first?.isDamaged == false)
  }
}
