import Domain

extension CommandError {
  /// A rule that refuses, worded for a command line and without names.
  init(_ violation: RuleViolation) {
    self.init(Self.status(of: violation), Self.sentence(of: violation))
  }

  private static func status(of violation: RuleViolation) -> ExitStatus {
    switch violation {
    case .onlyLeadOrSupervisor, .notPermitted: .notAllowed
    case .changedSince: .locked
    case .notLoaded: .notThere
    case .notOnRoster, .nothingToDo, .needsReason, .closedNeedsReason, .unmarked, .steppedOut,
      .endsEarly, .presentElsewhere, .timeOutOfRange, .needsTime, .onlySameDay, .wrongState,
      .unknownStatus,
      .needsWords, .fact:
      .badData
    }
  }

  private static func sentence(of violation: RuleViolation) -> String {
    switch violation {
    case .notOnRoster: "That client isn't on the roster of this group on this day."
    case .needsReason(.doNotPair, _):
      "Somebody is in that room with whom this client must not be. "
        + "Give a reason with --because TEXT to go on."
    case .needsReason(_, let why): why + " Give a reason with --because TEXT to go on."
    case .closedNeedsReason:
      "This group is finished. Give a reason for the change with --because TEXT."
    case .needsTime(let why):
      why.prefix(1).uppercased() + why.dropFirst() + ": give the time with --at HH:MM."
    case .timeOutOfRange(let allowed):
      "That time doesn't fit. " + withoutKeys(allowed) + " Give another with --at HH:MM."
    case .wrongState(let why): withoutKeys(why)
    case .changedSince, .notLoaded, .nothingToDo, .unmarked, .steppedOut, .endsEarly,
      .presentElsewhere,
      .onlyLeadOrSupervisor, .notPermitted, .onlySameDay, .unknownStatus, .needsWords, .fact:
      violation.message
    }
  }

  /// Sentences without what they say about the keys of the screen: "b begins it now".
  private static func withoutKeys(_ text: String) -> String {
    let beforeAdvice = text.split(separator: ";").first.map(String.init) ?? text
    let sentences = beforeAdvice.split(separator: ".").map(trimmed).filter { sentence in
      let first = sentence.split(separator: " ").first ?? ""
      return first.count > 1 && first != "Esc,"
    }
    return sentences.map { withoutBrackets($0) + "." }.joined(separator: " ")
  }

  private static func withoutBrackets(_ sentence: String) -> String {
    guard sentence.hasSuffix(")"), let bracket = sentence.lastIndex(of: "(") else {
      return sentence
    }
    return trimmed(sentence[..<bracket])
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
