/// Why the team should talk about a client.
///
/// - Source: BR-21: three missed days in a row, or days without contact.
package struct TeamReview: Hashable, Sendable {
  package var clientID: ClientID
  package var reason: Reason
  package var since: CalendarDate

  package enum Reason: Hashable, Sendable {
    case missedDays(Int)
    case noContact(days: Int)
    /// So long without contact that the end of the stay is to be decided about.
    case dischargeDecision(days: Int)
  }
}

extension ProgramData {
  /// Why the team should talk about a client.
  ///
  /// A decision of the team closes it, until the client misses again.
  ///
  /// - Returns: Nil where nothing is open.
  package func teamReview(of client: ClientID, asOf now: Instant) -> TeamReview? {
    stays(of: client).last.flatMap { teamReview(of: client, in: $0, asOf: now) }
  }

  func teamReview(of client: ClientID, in stay: Episode, asOf now: Instant) -> TeamReview? {
    let today = today(at: now)
    guard stay.isOpen(on: today), stay.leave(on: today) == nil else { return nil }
    let done = followUps(of: client).filter { $0.episodeID == stay.id }
    let missed = missedDays(of: client, asOf: now, known: done.last?.cause)
    guard let last = missed.last else { return nil }
    let rules = rules(on: today)
    let decided = done.last { $0.kind == .known(.teamDecision) }?.at
    if let decided, decided > missEnd(of: client, on: last) ?? decided { return nil }
    let contact = done.last { $0.result?.value?.isContact ?? false }.map {
      program.zone.date(of: $0.at)
    }
    // Who comes once a week isn't out of reach before the first miss.
    let since = max(contact ?? missed[0], missed[0])
    let days = CalendarDate.days(from: since, to: today)
    if days >= rules.dischargeDecisionDays {
      return TeamReview(clientID: client, reason: .dischargeDecision(days: days), since: since)
    }
    if missed.count >= rules.teamReviewMissedDays {
      return TeamReview(
        clientID: client,
        reason: .missedDays(missed.count),
        since: missed[rules.teamReviewMissedDays - 1]
      )
    }
    guard days >= rules.teamReviewContactDays else { return nil }
    return TeamReview(clientID: client, reason: .noContact(days: days), since: since)
  }
}
