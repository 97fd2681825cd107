/// An appointment that is held again every one or more weeks, until a day.
///
/// Each is an appointment of its own: one that is moved or called off leaves the others as they are.
/// What they have in common is the name of their repetition.
package struct RepeatedBooking: Hashable, Sendable {
  /// Those that nothing is in the way of, by time; the first is the one that was asked for.
  package var free: [Appointment]
  /// The others, each with what is in its way.
  package var taken: [Obstacle]

  /// A time that can't be had, and why, in a sentence.
  package struct Obstacle: Hashable, Sendable {
    package var appointment: Appointment
    package var why: String
    /// Whether it may be right all the same, with a reason.
    package var isDoubt: Bool
  }

  /// The request that books what is free; nil where nothing is.
  package var request: AdministrationRequest? {
    free.first.map { .book($0, then: Array(free.dropFirst())) }
  }
}

extension ProgramData {
  /// The days of an appointment and of its repetitions, in order.
  package static func days(
    from first: CalendarDate,
    every weeks: Int,
    until last: CalendarDate
  ) -> [CalendarDate] {
    let count = max(0, CalendarDate.days(from: first, to: last)) / (7 * max(1, weeks))
    // Two years are more than anybody plans ahead.
    return (0...min(count, 104)).map { first.adding(days: $0 * 7 * max(1, weeks)) }
  }

  /// An appointment and the same on later days, at the same time by the clock.
  ///
  /// - Parameters:
  ///   - first: The one that is asked for; it may be taken, too.
  ///   - dates: The days, the first one's among them; their weeks are loaded.
  ///   - because: A reason for what may be right all the same; nil leaves such times out.
  ///   - now: The present moment.
  ///   - ids: Makes the identifiers.
  /// - Returns: What can be booked, and what can't.
  package func repeated(
    _ first: Appointment,
    on dates: [CalendarDate],
    because: String?,
    now: Instant,
    ids: inout IDMaker
  ) -> RepeatedBooking {
    let time = program.zone.local(first.state.scheduledStart).time
    let minutes = first.state.plannedTime.minutes
    var booking = RepeatedBooking(free: [], taken: [])
    let repetition: RepetitionID? = dates.count > 1 ? ids.next(.repetition) : nil
    for date in dates {
      var wanted = Appointment(
        id: date == first.serviceDate ? first.id : ids.next(.appointment),
        clientID: first.clientID,
        episodeID: first.episodeID,
        kind: first.kind,
        serviceDate: date,
        countsTowardHours: first.countsTowardHours,
        repetitionID: repetition,
        state: first.state
      )
      wanted.state.scheduledStart = program.zone.instant(date, time)
      wanted.state.scheduledEnd = wanted.state.scheduledStart.adding(minutes: minutes)
      do throws(RuleViolation) {
        try checkNewBooking(wanted, today: today(at: now), because: because)
        booking.free.append(wanted)
      } catch {
        booking.taken.append(RepeatedBooking.Obstacle(wanted, error))
      }
    }
    return booking
  }
}

extension RepeatedBooking.Obstacle {
  /// What a rule says against an appointment.
  init(_ appointment: Appointment, _ violation: RuleViolation) {
    self.appointment = appointment
    why = violation.doubts ?? violation.message
    isDoubt = violation.doubts != nil
  }
}
