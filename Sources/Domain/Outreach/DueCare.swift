/// What the rules ask for every so many days.
///
/// - Source: BR-20, BR-41 to BR-43.
extension ProgramData {
  /// The day on which a plan is to be reviewed.
  ///
  /// The one it names, else so many days after its first or after the last review that was kept. A
  /// review that was kept on the day it names, or later, moves it on.
  package func reviewDue(of plan: TreatmentPlan, asOf now: Instant) -> CalendarDate {
    let kept = lastKept(of: plan.clientID, since: plan.effectiveFrom, asOf: now) {
      $0 == .known(.planReview)
    }
    if let named = plan.nextReviewDue, kept.map({ $0 < named }) ?? true { return named }
    let last = kept ?? plan.effectiveFrom
    return last.adding(days: rules(on: last).planReviewDays)
  }

  /// What is due of a client's plan, assessment and family on a day or soon, with the days.
  func dueCare(
    of client: ClientID,
    _ stay: Episode,
    asOf now: Instant
  ) -> [(kind: DueTask.Kind, on: CalendarDate)] {
    let today = today(at: now)
    var due: [(kind: DueTask.Kind, on: CalendarDate)] = []
    if let plan = plans[client]?.last(where: { $0.isActive(on: today) }) {
      let review = reviewDue(of: plan, asOf: now)
      due.append((.planReview(review), review))
    } else if let first = firstPlanDue(of: client, stay) {
      due.append((.firstPlan(first), first))
    }
    if let assessed = careBegins(of: client, stay, asOf: now, .assessment),
      let days = rules(on: assessed).asamReassessDays
    {
      let next = assessed.adding(days: days)
      due.append((.reassessment(next), next))
    }
    if let family = careBegins(of: client, stay, asOf: now, .family),
      let days = rules(on: family).familyContactEveryDays
    {
      let next = family.adding(days: days)
      due.append((.familySession(next), next))
    }
    return due.filter { $0.on <= today.adding(days: 3) && !isBooked($0.kind, client, after: now) }
  }

  /// Nil in a program that keeps no plans here, for who had one in this stay, and where the rule is off.
  private func firstPlanDue(of client: ClientID, _ stay: Episode) -> CalendarDate? {
    guard !plans.isEmpty, !(plans[client] ?? []).contains(where: { $0.episodeID == stay.id })
    else { return nil }
    return rules(on: stay.admittedOn).planInitialDueDays.map { stay.admittedOn.adding(days: $0) }
  }

  /// The day from which the next one of a kind of care is due: that of the last kept appointment of
  /// the stay, else the admission.
  ///
  /// Looks back from this week, and no further than it must. Where it comes to a week of which nothing
  /// is known, it is the first day since which there certainly was none: what isn't read may put
  /// the day off, never let it be forgotten.
  ///
  /// - Returns: Nil where not even this week is loaded.
  private func careBegins(
    of client: ClientID,
    _ stay: Episode,
    asOf now: Instant,
    _ care: RegularCare
  ) -> CalendarDate? {
    var week = weekStart(of: today(at: now))
    var edge: CalendarDate?
    while stay.admittedOn <= weekEnd(from: week) {
      let last: CalendarDate?
      if let index = weeks[week] {
        last = lastKept(of: client, in: index, asOf: now) { care.isMet(by: $0) }
      } else if let kept = olderCare[week] {
        last = kept.filter { $0.clientID == client && $0.care == care }.map(\.on).max()
      } else {
        return edge
      }
      if let last, stay.admittedOn <= last { return last }
      edge = week
      week = weekStart(-1, weeksFrom: week)
    }
    return stay.admittedOn
  }

  private func lastKept(
    of client: ClientID,
    in index: WeekIndex,
    asOf now: Instant,
    of isWanted: (Coded<AppointmentKind>) -> Bool
  ) -> CalendarDate? {
    var last: CalendarDate?
    for id in index.appointmentsByClient[client] ?? [] {
      guard let meeting = appointments[id], isWanted(meeting.kind), meeting.state.status.isKept,
        meeting.state.scheduledStart <= now
      else { continue }
      last = max(last ?? meeting.serviceDate, meeting.serviceDate)
    }
    return last
  }

  /// The day of the last kept appointment of some kinds, of the loaded weeks.
  private func lastKept(
    of client: ClientID,
    since first: CalendarDate,
    asOf now: Instant,
    of isWanted: (Coded<AppointmentKind>) -> Bool
  ) -> CalendarDate? {
    weeks.filter { first <= weekEnd(from: $0.key) }
      .compactMap { lastKept(of: client, in: $0.value, asOf: now, of: isWanted) }
      .filter { first <= $0 }.max()
  }

  /// Whether what is asked for is booked already; a plan is nothing that can be booked.
  private func isBooked(_ kind: DueTask.Kind, _ client: ClientID, after now: Instant) -> Bool {
    let wanted: [Coded<AppointmentKind>] =
      switch kind {
      case .reassessment: [.known(.asamReassessment)]
      case .familySession: [.known(.familyWithClient), .known(.familyWithoutClient)]
      case .outreach, .review, .individual, .planReview, .firstPlan, .authorization, .place,
        .decided:
        []
      }
    guard !wanted.isEmpty else { return false }
    return weeks.values.contains { index in
      (index.appointmentsByClient[client] ?? []).contains { id in
        guard let meeting = appointments[id], wanted.contains(meeting.kind) else { return false }
        return meeting.state.status.isOpen && meeting.state.scheduledEnd > now
      }
    }
  }
}

/// What is asked for again and again in a stay, and kept as appointments.
package enum RegularCare: Hashable, Sendable, CaseIterable {
  case assessment, family

  package func isMet(by kind: Coded<AppointmentKind>) -> Bool {
    switch self {
    case .assessment: kind == .known(.asamReassessment) || kind == .known(.intakeAssessment)
    case .family: kind == .known(.familyWithClient) || kind == .known(.familyWithoutClient)
    }
  }
}

/// One that was kept in a week that isn't loaded.
package struct KeptCare: Hashable, Sendable {
  package var clientID: ClientID
  package var care: RegularCare
  package var on: CalendarDate
}

extension ProgramData {
  /// Whether some rule asks for care so seldom that the last may lie before the weeks that are read
  /// after each start.
  package func looksBack(beyond weeks: Int) -> Bool {
    ruleSets.contains {
      max($0.asamReassessDays ?? 0, $0.familyContactEveryDays ?? 0) > weeks * 7
    }
  }

  /// Takes in which care was kept in a week, without the week itself.
  package mutating func takeKeptCare(of found: [Appointment], week first: CalendarDate) {
    var kept: [KeptCare] = []
    for meeting in found where meeting.state.status.isKept && !meeting.state.isWithdrawn {
      for care in RegularCare.allCases where care.isMet(by: meeting.kind) {
        kept.append(KeptCare(clientID: meeting.clientID, care: care, on: meeting.serviceDate))
      }
    }
    olderCare[first] = kept
  }
}
