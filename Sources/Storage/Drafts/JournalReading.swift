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
    var records: [JournalRecord] = []
    var position = start
    while position < bytes.count {
      if let record = JournalRecord(bytes, at: position) {
        records.append(record)
        position += JournalRecord.overhead + record.body.count
      } else {
        isDamaged = true
        position = Self.nextMagic(in: bytes, after: position)
      }
    }
    if start == 0 { isDamaged = true }
    join(records)
  }

  private static func nextMagic(in bytes: [UInt8], after position: Int) -> Int {
    var place = position + 1
    while place < bytes.count {
      if bytes[place] == JournalRecord.magic[0], bytes[place...].starts(with: JournalRecord.magic) {
        return place
      }
      place += 1
    }
    return place
  }

  /// Does the steps of each run of records that belong together; the first run is the text.
  private mutating func join(_ records: [JournalRecord]) {
    var runs: [JournalRun] = []
    for record in records {
      if runs.last?.takes(record) == true, runs[runs.count - 1].take(record) { continue }
      runs.append(JournalRun(after: record.previous))
      if !runs[runs.count - 1].take(record) { isDamaged = true }
    }
    if runs.count > 1 { isDamaged = true }
    var main = runs.firstIndex { $0.begins && $0.draft != nil }
    if main == nil { main = runs.lastIndex { $0.draft != nil } }
    for (index, run) in runs.enumerated() where index != main {
      for version in run.versions { keepAside(version.draft, at: version.at) }
      if let text = run.draft ?? main.flatMap({ run.fragment(of: runs[$0].draft) }) {
        keepAside(text, at: run.lastAt)
      }
    }
    guard let main else { return }
    if !runs[main].begins { isDamaged = true }
    draft = runs[main].draft
    versions = runs[main].versions
    lastWriteAt = runs[main].lastAt
    last = runs[main].last
    wasLeft = runs[main].isLeft && !isDamaged
    aside.removeAll { $0.draft == draft }
    for index in aside.indices { aside[index].number = index + 1 }
  }

  private mutating func keepAside(_ draft: NoteDraft, at: Instant) {
    guard !aside.contains(where: { $0.draft == draft }) else { return }
    aside.append(DraftVersion(number: aside.count + 1, at: at, draft: draft))
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
      versions.append(DraftVersion(number: Int(number), at: record.at, draft: draft))
    case .step:
      guard let step = DraftStep(journalBody: record.body) else { return false }
      return take(step)
    case .left: break
    }
    return true
  }

  private mutating func take(_ step: DraftStep) -> Bool {
    if text != nil { return text?.apply(step) ?? false }
    if case .edit(let part, _, _, let inserted) = step { fragments[part, default: ""] += inserted }
    return true
  }

  var draft: NoteDraft? { text?.whole }

  /// What was typed without a text to put it in, as far as anything was.
  func fragment(of draft: NoteDraft?) -> NoteDraft? {
    guard var draft, !fragments.isEmpty else { return nil }
    draft.content = NoteContent(texts: fragments)
    return draft
  }
}
