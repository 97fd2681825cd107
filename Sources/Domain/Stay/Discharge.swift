/// The end of a stay, with all that ends with it.
///
/// - Source: `domain.md` 4.2: a discharge has a reason, and closes enrollments and appointments.
package struct Discharge: Hashable, Sendable {
  package var episodeID: EpisodeID
  /// The last day; may be still to come.
  package var on: CalendarDate
  package var reason: Coded<DischargeReason>
  /// The level of care that the client goes on to, as its code; nil is none, or unknown.
  package var levelTo: String?

  package init(
    of episodeID: EpisodeID,
    on date: CalendarDate,
    reason: DischargeReason,
    levelTo: String? = nil
  ) {
    self.init(of: episodeID, on: date, because: .known(reason), levelTo: levelTo)
  }

  /// With a reason that may be the agency's own word.
  package init(
    of episodeID: EpisodeID,
    on date: CalendarDate,
    because reason: Coded<DischargeReason>,
    levelTo: String? = nil
  ) {
    self.episodeID = episodeID
    on = date
    self.reason = reason
    self.levelTo = levelTo
  }
}

/// A client's place in a group, with the group.
package struct PlaceInGroup: Hashable, Sendable {
  package var groupID: GroupID
  package var enrollment: Enrollment

  package init(_ enrollment: Enrollment, in groupID: GroupID) {
    self.groupID = groupID
    self.enrollment = enrollment
  }
}

/// What ends with a stay, and what should be finished before.
package struct DischargeEffects: Hashable, Sendable {
  /// Places that end, by the group's code.
  package var places: [PlaceInGroup]
  /// Booked appointments after the last day, by time.
  package var appointments: [Appointment]
}

extension ProgramData {
  /// What a discharge on a day would end, of what is loaded.
  package func effects(of discharge: Discharge) -> DischargeEffects {
    let places = groups.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }.flatMap { group in
      group.enrollments.filter {
        $0.episodeID == discharge.episodeID && ($0.to ?? .latest) > discharge.on
      }.map { PlaceInGroup($0, in: group.id) }
    }
    let booked = appointments.values.filter {
      $0.episodeID == discharge.episodeID && $0.serviceDate > discharge.on
        && $0.state.status == .booked && !$0.state.isWithdrawn
    }
    return DischargeEffects(
      places: places,
      appointments: booked.sorted {
        ($0.state.scheduledStart, $0.id) < ($1.state.scheduledStart, $1.id)
      }
    )
  }

  func edits(
    discharging discharge: Discharge,
    today: CalendarDate
  ) throws(RuleViolation) -> [Edit] {
    guard let stay = episodes[discharge.episodeID]?.bare else { throw .notLoaded }
    if let end = stay.dischargedOn, end < today {
      throw .wrongState("Discharged on \(end.shortName) already.")
    }
    if let seen = lastAttended(of: stay), seen > discharge.on {
      throw .fact(.to, "Came on \(seen.shortName); the last day can't be before that.")
    }
    if let level = discharge.levelTo, level != stay.dischargeLevelTo,
      !LevelOfCarePeriod.known.contains(level)
    {
      throw .fact(
        .levelTo,
        "\"\(level)\" is no level of care, such as 1.0, 2.5 or 3.5; nothing where there is none."
      )
    }
    let after = stay.ended(by: discharge, isOver: discharge.on <= today)
    guard after != stay else { return [] }
    let effects = effects(of: discharge)
    var edits: [Edit] = [.episode(stay.id, RecordEdit(before: stay, after: after))]
    for place in effects.places {
      var ended: Enrollment? = place.enrollment
      ended?.to = discharge.on
      ended?.endReason = "discharge"
      if place.enrollment.from > discharge.on { ended = nil }
      let edit = RecordEdit(before: place.enrollment, after: ended)
      edits.append(.group(place.groupID, .enrollment(place.enrollment.id, edit)))
    }
    for meeting in effects.appointments {
      var after = meeting.state
      after.status = .cancelledProgram
      after.programReason = "discharge"
      edits.append(.appointment(meeting.id, AppointmentEdit(before: meeting.state, after: after)))
    }
    return edits
  }

  /// The last day in the loaded weeks on which the client came during a stay.
  private func lastAttended(of stay: Episode) -> CalendarDate? {
    let days = sessions.values.compactMap { session -> CalendarDate? in
      guard let row = session.row(of: stay.clientID), row.episodeID == stay.id,
        row.status.isAttended
      else { return nil }
      return session.serviceDate
    }
    let met = appointments.values.compactMap { meeting in
      meeting.episodeID == stay.id && meeting.state.status.isKept ? meeting.serviceDate : nil
    }
    return (days + met).max()
  }
}

extension Episode {
  /// The stay with nothing that goes on after the last day.
  fileprivate func ended(by discharge: Discharge, isOver: Bool) -> Episode {
    var stay = self
    let end = discharge.on
    stay.status = .known(isOver ? .discharged : .pendingDischarge)
    stay.dischargedOn = end
    stay.dischargeReason = discharge.reason
    stay.dischargeLevelTo = discharge.levelTo
    stay.counselors = counselors.filter { $0.from <= end }.map {
      CounselorAssignment(staffID: $0.staffID, from: $0.from, to: min($0.to ?? end, end))
    }
    stay.levels = levels.filter { $0.from <= end }.map { level in
      var level = level
      level.to = min(level.to ?? end, end)
      return level
    }
    stay.leaves = leaves.filter { $0.from <= end }.map { leave in
      var leave = leave
      leave.to = min(leave.to ?? end, end)
      return leave
    }
    return stay
  }
}
