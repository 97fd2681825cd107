/// The next attempt to reach a client who missed, and what it rests on.
///
/// - Source: BR-21; one ladder for each run of missed days, counted from its first miss.
package struct OutreachStep: Hashable, Sendable {
  package var clientID: ClientID
  package var kind: Kind
  package var dueAt: Instant
  /// Whether the time was set by hand at the attempt before.
  package var isSetByHand: Bool
  /// The missed days it is about, oldest first; at least one.
  package var missed: [CalendarDate]
  /// What was tried since the first of them, oldest first.
  package var attempts: [FollowUp]
  /// The client's counselor.
  package var waitsFor: StaffID?

  package enum Kind: Hashable, Sendable {
    /// From 1.
    case attempt(Int)
    case letter
  }
}

extension ProgramData {
  /// The next attempt to reach a client; nil where none is owed.
  ///
  /// It follows from what was missed and what was tried, so that it is never there twice and goes by
  /// itself when the client comes back.
  ///
  /// - Source: BR-21, `domain.md` 4.23.
  package func outreach(of client: ClientID, asOf now: Instant) -> OutreachStep? {
    stays(of: client).last.flatMap { outreach(of: client, in: $0, asOf: now) }
  }

  func outreach(of client: ClientID, in stay: Episode, asOf now: Instant) -> OutreachStep? {
    let today = today(at: now)
    guard stay.isOpen(on: today), stay.leave(on: today) == nil else { return nil }
    // Also one that another machine's clock puts a little ahead of this one.
    let tried = followUps(of: client).filter {
      $0.kind == .known(.outreach) && $0.episodeID == stay.id
    }
    var missed = missedDays(of: client, asOf: now, known: tried.last?.cause)
    guard let first = missed.first else { return nil }
    var attempts = tried.filter { program.zone.date(of: $0.at) >= first }
    if let place = attempts.lastIndex(where: { $0.result?.value?.isContact ?? false }) {
      let contact = attempts[place].at
      missed = missed.filter { (missEnd(of: client, on: $0) ?? contact) > contact }
      attempts.removeFirst(place + 1)
    }
    guard let start = missed.first.flatMap({ missEnd(of: client, on: $0) }) else { return nil }
    let most = rules(on: program.zone.date(of: start)).outreachAttempts
    guard let kind = nextStep(after: attempts, most: most) else { return nil }
    let byHand = attempts.last?.nextDueAt
    return OutreachStep(
      clientID: client,
      kind: kind,
      dueAt: byHand ?? due(kind, from: start, after: attempts.last?.at),
      isSetByHand: byHand != nil,
      missed: missed,
      attempts: attempts,
      waitsFor: stay.counselor(on: today)
    )
  }

  /// All attempts that are owed, the first due first.
  ///
  /// - Parameters:
  ///   - person: Whose clients; nil is everyone's.
  ///   - now: The moment it is asked for.
  /// - Returns: One for each client who is to be reached.
  package func dueOutreach(of person: StaffID?, asOf now: Instant) -> [OutreachStep] {
    latestStays.filter { clients[$0.key]?.enteredInError == nil }
      .compactMap { outreach(of: $0.key, in: $0.value, asOf: now) }
      .filter { person == nil || $0.waitsFor == nil || $0.waitsFor == person }
      .sorted { ($0.dueAt, $0.clientID) < ($1.dueAt, $1.clientID) }
  }

  /// What was done about a client, oldest first.
  package func followUps(of client: ClientID) -> [FollowUp] {
    (followUpsByClient[client] ?? []).compactMap { followUps[$0] }
      .sorted { ($0.at, $0.order, $0.id) < ($1.at, $1.order, $1.id) }
  }

  /// The days of the present run of missed ones, oldest first.
  ///
  /// A first day that is known from an attempt stands for weeks that aren't read.
  package func missedDays(
    of client: ClientID,
    asOf now: Instant,
    known: CalendarDate? = nil
  ) -> [CalendarDate] {
    let run = consecutiveMissedDays(of: client, asOf: now)
    guard let first = run.first, let last = run.last else { return [] }
    let count = CalendarDate.days(from: first, to: last)
    let days = (0...max(0, count)).map { first.adding(days: $0) }.filter {
      serviceDayOutcome(of: client, on: $0, now: now) == .missed
    }
    if run.isCut, let known, known < first { return [known] + days }
    return days
  }

  /// When the first thing missed on a day was over; the end of the day where its week isn't read.
  package func missEnd(of client: ClientID, on date: CalendarDate) -> Instant? {
    guard let index = weeks[weekStart(of: date)] else {
      return program.zone.instant(date, .endOfDay)
    }
    let groups = (index.sessionsByClient[client] ?? []).compactMap { id -> Instant? in
      guard let session = sessions[id], session.serviceDate == date,
        session.row(of: client)?.status == .noShow
      else { return nil }
      return session.state.actualEnd ?? session.state.scheduledEnd
    }
    let meetings = (index.appointmentsByClient[client] ?? []).compactMap { id -> Instant? in
      guard let meeting = appointments[id], meeting.serviceDate == date,
        meeting.state.status == .noShow
      else { return nil }
      return meeting.state.scheduledEnd
    }
    return (groups + meetings).min()
  }

  private func nextStep(after attempts: [FollowUp], most: Int) -> OutreachStep.Kind? {
    let letters = attempts.count { $0.channel == .known(.letter) }
    let count = attempts.count - letters
    if count < most { return .attempt(count + 1) }
    return letters == 0 ? .letter : nil
  }

  private func due(
    _ kind: OutreachStep.Kind,
    from start: Instant,
    after last: Instant?
  ) -> Instant {
    let zone = program.zone
    let first = zone.date(of: start)
    let rules = rules(on: first)
    let planned =
      switch kind {
      case .attempt(1): start.adding(minutes: rules.outreachFirstMinutes)
      case .attempt(2): zone.instant(nextBusinessDay(after: first), .noon)
      case .attempt(3): start.adding(minutes: rules.outreachThirdHours * 60)
      case .attempt: zone.instant(nextBusinessDay(after: last.map(zone.date(of:)) ?? first), .noon)
      case .letter: zone.instant(first.adding(days: rules.outreachLetterDays), .noon)
      }
    // One that came late doesn't make the next one due at the same time.
    guard let last, planned <= last else { return planned }
    return zone.instant(nextBusinessDay(after: zone.date(of: last)), .noon)
  }

  /// Neither of a weekend nor closed.
  func isBusinessDay(_ date: CalendarDate) -> Bool {
    date.weekday != .saturday && date.weekday != .sunday && !isClosed(on: date)
  }

  func nextBusinessDay(after date: CalendarDate) -> CalendarDate {
    for offset in 1...30 {
      let day = date.adding(days: offset)
      if isBusinessDay(day) { return day }
    }
    return date.adding(days: 1)
  }
}

extension FollowUp {
  /// Its place among changes: of two in one second the later one is the last.
  fileprivate var order: Int { history.first?.order ?? 0 }
}
