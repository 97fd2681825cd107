/// What is asked of a repeated appointment and of all later ones of its repetition.
package struct LaterRequest: Hashable, Sendable {
  /// The one from which on.
  package var id: AppointmentID
  /// As it is asked of that one; the others get the same.
  package var request: AppointmentRequest
  /// Whether those that something is in the way of are left as they are; else nothing is done.
  package var leavesOut: Bool

  package init(_ id: AppointmentID, _ request: AppointmentRequest, leavesOut: Bool = false) {
    self.id = id
    self.request = request
    self.leavesOut = leavesOut
  }
}

/// What becomes of the appointments of a repetition, as one change.
package struct LaterChange: Hashable, Sendable {
  /// The change of all that nothing is in the way of; nil where nothing is left.
  package var change: Change?
  /// How many it changes.
  package var count = 0
  /// Those that stay as they are, each with what is in its way, by time.
  package var taken: [RepeatedBooking.Obstacle] = []
}

extension ProgramData {
  /// The booked appointments of a repetition from one of them on, by time.
  ///
  /// What was held, called off or moved by itself stays as it is and isn't among them. Weeks that
  /// aren't loaded are not looked into.
  package func andLater(_ id: AppointmentID) -> [Appointment] {
    guard let first = appointments[id], let repetition = first.repetitionID else { return [] }
    return appointments.values.filter {
      $0.repetitionID == repetition && $0.state.status == .booked && !$0.state.isWithdrawn
        && $0.state.scheduledStart >= first.state.scheduledStart
    }.sorted { ($0.state.scheduledStart, $0.id) < ($1.state.scheduledStart, $1.id) }
  }

  /// The days that an appointment and the later ones of its repetition move to.
  ///
  /// - Parameters:
  ///   - id: The first one.
  ///   - start: Where it moves to.
  /// - Returns: The days, in order.
  package func days(of id: AppointmentID, andLaterMovedTo start: Instant) -> [CalendarDate] {
    let distance = days(from: id, to: start)
    return andLater(id).map { $0.serviceDate.adding(days: distance) }
  }

  private func days(from id: AppointmentID, to start: Instant) -> Int {
    let date = program.zone.date(of: start)
    return CalendarDate.days(from: appointments[id]?.serviceDate ?? date, to: date)
  }

  /// The change that does the same to an appointment and to all later ones, not yet applied.
  ///
  /// - Parameters:
  ///   - later: What is asked, and from which one on.
  ///   - stamp: Who asks, and when.
  ///   - because: A reason; without one what may be right all the same is in the way.
  ///   - ids: Makes the identifiers of moved ones.
  /// - Returns: The change, and what is left out of it.
  /// - Throws: What speaks against all of them, or wants a reason first.
  package func change(
    _ later: LaterRequest,
    stamp: Stamp,
    because: String? = nil,
    ids: inout IDMaker
  ) throws(RuleViolation) -> LaterChange {
    let meetings = andLater(later.id)
    guard !meetings.isEmpty else {
      throw .nothingToDo("Nothing of this repetition is booked from then on.")
    }
    let because = because.flatMap(\.unlessBlank)
    if later.request == .cancelledByProgram, because == nil {
      throw .needsWords("Why does the program cancel them?")
    }
    let news = meetings.map { _ in ids.next(.appointment, as: Appointment.self) }
    let wishes = zip(meetings, news).map { meeting, new in
      Wish(meeting: meeting, request: request(later, of: meeting, as: new))
    }
    var together = Set(meetings.map(\.id))
    while true {
      let outcome = try outcome(of: wishes, together, stamp, because)
      // One that stays where it is keeps its time, which another one may have wanted.
      let moved = together.subtracting(outcome.taken.map(\.appointment.id))
      if moved == together { return outcome }
      together = moved
    }
  }

  private struct Wish {
    let meeting: Appointment
    let request: AppointmentRequest
  }

  private func outcome(
    of wishes: [Wish],
    _ together: Set<AppointmentID>,
    _ stamp: Stamp,
    _ because: String?
  ) throws(RuleViolation) -> LaterChange {
    var outcome = LaterChange()
    var whole = newChange(stamp, because: because)
    for wish in wishes {
      do throws(RuleViolation) {
        let part = try change(
          wish.request,
          in: wish.meeting.id,
          stamp: stamp,
          because: because,
          together: together
        )
        whole.take(part)
        outcome.count += 1
      } catch .nothingToDo {
        continue
      } catch {
        if case .notPermitted = error { throw error }
        outcome.taken.append(RepeatedBooking.Obstacle(wish.meeting, error))
      }
    }
    if !whole.edits.isEmpty { outcome.change = whole }
    if outcome.change == nil, outcome.taken.isEmpty { throw .nothingToDo("That is so already.") }
    return outcome
  }

  /// The same as is asked of the first one; a move goes by as many days, to the same time by the clock.
  private func request(
    _ later: LaterRequest,
    of meeting: Appointment,
    as new: AppointmentID
  ) -> AppointmentRequest {
    guard case .reschedule(let time) = later.request else { return later.request }
    let distance = days(from: later.id, to: time.start)
    let start = program.zone.instant(
      meeting.serviceDate.adding(days: distance),
      program.zone.local(time.start).time
    )
    let end = time.end.map { start.adding(minutes: Instant.minutes(from: time.start, to: $0)) }
    return .reschedule(NewTime(start: start, end: end, id: new))
  }
}
