import Domain

/// What is wrong with a client's signed notes.
extension ClientNotes {
  var isSound: Bool { findings(client: "").isEmpty }

  /// Names every broken file, and the first place where the chain doesn't hold.
  ///
  /// A chain whose end is one link behind was cut off while a note was signed; the next signing
  /// mends it.
  func findings(client code: String) -> [RecordProblem] {
    let broken = unusable.map { $0.fault.problem(at: $0.place, client: code) }
    return problems + broken + [brokenLink(code)].compactMap(\.self)
  }

  private func brokenLink(_ code: String) -> RecordProblem? {
    var expected = (number: 1, previous: ChainLink.noHash)
    for found in links {
      guard found.link.number == expected.number else {
        return missing(before: found, expected.number, code)
      }
      guard found.link.previous == expected.previous else {
        return finding(found.place, code, "doesn't fit what was signed before it")
      }
      expected = (found.link.number + 1, found.link.hash)
    }
    return brokenEnd(code) ?? orphan(code)
  }

  private func missing(before found: FoundLink, _ expected: Int, _ code: String) -> RecordProblem? {
    guard found.link.number > expected else {
      return finding(
        found.place,
        code,
        "has the number \(found.link.number) of another signed file"
      )
    }
    // A file that can't be read is reported by itself; it is where the chain has its gap.
    guard found.link.number - expected > unusableLinks else { return nil }
    return finding(
      found.place,
      code,
      "is number \(found.link.number) of what was signed, and number \(expected) isn't there: "
        + "a signed file was taken away"
    )
  }

  private func brokenEnd(_ code: String) -> RecordProblem? {
    guard !unusable.contains(where: { $0.place.kind == .noteChain }), unusableLinks == 0 else {
      return nil
    }
    let place = RecordPlace.chain(of: clientID)
    let count = links.count
    guard let head else {
      return count < 2
        ? nil : finding(place, code, "isn't there, though \(count) files are signed")
    }
    if head.count > count {
      let last = links.last.map { ": the last one there is \($0.place.noteID)" } ?? ""
      return finding(
        place,
        code,
        "counts \(head.count) signed files, and \(count) are there\(last); the newest were taken away"
      )
    }
    guard head.count >= count - 1 else {
      return finding(place, code, "counts \(head.count) signed files, and \(count) are there")
    }
    let hash = head.count == 0 ? ChainLink.noHash : links[head.count - 1].link.hash
    guard head.last == hash else {
      let id = links[max(0, head.count - 1)].place.noteID
      return finding(place, code, "doesn't end with \(id), which was signed last")
    }
    return nil
  }

  /// An event whose note isn't there, where the chain itself holds.
  private func orphan(_ code: String) -> RecordProblem? {
    let notes = Set(links.filter { $0.place.kind == .note }.map(\.place.noteID))
      .union(unusable.map(\.place.noteID))
    return links.first { !notes.contains($0.place.noteID) }
      .map { finding($0.place, code, "belongs to a note that isn't there") }
  }

  private var unusableLinks: Int { unusable.count { $0.place.kind != .noteChain } }

  private func finding(_ place: RecordPlace, _ code: String, _ what: String) -> RecordProblem {
    RecordProblem(
      record: place.path,
      kind: ProblemWord.invariant.rawValue,
      what: "\(place.words(client: code)) \(what).",
      doThis: "Bring the client's folder back from a backup, beside this one, and compare."
    )
  }
}

extension RecordPlace {
  /// How a sentence about something signed begins: with the note and the client's number.
  func words(client code: String) -> String {
    switch kind {
    case .noteChain: "The chain of \(code)'s signed notes (\(path))"
    case .noteEvent: "What happened to the note \(noteID) of \(code) (\(path))"
    case .program, .rooms, .calendar, .staff, .group, .client, .episode, .appointment, .plan,
      .ruleSets, .session, .note, .noteList, .pin, .words, .forms, .grants, .access, .auditAnchor,
      .enrollments, .followUp:
      "The note \(noteID) of \(code) (\(path))"
    }
  }
}

extension FileFault {
  /// What is wrong with something signed; a signed file is never mended by hand.
  func problem(at place: RecordPlace, client code: String) -> RecordProblem {
    RecordProblem(
      record: place.path,
      kind: word.rawValue,
      what: "\(place.words(client: code)) can't be trusted: \(reason).",
      doThis: "Bring it back from a backup; nothing that is signed is mended by hand."
    )
  }
}
