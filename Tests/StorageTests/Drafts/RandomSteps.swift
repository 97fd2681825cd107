import Domain

@testable import Storage

/// Steps as somebody may type them, and worse; the same for the same seed.
struct RandomSteps {
  private var state: UInt64
  private static let pieces = [
    "a", " ", "\n", "é", "e\u{301}", "👩‍👩‍👧", "\u{301}", "שלום", "word ", "\u{0}", "\r\n", "",
    "a longer sentence, with a comma.",
  ]

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, limit)))
  }

  /// The next step that fits a draft.
  mutating func next(for draft: NoteDraft) -> DraftStep {
    switch number(below: 12) {
    case 0: return .choice(part: "risk", number(below: 2) == 0 ? [] : ["none", "use"])
    case 1:
      let link = ObjectiveLink(
        objectiveID: SampleProgram.objectiveID,
        text: "Names \(number(below: 9)) hours",
        progress: .good,
        isCopied: number(below: 2) == 0
      )
      return .objectives(number(below: 3) == 0 ? [] : [link])
    case 2: return .format(["dap", "soap"][number(below: 2)])
    default:
      let part = ["response", "plan"][number(below: 2)]
      let text = Array(draft.content.text(part).unicodeScalars)
      let start = number(below: text.count + 1)
      let count = number(below: 4) == 0 ? number(below: min(9, text.count - start) + 1) : 0
      return .edit(
        part: part,
        offset: Self.length(text[..<start]),
        removed: Self.length(text[start..<(start + count)]),
        inserted: Self.pieces[number(below: Self.pieces.count)]
      )
    }
  }

  private static func length(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + UTF8.width($1) }
  }
}

/// A journal made in memory, with what it says after each of its records.
struct RandomJournal {
  private(set) var bytes: [UInt8]
  /// Where each record ends, and the text up to there.
  private(set) var states: [(end: Int, draft: NoteDraft)] = []
  /// Whether a record holds the whole text.
  private(set) var areWhole: [Bool] = []

  init(seed: UInt64, steps: Int) throws {
    var random = RandomSteps(seed: seed)
    var draft = SampleProgram.draft()
    let preamble = Journal.preamble(draft.document)
    var pen = JournalPen()
    bytes = preamble
    try pen.add(draft, at: SampleProgram.at("16:20:00"))
    note(pen, draft, isWhole: true, preamble)
    for step in 1...steps {
      let now = SampleProgram.at("16:21:00").adding(seconds: step)
      if step % 7 == 0 {
        try pen.add(DraftVersion(number: step / 7, at: now, draft: draft))
      } else {
        let next = random.next(for: draft)
        guard draft.apply(next) else { continue }
        pen.add(.step, at: now, body: next.journalBody)
      }
      note(pen, draft, isWhole: step % 7 == 0, preamble)
    }
  }

  private mutating func note(
    _ pen: JournalPen,
    _ draft: NoteDraft,
    isWhole: Bool,
    _ preamble: [UInt8]
  ) {
    bytes = preamble + pen.bytes
    states.append((bytes.count, draft))
    areWhole.append(isWhole)
  }
}
