/// What is to be kept about a client beside the sessions.
package enum FollowUpRequest: Hashable, Sendable {
  case outreach(ClientID, OutreachAttempt, as: FollowUpID)
  case decision(ClientID, TeamDecision, words: String?, as: FollowUpID)

  package var clientID: ClientID {
    switch self {
    case .outreach(let client, _, _), .decision(let client, _, _, _): client
    }
  }
}

/// An attempt to reach a client.
package struct OutreachAttempt: Hashable, Sendable {
  package var channel: OutreachChannel
  package var result: OutreachResult
  package var words: String?
  /// When to try again; nil leaves it to the ladder.
  package var nextDueAt: Instant?

  package init(
    _ channel: OutreachChannel = .call,
    _ result: OutreachResult,
    words: String? = nil,
    nextDueAt: Instant? = nil
  ) {
    self.channel = channel
    self.result = result
    self.words = words
    self.nextDueAt = nextDueAt
  }
}

extension ProgramData {
  /// The change that keeps it, not yet applied.
  ///
  /// - Throws: `RuleViolation` where the client doesn't allow that way, or isn't in the program.
  package func change(
    _ request: FollowUpRequest,
    stamp: Stamp
  ) throws(RuleViolation) -> Change {
    try allowMarks(by: stamp.staff, isArrival: false)
    let today = today(at: stamp.now)
    guard clients[request.clientID] != nil else { throw .notLoaded }
    guard let stay = stays(of: request.clientID).last, stay.isOpen(on: today) else {
      throw .wrongState("Not in the program on that day; nothing was kept.")
    }
    let made = try followUp(request, stay: stay, stamp)
    return newChange(stamp, edits: [.followUp(made.id, RecordEdit(before: nil, after: made))])
  }

  private func followUp(
    _ request: FollowUpRequest,
    stay: Episode,
    _ stamp: Stamp
  ) throws(RuleViolation) -> FollowUp {
    switch request {
    case .outreach(let client, let attempt, let id):
      try check(attempt, to: client, at: stamp.now)
      var made = FollowUp(
        id: id,
        of: client,
        in: stay.id,
        kind: .known(.outreach),
        at: stamp.now,
        by: stamp.staff
      )
      made.cause = outreach(of: client, asOf: stamp.now)?.missed.first
      (made.channel, made.result) = (.known(attempt.channel), .known(attempt.result))
      (made.words, made.nextDueAt) = (attempt.words, attempt.nextDueAt)
      return made
    case .decision(let client, let decision, let words, let id):
      var made = FollowUp(
        id: id,
        of: client,
        in: stay.id,
        kind: .known(.teamDecision),
        at: stamp.now,
        by: stamp.staff
      )
      (made.decision, made.words) = (.known(decision), words)
      return made
    }
  }

  /// Nothing is tried in a way that the client doesn't allow.
  private func check(
    _ attempt: OutreachAttempt,
    to client: ClientID,
    at now: Instant
  ) throws(RuleViolation) {
    if let next = attempt.nextDueAt, next <= now {
      throw .timeOutOfRange("The next attempt is still to come.")
    }
    guard attempt.result != .notAttempted else { return }
    let phones = clients[client]?.phones ?? []
    switch attempt.channel {
    case .call:
      guard phones.contains(where: \.okToCall) || phones.isEmpty else {
        throw .wrongState("The client doesn't want to be called.")
      }
      if attempt.result == .leftMessage, !phones.contains(where: \.okVoicemail) {
        throw .wrongState("No voicemail: the client doesn't allow messages. n is no answer.")
      }
    case .text:
      guard phones.contains(where: \.okToText) else {
        throw .wrongState("No texts: the client doesn't allow them.")
      }
    case .contactPerson:
      throw .wrongState("Only with the client's consent may a contact person be asked.")
    case .email, .letter, .homeVisit: break
    }
  }
}
