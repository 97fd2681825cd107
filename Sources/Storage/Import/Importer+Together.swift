import Domain

/// Rules about several rows, and about rows together with what is in the program already.
extension Importer {
  /// No day has more enrollments than a hard capacity allows.
  mutating func checkCapacities() {
    for code in touched {
      guard let group = groups[code], group.capacityKind == .known(.hard) else { continue }
      for enrollment in group.enrollments {
        guard var row = enrollmentRows[enrollment.id], let count = crowd(group, enrollment),
          count > group.capacity
        else { continue }
        row.fail(
          "group",
          "\(code) has room for \(group.capacity); \(count) would be enrolled on "
            + "\(enrollment.from)"
        )
        if let problem = row.problems.last { problems.append(problem) }
      }
    }
  }

  /// How many are enrolled on the day on which an enrollment begins, those of rows below not
  /// counted; on a weekday of the enrollment.
  private func crowd(_ group: GroupSeries, _ enrollment: Enrollment) -> Int? {
    guard let place = group.enrollments.firstIndex(where: { $0.id == enrollment.id }) else {
      return nil
    }
    let days = enrollment.weekdays ?? group.weekdays
    let starts = group.enrollments[...place].map(\.from) + [enrollment.from]
    return starts.filter { $0 >= enrollment.from && $0 <= (enrollment.to ?? .latest) }
      .flatMap { start in days.map { start.next($0) } }
      .map { date in
        Set(group.enrollments[...place].filter { $0.isActive(on: date) }.map(\.clientID)).count
      }
      .max()
  }

  /// Nobody has two appointments at once.
  mutating func checkAppointments() {
    let open = existing.appointments.filter { $0.state.status.isOpen && !$0.state.isWithdrawn }
    let all = (open + result.appointments).sorted {
      ($0.state.scheduledStart, $0.id) < ($1.state.scheduledStart, $1.id)
    }
    var clients: [ClientID: Appointment] = [:]
    var counselors: [StaffID: Appointment] = [:]
    for meeting in all {
      if let other = clients[meeting.clientID], other.overlaps(meeting) {
        fail(meeting, other, "mrn", "the client")
      }
      if let other = counselors[meeting.state.counselorID], other.overlaps(meeting) {
        fail(meeting, other, "counselor", "the counselor")
      }
      clients[meeting.clientID] = meeting.later(clients[meeting.clientID])
      let counselor = meeting.state.counselorID
      counselors[counselor] = meeting.later(counselors[counselor])
    }
  }

  private mutating func fail(
    _ first: Appointment,
    _ second: Appointment,
    _ column: String,
    _ who: String
  ) {
    let candidates = [appointmentRows[first.id], appointmentRows[second.id]].compactMap { $0 }
    guard var row = candidates.max(by: { $0.line < $1.line }) else { return }
    let other = candidates.count == 2 ? candidates.min { $0.line < $1.line } : nil
    let place = other.map { "line \($0.line)" } ?? "the program"
    row.fail(column, "\(who) has another appointment at that time, in \(place)")
    if let problem = row.problems.last { problems.append(problem) }
  }
}

extension Appointment {
  fileprivate var interval: Interval {
    Interval(start: state.scheduledStart, end: state.scheduledEnd)
  }

  fileprivate func overlaps(_ other: Appointment) -> Bool { interval.overlaps(other.interval) }

  /// Whichever ends later.
  fileprivate func later(_ other: Appointment?) -> Appointment {
    guard let other, other.state.scheduledEnd > state.scheduledEnd else { return self }
    return other
  }
}
