import Domain

/// Rules for the program's settings, staff and groups.
extension Findings {
  mutating func checkStanding(_ index: RecordIndex) {
    checkRuleSets(index)
    checkCalendar(index)
    checkStaff(index)
    for group in index.snapshot.groups {
      check(group, index)
      checkHistory(of: group, at: .group(group.id))
    }
    let codes = index.snapshot.groups.filter { !$0.isWithdrawn }.map {
      (text: $0.code, place: RecordPlace.group($0.id))
    }
    checkUnique("code", codes)
  }

  /// Reports texts that more than one record has.
  mutating func checkUnique(_ field: String, _ texts: [(text: String, place: RecordPlace)]) {
    var first: [String: RecordPlace] = [:]
    for (text, place) in texts {
      if let other = first[text] {
        breaks(
          place,
          "its \(field) \(text) is also that of \(other.path).",
          advice: "Give one of the two another \(field)."
        )
      } else {
        first[text] = place
      }
    }
  }

  private mutating func checkRuleSets(_ index: RecordIndex) {
    let place = RecordPlace.ruleSets(index.snapshot.program.id)
    let sets = index.snapshot.ruleSets.sorted { $0.effectiveFrom < $1.effectiveFrom }
    for rules in sets where rules.effectiveTo.map({ $0 < rules.effectiveFrom }) ?? false {
      breaks(
        place,
        "\(rules.id) ends before it begins.",
        advice: "Correct effectiveFrom or effectiveTo."
      )
    }
    for (rules, next) in zip(sets, sets.dropFirst()) {
      guard let end = rules.effectiveTo else {
        if rules.effectiveFrom == next.effectiveFrom {
          breaks(place, "\(rules.id) and \(next.id) begin on one day.", advice: "Correct one.")
        }
        continue
      }
      if end >= next.effectiveFrom {
        breaks(
          place,
          "\(rules.id) and \(next.id) are both in force on \(next.effectiveFrom).",
          advice: "Let the first end the day before the second begins."
        )
      } else if end.adding(days: 1) < next.effectiveFrom {
        add(
          place,
          .mention,
          "no rule set is in force from \(end.adding(days: 1)); the standard one is used.",
          "Add one, if that isn't meant."
        )
      }
    }
  }

  private mutating func checkCalendar(_ index: RecordIndex) {
    let place = RecordPlace.calendar(index.snapshot.program.id)
    var seen: Set<CalendarDate> = []
    for entry in index.snapshot.calendar where !seen.insert(entry.date).inserted {
      breaks(place, "\(entry.date) stands twice.", advice: "Take one of the two away.")
    }
    for entry in index.snapshot.calendar { checkHistory(of: entry, at: place) }
    let rooms = RecordPlace.rooms(index.snapshot.program.id)
    var ids: Set<RoomID> = []
    for room in index.snapshot.rooms {
      if !ids.insert(room.id).inserted {
        breaks(rooms, "\(room.id) stands twice.", advice: "Take one of the two away.")
      }
      checkHistory(of: room, at: rooms)
      if room.capacity < 1 {
        breaks(rooms, "\(room.id) holds nobody.", advice: "Correct its capacity.")
      }
    }
  }

  private mutating func checkStaff(_ index: RecordIndex) {
    let staff = index.snapshot.staff
    let present = staff.filter { !$0.isWithdrawn }
    checkUnique("code", present.map { (text: $0.code, place: RecordPlace.staff($0.id)) })
    for person in staff {
      let place = RecordPlace.staff(person.id)
      checkHistory(of: person, at: place)
      if let supervisor = person.supervisorID, !index.has(supervisor) {
        leadsNowhere(place, "supervisorID", supervisor.rawValue)
      }
      if person.role == .known(.trainee), !person.requiresCosign || person.supervisorID == nil {
        breaks(
          place,
          "a trainee needs co-signature and has a supervisor.",
          advice: "Name the supervisor, and set requiresCosign."
        )
      }
    }
  }

  private mutating func check(_ group: GroupSeries, _ index: RecordIndex) {
    let place = RecordPlace.group(group.id)
    if !index.has(group.leadID) { leadsNowhere(place, "leadID", group.leadID.rawValue) }
    for id in group.coLeadIDs where !index.has(id) {
      leadsNowhere(place, "coLeadIDs", id.rawValue)
    }
    if let room = group.roomID, !index.has(room) { leadsNowhere(place, "roomID", room.rawValue) }
    if let end = group.effectiveTo, end < group.effectiveFrom {
      breaks(place, "it ends before it begins.", advice: "Correct effectiveTo.")
    }
    for (plan, next) in zip(group.past, group.past.dropFirst()) where plan.until >= next.until {
      breaks(place, "its earlier plans overlap.", advice: "Let each end before the next begins.")
    }
    for enrollment in group.enrollments { check(enrollment, at: place, index) }
  }

  private mutating func check(
    _ enrollment: Enrollment,
    at place: RecordPlace,
    _ index: RecordIndex
  ) {
    let id = enrollment.id.rawValue
    if !index.has(enrollment.clientID) {
      leadsNowhere(place, "enrollment \(id)", enrollment.clientID.rawValue)
    } else if !index.has(enrollment.episodeID, of: enrollment.clientID) {
      leadsNowhere(place, "enrollment \(id)", enrollment.episodeID.rawValue)
    }
    if let end = enrollment.to, end < enrollment.from {
      breaks(place, "enrollment \(id) ends before it begins.", advice: "Correct its dates.")
    }
    guard let episode = index.episodes[enrollment.episodeID] else { return }
    let end = episode.dischargedOn ?? .latest
    if enrollment.from < episode.admittedOn || end < (enrollment.to ?? min(end, enrollment.from)) {
      breaks(
        place,
        "enrollment \(id) isn't within its episode, \(episode.id).",
        advice: "Correct its dates, or those of the episode."
      )
    }
  }
}
