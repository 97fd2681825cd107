import Domain

/// Rules for appointments, and for being in one place at a time.
extension Findings {
  mutating func check(_ meeting: Appointment, _ index: RecordIndex) {
    let place = RecordPlace.appointment(meeting.id, on: meeting.serviceDate)
    let state = meeting.state
    if !index.has(meeting.clientID) {
      leadsNowhere(place, "clientID", meeting.clientID.rawValue)
    } else if !index.has(meeting.episodeID, of: meeting.clientID) {
      leadsNowhere(place, "episodeID", meeting.episodeID.rawValue)
    }
    if !index.has(state.counselorID) {
      leadsNowhere(place, "counselorID", state.counselorID.rawValue)
    }
    if let room = state.roomID, !index.has(room) { leadsNowhere(place, "roomID", room.rawValue) }
    if let other = state.rescheduledTo, !index.has(other) {
      leadsNowhere(place, "rescheduledTo", other.rawValue)
    }
    if state.scheduledEnd < state.scheduledStart
      || state.actualEnd.map({ $0 < state.actualStart ?? $0 }) ?? false
    {
      breaks(place, "it ends before it begins.", advice: "Correct its times.")
    }
    if state.status.isKept, state.actualStart == nil || state.actualEnd == nil {
      breaks(
        place,
        "it was kept and has no times.",
        advice: "Give the times (= on its line)."
      )
    }
    checkHistory(of: meeting, at: place)
  }

  /// No client is present in two places at once, and no counselor is booked twice at once.
  mutating func checkPlaces(_ index: RecordIndex) {
    var presences: [ClientID: [Occupied]] = [:]
    var bookings: [String: [Occupied]] = [:]
    for session in index.snapshot.sessions {
      let place = RecordPlace.session(session.id, on: session.serviceDate)
      for row in session.rows {
        for segment in row.segments {
          let interval = segment.interval(until: session.state.scheduledEnd)
          presences[row.clientID, default: []].append(Occupied(place, interval))
        }
      }
    }
    for meeting in index.snapshot.appointments {
      let place = RecordPlace.appointment(meeting.id, on: meeting.serviceDate)
      let state = meeting.state
      if let interval = state.presence {
        presences[meeting.clientID, default: []].append(Occupied(place, interval))
      }
      guard state.holdsItsTime else { continue }
      let booked = Interval(start: state.scheduledStart, end: state.scheduledEnd)
      for id in [state.counselorID.rawValue, meeting.clientID.rawValue] {
        bookings[id, default: []].append(Occupied(place, booked))
      }
    }
    for (client, list) in presences.sorted(by: { $0.0 < $1.0 }) {
      checkApart(list, "\(client) is present")
    }
    for (id, list) in bookings.sorted(by: { $0.0 < $1.0 }) { checkApart(list, "\(id) is booked") }
  }

  private mutating func checkApart(_ list: [Occupied], _ who: String) {
    let list = list.sorted {
      ($0.interval.start, $0.place.path) < ($1.interval.start, $1.place.path)
    }
    var last: Occupied?
    for occupied in list {
      if let last, last.place != occupied.place, last.interval.overlaps(occupied.interval) {
        breaks(
          occupied.place,
          "\(who) there and in \(last.place.path) at the same time.",
          advice: "Correct the times of one of the two."
        )
      }
      if last.map({ $0.interval.end < occupied.interval.end }) ?? true { last = occupied }
    }
  }
}

/// A time that somebody spends at a session or an appointment.
private struct Occupied {
  let place: RecordPlace
  let interval: Interval

  init(_ place: RecordPlace, _ interval: Interval) {
    self.place = place
    self.interval = interval
  }
}
