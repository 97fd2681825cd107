import Domain

/// What happened in the groups and hours, up to the last day.
extension SampleBuilder {
  mutating func addMeetings() {
    var date = plan.firstDay
    while date <= plan.lastDay {
      for group in snapshot.groups where group.meets(on: date) {
        let meeting = book.occurrence(of: group, on: date)
        guard meeting.state.scheduledStart <= now else { continue }
        let held = held(meeting, isFirstOfDay: group.isFirstOfDay)
        if !held.history.isEmpty { snapshot.sessions.append(held) }
      }
      date = date.adding(days: 1)
    }
  }

  /// A meeting as it went; of the one that runs, two marks are missing.
  private mutating func held(_ meeting: GroupSession, isFirstOfDay: Bool) -> GroupSession {
    var recorder = MeetingRecorder(expected: meeting)
    let isLive = meeting.state.scheduledEnd > now
    let waiting = meeting.rows.indices.filter { meeting.rows[$0].status.isUnmarked }
    let missing = isLive ? max(0, min(2, waiting.count - 1)) : 0
    for place in waiting.dropLast(missing) {
      guard let client = numbers[meeting.rows[place].clientID] else { continue }
      let date = meeting.serviceDate.dayNumber
      var dice = Dice(plan.seed, client, date, 5)
      let day = SampleDay(&dice)
      dice = Dice(plan.seed, client, date, isFirstOfDay ? 6 : 7)
      let outcome = day.outcome(isFirstOfDay: isFirstOfDay, &dice)
      recorder.mark(isLive ? outcome.early : outcome, row: place, alone: isLive)
    }
    recorder.play(in: &chronicle)
    if !isLive { recorder.finish(in: &chronicle) }
    return recorder.session
  }

  /// An hour a week for each stay that was given one, this week's to come included.
  mutating func addAppointments() {
    let horizon = plan.lastDay.startOfWeek().adding(days: 6)
    for place in plan.stays.indices {
      let stay = plan.stays[place]
      guard let slot = stay.slot else { continue }
      let last = stay.last < plan.lastDay ? stay.last : horizon
      var date = stay.admittedOn.next(slot.weekday)
      while date <= last {
        snapshot.appointments.append(appointment(of: place, slot, on: date))
        date = date.adding(days: 7)
      }
    }
  }

  private mutating func appointment(of place: Int, _ slot: SampleSlot, on date: CalendarDate)
    -> Appointment
  {
    let stay = plan.stays[place]
    let start = zone.instant(date, .at(slot.hour * 100))
    let state = AppointmentState(
      scheduledStart: start,
      scheduledEnd: start.adding(minutes: 50),
      counselorID: staff(slot.role, of: stay.team),
      roomID: office(slot.role, of: stay.team)
    )
    let appointment = Appointment(
      id: ids.next(.appointment),
      clientID: clientIDs[stay.client],
      episodeID: episodeIDs[place],
      kind: .known(date.day <= 7 ? .planReview : .individual),
      serviceDate: date,
      state: state
    )
    var recorder = AppointmentRecorder(booked: appointment)
    if state.scheduledEnd <= now {
      var dice = Dice(plan.seed, stay.client, date.dayNumber, 5)
      let isAway = stay.leave?.contains(date) ?? false
      let outcome = SampleDay(&dice).appointment(&dice)
      recorder.record(
        isAway ? .cancelledByProgram("on leave", notice: 2_900) : outcome,
        in: &chronicle
      )
    }
    return recorder.appointment
  }
}

extension GroupSeries {
  /// Whether late comers of the day are late for this one.
  fileprivate var isFirstOfDay: Bool {
    switch type.value {
    case .process, .multifamily, .continuingCare: true
    case .psychoeducation, .skills, .orientation, .other, .relapsePrevention, .medicationSupport,
      .genderSpecific, .traumaInformed, .peerSupport, .recreationActivity, nil:
      false
    }
  }
}
