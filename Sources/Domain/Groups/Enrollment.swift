/// A client's place in a group, from a day to a day.
///
/// - Source: `domain.md` 4.9.
package struct Enrollment: Hashable, Sendable {
  package let id: EnrollmentID
  package var clientID: ClientID
  package var episodeID: EpisodeID
  package var from: CalendarDate
  package var to: CalendarDate?
  /// Nil is every day the group meets.
  package var weekdays: Set<Weekday>?
  package var isRequired: Bool
  package var source: Coded<EnrollmentSource>
  package var endReason: String?

  package init(
    id: EnrollmentID,
    clientID: ClientID,
    episodeID: EpisodeID,
    from: CalendarDate,
    to: CalendarDate? = nil,
    weekdays: Set<Weekday>? = nil,
    isRequired: Bool = true,
    source: Coded<EnrollmentSource> = .known(.treatmentPlan),
    endReason: String? = nil
  ) {
    self.id = id
    self.clientID = clientID
    self.episodeID = episodeID
    self.from = from
    self.to = to
    self.weekdays = weekdays
    self.isRequired = isRequired
    self.source = source
    self.endReason = endReason
  }

  package func isActive(on date: CalendarDate) -> Bool {
    from <= date && date <= (to ?? date) && (weekdays?.contains(date.weekday) ?? true)
  }
}

package enum EnrollmentSource: String, Hashable, Sendable, CaseIterable {
  case treatmentPlan = "treatment_plan"
  case makeup, trial
}
