import Domain

/// Steps of writing as the body of a journal's record.
extension DraftStep {
  private enum Word: UInt8 {
    case edit = 1
    case choice, objectives, format, occurrence
  }

  var journalBody: [UInt8] {
    var body = JournalBytes()
    switch self {
    case .edit(let part, let offset, let removed, let inserted):
      body.add(Word.edit.rawValue)
      body.add(part)
      body.add(Int64(offset))
      body.add(Int64(removed))
      body.add(inserted)
    case .choice(let part, let codes):
      body.add(Word.choice.rawValue)
      body.add(part)
      body.add(Int64(codes.count))
      for code in codes { body.add(code) }
    case .objectives(let links):
      body.add(Word.objectives.rawValue)
      body.add(Int64(links.count))
      for link in links {
        body.add(link.objectiveID.rawValue)
        body.add(link.text)
        body.add(link.progress.rawValue)
        body.add(UInt8(link.isCopied ? 1 : 0))
      }
    case .format(let id):
      body.add(Word.format.rawValue)
      body.add(id)
    case .occurrence(let date, let span):
      body.add(Word.occurrence.rawValue)
      body.add(Int64(date.dayNumber))
      body.add(UInt8(span == nil ? 0 : 1))
      if let span {
        body.add(span.start.secondsSince1970)
        body.add(span.end.secondsSince1970)
      }
    }
    return body.bytes
  }

  init?(journalBody: [UInt8]) {
    var body = JournalScanner(journalBody[...])
    guard let step = Self.read(&body), body.isAtEnd else { return nil }
    self = step
  }

  private static func read(_ body: inout JournalScanner) -> DraftStep? {
    guard let word = body.byte().flatMap(Word.init) else { return nil }
    switch word {
    case .edit:
      guard let part = body.text(), let offset = body.number(), let removed = body.number(),
        let inserted = body.text()
      else { return nil }
      return .edit(part: part, offset: Int(offset), removed: Int(removed), inserted: inserted)
    case .choice:
      guard let part = body.text(), let count = body.count() else { return nil }
      var codes: [String] = []
      for _ in 0..<count {
        guard let code = body.text() else { return nil }
        codes.append(code)
      }
      return .choice(part: part, codes)
    case .objectives:
      guard let count = body.count() else { return nil }
      var links: [ObjectiveLink] = []
      for _ in 0..<count {
        guard let link = link(&body) else { return nil }
        links.append(link)
      }
      return .objectives(links)
    case .format:
      return body.text().map(DraftStep.format)
    case .occurrence: return occurrence(&body)
    }
  }

  private static func occurrence(_ body: inout JournalScanner) -> DraftStep? {
    guard let day = body.number(), let hasSpan = body.byte() else { return nil }
    let date = CalendarDate(dayNumber: Int(day))
    guard hasSpan == 1 else { return .occurrence(date, nil) }
    guard let start = body.number(), let end = body.number() else { return nil }
    let span = Interval(
      start: Instant(secondsSince1970: start),
      end: Instant(secondsSince1970: end)
    )
    return .occurrence(date, span)
  }

  private static func link(_ body: inout JournalScanner) -> ObjectiveLink? {
    guard let id = body.text(), let text = body.text(),
      let progress = body.text().flatMap(ObjectiveProgress.init(rawValue:)),
      let isCopied = body.byte()
    else { return nil }
    return ObjectiveLink(
      objectiveID: ObjectiveID(id),
      text: text,
      progress: progress,
      isCopied: isCopied == 1
    )
  }
}
