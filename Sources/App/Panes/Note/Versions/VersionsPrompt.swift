import Domain
package import TerminalCore

/// An older text beside today's.
package struct VersionsPrompt: Equatable, Sendable {
  /// Its place among the note's versions; the last is the newest.
  package var place: Int
  package var difference: TextDifference
  package var scroll: Int

  init(place: Int, difference: TextDifference) {
    self.place = place
    self.difference = difference
    scroll = 0
  }
}

/// The window in which an older text is shown beside today's: as wide as the screen has room.
package enum VersionsWindow {
  package static func columns(_ size: Size) -> Int { min(160, size.columns) - 4 }
  /// Without the border and the row that names the two sides.
  package static func rows(_ size: Size) -> Int { max(1, size.rows - 3 - 3) }
}

extension AppState {
  /// Shows the newest of the older texts beside today's.
  mutating func showVersions() {
    guard let note, !note.versions.isEmpty else {
      say("There is no older version of this text yet; one is kept every few minutes.")
      return
    }
    show(version: note.versions.count - 1)
  }

  mutating func show(version place: Int) {
    guard let note, note.versions.indices.contains(place) else { return }
    var shown = VersionsPrompt(
      place: place,
      difference: note.difference(from: note.versions[place].draft)
    )
    // What differs is what is looked for.
    let lines = DifferenceLines(shown.difference, columns: VersionsWindow.columns(size)).lines
    let first = lines.firstIndex(where: \.beginsChange) ?? 0
    let rows = VersionsWindow.rows(size)
    if first >= rows { shown.scroll = min(first - 2, max(0, lines.count - rows)) }
    prompt = .versions(shown)
  }

  /// "3 of 5, 11:43:02", and whether it is a piece that couldn't be joined.
  package func title(of prompt: VersionsPrompt) -> String {
    guard let note, note.versions.indices.contains(prompt.place) else { return "" }
    let version = note.versions[prompt.place]
    let date = data.program.zone.date(of: version.at)
    let day = date == today ? "" : "\(date.shortName) "
    let number = "\(prompt.place + 1) of \(note.versions.count)"
    let kind = version.isAside ? ", kept beside" : ""
    return "Older text \(number), \(day)\(clockWithSeconds(version.at))\(kind)"
  }

  mutating func handle(_ key: Key, in shown: VersionsPrompt) -> [Effect] {
    var shown = shown
    let lines = DifferenceLines(shown.difference, columns: VersionsWindow.columns(size)).lines
    let rows = VersionsWindow.rows(size)
    let last = max(0, lines.count - rows)
    switch key {
    case .escape, Key("q"):
      prompt = nil
      return []
    case .enter, Key("b"):
      prompt = nil
      return restore(version: shown.place)
    case .left, .right:
      let place = shown.place + (key == .left ? -1 : 1)
      guard note?.versions.indices.contains(place) == true else {
        say(key == .left ? "This is the oldest." : "This is the newest.", .warning)
        return []
      }
      show(version: place)
      return []
    case .up, Key("k"): shown.scroll -= 1
    case .down, Key("j"): shown.scroll += 1
    case .pageUp: shown.scroll -= rows
    case .pageDown, .space: shown.scroll += rows
    case .home, Key("g"): shown.scroll = 0
    case .end, Key("G"): shown.scroll = last
    case Key("n"):
      let next = lines.indices.first { $0 > shown.scroll && lines[$0].beginsChange }
      if next == nil { say("That was the last difference.") }
      shown.scroll = next ?? shown.scroll
    case Key("N"):
      let previous = lines.indices.last { $0 < shown.scroll && lines[$0].beginsChange }
      if previous == nil { say("That was the first difference.") }
      shown.scroll = previous ?? shown.scroll
    default:
      sayAboutKey("b brings it back, Left and Right show others, Esc closes.", .warning)
    }
    shown.scroll = max(0, min(last, shown.scroll))
    prompt = .versions(shown)
    return []
  }

  /// Brings an older text back as an edit of today's, so that Ctrl-Z takes it back.
  private mutating func restore(version place: Int) -> [Effect] {
    guard let note, note.access == .writing, note.versions.indices.contains(place) else {
      say("Only who writes a text brings an older one back.", .warning)
      return []
    }
    let version = note.versions[place]
    // What stands here now is kept as a version first: choices have no Ctrl-Z.
    let kept = flushNote() + [.keepVersion(note.document)]
    var hasChanges = false
    for part in note.template.parts {
      switch part.form {
      case .text:
        hasChanges = setText(version.draft.content.text(part.key), of: part) || hasChanges
      case .choice:
        hasChanges =
          setChoice(version.draft.content.choices[part.key] ?? [], of: part) || hasChanges
      case .objectives:
        hasChanges = setObjectives(version.draft.content.objectives) || hasChanges
      }
    }
    refitNote()
    guard hasChanges else {
      say("Today's text says the same already.")
      return []
    }
    say(
      "\(clockWithSeconds(version.at)) is back; what stood here is the newest older text now.",
      .ok
    )
    return kept + flushNote()
  }

  private mutating func setChoice(_ codes: [String], of part: NotePart) -> Bool {
    guard let note, note.draft.content.choices[part.key] ?? [] != codes else { return false }
    let step = DraftStep.choice(part: part.key, codes)
    _ = self.note?.draft.apply(step)
    self.note?.pending.append(step)
    return true
  }

  private mutating func setObjectives(_ links: [ObjectiveLink]) -> Bool {
    guard let note, note.draft.content.objectives != links else { return false }
    self.note?.draft.content.objectives = links
    self.note?.pending.append(.objectives(links))
    return true
  }

  /// Replaces a part's text as one edit; false where it is the same.
  private mutating func setText(_ text: String, of part: NotePart) -> Bool {
    makeField(for: part)
    guard var field = note?.fields[part.key], field.text != text else { return false }
    let before = field.buffer
    var edits = field.perform(.selectAll, at: now, clip: &clip).edits
    edits += field.perform(text.isEmpty ? .deleteLeft : .paste(text), at: now, clip: &clip).edits
    note?.fields[part.key] = field
    note?.pending += NoteSteps.steps(edits, from: before, part: part.key)
    return true
  }
}

extension NoteScreenState {
  /// How an older text differs from what stands here now.
  func difference(from old: NoteDraft) -> TextDifference {
    let now = current
    var difference = TextDifference()
    for part in template.parts {
      let before = old.content.words(of: part)
      let after = now.content.words(of: part)
      guard !before.isEmpty || !after.isEmpty else { continue }
      difference.add(title: part.title)
      difference.add(old: before, new: after)
    }
    return difference
  }
}

extension NoteContent {
  /// A part as text: what is written, or what is chosen, one to a line.
  fileprivate func words(of part: NotePart) -> String {
    switch part.form {
    case .text: text(part.key)
    case .choice(let options, _):
      (choices[part.key] ?? []).map { code in
        options.first { $0.code == code }?.title ?? code
      }
      .joined(separator: "\n")
    case .objectives:
      objectives.map { "\($0.text): \($0.progress.words)" }.joined(separator: "\n")
    }
  }
}
