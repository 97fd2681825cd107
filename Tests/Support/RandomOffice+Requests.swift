import Domain

/// What is asked of appointments and meetings, and of the set-up.
extension RandomOffice {
  // MARK: Appointments

  /// Something about an appointment that is there, about all later ones, or about two; or the same
  /// one on several days.
  mutating func changeMeeting(because: String?) throws(RuleViolation) -> Change {
    let kind = below(7)
    if kind == 0 { return try bookRepeated(because: because) }
    let booked = office.data.appointments.values.filter { !$0.state.isWithdrawn }
      .sorted { $0.id < $1.id }
    guard !booked.isEmpty else { throw .notLoaded }
    let one = booked[below(booked.count)]
    let stamp = office.stamp()
    switch kind {
    case 1:
      let other = booked[below(booked.count)]
      let swap = AppointmentSwap(
        one.id,
        with: other.id,
        newFirst: office.id(.appointment, "W\(count)a"),
        newSecond: office.id(.appointment, "W\(count)b")
      )
      return try office.apply(office.data.change(swap, stamp: stamp, because: because))
    case 2:
      var ids = IDMaker(seed: UInt64(count) + 77)
      let later = LaterRequest(one.id, request(about: one), leavesOut: below(2) == 0)
      let outcome = try office.data.change(later, stamp: stamp, because: because, ids: &ids)
      guard let change = outcome.change else { throw .nothingToDo("Nothing is left.") }
      return try office.apply(change)
    default:
      let request = request(about: one)
      let change = try office.data.change(request, in: one.id, stamp: stamp, because: because)
      return try office.apply(change)
    }
  }

  private mutating func request(about one: Appointment) -> AppointmentRequest {
    let minutes = below(20)
    let moment = one.state.scheduledStart.adding(minutes: minutes)
    switch below(9) {
    case 0, 1: return .arriveOrEnd
    case 2: return .late(at: moment)
    case 3: return .noShow
    case 4: return .cancelledByClient(notice: office.now, reason: .illness)
    case 5: return .cancelledByProgram
    case 6: return .clear
    case 7: return .give(to: person())
    default:
      let time = NewTime(
        start: one.state.scheduledStart.adding(minutes: 60 * (below(30) - 4)),
        id: office.id(.appointment, "R\(count)")
      )
      return .reschedule(time)
    }
  }

  private mutating func bookRepeated(because: String?) throws(RuleViolation) -> Change {
    var ids = IDMaker(seed: UInt64(count))
    let first = appointment()
    // Only one week is read: the days of a repetition are days of it.
    let dates = (0...below(3)).map { first.serviceDate.adding(days: $0) }
    let booking = office.data.repeated(
      first,
      on: dates,
      because: because,
      now: office.now,
      ids: &ids
    )
    guard let request = booking.request else { throw .nothingToDo("Nothing is free.") }
    return try office.ask(request, because: because)
  }

  // MARK: Meetings

  /// Something about a meeting, or somebody in it.
  mutating func changeSession(because: String?) throws(RuleViolation) -> Change {
    let day = office.today.adding(days: below(3) - 1)
    let sessions = office.data.sessions(on: day)
    guard !sessions.isEmpty else { throw .notLoaded }
    let session = sessions[below(sessions.count)]
    guard below(2) == 0, !session.rows.isEmpty else {
      return try office.mark(course(of: session), in: session.id, because: because)
    }
    let client = session.rows[below(session.rows.count)].clientID
    return try office.mark(
      request(about: client, in: session),
      in: session.id,
      because: because
    )
  }

  private mutating func request(
    about client: ClientID,
    in session: GroupSession
  ) -> SessionRequest {
    let arrival = session.state.scheduledStart.adding(minutes: below(40))
    switch below(6) {
    case 0: return .stepOutOrIn(client)
    case 1: return .switchVideo([client])
    case 2:
      return .quickLine(
        client,
        QuickLine(craving: below(11), mood: nil, participation: below(5), words: "quiet")
      )
    case 3:
      let departure = arrival.adding(minutes: below(60))
      return .changeTimes(client, TypedTimes(arrival: arrival, departure: departure))
    case 4: return .changeReason(client, .weather)
    default: return .overrideCredit(client, minutes: below(2) == 0 ? nil : below(90))
    }
  }

  private mutating func course(of session: GroupSession) -> SessionRequest {
    let start = session.state.scheduledStart.adding(minutes: below(9))
    switch below(11) {
    case 0: return .begin(at: start)
    case 1: return .finish
    case 2: return .reopen
    case 3: return .cancel
    case 4: return .switchBreak
    case 5: return .substitute(person())
    case 6: return .topic(below(2) == 0 ? nil : "Sleep")
    case 7: return .changeCourse(TypedTimes(arrival: start, departure: nil))
    case 8: return .allTheRest(below(2) == 0 ? .present : .noShow)
    default:
      let number = below(14)
      return .walkIn(office.id(.client, "C\(number)"), office.id(.episode, "C\(number)"))
    }
  }

  // MARK: Set-up

  /// Staff, days of the calendar, or a ready-made week.
  mutating func setUp(because: String?) throws(RuleViolation) -> Change {
    switch below(5) {
    case 0, 1:
      let number = below(3)
      var person = Staff(
        id: office.id(.staff, "S\(number)"),
        code: "S\(number)",
        name: "Person S\(number)"
      )
      person.weeklyCaseloadCap = below(2) == 0 ? nil : 10 + below(9)
      person.isActive = below(4) > 0
      return try office.ask(.staff(person), because: because)
    case 2, 3:
      let first = office.today.adding(days: below(8) - 3)
      let kinds: [CalendarEntryKind?] = [.holiday, .closure, .shortDay, nil]
      let span = CalendarSpan(
        first: first,
        last: first.adding(days: below(3)),
        kind: kinds[below(4)].map { .known($0) },
        note: "Day \(below(3))"
      )
      return try office.ask(.calendar([span]), because: because)
    default:
      var ids = IDMaker(seed: UInt64(count) + 5)
      let week = ReadyWeek.allCases[below(3)].request(
        in: office.data,
        lead: person(),
        from: office.today,
        ids: &ids
      )
      return try office.ask(week, because: because)
    }
  }

  /// Somebody who works here, or perhaps doesn't.
  private mutating func person() -> StaffID {
    let number = below(4)
    return number == 3 ? office.tb : office.id(.staff, "S\(number)")
  }
}
