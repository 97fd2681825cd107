import Domain

/// What speaks against signing: said, shown in its place, and led to.
extension AppState {
  /// Says what has to be mended, and leads the cursor there; into the shared text too.
  mutating func lead(to finding: SigningFinding) -> [Effect] {
    let words = "Not signed. " + finding.sentence
    say(words, .warning)
    note?.isOnlyToSign = false
    guard let note, let place = finding.place(in: note.current) else { return [] }
    guard place.isShared else {
      goTo(place)
      return []
    }
    return mendShared(at: place, words)
  }

  private mutating func mendShared(at place: FindingPlace, _ words: String) -> [Effect] {
    guard let note, let id = note.draft.service.sessionID, let session = data.sessions[id] else {
      return []
    }
    var back = note.opening
    back.then = .write
    var opening = sharedOpening(session)
    opening.then = .mend(NoteMending(place: place, words: words, back: back))
    return leaveNote() + open(opening)
  }

  /// Puts the cursor on a place of the open text.
  mutating func goTo(_ place: FindingPlace) {
    guard let index = note?.template.parts.firstIndex(where: { $0.key == place.part }) else {
      return
    }
    focusPart(index)
    guard let range = place.range, var field = note?.fields[place.part] else { return }
    field.select(range)
    note?.fields[place.part] = field
    markNames()
  }

  /// As many are told one by one; nobody reads more of them.
  private static let mostFindings = 50

  func question(about findings: [SigningFinding], in signing: SigningCase) -> Question {
    var lines: [String] = []
    for finding in findings.prefix(Self.mostFindings) {
      lines.append(finding.sentence)
      if case .alike(let clone) = finding {
        lines += clone.sentences.prefix(4).map { "  \"\($0)\"" }
      } else if let excerpt = excerpt(of: finding, in: signing) {
        lines.append("  " + excerpt)
      }
    }
    let more = findings.count - Self.mostFindings
    if more > 0 { lines.append("And \(more) more, which the text shows.") }
    return Question(
      title: "Before you sign",
      lines: lines,
      answers: [
        Answer("g", "Go back to the text", .mend(findings[0])),
        Answer("i", "It is meant so", .acceptFindings(findings)),
      ]
    )
  }

  /// Where a word was found: the part, and the words around it.
  private func excerpt(of finding: SigningFinding, in signing: SigningCase) -> String? {
    guard let place = finding.place(in: signing.draft), let range = place.range,
      let draft = place.isShared ? signing.shared : signing.draft
    else { return nil }
    let title = templates.template(for: draft).part(place.part)?.title ?? place.part
    let words = TextExcerpt.around(range, in: draft.content.text(place.part))
    return "\(place.isShared ? "Group text, " : "")\(title): \(words)"
  }
}

/// A few words of a text around a place in it.
enum TextExcerpt {
  private static let reach = 24

  /// "... saw a [finch] at the window ..."
  static func around(_ range: Range<Int>, in text: String) -> String {
    let bytes = text.utf8
    guard range.upperBound <= bytes.count else { return "" }
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    let line = text[..<start].lastIndex { $0.isNewline }.map { text.index(after: $0) }
    let head = text[(line ?? text.startIndex)..<start]
    let tail = text[end...].prefix { !$0.isNewline }
    let near = head.suffix(reach).drop { $0 != " " }
    let left = head.count > reach ? "..." + String(near) : String(head)
    let right = tail.count > reach ? cut(tail) + "..." : String(tail)
    return left + "[" + String(text[start..<end]) + "]" + right
  }

  /// Up to the last whole word.
  private static func cut(_ text: Substring) -> String {
    let near = text.prefix(reach)
    guard let end = near.lastIndex(of: " ") else { return String(near) }
    return String(near[...end])
  }
}
