/// Something that was done about a client beside the sessions, once: an attempt to reach them, or
/// what the team decided.
///
/// It is made and never changed; taking it back leaves it aside. What is to be done next isn't
/// stored: it follows from attendance and from these.
///
/// - Source: `domain.md` 4.23, K7, K11.
package struct FollowUp: Hashable, Sendable {
  package let id: FollowUpID
  package let clientID: ClientID
  package let episodeID: EpisodeID
  package var kind: Coded<FollowUpKind>
  package var at: Instant
  package var by: StaffID
  /// The first missed day of the run of days that an attempt is about.
  package var cause: CalendarDate?
  package var channel: Coded<OutreachChannel>?
  package var result: Coded<OutreachResult>?
  /// When to try again, set by hand; nil leaves it to the ladder.
  package var nextDueAt: Instant?
  package var decision: Coded<TeamDecision>?
  /// A few words of who did it.
  package var words: String?
  package var history: [HistoryEntry<RecordEdit<FollowUp>>] = []
  package var isWithdrawn = false

  package init(
    id: FollowUpID,
    of clientID: ClientID,
    in episodeID: EpisodeID,
    kind: Coded<FollowUpKind>,
    at: Instant,
    by: StaffID
  ) {
    self.id = id
    self.clientID = clientID
    self.episodeID = episodeID
    self.kind = kind
    self.at = at
    self.by = by
  }
}

/// Stored words, for ever.
package enum FollowUpKind: String, Hashable, Sendable, CaseIterable {
  case outreach
  case teamDecision = "team_decision"
}

/// Stored words, for ever.
package enum OutreachChannel: String, Hashable, Sendable, CaseIterable {
  case call, text, email, letter
  case homeVisit = "home_visit"
  case contactPerson = "contact_person"

  package var word: String {
    switch self {
    case .call: "called"
    case .text: "texted"
    case .email: "wrote an email"
    case .letter: "sent a letter"
    case .homeVisit: "visited"
    case .contactPerson: "asked a contact person"
    }
  }
}

/// Stored words, for ever.
package enum OutreachResult: String, Hashable, Sendable, CaseIterable {
  case reached, declined, hospitalised, incarcerated
  case leftMessage = "left_message"
  case noAnswer = "no_answer"
  case wrongNumber = "wrong_number"
  case numberDisconnected = "number_disconnected"
  case returnedToCare = "returned_to_care"
  case notAttempted = "not_attempted"

  package var word: String {
    switch self {
    case .reached: "reached"
    case .declined: "reached, declined"
    case .hospitalised: "in hospital"
    case .incarcerated: "in jail"
    case .leftMessage: "left a message"
    case .noAnswer: "no answer"
    case .wrongNumber: "wrong number"
    case .numberDisconnected: "number disconnected"
    case .returnedToCare: "back in care"
    case .notAttempted: "not attempted"
    }
  }

  /// Whether it is known by it where the client is, so that no further attempt is due.
  package var isContact: Bool {
    switch self {
    case .reached, .declined, .hospitalised, .incarcerated, .returnedToCare: true
    case .leftMessage, .noAnswer, .wrongNumber, .numberDisconnected, .notAttempted: false
    }
  }
}

/// What a treatment team decides about a client; stored words, for ever.
package enum TeamDecision: String, Hashable, Sendable, CaseIterable {
  case `continue`, discharge
  case stepUp = "step_up"
  case stepDown = "step_down"
  case extraSession = "extra_session"

  package var word: String {
    switch self {
    case .continue: "continue"
    case .discharge: "discharge"
    case .stepUp: "step up"
    case .stepDown: "step down"
    case .extraSession: "extra session"
    }
  }
}

extension FollowUp: KeptRecord {}
