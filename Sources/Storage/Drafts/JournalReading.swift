import Domain

/// What a journal's bytes were found to hold.
struct JournalReading {
  /// Nil where no whole text is left in it.
  private(set) var draft: NoteDraft?
  private(set) var versions: [DraftVersion] = []
  private(set) var aside: [DraftVersion] = []
  private(set) var lastWriteAt = Instant.earliest
  private(set) var wasLeft = false
  /// Whether there are bytes that belong to no sound record, or records that don't fit together.
  private(set) var isDamaged = false
  /// The checksum of the last record, for the next one to name.
  private(set) var last = JournalSum.none

  init(_ bytes: [UInt8], of document: NoteDocument) {
    let preamble = Journal.preamble(document)
    let start = bytes.starts(with: preamble) ? preamble.count : 0
    if start == 0 { isDamaged = true }
    var runs = JournalRuns()
    // Checksums that don't fit cost as much as those that do: heads that claim all the rest, one
    // behind the other, would take for ever.
    var spare = 2 * bytes.count
    var position = start
    while position < bytes.count, !runs.areTooMany {
      if let record = JournalRecord(bytes, at: position, sparing: &spare) {
        if !runs.take(record) { isDamaged = true }
        position += JournalRecord.overhead + record.body.count
      } else {
        isDamaged = true
        position = JournalScanner.place(of: JournalRecord.magic, in: bytes, from: position + 1)
      }
    }
    if position < bytes.count { isDamaged = true }
    choose(from: runs.all)
  }

  /// Takes the first run as the text, and what others hold aside.
  private mutating func choose(from runs: [JournalRun]) {
    if runs.count > 1 { isDamaged = true }
    var main = runs.firstIndex { $0.begins && $0.hasText }
    if main == nil { main = runs.lastIndex { $0.hasText } }
    draft = main.flatMap { runs[$0].draft }
    var known = Set(draft.map { [$0] } ?? [])
    for (index, run) in runs.enumerated() where index != main {
      for version in run.versions { keepAside(version.draft, at: version.at, knowing: &known) }
      if let text = run.draft ?? run.fragment(of: draft) {
        keepAside(text, at: run.lastAt, knowing: &known)
      }
    }
    guard let main else { return }
    if !runs[main].begins { isDamaged = true }
    versions = runs[main].versions
    lastWriteAt = runs[main].lastAt
    last = runs[main].last
    wasLeft = runs[main].isLeft && !isDamaged
  }

  private mutating func keepAside(
    _ draft: NoteDraft,
    at: Instant,
    knowing known: inout Set<NoteDraft>
  ) {
    guard known.insert(draft).inserted else { return }
    aside.append(DraftVersion(number: aside.count + 1, at: at, draft: draft))
  }
}

/// What a journal's records were put together to, in their order.
private struct JournalRuns {
  private(set) var all: [JournalRun] = []
  /// Of all but the last.
  private var finishedSize = 0
  private var finishedMoves = 0

  /// A crash leaves one more, a damaged record another: so many come from nobody's typing.
  private static let most = 1_000
  /// Bytes of the texts of all but the last.
  private static let mostBytes = 16 * 1_048_576
  /// Bytes that steps move in the texts, which takes some seconds.
  private static let mostMoves = 16_000_000_000

  /// Whether to go on would take more time or memory than a file may.
  var areTooMany: Bool {
    all.count > Self.most || finishedSize > Self.mostBytes
      || finishedMoves + (all.last?.moves ?? 0) > Self.mostMoves
  }

  /// Does what a record says, in the last run or a new one; false where it fits into neither.
  mutating func take(_ record: JournalRecord) -> Bool {
    if all.last?.takes(record) == true, all[all.count - 1].take(record) { return true }
    finishedSize += all.last?.size ?? 0
    finishedMoves += all.last?.moves ?? 0
    all.append(JournalRun(after: record.previous))
    return all[all.count - 1].take(record)
  }
}

/// Records each of which names the one before.
private struct JournalRun {
  /// Whether it is the journal's beginning.
  let begins: Bool
  private(set) var last: JournalSum
  private(set) var lastAt = Instant.earliest
  private(set) var versions: [DraftVersion] = []
  private(set) var isLeft = false
  /// Bytes that were moved to make or close gaps.
  private(set) var moves = 0
  private var sizeOfVersions = 0
  private var text: DraftText?
  /// What was inserted by steps before there was a whole text, by part.
  private var fragments: [String: String] = [:]
  private var isEmpty = true

  init(after previous: JournalSum) {
    begins = previous == .none
    last = previous
  }

  func takes(_ record: JournalRecord) -> Bool {
    guard record.previous == last else { return false }
    // Steps without their text before them can't be told from what follows a whole one.
    return text != nil || isEmpty || record.kind == .step || record.kind == .left
  }

  /// Does what a record says; false, with nothing done, where that doesn't fit the text.
  mutating func take(_ record: JournalRecord) -> Bool {
    isEmpty = false
    guard read(record) else { return false }
    last = record.checksum
    lastAt = record.at
    isLeft = record.kind == .left
    return true
  }

  private mutating func read(_ record: JournalRecord) -> Bool {
    switch record.kind {
    case .whole:
      guard let draft = Journal.draft(record.body) else { return false }
      text = DraftText(draft)
    case .version:
      var scanner = JournalScanner(record.body[...])
      guard let number = scanner.number(), let draft = Journal.draft(scanner.remaining()) else {
        return false
      }
      text = DraftText(draft)
      sizeOfVersions += record.body.count
      versions.append(DraftVersion(number: Int(number), at: record.at, draft: draft))
    case .step:
      guard let step = DraftStep(journalBody: record.body) else { return false }
      return take(step)
    case .left: break
    }
    return true
  }

  private mutating func take(_ step: DraftStep) -> Bool {
    if let text { moves += text.moves(of: step) }
    if text != nil { return text?.apply(step) ?? false }
    if case .edit(let part, _, _, let inserted) = step { fragments[part, default: ""] += inserted }
    return true
  }

  var draft: NoteDraft? { text?.whole }
  var hasText: Bool { text != nil }
  /// Bytes of its texts.
  var size: Int { sizeOfVersions + (text?.size ?? 0) }

  /// What was typed without a text to put it in, as far as anything was.
  func fragment(of draft: NoteDraft?) -> NoteDraft? {
    guard var draft, !fragments.isEmpty else { return nil }
    draft.content = NoteContent(texts: fragments)
    return draft
  }
}
