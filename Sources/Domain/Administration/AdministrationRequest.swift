/// What is asked of the records that the day rests on.
///
/// Facts are given whole, as they are to be; what differs from the present ones becomes the change.
package enum AdministrationRequest: Hashable, Sendable {
  /// A client, new or changed, and a stay in the program.
  case client(Client, Episode?)
  case staff(Staff)
  case room(Room)
  /// What days of the program's calendar are.
  case calendar([CalendarSpan])
  /// The rooms and groups of a week that is set up at once.
  case readyWeek([Room], [GroupSeries])
  /// A group, new or changed from its beginning; enrollments stay as they are.
  case group(GroupSeries)
  /// Other days, times, room or leads of a group from a date on.
  case groupFrom(GroupSeries, CalendarDate)
  /// A client's place in a group, new or changed.
  case enrollment(Enrollment, in: GroupID)
  /// A new stay, with what is known of the client by then and places in groups.
  case admit(Client, Episode, [PlaceInGroup])
  /// The end of a stay, of its places and of its appointments.
  case discharge(Discharge)
  /// Two records of one person made one.
  case merge(ClientMerge)
  /// An individual appointment, and the same again on later days.
  case book(Appointment, then: [Appointment] = [])
  /// One meeting held at another time, in another room or by somebody else, this once; the identifier
  /// is for a meeting on another day.
  case session(SessionID, SessionPlan, new: SessionID)
  /// A meeting of a group that its series doesn't plan.
  case extraSession(GroupID, SessionPlan, new: SessionID)

  /// The record it is about first of all.
  package var record: RecordReference {
    switch self {
    case .client(let client, _), .admit(let client, _, _): .client(client.id)
    case .discharge(let discharge): .episode(discharge.episodeID)
    case .merge(let merge): .client(merge.into)
    case .staff(let person): .staff(person.id)
    case .room, .readyWeek: .rooms
    case .calendar: .calendar
    case .group(let group), .groupFrom(let group, _): .group(group.id)
    case .enrollment(_, let group): .group(group)
    case .book(let appointment, _): .appointment(appointment.id)
    case .session(let id, _, _), .extraSession(_, _, let id): .session(id)
    }
  }
}

extension ProgramData {
  /// The change that does what is asked, not yet applied.
  ///
  /// - Throws: `RuleViolation.fact` with the fact that can't be so, `.needsWords` where it may be
  ///   right all the same and a reason is wanted, `.nothingToDo` where everything is as asked.
  package func change(
    _ request: AdministrationRequest,
    stamp: Stamp,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    try allow(request, by: stamp.staff)
    let because = because.flatMap(\.unlessBlank)
    var change = newChange(stamp, because: because)
    if case .book(let first, let others) = request {
      for appointment in [first] + others {
        var withdrawn = appointment
        withdrawn.state.isWithdrawn = true
        let edit = AppointmentEdit(before: withdrawn.state, after: appointment.state)
        change.edits.append(.appointment(appointment.id, edit))
        change.booked.append(withdrawn)
        try checkNewBooking(appointment, today: today(at: stamp.now), because: because)
      }
      return change
    }
    if case .merge(let merge) = request {
      (change.edits, change.booked) = try edits(merging: merge, stamp)
      try checkOwnReading(change, try checked(change))
      let doubts = doubts(about: merge)
      if because == nil, !doubts.isEmpty { throw .doubts(doubts) }
      return change
    }
    (change.edits, change.added) = try edits(for: request, today: today(at: stamp.now))
    guard !change.edits.isEmpty else { throw .nothingToDo("That is so already.") }
    let after = try checked(change)
    try checkOwnReading(change, after)
    try checkOwnMeetings(change)
    var doubts =
      change.edits.flatMap { after.doubts(about: $0) } + doubts(aboutMeetings: change)
      + doubts(aboutPastDays: change) + doubts(aboutPastPlan: request, today: today(at: stamp.now))
    // Places that only end stand in nobody's way.
    if case .discharge = request { doubts = [] }
    if because == nil, !doubts.isEmpty {
      throw .doubts(doubts)
    }
    return change
  }

  private func edits(
    for request: AdministrationRequest,
    today: CalendarDate
  ) throws(RuleViolation) -> MeetingEdits {
    switch request {
    case .session(let id, let plan, let new):
      try replan(id, plan, as: new, today: today)
    case .extraSession(let group, let plan, let new):
      try extraMeeting(of: group, plan, as: new, today: today)
    case .discharge(let discharge): (try edits(discharging: discharge, today: today), [])
    case .client, .admit, .merge, .staff, .room, .calendar, .readyWeek, .group, .groupFrom,
      .enrollment, .book:
      (try edits(for: request), [])
    }
  }

  private func edits(for request: AdministrationRequest) throws(RuleViolation) -> [Edit] {
    switch request {
    case .client(let client, let episode): return edits(of: client, episode)
    case .admit(let client, let episode, let places):
      return edits(of: client, episode)
        + places.map { place in
          let edit = RecordEdit(before: nil, after: place.enrollment)
          return .group(place.groupID, .enrollment(place.enrollment.id, edit))
        }
    case .staff(let person):
      return Self.edit(staff[person.id], person).map { [.staff(person.id, $0)] } ?? []
    case .room(let room):
      return Self.edit(rooms[room.id], room).map { [.room(room.id, $0)] } ?? []
    case .calendar(let spans):
      var edits: [Edit] = []
      for span in spans { edits += try self.edits(of: span) }
      return edits
    case .readyWeek(let rooms, let groups):
      return rooms.map { .room($0.id, RecordEdit(before: nil, after: $0)) }
        + groups.map { .group($0.id, .series(RecordEdit(before: nil, after: $0))) }
    case .group(let group):
      return edits(of: group)
    case .groupFrom(let group, let date): return try edits(changing: group, from: date)
    case .enrollment(let enrollment, let group):
      let before = groups[group]?.enrollments.first { $0.id == enrollment.id }
      guard before != enrollment else { return [] }
      let edit = RecordEdit(before: before, after: enrollment)
      return [.group(group, .enrollment(enrollment.id, edit))]
    case .discharge, .merge, .book, .session, .extraSession: return []
    }
  }

  private func edits(of client: Client, _ episode: Episode?) -> [Edit] {
    var edits: [Edit] = []
    if let edit = Self.edit(clients[client.id], client) { edits.append(.client(client.id, edit)) }
    edits += editsOfOthers(with: client)
    if let episode, let edit = Self.edit(episodes[episode.id], episode) {
      edits.append(.episode(episode.id, edit))
    }
    return edits
  }

  /// Other topics take along where the group is in them.
  private func edits(of group: GroupSeries) -> [Edit] {
    let old = groups[group.id]
    guard let edit = Self.edit(old, group) else { return [] }
    let series: Edit = .group(group.id, .series(edit))
    guard let old, old.topics != group.topics else { return [series] }
    let after = old.cursor(with: group.topics)
    guard after != old.topicCursor else { return [series] }
    return [series, .group(group.id, .cursor(before: old.topicCursor, after: after))]
  }

  private static func edit<Record: KeptRecord>(
    _ before: Record?,
    _ after: Record
  ) -> RecordEdit<Record>? {
    let edit = RecordEdit(before: before?.bare, after: after.bare)
    return edit.before == edit.after ? nil : edit
  }

  /// Meetings of days that are over would stand there unmarked, or be gone.
  private func doubts(
    aboutPastPlan request: AdministrationRequest,
    today: CalendarDate
  ) -> [String] {
    guard case .groupFrom(let group, let date) = request, date < today,
      let old = groups[group.id], old.weekdays != group.weekdays
    else { return [] }
    return ["From a day that is over: its meetings since then would stand there unmarked."]
  }

  /// The old plan is kept until the day before; a change of the first day is a change of the whole.
  private func edits(
    changing group: GroupSeries,
    from date: CalendarDate
  ) throws(RuleViolation) -> [Edit] {
    guard let old = groups[group.id] else { throw .notLoaded }
    guard date >= old.effectiveFrom else {
      throw .fact(.from, "It begins on \(old.effectiveFrom.shortName); give no earlier day.")
    }
    guard date > old.effectiveFrom else { return try edits(for: .group(group)) }
    if let last = old.past.last, date <= last.until.adding(days: 1) {
      let first = last.until.adding(days: 1).shortName
      throw .fact(.from, "It was changed from \(first) on already; give a later day.")
    }
    var new = group.bare
    new.past = old.past + [PastPlan(old, until: date.adding(days: -1))]
    guard PastPlan(new, until: date) != PastPlan(old, until: date) else { return [] }
    return Self.edit(old, new).map { [.group(group.id, .series($0))] } ?? []
  }

  /// The data with a change's records as they would be; refuses what breaks a rule.
  private func checked(_ change: Change) throws(RuleViolation) -> ProgramData {
    var after = self
    for edit in change.edits { after.perform(edit, of: change) }
    let today = today(at: change.at)
    for edit in change.edits { try after.checkRules(edit, of: change, today: today) }
    return after
  }

  /// Taking back or doing again must leave what others made since on its feet.
  func checkRecords(_ change: Change) throws(RuleViolation) {
    guard change.edits.contains(where: \.isOfRecord) else { return }
    _ = try checked(change)
  }
}
