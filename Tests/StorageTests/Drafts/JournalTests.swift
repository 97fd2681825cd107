import Domain
import Testing

@testable import Storage

@Suite struct `A draft's journal` {
  private let document = SampleProgram.draft().document

  /// Every byte for one seed, every seventh for the others.
  @Test(arguments: 1...4)
  func `cut at any byte lacks the unfinished record at most`(seed: Int) throws {
    let journal = try RandomJournal(seed: UInt64(seed), steps: 10)
    for length in stride(from: 0, through: journal.bytes.count, by: seed == 1 ? 1 : 7) {
      let reading = JournalReading(Array(journal.bytes[..<length]), of: document)
      let whole = journal.states.last { $0.end <= length }
      #expect(reading.draft == whole?.draft, "seed \(seed), cut at \(length)")
      #expect(reading.aside.isEmpty)
      let isClean = length == whole?.end || length == Journal.preamble(document).count
      #expect(reading.isDamaged != isClean, "seed \(seed), cut at \(length)")
    }
  }

  @Test(arguments: 1...4)
  func `with a flipped bit joins nothing that is wrong, and loses nothing that is whole`(
    seed: Int
  ) throws {
    let journal = try RandomJournal(seed: UInt64(seed), steps: 10)
    let states = journal.states
    for place in stride(from: 0, to: journal.bytes.count, by: seed == 1 ? 1 : 7) {
      var bytes = journal.bytes
      bytes[place] ^= 1 << UInt8((place + seed) % 8)
      let reading = JournalReading(bytes, of: document)
      #expect(reading.isDamaged)
      let place = states.firstIndex { place < $0.end } ?? 0
      if bytes.prefix(Journal.preamble(document).count)
        != journal.bytes.prefix(
          Journal.preamble(document).count
        )
      {
        #expect(reading.draft == states.last?.draft)
      } else if place > 0 {
        #expect(reading.draft == states[place - 1].draft)
        let isWholeBehind = journal.areWhole[(place + 1)...].contains(true)
        let last = states.last?.draft
        if isWholeBehind, last != reading.draft {
          #expect(reading.aside.contains { $0.draft == last }, "seed \(seed), byte \(place)")
        }
      } else {
        #expect(reading.draft == states.last?.draft)
      }
    }
  }

  @Test func `offers what was typed behind damage as a version of its own`() throws {
    var pen = JournalPen()
    let draft = SampleProgram.draft(NoteContent())
    try pen.add(draft, at: SampleProgram.at("16:20:00"))
    var ends = [pen.bytes.count]
    for word in ["one ", "two ", "three "] {
      let step = DraftStep.edit(part: "response", offset: 0, removed: 0, inserted: word)
      pen.add(.step, at: SampleProgram.at("16:21:00"), body: step.journalBody)
      ends.append(pen.bytes.count)
    }
    var bytes = Journal.preamble(document) + pen.bytes
    bytes[Journal.preamble(document).count + ends[0] + 70] ^= 4
    let reading = JournalReading(bytes, of: document)
    #expect(reading.draft == draft)
    #expect(reading.aside.map { $0.draft.content.texts } == [["response": "two three "]])
    #expect(!reading.wasLeft)
  }

  @Test func `takes no record of another journal for its own`() throws {
    let first = try RandomJournal(seed: 1, steps: 10)
    let second = try RandomJournal(seed: 2, steps: 10)
    let cut = first.states[4].end
    let bytes = Array(first.bytes[..<cut] + second.bytes[second.states[5].end...])
    #expect(JournalReading(bytes, of: document).draft == first.states[4].draft)
  }

  @Test(arguments: 1...40)
  func `does steps as the domain does them`(seed: Int) throws {
    var random = RandomSteps(seed: UInt64(seed))
    var draft = SampleProgram.draft()
    var text = DraftText(draft)
    for _ in 0..<200 {
      let step = random.next(for: draft)
      let fits = [draft.apply(step), text.apply(step)]
      #expect(fits == [true, true])
      #expect(DraftStep(journalBody: step.journalBody) == step)
    }
    #expect(text.whole == draft)
    for step in [
      DraftStep.edit(part: "plan", offset: -1, removed: 0, inserted: "x"),
      .edit(part: "plan", offset: 0, removed: 1_000_000, inserted: ""),
      .edit(part: "plan", offset: .max, removed: .max, inserted: ""),
    ] {
      let fits = [draft.apply(step), text.apply(step)]
      #expect(fits == [false, false])
    }
    #expect(text.whole == draft)
  }

  @Test func `never splits a character's bytes`() {
    var text = DraftText(SampleProgram.draft(NoteContent(texts: ["plan": "é"])))
    let fits = [
      text.apply(.edit(part: "plan", offset: 1, removed: 0, inserted: "x")),
      text.apply(.edit(part: "plan", offset: 0, removed: 1, inserted: "")),
    ]
    #expect(fits == [false, false])
    #expect(text.whole.content.text("plan") == "é")
  }
}
