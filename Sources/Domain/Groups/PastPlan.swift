/// When, where and by whom a group met until a day, before that was changed.
package struct PastPlan: Hashable, Sendable {
  /// The last day on which it held.
  package var until: CalendarDate
  package var weekdays: Set<Weekday>
  package var start: TimeOfDay
  package var end: TimeOfDay
  package var roomID: RoomID?
  package var leadID: StaffID
  package var coLeadIDs: [StaffID]

  package init(
    until: CalendarDate,
    weekdays: Set<Weekday>,
    from start: TimeOfDay,
    to end: TimeOfDay,
    leadID: StaffID
  ) {
    (self.until, self.weekdays, self.start, self.end) = (until, weekdays, start, end)
    self.leadID = leadID
    coLeadIDs = []
  }

  package init(_ group: GroupSeries, until: CalendarDate) {
    self.until = until
    weekdays = group.weekdays
    start = group.start
    end = group.end
    roomID = group.roomID
    leadID = group.leadID
    coLeadIDs = group.coLeadIDs
  }
}

extension GroupSeries {
  /// The group with the times, room and leads that held on a date.
  package func asOf(_ date: CalendarDate) -> GroupSeries {
    guard let plan = past.first(where: { date <= $0.until }) else { return self }
    var group = self
    (group.weekdays, group.start, group.end) = (plan.weekdays, plan.start, plan.end)
    (group.roomID, group.leadID, group.coLeadIDs) = (plan.roomID, plan.leadID, plan.coLeadIDs)
    return group
  }

  /// What is planned to be otherwise after a date, each as it holds from its day on, in order.
  package func changes(after date: CalendarDate) -> [(from: CalendarDate, plan: GroupSeries)] {
    past.filter { date <= $0.until }.map { plan in
      let from = plan.until.adding(days: 1)
      return (from, asOf(from))
    }
  }

  /// Whether the group meets on the date by its own plan, holidays aside.
  package func meets(on date: CalendarDate) -> Bool {
    guard effectiveFrom <= date, date <= (effectiveTo ?? date) else { return false }
    return past.isEmpty
      ? weekdays.contains(date.weekday) : asOf(date).weekdays.contains(date.weekday)
  }
}
