import Domain

extension CommandError {
  /// A rule that refuses, worded for a command line and without names.
  init(_ violation: RuleViolation) {
    self.init(Self.status(of: violation), Self.sentence(of: violation))
  }

  private static func status(of violation: RuleViolation) -> ExitStatus {
    switch violation {
    case .onlyLeadOrSupervisor: .notAllowed
    case .changedSince: .locked
    case .notLoaded: .notThere
    case .notOnRoster, .nothingToDo, .needsReason, .closedNeedsReason, .unmarked, .endsEarly,
      .presentElsewhere, .timeOutOfRange, .needsTime, .onlySameDay, .wrongState, .unknownStatus,
      .needsWords:
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
    case .needsTime: "An earlier day: give the time with --at HH:MM."
    case .timeOutOfRange(let allowed):
      "That time doesn't fit. " + withoutKeys(allowed) + " Give another with --at HH:MM."
    case .wrongState(let why): withoutKeys(why)
    case .changedSince, .notLoaded, .nothingToDo, .unmarked, .endsEarly, .presentElsewhere,
      .onlyLeadOrSupervisor, .onlySameDay, .unknownStatus, .needsWords:
      violation.message
    }
  }

  /// A sentence without what it says about the keys of the screen.
  private static func withoutKeys(_ sentence: String) -> String {
    let beforeAdvice = sentence.split(separator: ";").first.map(String.init) ?? sentence
    var words = beforeAdvice
    if let bracket = words.lastIndex(of: "("), words.hasSuffix(")") || words.hasSuffix(").") {
      words = String(words[..<bracket])
      while words.hasSuffix(" ") { words.removeLast() }
    }
    return words.hasSuffix(".") ? words : words + "."
  }
}
