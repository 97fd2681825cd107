import Domain

/// Which of a rule set's values a setting is, and what it may be.
enum SettingValue: Sendable {
  case number(any WritableKeyPath<RuleSet, Int> & Sendable, ClosedRange<Int>)
  case orOff(any WritableKeyPath<RuleSet, Int?> & Sendable, ClosedRange<Int>)
  case truth(any WritableKeyPath<RuleSet, Bool> & Sendable)
  /// Hard is true.
  case hardness(any WritableKeyPath<RuleSet, Bool> & Sendable)
  case weekday(any WritableKeyPath<RuleSet, Weekday> & Sendable)
  case word(any WritableKeyPath<RuleSet, String> & Sendable, [String])
  /// As many of some words as hold, in their order.
  case list(any WritableKeyPath<RuleSet, [String]> & Sendable, [String])
  /// Words of the program's own.
  case ownWords(any WritableKeyPath<RuleSet, [String]> & Sendable)
  /// A line of text of at most so many letters.
  case line(any WritableKeyPath<RuleSet, String> & Sendable, Int)

  /// The same, where nothing is what the program was made with.
  case name(any WritableKeyPath<RuleSet, String> & Sendable, Int)
  /// What nobody changes.
  case fixed

  static let none = "none"
  static let asMade = "as made"
  static let stays = "stays"
  static let mostOwnWords = 20
  static let longestOwnWord = 40

  func words(in rules: RuleSet) -> String {
    switch self {
    case .number(let path, _): "\(rules[keyPath: path])"
    case .orOff(let path, _): rules[keyPath: path].map { "\($0)" } ?? "off"
    case .truth(let path): rules[keyPath: path] ? "yes" : "no"
    case .hardness(let path): rules[keyPath: path] ? "hard" : "soft"
    case .weekday(let path): rules[keyPath: path].name.lowercased()
    case .word(let path, _), .line(let path, _): rules[keyPath: path]
    case .list(let path, _), .ownWords(let path): Self.joined(rules[keyPath: path])
    case .name(let path, _): rules[keyPath: path].isEmpty ? Self.asMade : rules[keyPath: path]
    case .fixed: Self.stays
    }
  }

  private static func joined(_ words: [String]) -> String {
    words.isEmpty ? none : words.joined(separator: ", ")
  }

  var allowed: String {
    switch self {
    case .number(_, let range): "\(range.lowerBound)-\(range.upperBound)"
    case .orOff(_, let range): "\(range.lowerBound)-\(range.upperBound) or off"
    case .list(_, let words):
      words.count > 8
        ? "any of \(words.count); Enter shows them" : "any of " + words.joined(separator: ", ")
    case .ownWords:
      "none, or up to \(Self.mostOwnWords) with commas between, "
        + "each of at most \(Self.longestOwnWord) letters"
    case .line(_, let most), .name(_, let most): "a line of at most \(most) letters"
    case .fixed: "no other"
    case .truth, .hardness, .weekday, .word: options.joined(separator: ", ")
    }
  }

  /// What is chosen from; empty where the value is typed.
  var options: [String] {
    switch self {
    case .truth: ["yes", "no"]
    case .hardness: ["hard", "soft"]
    case .weekday: Weekday.allCases.map { $0.name.lowercased() }
    case .word(_, let words), .list(_, let words): words
    case .number, .orOff, .ownWords, .line, .name, .fixed: []
    }
  }

  func set(_ text: String, in rules: inout RuleSet) -> Bool {
    let typed = text.withoutOuterSpaces
    let text = typed.folded
    switch self {
    case .number(let path, let range):
      guard let number = Int(text), range.contains(number) else { return false }
      rules[keyPath: path] = number
    case .orOff(let path, let range):
      if text == "off" {
        rules[keyPath: path] = nil
      } else {
        guard let number = Int(text), range.contains(number) else { return false }
        rules[keyPath: path] = number
      }
    case .truth(let path), .hardness(let path):
      guard let place = options.firstIndex(of: text) else { return false }
      rules[keyPath: path] = place == 0
    case .weekday(let path):
      guard let weekday = Weekday(name: text) else { return false }
      rules[keyPath: path] = weekday
    case .word(let path, let words):
      guard let word = words.first(where: { $0.folded == text }) else { return false }
      rules[keyPath: path] = word
    case .list(let path, let words):
      let wanted = Set(Self.parts(of: text))
      guard wanted.isSubset(of: words.map(\.folded)) else { return false }
      rules[keyPath: path] = words.filter { wanted.contains($0.folded) }
    case .ownWords(let path):
      let words = Self.parts(of: typed)
      guard words.count <= Self.mostOwnWords,
        words.allSatisfy({ $0.count <= Self.longestOwnWord }),
        Set(words.map(\.folded)).count == words.count
      else { return false }
      rules[keyPath: path] = words
    case .line(let path, let most):
      guard !typed.isEmpty, typed.count <= most else { return false }
      rules[keyPath: path] = typed
    case .name(let path, let most):
      guard !typed.isEmpty, typed.count <= most else { return false }
      rules[keyPath: path] = text == Self.asMade ? "" : typed
    case .fixed: return text == Self.stays
    }
    return true
  }

  /// "a, b" as its words; nothing, and "none", are no words.
  private static func parts(of text: String) -> [String] {
    guard text.folded != none else { return [] }
    return text.split(separator: ",").map(\.withoutOuterSpaces).filter { !$0.isEmpty }
  }
}

/// The field in which it is set.
extension SettingValue {
  var field: FieldKind {
    let choices = options.map { Choice($0, FormChoices.spoken($0)) }
    return switch self {
    case .truth, .hardness, .weekday, .word: .choice(choices)
    case .list: .choices(choices)
    case .number, .orOff, .ownWords, .line, .name, .fixed: .text
    }
  }

  /// What the field begins with.
  func answer(in rules: RuleSet) -> FieldAnswer {
    let words = words(in: rules)
    switch self {
    case .truth, .hardness, .weekday, .word: return FormChoices.one(words, of: choices)
    case .list(let path, _):
      return .chosen(rules[keyPath: path].map { Choice($0, FormChoices.spoken($0)) })
    case .number, .orOff, .ownWords, .line, .name, .fixed: return .typed(words)
    }
  }

  private var choices: [Choice] {
    switch field {
    case .choice(let choices), .choices(let choices): choices
    case .text, .longText, .lines, .language, .secret, .date, .time, .number, .weekdays, .zone,
      .hours, .pick:
      []
    }
  }

  /// The answer as it would be typed.
  func typed(_ values: FormValues) -> String {
    switch self {
    case .truth, .hardness, .weekday, .word: values.one(.value) ?? ""
    case .list: Self.joined(values.all(.value))
    case .number, .orOff, .ownWords, .line, .name, .fixed: values.text(.value) ?? ""
    }
  }

  /// A value as it is said: "end of treatment".
  func said(_ words: String) -> String { isFreelyTyped ? words : FormChoices.spoken(words) }

  /// Whether what stands there may be any words.
  var isFreelyTyped: Bool {
    switch self {
    case .ownWords, .line, .name: true
    case .number, .orOff, .truth, .hardness, .weekday, .word, .list, .fixed: false
    }
  }

  /// Whether nothing may stand in the field.
  var mayBeEmpty: Bool {
    switch self {
    case .list, .ownWords: true
    case .number, .orOff, .truth, .hardness, .weekday, .word, .line, .name, .fixed: false
    }
  }
}
