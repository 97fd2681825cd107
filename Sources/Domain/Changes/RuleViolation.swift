/// Why the domain refuses something, or wants a reason for it first.
package enum RuleViolation: Error, Hashable, Sendable {
  /// The value was changed by someone else since; nothing was changed now.
  case changedSince(RecordReference)
  /// The record's week isn't loaded.
  case notLoaded
  case notOnRoster
  /// Nothing would change.
  case nothingToDo(String)
  /// A rule that may be set aside with a reason.
  case needsReason(OverridableRule, String)
  /// The session is closed; a change needs a reason.
  case closedNeedsReason
  /// These clients have no mark yet, so the group can't be finished.
  case unmarked([ClientID])
  /// These clients stepped out and aren't back, so nobody knows whether they left.
  case steppedOut([ClientID])
  /// Finishing now cuts everybody's minutes; a reason is needed.
  case endsEarly(minutes: Int, planned: String)
  /// The client is present somewhere else at that time.
  case presentElsewhere(ClientID, place: String, at: Instant)
  /// A time outside what the session allows, with what is allowed.
  case timeOutOfRange(String)
  /// Now isn't the time of it, for a reason such as "an earlier day": it must be typed.
  case needsTime(String)
  case onlyLeadOrSupervisor
  /// The role doesn't allow it; a sentence.
  case notPermitted(String)
  case onlySameDay
  /// The status doesn't allow it: what, and what to do instead.
  case wrongState(String)
  /// A mark of a newer version, which this one must not change.
  case unknownStatus(String)
  case needsWords(String)
  /// A fact of a record that can't be so, in a sentence.
  case fact(RecordFact, String)
}

/// Which fact of a record a rule is about.
package enum RecordFact: Hashable, Sendable {
  case code, name, birthDate, admitted, counselor, level, levelTo
  case role, supervisor, capacity
  case weekdays, start, end, room, lead, from, to, pause
  case client, group, topics
  case diagnoses, mandate, weeklyHours
  case constraint, support, phone, notTogether, email, notice
}

extension RuleViolation {
  private static let allTheSame = " Why then all the same?"

  /// What speaks against something that may be right all the same.
  static func doubts(_ doubts: [String]) -> RuleViolation {
    .needsWords(doubts.joined(separator: " ") + allTheSame)
  }

  /// The doubts without the question; nil for anything else.
  var doubts: String? {
    guard case .needsWords(let words) = self, words.hasSuffix(Self.allTheSame) else { return nil }
    return String(words.dropLast(Self.allTheSame.count))
  }

  /// A sentence for the status line or the command line; the way on is in it.
  package var message: String {
    switch self {
    case .changedSince:
      "Someone else changed this meanwhile. Nothing was changed; look again, then decide."
    case .notLoaded: "That day isn't open. Nothing was changed."
    case .notOnRoster: "Not on this roster. a adds a walk-in."
    case .nothingToDo(let why): why
    case .needsReason(_, let why): why + " Give a reason to go on."
    case .closedNeedsReason: "This group is finished. A change needs a reason."
    case .unmarked(let clients):
      clients.count == 1
        ? "One person isn't marked yet." : "\(clients.count) people aren't marked yet."
    case .steppedOut(let clients):
      clients.count == 1
        ? "One person stepped out and isn't back."
        : "\(clients.count) people stepped out and aren't back."
    case .endsEarly(let minutes, let planned):
      "Planned until \(planned): \(minutes) minutes early, for everybody. Give a reason to end it."
    case .presentElsewhere(_, let place, _):
      "Already present in \(place) at that time. End that first, or give another time."
    case .timeOutOfRange(let allowed): "That time doesn't fit. " + allowed
    case .needsTime(let why): "The time must be typed: \(why)."
    case .onlyLeadOrSupervisor: "Only the lead or a supervisor may do this."
    case .notPermitted(let why): why
    case .onlySameDay: "Only on the same day. Ask a supervisor for a correction."
    case .wrongState(let why): why
    case .unknownStatus(let word):
      "The mark \"\(word)\" is of a newer version of the program; this one can't change it."
    case .needsWords(let what): what
    case .fact(_, let why): why
    }
  }
}
