import Domain
import TerminalCore

/// F7: from one word that the dictionary lacks to the next.
extension AppState {
  /// Asks the dictionary about every word of the open note; what is typed goes to disk first.
  mutating func checkSpelling() -> [Effect] {
    guard let note, note.access == .writing else {
      say("\(said(.spelling)) checks the spelling of a text that is being written.", .warning)
      return []
    }
    let names = spellingNames
    let ignored = note.spelling?.ignored ?? []
    var seen: Set<String> = []
    var words: [String] = []
    note.visitWords { word, _ in
      guard seen.insert(word).inserted else { return true }
      if !ignored.contains(word), !names.contains(word.folded) { words.append(word) }
      return true
    }
    if note.spelling == nil { self.note?.spelling = NoteSpelling() }
    return flushNote() + [.checkSpelling(SpellingRequest(words: words))]
  }

  /// Marks what the dictionary lacks, goes to the next of it and offers what may be meant.
  mutating func show(_ answer: SpellingAnswer) {
    guard var spelling = note?.spelling else { return }
    spelling.unknown = Set(answer.unknown)
    note?.spelling = spelling
    countMarks()
    guard let first = answer.unknown.first else {
      say("Spelling: no marks.", .ok)
      return
    }
    select(first)
    prompt = .spelling(SpellingPrompt(word: first, suggestions: answer.suggestions))
  }

  /// Names of people, without case and accents: they aren't looked up.
  private var spellingNames: Set<String> {
    var names: Set<String> = []
    func add(_ name: String) {
      for range in TextWords(name) {
        names.insert(String(name[name.at(range.lowerBound)..<name.at(range.upperBound)]).folded)
      }
    }
    for client in data.clients.values {
      add(client.fullName)
      add(client.legalFirst)
      for support in client.supports { add(support.name) }
    }
    for person in data.staff.values { add(person.name) }
    add(data.programName(on: today))
    return names
  }

  private mutating func countMarks() {
    guard let note, let unknown = note.spelling?.unknown else { return }
    var figures = NoteSpelling.Figures(marks: 0, words: note.wordCount)
    note.visitWords { word, _ in
      if unknown.contains(word) { figures.marks += 1 }
      return true
    }
    self.note?.spelling?.figures = figures
  }

  /// Selects the next place of a word, in whichever part it is.
  private mutating func select(_ wanted: String) {
    var found: NoteWord?
    note?.visitWords { word, place in
      guard word == wanted else { return true }
      found = place
      return false
    }
    guard let found, let note else { return }
    if note.part != found.part { focusPart(found.part) }
    guard let key = self.note?.focusedPart?.key else { return }
    self.note?.fields[key]?.select(found.range)
    refitNote()
  }

  // MARK: The box

  mutating func handle(_ key: Key, in shown: SpellingPrompt) -> [Effect] {
    var shown = shown
    if let place = shown.choices.indices.first(where: { key == Key(shown.key(of: $0)) }) {
      return choose(shown.choices[place], for: shown.word)
    }
    switch key {
    case .escape:
      leaveWord()
      return []
    case .function(7):
      leaveWord()
      return checkSpelling()
    case .enter: return choose(shown.choices[shown.cursor], for: shown.word)
    case .left, .up: shown.cursor = max(0, shown.cursor - 1)
    case .right, .down, .tab: shown.cursor = min(shown.choices.count - 1, shown.cursor + 1)
    default:
      sayAboutKey(
        "A digit takes a word, + adds yours, F7 goes on, Esc goes back to the text.",
        .warning
      )
    }
    prompt = .spelling(shown)
    return []
  }

  private mutating func choose(_ choice: SpellingChoice, for word: String) -> [Effect] {
    switch choice {
    case .replace(let new):
      prompt = nil
      let effects = insertIntoNote(new)
      countMarks()
      sayLeft("Replaced; Ctrl-Z takes it back.")
      return effects
    case .ignore:
      leaveWord()
      note?.spelling?.ignored.insert(word)
      note?.spelling?.unknown.remove(word)
      countMarks()
      sayLeft("Ignored in this note.")
      return []
    case .learn:
      leaveWord()
      return [.learnWord(word)]
    }
  }

  mutating func recordLearned(_ word: String) {
    note?.spelling?.unknown.remove(word)
    countMarks()
    sayLeft("One of your words now.")
  }

  private mutating func sayLeft(_ done: String) {
    let left = note?.spelling?.figures?.marks ?? 0
    say(left == 0 ? "\(done) Spelling: no marks." : "\(done) \(left) left; F7 goes on.", .ok)
  }

  /// Back to the text, the cursor behind the word, nothing selected that typing would replace.
  private mutating func leaveWord() {
    prompt = nil
    guard let key = note?.focusedPart?.key, var field = note?.fields[key],
      field.buffer.selection != nil
    else { return }
    _ = field.perform(.move(.right), at: now, clip: &clip)
    note?.fields[key] = field
    refitNote()
  }
}
