import Domain

/// Moving an appointment to another time.
extension AppState {
  mutating func askNewTime(_ id: AppointmentID) {
    guard let meeting = data.appointments[id] else { return }
    guard meeting.state.status == .booked else {
      say("Only a booked one can be moved; - clears its mark first.", .warning)
      return
    }
    let (date, time) = data.program.zone.local(meeting.state.scheduledStart)
    prompt = .line(
      LinePrompt(
        title: "New time of \(name(of: meeting.clientID))",
        label: "day, time or both: fri, +1w, 14:30, 3/18 9:15-10:00",
        line: TextField("\(date.day) \(date.monthShortName) \(time)", isSelected: true),
        purpose: .newTime(id)
      )
    )
  }

  /// Moves it, once the weeks in which something could be in the way are read.
  mutating func answerNewTime(_ line: LinePrompt, _ id: AppointmentID) -> [Effect] {
    guard let old = data.appointments[id]?.state.scheduledStart,
      let new = TypedNewTime.parse(line.line.text, from: old, today: today, in: data.program.zone)
    else { return refuse(line, TypedNewTime.help) }
    let date = data.program.zone.date(of: new.start)
    guard date >= today else {
      return refuse(line, "\(date.shortName) is over; give a day that is still to come.")
    }
    let around = [-1, 0, 1].map { data.weekStart(of: date.adding(days: $0)) }
    let missing = Set(around).filter { !data.isLoaded($0) }.sorted()
    guard missing.isEmpty else {
      awaited = .answer(line)
      return missing.prefix(1).map { .loadWeek($0) }
    }
    let time = NewTime(start: new.start, end: new.end, id: ids.next(.appointment))
    return perform(.appointment(id, .reschedule(time)), typedIn: line)
  }
}
