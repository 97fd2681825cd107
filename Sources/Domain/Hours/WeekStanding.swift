/// Where a client stands in one week: the episodes that are open in it, and the days they cover.
///
/// Made once per question, so that each row of the week is judged without another search.
struct WeekStanding {
  let client: ClientID
  let first: CalendarDate
  let last: CalendarDate
  /// Those open on at least one day of the week, by admission; never empty.
  let episodes: [Episode]
  /// In force on the week's first day.
  let rules: RuleSet
  /// Whether they hold for all of the week.
  let hasOneRuleSet: Bool

  /// Whether one episode covers all of its days.
  var isWhole: Bool { episodes.count == 1 && episodes[0].covers(first, last) }

  /// False in a week that is cut short.
  var hasSevenDays: Bool { CalendarDate.days(from: first, to: last) == 6 }

  func episode(on date: CalendarDate) -> Episode? { place(on: date).map { episodes[$0] } }

  func isOpen(on date: CalendarDate) -> Bool { place(on: date) != nil }

  /// Whether nobody waits for the client on the date: on leave, or not in an open episode.
  func isAway(on date: CalendarDate) -> Bool {
    guard let place = place(on: date) else { return true }
    return !episodes[place].leaves.isEmpty && episodes[place].leave(on: date) != nil
  }

  /// The index of the episode that is open on the date, found without copying it.
  private func place(on date: CalendarDate) -> Int? {
    for place in episodes.indices.reversed() where episodes[place].isOpen(on: date) {
      return place
    }
    return nil
  }
}

extension Episode {
  /// Whether some day from the first to the last, both included, is one of the episode's.
  func isOpen(between first: CalendarDate, _ last: CalendarDate) -> Bool {
    enteredInError == nil && admittedOn <= last && first <= (dischargedOn ?? first)
  }

  /// Whether all days from the first to the last are the episode's.
  func covers(_ first: CalendarDate, _ last: CalendarDate) -> Bool {
    enteredInError == nil && admittedOn <= first && last <= (dischargedOn ?? last)
  }
}

extension ProgramData {
  /// Nil when the client has no episode open in the week, or is entered in error.
  ///
  /// Constant time for a client with a row or an appointment in the week and an episode that covers
  /// it; else a search through the episodes.
  func standing(of client: ClientID, week first: CalendarDate, in index: WeekIndex)
    -> WeekStanding?
  {
    guard clients[client]?.enteredInError == nil else { return nil }
    let last = weekEnd(from: first)
    var found: [Episode] = []
    if let episode = mentionedEpisode(of: client, in: index), episode.covers(first, last) {
      found = [episode]
    } else {
      for episode in episodes.values
      where episode.clientID == client && episode.isOpen(between: first, last) {
        found.append(episode)
      }
      found.sort { ($0.admittedOn, $0.id) < ($1.admittedOn, $1.id) }
    }
    guard !found.isEmpty else { return nil }
    return WeekStanding(
      client: client,
      first: first,
      last: last,
      episodes: found,
      rules: rules(on: first),
      hasOneRuleSet: !rulesChange(after: first, through: last)
    )
  }

  /// Whether another rule set begins to hold in the span.
  private func rulesChange(after first: CalendarDate, through last: CalendarDate) -> Bool {
    ruleSets.indices.contains { place in
      let from = ruleSets[place].effectiveFrom
      guard !(first < from && from <= last) else { return true }
      return ruleSets[place].effectiveTo.map { first <= $0 && $0 < last } ?? false
    }
  }

  /// The latest episode that began on the date or before; nil where none is known.
  func latestEpisode(of client: ClientID, on date: CalendarDate) -> Episode? {
    if let index = weeks[weekStart(of: date)],
      let episode = mentionedEpisode(of: client, in: index), episode.isOpen(on: date)
    {
      return episode
    }
    var best: Episode?
    for episode in episodes.values
    where episode.clientID == client && episode.enteredInError == nil && episode.admittedOn <= date
    {
      if let known = best, known.admittedOn >= episode.admittedOn { continue }
      best = episode
    }
    return best
  }

  /// The episode that the client's first row or appointment of a week belongs to.
  private func mentionedEpisode(of client: ClientID, in index: WeekIndex) -> Episode? {
    if let id = index.sessionsByClient[client]?.first, let session = sessions[id],
      let place = session.place(of: client)
    {
      return episodes[session.rows[place].episodeID]
    }
    guard let id = index.appointmentsByClient[client]?.first else { return nil }
    return appointments[id].flatMap { episodes[$0.episodeID] }
  }
}

extension GroupSession {
  /// The index of a client's row, found without copying the others.
  func place(of client: ClientID) -> Int? {
    for place in rows.indices where rows[place].clientID == client { return place }
    return nil
  }
}
