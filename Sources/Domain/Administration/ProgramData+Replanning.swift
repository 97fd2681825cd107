/// When, where and under whom one meeting of a group is to be held.
package struct SessionPlan: Hashable, Sendable {
  package var date: CalendarDate
  package var start: TimeOfDay
  /// One at or before the start is on the next day.
  package var end: TimeOfDay
  package var roomID: RoomID?
  package var leadID: StaffID

  package init(
    on date: CalendarDate,
    _ start: TimeOfDay,
    _ end: TimeOfDay,
    room: RoomID?,
    lead: StaffID
  ) {
    (self.date, self.start, self.end) = (date, start, end)
    (roomID, leadID) = (room, lead)
  }
}

/// The edits of a request about meetings, with the meetings that are new with them.
typealias MeetingEdits = (edits: [Edit], added: [GroupSession])

/// One meeting held otherwise than its series plans it, or in addition.
extension ProgramData {
  /// Another time, room or lead is a change of the meeting; on another day it is another record, and
  /// the first one stays, in no list, so that its series doesn't make it anew.
  func replan(
    _ id: SessionID,
    _ plan: SessionPlan,
    as new: SessionID,
    today: CalendarDate
  ) throws(RuleViolation) -> MeetingEdits {
    guard let session = sessions[id], !session.state.isWithdrawn else { throw .notLoaded }
    guard session.state.status == .scheduled, session.rows.allSatisfy(\.isPlain) else {
      throw .wrongState("It has begun, or somebody is marked already, so it stays where it is.")
    }
    var state = session.state
    try put(plan, into: &state, today: today)
    guard plan.date != session.serviceDate else {
      let isSame = state == session.state
      let edit = Edit.session(id, .state(before: session.state, after: state))
      return (isSame ? [] : [edit], [])
    }
    state.movedFrom = id
    state.plannedFor = session.state.plannedFor ?? session.serviceDate
    var moved = GroupSession(
      id: new,
      groupID: session.groupID,
      serviceDate: plan.date,
      countsTowardHours: session.countsTowardHours,
      state: state,
      rows: session.rows
    )
    moved.adHocTitle = session.adHocTitle
    var made = try adding(moved)
    var gone = session.state
    (gone.isWithdrawn, gone.movedTo) = (true, new)
    made.edits.append(.session(id, .state(before: session.state, after: gone)))
    return made
  }

  /// A meeting of a group that its series doesn't plan.
  func extraMeeting(
    of id: GroupID,
    _ plan: SessionPlan,
    as new: SessionID,
    today: CalendarDate
  ) throws(RuleViolation) -> MeetingEdits {
    guard let group = groups[id] else { throw .notLoaded }
    let start = program.zone.instant(plan.date, plan.start)
    var state = SessionState(
      scheduledStart: start,
      scheduledEnd: start,
      leadID: plan.leadID,
      coLeadIDs: group.coLeadIDs
    )
    state.modality = group.modality
    try put(plan, into: &state, today: today)
    return try adding(
      GroupSession(
        id: new,
        groupID: id,
        serviceDate: plan.date,
        countsTowardHours: group.countsTowardHours,
        state: state,
        rows: roster(of: group, on: plan.date)
      )
    )
  }

  private func adding(_ session: GroupSession) throws(RuleViolation) -> MeetingEdits {
    guard isLoaded(session.serviceDate), sessions[session.id] == nil else { throw .notLoaded }
    var withdrawn = session
    withdrawn.state.isWithdrawn = true
    let edit = SessionEdit.state(before: withdrawn.state, after: session.state)
    return ([.session(session.id, edit)], [withdrawn])
  }

  private func put(
    _ plan: SessionPlan,
    into state: inout SessionState,
    today: CalendarDate
  ) throws(RuleViolation) {
    guard plan.date >= today else {
      throw .fact(.from, "That day is over; give one that is still to come.")
    }
    let length = plan.end.minutes - plan.start.minutes
    let minutes = length <= 0 ? length + 1440 : length
    guard (10...720).contains(minutes) else {
      throw .fact(.end, "A group takes 10 minutes at least and 12 hours at most.")
    }
    guard staff[plan.leadID] != nil else { throw .fact(.lead, "Somebody of the staff leads it.") }
    if let room = plan.roomID, rooms[room] == nil { throw .fact(.room, "There is no such room.") }
    let start = program.zone.instant(plan.date, plan.start)
    let shift = (start.secondsSince1970 - state.scheduledStart.secondsSince1970) / 60
    state.scheduledStart = start
    state.scheduledEnd = start.adding(minutes: minutes)
    state.breaks = state.breaks.map { pause in
      SessionBreak(
        start: pause.start.adding(minutes: Int(shift)),
        end: pause.end?.adding(minutes: Int(shift)),
        isCreditable: pause.isCreditable
      )
    }.filter { ($0.end ?? $0.start) <= state.scheduledEnd }
    state.roomID = plan.roomID
    guard plan.leadID != state.leadID else { return }
    let planned = state.substituteFor ?? state.leadID
    state.substituteFor = planned == plan.leadID ? nil : planned
    state.leadID = plan.leadID
  }

  /// What speaks against the meetings' new times and may be right all the same.
  func doubts(aboutMeetings change: Change) -> [String] {
    var edited: Set<SessionID> = []
    for case .session(let id, _) in change.edits { edited.insert(id) }
    var doubts: [String] = []
    for case .session(let id, .state(_, let state)) in change.edits where !state.isWithdrawn {
      let rows = sessions[id]?.rows ?? change.added.first { $0.id == id }?.rows ?? []
      doubts += self.doubts(about: state, of: Set(rows.map(\.clientID)), leaving: edited)
    }
    return doubts
  }

  private func doubts(
    about state: SessionState,
    of clients: Set<ClientID>,
    leaving edited: Set<SessionID>
  ) -> [String] {
    let date = today(at: state.scheduledStart)
    var doubts: [String] = []
    if isClosed(on: date) { doubts.append("The program is closed on that day.") }
    let days = [-1, 0, 1].map(date.adding(days:))
    for session in days.flatMap(sessions(on:))
    where !edited.contains(session.id) && !session.state.status.isCancelled
      && session.state.plannedTime.overlaps(state.plannedTime)
    {
      let title = title(of: session)
      if session.state.leads(state.leadID) {
        doubts.append("\(staff[state.leadID]?.shortName ?? "The lead") leads \(title) then.")
      }
      if let room = state.roomID, session.state.roomID == room,
        rooms[room]?.kind != .known(.virtual)
      {
        doubts.append("\(title) is in that room then.")
      }
      let both = session.rows.count { clients.contains($0.clientID) }
      if both > 0 { doubts.append("\(both) of its clients are in \(title) then.") }
    }
    for meeting in days.flatMap(appointments(on:))
    where meeting.state.holdsItsTime && meeting.state.plannedTime.overlaps(state.plannedTime) {
      let who = self.clients[meeting.clientID]?.mrn ?? "A client"
      if meeting.state.counselorID == state.leadID || clients.contains(meeting.clientID) {
        doubts.append("\(who) has an appointment then.")
      }
    }
    return doubts
  }
}
