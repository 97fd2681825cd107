import Domain

/// One meeting of a group: held otherwise this once, or in addition.
extension AppState {
  func sessionForm(_ id: SessionID) -> Form? {
    guard let session = data.sessions[id] else { return nil }
    let state = session.state
    let zone = data.program.zone
    let plan = SessionPlan(
      on: session.serviceDate,
      zone.local(state.scheduledStart).time,
      zone.local(state.scheduledEnd).time,
      room: state.roomID,
      lead: state.leadID
    )
    return Form(
      .oneSession(id),
      title: "\(data.title(of: session)), this once",
      fields: meetingFields(plan)
    )
  }

  func extraSessionForm(_ id: GroupID) -> Form? {
    guard let group = data.groups[id] else { return nil }
    let plan = SessionPlan(
      on: today,
      group.start,
      group.end,
      room: group.roomID,
      lead: group.leadID
    )
    var fields = meetingFields(plan)
    fields[0].line = TextField("")
    return Form(.extraSession(id), title: "An extra meeting of \(group.code)", fields: fields)
  }

  private func meetingFields(_ plan: SessionPlan) -> [FormField] {
    [
      FormField(.date, "Day", .date, .typed(plan.date.description), isRequired: true),
      FormField(.start, "Begins", .time, .typed(plan.start.description), isRequired: true),
      FormField(.end, "Ends", .time, .typed(plan.end.description), isRequired: true),
      FormField(
        .room,
        "Room",
        .pick(.rooms, isMany: false),
        plan.roomID.map { .chosen([choice(of: $0)]) } ?? .nothing
      ),
      FormField(
        .lead,
        "Lead",
        .pick(.staff, isMany: false),
        .chosen([choice(of: plan.leadID)]),
        isRequired: true
      ),
    ]
  }

  /// The plan as the answers have it.
  func sessionPlan(_ values: FormValues) -> SessionPlan? {
    guard let date = values.date(.date), let start = values.time(.start),
      let end = values.time(.end), let lead = values.identifier(.lead, of: Staff.self)
    else { return nil }
    return SessionPlan(on: date, start, end, room: values.identifier(.room), lead: lead)
  }

  /// Shows the meeting where it is now, or what its day has beside it.
  mutating func select(session id: SessionID, on date: CalendarDate) {
    guard screen == .day, date == day.date else { return }
    select(session: id)
  }
}
