/// Booking an individual appointment.
extension ProgramData {
  /// Refuses what can't be, and asks for a reason where it may be right all the same.
  func checkNewBooking(
    _ new: Appointment,
    today: CalendarDate,
    because: String?
  ) throws(RuleViolation) {
    guard appointments[new.id] == nil, isLoaded(new.serviceDate) else { throw .notLoaded }
    guard clients[new.clientID] != nil, let episode = episodes[new.episodeID],
      episode.clientID == new.clientID, episode.isOpen(on: new.serviceDate)
    else { throw .fact(.client, "No open stay on that day, so nothing can be booked.") }
    guard let counselor = staff[new.state.counselorID] else {
      throw .fact(.counselor, "The counselor is of the staff.")
    }
    if case .known(let role) = counselor.role, !role.may(.writeNotes) {
      throw .fact(.counselor, "\(counselor.roleWord) sees no clients alone. Choose who does.")
    }
    guard new.serviceDate >= today else {
      throw .fact(.from, "That day is over; give one that is still to come.")
    }
    let minutes = new.state.plannedTime.minutes
    guard (5...720).contains(minutes) else {
      throw .fact(.end, "From 5 minutes to 12 hours.")
    }
    if let other = doubleBooking(of: new) {
      throw .fact(.start, "That time is taken: \(other) is booked then.")
    }
    let doubts = bookingDoubts(about: new)
    guard because == nil, !doubts.isEmpty else { return }
    throw .doubts(doubts)
  }

  /// What speaks against a time and may be right all the same, a sentence each.
  func bookingDoubts(about new: Appointment) -> [String] {
    let date = new.serviceDate
    var doubts: [String] = []
    if isClosed(on: date) { doubts.append("The program is closed on that day.") }
    if let leave = episodes[new.episodeID]?.leave(on: date) {
      doubts.append("On leave on that day: \(leave.reason).")
    }
    for session in meetings(during: new) {
      let title = title(of: session)
      let row = session.row(of: new.clientID)
      if let row, row.status.isUnmarked || row.status.isAttended {
        doubts.append("The client is on the roster of \(title) then.")
      }
      if let room = new.state.roomID, session.state.roomID == room {
        doubts.append("\(title) is in that room then.")
      }
    }
    return doubts + counselorDoubts(about: new)
  }

  /// The groups that the counselor of an appointment leads at its time, a sentence each.
  func counselorDoubts(about new: Appointment) -> [String] {
    meetings(during: new).filter {
      ([$0.state.leadID] + $0.state.coLeadIDs).contains(new.state.counselorID)
    }
    .map { "The counselor leads \(title(of: $0)) then." }
  }

  private func meetings(during new: Appointment) -> [GroupSession] {
    [-1, 0, 1].flatMap { sessions(on: new.serviceDate.adding(days: $0)) }.filter {
      !$0.state.status.isCancelled && $0.state.plannedTime.overlaps(new.state.plannedTime)
    }
  }

  /// The next time at which client, counselor and room are free, in the counselor's hours.
  ///
  /// - Parameters:
  ///   - wanted: The appointment with the time to begin looking from.
  ///   - days: How many days are looked at; only loaded ones count.
  /// - Returns: The same with another time, nil where nothing is free.
  package func nextFreeTime(for wanted: Appointment, days: Int = 14) -> Appointment? {
    let zone = program.zone
    let length = wanted.state.plannedTime.minutes
    let (first, earliest) = zone.local(wanted.state.scheduledStart)
    for offset in 0..<days {
      let date = first.adding(days: offset)
      guard isLoaded(date), !isClosed(on: date),
        episodes[wanted.episodeID]?.isOpen(on: date) ?? false
      else { continue }
      for hours in workingHours(of: wanted.state.counselorID, on: date) {
        var minute = hours.lowerBound
        if offset == 0 { minute = max(minute, (earliest.minutes + 14) / 15 * 15) }
        while minute + length <= hours.upperBound {
          defer { minute += 15 }
          guard let time = TimeOfDay(minutes: minute) else { continue }
          var found = wanted
          found.serviceDate = date
          found.state.scheduledStart = zone.instant(date, time)
          found.state.scheduledEnd = found.state.scheduledStart.adding(minutes: length)
          if doubleBooking(of: found) == nil, bookingDoubts(about: found).isEmpty,
            fitsConstraints(found.clientID, date.weekday, minute..<(minute + length))
          {
            return found
          }
        }
      }
    }
    return nil
  }

  /// As entered for the person; from eight to five on weekdays where nothing is.
  private func workingHours(of person: StaffID, on date: CalendarDate) -> [Range<Int>] {
    let hours = staff[person]?.workHours ?? []
    guard hours.isEmpty else {
      return hours.filter { $0.weekday == date.weekday && $0.from < $0.to }
        .map { $0.from.minutes..<$0.to.minutes }
    }
    let isWeekend = date.weekday == .saturday || date.weekday == .sunday
    return isWeekend ? [] : [(8 * 60)..<(17 * 60)]
  }

  private func fitsConstraints(
    _ client: ClientID,
    _ weekday: Weekday,
    _ time: Range<Int>
  ) -> Bool {
    !(clients[client]?.constraints ?? []).contains {
      $0.weekday == weekday && $0.from.minutes < time.upperBound
        && time.lowerBound < $0.to.minutes
    }
  }
}

extension SessionState {
  var plannedTime: Interval { Interval(start: scheduledStart, end: scheduledEnd) }
}
