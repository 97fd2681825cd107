import Domain
import TerminalCore

/// Search as you type: palette, help, and whatever is picked.
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
    case .home where picker.query.text.isEmpty: picker.cursor = 0
    case .end where picker.query.text.isEmpty: picker.cursor = count - 1
    default:
      let old = picker
      guard let outcome = picker.query.handle(key, at: now, clip: &clip) else { return nil }
      guard picker.query.text.unicodeScalars.count <= Picker.longest else {
        say("A search has at most \(Picker.longest) letters.", .warning)
        return old
      }
      if let words = outcome.notice?.words { say(words, .warning) }
      if picker.query.text != old.query.text { picker.cursor = 0 }
      return picker
    }
    picker.cursor = max(0, min(picker.cursor, count - 1))
    return picker
  }

  mutating func handlePalette(_ key: Key, _ picker: Picker) -> [Effect] {
    let lines = PaletteList.lines(of: self, query: picker.query.text)
    if key == .escape || keymap.command(for: key, in: .everywhere) == .palette {
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
    let lines = HelpList.lines(of: self, query: picker.query.text).filter { !$0.keys.isEmpty }
    if key == .escape || key == .function(1) {
      prompt = nil
    } else if key == .enter {
      guard lines.indices.contains(picker.cursor) else { return [] }
      guard let line = lines[picker.cursor].command else {
        sayAboutKey("That is only told here; nothing runs. Esc goes back.", .warning)
        return []
      }
      guard lines[picker.cursor].isHere else {
        prompt = nil
        sayAboutKey("\"\(line.info.title)\" is for \(lines[picker.cursor].place).", .warning)
        return []
      }
      return runFromList(line)
    } else if let moved = moved(picker, by: key, count: lines.count) {
      prompt = .help(moved)
    }
    return []
  }

  // MARK: Picking

  mutating func handle(_ key: Key, in pick: PickPrompt) -> [Effect] {
    let lines = PickList.lines(of: self, pick)
    if key == .escape {
      guard pick.purpose != .counselor || staffID != nil else {
        sayAboutKey("Choose who sits here, or Ctrl-Q quits.", .question)
        return []
      }
      prompt = nil
    } else if key == .enter {
      guard lines.indices.contains(pick.picker.cursor) else { return [] }
      return choose(lines[pick.picker.cursor], for: pick.purpose)
    } else if let moved = moved(pick.picker, by: key, count: lines.count) {
      prompt = .pick(PickPrompt(pick.purpose, picker: moved))
    }
    return []
  }

  private mutating func choose(_ line: PickList.Line, for purpose: PickPurpose) -> [Effect] {
    switch (purpose, line.item) {
    case (.walkIn(let session), .client(let client, let episode)):
      guard let episode else {
        say("\(name(of: client)): \(line.text)", .warning)
        return []
      }
      prompt = nil
      return perform(.session(session, .walkIn(client, episode)))
    case (.counselor, .staff(let id)): return sitDown(id)
    case (.topic(let session), .topic(let topic)):
      prompt = nil
      return perform(.session(session, .topic(topic)))
    case (.field(let field, _), _):
      guard case .form(var form) = covered.popLast() else { return [] }
      let label = line.left.isEmpty ? line.text : "\(line.left)  \(line.text)"
      form.take(Choice(line.item.identifier, label), into: field)
      prompt = .form(form)
      return []
    case (.walkIn, _), (.counselor, _), (.topic, _): return []
    }
  }

  private mutating func sitDown(_ id: StaffID) -> [Effect] {
    if let refusal = data.refusalToSit(id) {
      say(refusal.message, .warning)
      return []
    }
    prompt = nil
    day.session = nil
    let effects = begin(as: id)
    say("Good day, \(data.staff[id]?.name ?? "").")
    return [.remember(theme: themeName, counselor: id)] + effects
  }
}
