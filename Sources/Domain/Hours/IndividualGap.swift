/// How long ago a client's last individual session was.
///
/// - Source: BR-20.
package struct IndividualGap: Hashable, Sendable {
  /// Whole days since `last`; without one, since admission or the edge of what is loaded.
  package var days: Int
  /// The last kept individual session; nil where there is none in the loaded weeks.
  package var last: CalendarDate?
  package var level: IndividualGapLevel
  /// Whether the days are at least so many: the weeks before aren't loaded.
  package var isCut: Bool

  package init(days: Int, last: CalendarDate?, level: IndividualGapLevel, isCut: Bool) {
    self.days = days
    self.last = last
    self.level = level
    self.isCut = isCut
  }
}

package enum IndividualGapLevel: Hashable, Sendable, CaseIterable {
  case none, warn, alert, breach
}

extension ProgramData {
  /// Days since the client's last kept individual session of the latest episode.
  ///
  /// Individual sessions are those of the kinds individual, crisis and plan review. More days than
  /// the rule set's warn, alert and breach days give the level; exactly so many don't.
  ///
  /// - Returns: Nil when the client has no episode open on that moment's date.
  /// - Source: BR-20.
  package func individualGap(of client: ClientID, asOf now: Instant) -> IndividualGap? {
    let today = today(at: now)
    guard let episode = latestEpisode(of: client, on: today), episode.isOpen(on: today) else {
      return nil
    }
    let rules = rules(on: today)
    var week = weekStart(of: today)
    var edge = today
    while let index = weeks[week], episode.admittedOn <= weekEnd(from: week) {
      if let last = lastIndividual(of: client, in: index, now: now) {
        guard episode.admittedOn <= last else { break }
        let days = CalendarDate.days(from: last, to: today)
        return IndividualGap(days: days, last: last, level: rules.gapLevel(days), isCut: false)
      }
      edge = week
      week = weekStart(of: week.adding(days: -1))
    }
    let isCut = episode.admittedOn < edge
    let days = CalendarDate.days(from: isCut ? edge : episode.admittedOn, to: today)
    return IndividualGap(days: days, last: nil, level: rules.gapLevel(days), isCut: isCut)
  }

  private func lastIndividual(of client: ClientID, in index: WeekIndex, now: Instant)
    -> CalendarDate?
  {
    var last: CalendarDate?
    for id in index.appointmentsByClient[client] ?? [] {
      guard let appointment = appointments[id], appointment.isKeptIndividual,
        appointment.state.scheduledStart <= now
      else { continue }
      last = max(last ?? appointment.serviceDate, appointment.serviceDate)
    }
    return last
  }
}

extension Appointment {
  fileprivate var isKeptIndividual: Bool {
    state.status.isKept
      && (kind == .known(.individual) || kind == .known(.crisis) || kind == .known(.planReview))
  }
}

extension RuleSet {
  fileprivate func gapLevel(_ days: Int) -> IndividualGapLevel {
    if days > individualGapBreachDays { return .breach }
    if days > individualGapAlertDays { return .alert }
    return days > individualGapWarnDays ? .warn : .none
  }
}
