package import Domain
import TerminalCore

/// Search as you type: palette, help, counselors, walk-ins.
extension AppState {
  /// What a key does to a picker; nil when it isn't one of a picker's own.
  private mutating func moved(_ picker: Picker, by key: Key, count: Int) -> Picker? {
    var picker = picker
    let page = max(1, min(size.rows - 8, 14))
    switch key {
    case .up, .shiftTab: picker.cursor -= 1
    case .down, .tab: picker.cursor += 1
    case .pageUp: picker.cursor -= page
    case .pageDown: picker.cursor += page
    default:
      guard let outcome = picker.query.handle(key, at: now, clip: &clip) else { return nil }
      if let words = outcome.notice?.words { say(words, .warning) }
      picker.cursor = 0
      return picker
    }
    picker.cursor = max(0, min(picker.cursor, count - 1))
    return picker
  }

  mutating func handlePalette(_ key: Key, _ picker: Picker) -> [Effect] {
    let lines = PaletteList.lines(of: self, query: picker.query.text)
    if key == .escape || key == .function(2) || key == .control("p") {
      prompt = nil
    } else if key == .enter {
      guard lines.indices.contains(picker.cursor) else { return [] }
      return runFromList(lines[picker.cursor].command)
    } else if let moved = moved(picker, by: key, count: lines.count) {
      prompt = .palette(moved)
    }
    return []
  }

  mutating func handleHelp(_ key: Key, _ picker: Picker) -> [Effect] {
    let lines = HelpList.lines(of: self, query: picker.query.text).filter { $0.command != nil }
    if key == .escape || key == .function(1) {
      prompt = nil
    } else if key == .enter {
      guard lines.indices.contains(picker.cursor), let line = lines[picker.cursor].command else {
        return []
      }
      guard lines[picker.cursor].isHere else {
        prompt = nil
        say("\"\(line.info.title)\" is for \(lines[picker.cursor].place).", .warning)
        return []
      }
      return runFromList(line)
    } else if let moved = moved(picker, by: key, count: lines.count) {
      prompt = .help(moved)
    }
    return []
  }

  mutating func handleCounselor(_ key: Key, _ picker: Picker) -> [Effect] {
    let people = counselors(matching: picker.query.text)
    if key == .escape {
      guard staffID != nil else {
        say("Choose who sits here, or Ctrl-Q quits.", .question)
        return []
      }
      prompt = nil
    } else if key == .enter {
      guard people.indices.contains(picker.cursor) else { return [] }
      let person = people[picker.cursor]
      prompt = nil
      day.session = nil
      let effects = begin(as: person.id)
      say("Good day, \(person.name).")
      return [.remember(theme: themeName, counselor: person.id)] + effects
    } else if let moved = moved(picker, by: key, count: people.count) {
      prompt = .counselor(moved)
    }
    return []
  }

  /// Everyone who works here, by code, narrowed by the typed text.
  package func counselors(matching query: String) -> [Staff] {
    data.staff.values.filter { $0.isActive && Search.matches(query, "\($0.code) \($0.name)") }
      .sorted { $0.code < $1.code }
  }

  mutating func handle(_ key: Key, in walkIn: WalkInPrompt) -> [Effect] {
    let lines = WalkInList.lines(of: self, walkIn)
    if key == .escape {
      prompt = nil
    } else if key == .enter {
      guard lines.indices.contains(walkIn.picker.cursor) else { return [] }
      let line = lines[walkIn.picker.cursor]
      guard let episode = line.episode else {
        say("\(name(of: line.client)): \(line.note)", .warning)
        return []
      }
      prompt = nil
      return perform(.session(walkIn.session, .walkIn(line.client, episode)))
    } else if let moved = moved(walkIn.picker, by: key, count: lines.count) {
      prompt = .walkIn(WalkInPrompt(session: walkIn.session, picker: moved))
    }
    return []
  }
}
