/// Who pays for a stay.
///
/// - Source: `domain.md` 4.2.
package struct Payer: Hashable, Sendable {
  package var kind: Coded<PayerKind>
  package var name: String?

  package init(kind: Coded<PayerKind>, name: String? = nil) {
    self.kind = kind
    self.name = name
  }
}

/// Stored words, for ever.
package enum PayerKind: String, Hashable, Sendable, CaseIterable {
  case medicaid, medicare, commercial, grant
  case selfPay = "self_pay"
}

/// What a payer agreed to, for a time.
package struct Authorization: Hashable, Sendable {
  package var number: String
  package var from: CalendarDate
  package var to: CalendarDate
  /// The code of the service: "H0015" is a day of the program.
  package var service: String
  package var units: Int

  package init(
    number: String,
    from: CalendarDate,
    to: CalendarDate,
    service: String = "H0015",
    units: Int
  ) {
    self.number = number
    self.from = from
    self.to = to
    self.service = service
    self.units = units
  }
}

extension ProgramData {
  /// The units of an authorization that are used, of the loaded weeks.
  ///
  /// A unit is a day of the program that qualifies, and for other services a quarter of an hour of
  /// kept individual sessions, by the rounding of the service date.
  package func unitsUsed(
    of authorization: Authorization,
    by client: ClientID,
    asOf now: Instant
  ) -> Int {
    let today = min(today(at: now), authorization.to)
    guard authorization.from <= today else { return 0 }
    guard authorization.service != "H0015" else {
      let days = CalendarDate.days(from: authorization.from, to: today)
      let halves = (0...days).reduce(0) { sum, offset in
        sum + perDiemHalves(of: client, on: authorization.from.adding(days: offset), now: now)
      }
      // A half that is left over is a unit that isn't there any more.
      return (halves + 1) / 2
    }
    return appointments.values.reduce(0) { sum, meeting in
      guard meeting.clientID == client, meeting.state.status.isKept,
        authorization.from <= meeting.serviceDate, meeting.serviceDate <= today
      else { return sum }
      let end = meeting.state.actualEnd ?? meeting.state.scheduledEnd
      let start = meeting.state.actualStart ?? meeting.state.scheduledStart
      let minutes = Interval(start: start, end: end).minutes
      return sum + rules(on: meeting.serviceDate).units(of: minutes)
    }
  }

  /// Whether all is loaded that the units of an authorization are counted by.
  package func isCounted(_ authorization: Authorization, on today: CalendarDate) -> Bool {
    let last = min(today, authorization.to)
    guard authorization.from <= last else { return true }
    let days = CalendarDate.days(from: authorization.from, to: last)
    return stride(from: 0, through: days, by: 7).allSatisfy {
      isLoaded(authorization.from.adding(days: $0))
    } && isLoaded(last)
  }

  /// The weeks that have to be loaded for the units of all authorizations in force, the latest first.
  ///
  /// At most two years back, where no payer's authorization reaches.
  package func weeksOfAuthorizations(on today: CalendarDate) -> [CalendarDate] {
    weeks(
      of: episodes.values.filter { $0.dischargedOn == nil && $0.enteredInError == nil }
        .flatMap(\.authorizations),
      on: today
    )
  }

  /// The same for some of them.
  package func weeks(of authorizations: [Authorization], on today: CalendarDate) -> [CalendarDate] {
    let inForce = authorizations.filter { $0.from <= today && today <= $0.to }
    guard let first = inForce.map(\.from).min() else { return [] }
    let earliest = weekStart(of: first)
    var weeks = [weekStart(of: today)]
    while let last = weeks.last, earliest < last, weeks.count < 105 {
      weeks.append(weekStart(-1, weeksFrom: last))
    }
    return weeks
  }

  /// "2 units" or "3 days" where an authorization runs out soon; nil where it doesn't.
  package func whatIsLeft(of one: Authorization, _ stay: Episode, _ now: Instant) -> String? {
    let left = one.units - unitsUsed(of: one, by: stay.clientID, asOf: now)
    let days = CalendarDate.days(from: today(at: now), to: one.to)
    if left <= max(2, one.units / 10) { return left == 1 ? "1 unit" : "\(max(0, left)) units" }
    return days <= 7 ? (days == 1 ? "1 day" : "\(days) days") : nil
  }
}

extension RuleSet {
  /// A rounding that this version doesn't know takes each quarter that was begun, so that nothing is
  /// promised that may be used up.
  fileprivate func units(of minutes: Int) -> Int {
    unitRounding.value?.units(of: minutes) ?? (max(0, minutes) + 14) / 15
  }
}
