import Domain

/// The weekly individual sessions.
extension DemoBuilder {
  /// A week's, those that are still to come too.
  mutating func addAppointments(week: Int) {
    // Each has the same identifier whichever weeks are added.
    ids = bookingIDs
    for earlier in 0..<week {
      for (booking, date) in bookings(week: earlier) {
        _ = ids.next(.appointment, as: Appointment.self)
        if isMoved(booking, on: date) { _ = ids.next(.appointment, as: Appointment.self) }
      }
    }
    for (booking, date) in bookings(week: week) {
      addAppointment(booking, on: date, week: week)
    }
  }

  private func bookings(week: Int) -> [(DemoBooking, CalendarDate)] {
    let monday = Demo.firstWeek.adding(days: week * 7)
    return DemoBooking.all.compactMap { booking in
      let date = monday.next(booking.weekday)
      let isOpen = snapshot.episodes[booking.client - 1].isOpen(on: date)
      return isOpen && !isClosed(on: date) ? (booking, date) : nil
    }
  }

  /// Whether an appointment was put off by a day, which made a second one.
  private func isMoved(_ booking: DemoBooking, on date: CalendarDate) -> Bool {
    booking.client == 21 && date == .on(2026_02_26)
  }

  private mutating func addAppointment(_ booking: DemoBooking, on date: CalendarDate, week: Int) {
    let appointment = booked(booking, on: date, week: week)
    var recorder = AppointmentRecorder(booked: appointment)
    let key = DemoBooking.key(day: date, client: booking.client)
    if let outcome = DemoBooking.outcomes[key] {
      recorder.record(outcome, in: &chronicle)
    } else if isMoved(booking, on: date) {
      let moved = DemoBooking(21, .friday, 13_00)
      let later = booked(moved, on: date.adding(days: 1), week: week)
      recorder.record(.rescheduled(to: later.id, notice: 1_500), in: &chronicle)
      var laterRecorder = AppointmentRecorder(booked: later)
      laterRecorder.record(.kept(), in: &chronicle)
      snapshot.appointments.append(laterRecorder.appointment)
    } else if appointment.state.scheduledEnd <= now {
      recorder.record(.kept(), in: &chronicle)
    }
    snapshot.appointments.append(recorder.appointment)
  }

  private mutating func booked(_ booking: DemoBooking, on date: CalendarDate, week: Int)
    -> Appointment
  {
    let primary = DemoPerson.all[booking.client - 1].stay.primary
    let start = instant(date, booking.start)
    let state = AppointmentState(
      scheduledStart: start,
      scheduledEnd: start.adding(minutes: DemoBooking.minutes),
      counselorID: staffIDs[primary.rawValue],
      roomID: roomIDs[primary.office.rawValue]
    )
    return Appointment(
      id: ids.next(.appointment),
      clientID: clientIDs[booking.client - 1],
      episodeID: episodeIDs[booking.client - 1],
      kind: .known(kind(of: booking.client, week: week)),
      serviceDate: date,
      state: state
    )
  }

  /// Every fourth is a review of the plan; in the four weeks before the last two the client's family
  /// came, and the dimensions were looked at again, in turns.
  private func kind(of client: Int, week: Int) -> AppointmentKind {
    if week < Demo.weeks - 1, (client + week).isMultiple(of: 4) { return .planReview }
    switch Demo.weeks - 1 - week {
    case let back where (2...5).contains(back):
      return (client + back).isMultiple(of: 2) ? .familyWithClient : .asamReassessment
    default: return .individual
    }
  }
}
