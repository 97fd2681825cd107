import Domain

/// Moving an appointment to another time.
extension AppState {
  mutating func askNewTime(_ id: AppointmentID, _ reach: Reach) {
    guard let meeting = data.appointments[id] else { return }
    guard meeting.state.status == .booked else {
      say("Only a booked one can be moved; - clears its mark first.", .warning)
      return
    }
    let (date, time) = data.program.zone.local(meeting.state.scheduledStart)
    prompt = .line(
      LinePrompt(
        title:
          "New time of \(name(of: meeting.clientID))\(reach == .one ? "" : ", this and later")",
        label: "day, time or both: fri, +1w, 14:30, 3/18 9:15-10:00",
        line: TextField("\(date.day) \(date.monthShortName) \(time)", isSelected: true),
        purpose: .newTime(id, reach)
      )
    )
  }

  /// Moves it, once the weeks in which something could be in the way are read.
  mutating func answerNewTime(
    _ line: LinePrompt,
    _ id: AppointmentID,
    _ reach: Reach
  ) -> [Effect] {
    guard let meeting = data.appointments[id],
      let new = TypedNewTime.parse(
        line.line.text,
        from: meeting.state.scheduledStart,
        today: today,
        // A repetition goes to another day of its own week.
        weekdaysFrom: reach == .one ? nil : max(today, data.weekStart(of: meeting.serviceDate)),
        in: data.program.zone
      )
    else { return refuse(line, TypedNewTime.help) }
    let date = data.program.zone.date(of: new.start)
    guard date >= today else {
      return refuse(line, "\(date.shortName) is over; give a day that is still to come.")
    }
    let dates = reach == .one ? [date] : data.days(of: id, andLaterMovedTo: new.start)
    let missing = Set(dates.flatMap { missingWeeks(around: $0) }).sorted()
    guard missing.isEmpty else {
      awaited = .answer(line)
      return missing.prefix(1).map { .loadWeek($0) }
    }
    let time = NewTime(start: new.start, end: new.end, id: ids.next(.appointment))
    let effects = perform(reach.pending(id, .reschedule(time)), typedIn: line)
    // What is asked about some of them can be answered by another time.
    if case .question = prompt { covered.append(.line(line)) }
    return effects
  }
}
