package import Domain
package import TerminalCore

extension Form {
  /// Does what a key means in a form.
  ///
  /// Up, Down, Tab and Enter go from field to field; Enter in the last one keeps the whole, Ctrl-S
  /// from anywhere.
  package mutating func handle(
    _ key: Key,
    at now: Instant,
    today: CalendarDate,
    clip: inout String
  ) -> FormOutcome {
    switch key {
    case .escape: return .leave
    case .control("s"): return .keep
    case .up where field.isInside(.up), .down where field.isInside(.down),
      .enter where field.kind.isLong:
      return type(key, at: now, clip: &clip)
    case .up, .shiftTab: return move(by: -1, today: today)
    case .down, .tab: return move(by: 1, today: today)
    case .pageUp: return move(by: -fields.count, today: today)
    case .pageDown: return move(by: fields.count, today: today)
    case .enter: return goOn(today: today)
    default: break
    }
    let outcome: FormOutcome
    switch field.kind {
    case .secret:
      guard ![.control("c"), .control("x"), .control("v")].contains(key) else {
        return .notice("What isn't shown is neither copied nor pasted by a key.")
      }
      var nowhere = ""
      outcome = type(key, at: now, clip: &nowhere)
    case .text, .longText, .lines, .language, .date, .time, .number, .weekdays,
      .zone, .hours:
      outcome = type(key, at: now, clip: &clip)
    case .choice(let options): outcome = choose(key, from: options)
    case .choices(let options): outcome = chooseMany(key, from: options)
    case .pick(let source, _): outcome = pick(key, from: source)
    }
    if outcome == .moved {
      fields[cursor].problem = nil
      problem = nil
    }
    return outcome
  }

  /// Puts a pasted text into the field.
  package mutating func paste(_ text: String, at now: Instant) {
    guard field.kind.isTyped else { return }
    fields[cursor].line.paste(text, at: now)
    fields[cursor].problem = nil
  }

  private mutating func move(by count: Int, today: CalendarDate) -> FormOutcome {
    look(today)
    cursor = max(0, min(cursor + count, fields.count - 1))
    return .moved
  }

  /// Says at once what can't be read in the field that is left; empty ones may be filled later.
  private mutating func look(_ today: CalendarDate) {
    guard !field.isEmpty, case .failure(let flaw) = field.read(today: today) else { return }
    fields[cursor].problem = flaw.words
  }

  private mutating func goOn(today: CalendarDate) -> FormOutcome {
    if case .pick(let source, _) = field.kind, field.isEmpty, field.isRequired {
      return .pick(source, query: "")
    }
    look(today)
    guard field.problem == nil else {
      fields[cursor].selectAll()
      return .moved
    }
    guard cursor < fields.count - 1 else { return .keep }
    cursor += 1
    return .moved
  }

  private mutating func type(_ key: Key, at now: Instant, clip: inout String) -> FormOutcome {
    // A form has nothing to find in.
    guard key != .control("f"), key != .function(3) else { return .unknown }
    guard let outcome = fields[cursor].line.handle(key, at: now, clip: &clip) else {
      return .unknown
    }
    if let words = outcome.notice?.words { return .notice(words) }
    return .moved
  }

  private mutating func choose(_ key: Key, from options: [Choice]) -> FormOutcome {
    guard !options.isEmpty else { return .unknown }
    let place = field.chosen.first.flatMap { options.firstIndex(of: $0) }
    switch key {
    case .left: select((place ?? 0) - 1, of: options)
    case .right, .space: select(place.map { $0 + 1 } ?? 0, of: options)
    case .home: select(0, of: options)
    case .end: select(options.count - 1, of: options)
    case .backspace, .delete:
      guard !field.isRequired else { return .notice("One of them is needed here.") }
      fields[cursor].chosen = []
    default:
      guard let letter = key.typedScalar else { return .unknown }
      let typed = String(Character(letter)).folded
      let start = place.map { $0 + 1 } ?? 0
      let order = options.indices.map { (start + $0) % options.count }
      guard let found = order.first(where: { options[$0].label.folded.hasPrefix(typed) }) else {
        return .notice("Nothing here begins with \(letter). Left and Right show all.")
      }
      select(found, of: options)
    }
    return .moved
  }

  private mutating func select(_ place: Int, of options: [Choice]) {
    fields[cursor].chosen = [options[(place + options.count) % options.count]]
  }

  private mutating func chooseMany(_ key: Key, from options: [Choice]) -> FormOutcome {
    guard !options.isEmpty else { return .unknown }
    let place = min(field.place, options.count - 1)
    switch key {
    case .left: fields[cursor].place = max(0, place - 1)
    case .right: fields[cursor].place = min(options.count - 1, place + 1)
    case .home: fields[cursor].place = 0
    case .end: fields[cursor].place = options.count - 1
    case .space:
      var chosen = Set(field.chosen)
      if chosen.remove(options[place]) == nil { chosen.insert(options[place]) }
      fields[cursor].chosen = options.filter(chosen.contains)
    default: return .unknown
    }
    return .moved
  }

  private mutating func pick(_ key: Key, from source: PickSource) -> FormOutcome {
    switch key {
    case .space: return .pick(source, query: "")
    case .backspace, .delete:
      guard !field.chosen.isEmpty else { return .moved }
      fields[cursor].chosen.removeLast()
      return .moved
    default:
      guard let letter = key.typedScalar else { return .unknown }
      return .pick(source, query: String(Character(letter)))
    }
  }
}

extension FormField {
  /// Whether Up or Down goes to another line of a long text rather than to another field.
  fileprivate func isInside(_ key: Key) -> Bool {
    guard kind.isLong else { return false }
    let place = line.buffer.cursor.paragraph
    return key == .up ? place > 0 : place < line.buffer.paragraphs.count - 1
  }
}
