import Domain
import TerminalCore

/// A note that is only read: scrolling, finding, copying.
extension AppState {
  mutating func moveInNote(_ command: Command) {
    guard let note else { return }
    if note.access == .writing {
      moveOption(by: command == .up ? -1 : 1)
      return
    }
    let pane = NoteLayout(note, in: self).pane
    let inside = NoteLayout.inside(pane)
    let lines = readLines(note).wrapped(columns: inside.columns).count
    let last = max(0, lines - inside.rows)
    let target: Int
    switch command {
    case .up: target = note.scroll - 1
    case .down: target = note.scroll + 1
    case .pageUp: target = note.scroll - inside.rows
    case .pageDown: target = note.scroll + inside.rows
    case .first: target = 0
    default: target = last
    }
    self.note?.scroll = max(0, min(last, target))
  }

  /// The note as it is read: signed, or somebody else's draft.
  package func readLines(_ note: NoteScreenState) -> NoteLines {
    if let record = note.record, note.access == .locked {
      return NoteLines(record.current, in: self, events: record.events)
    }
    return NoteLines(draft: note.current, template: note.template)
  }

  /// What stands above a note that is written.
  package func noteBanner(_ note: NoteScreenState) -> [String] {
    guard note.access == .writing, note.base == nil else { return [] }
    var lines: [String] = []
    if let event = note.record?.events.last, case .returned(let comment) = event.kind {
      lines.append("Returned by \(event.signature.name): \(comment)")
    }
    if data.isLate(note.draft, at: now) {
      let day = note.draft.service.date.dayName
      lines.append("Late entry for service of \(day), written \(today.dayName).")
    }
    return lines
  }

  // MARK: Finding and copying

  /// Scrolls to the next line that has the words in it, from the top again after the last.
  mutating func findWhileReading(_ words: String) {
    guard let note, words.hasWords else {
      say("/ or Ctrl-F looks for words in this note.", .warning)
      return
    }
    let inside = NoteLayout.inside(NoteLayout(note, in: self).pane)
    let lines = readLines(note).wrapped(columns: inside.columns)
    let places = lines.indices.filter { lines[$0].text.folded.contains(words.folded) }
    let last = note.sought == words ? note.found ?? -1 : -1
    self.note?.sought = words
    guard let place = places.first(where: { $0 > last }) ?? places.first else {
      self.note?.found = nil
      say("\"\(words)\" isn't in this note.", .warning)
      return
    }
    self.note?.found = place
    self.note?.scroll = max(0, min(place - 1, max(0, lines.count - inside.rows)))
    let number = (places.firstIndex(of: place) ?? 0) + 1
    say("\(number) of \(places.count); \(said(.findNext)) finds the next.")
  }

  /// `y`: the text stays inside the program, for Ctrl-V in another text.
  mutating func copyNote() {
    guard let note else { return }
    let sections =
      note.record?.current.sections ?? note.template.sections(of: note.current.content)
    let text = sections.map { "\($0.title)\n\($0.text)" }.joined(separator: "\n\n")
    guard text.hasWords else {
      say("There is nothing to copy here.", .warning)
      return
    }
    clip = text
    say("Copied inside the program: Ctrl-V puts it into a text that is written.", .ok)
  }
}
