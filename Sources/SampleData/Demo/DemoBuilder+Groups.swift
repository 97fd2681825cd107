import Domain

/// The groups and the places in them.
extension DemoBuilder {
  mutating func group(_ number: Int) -> GroupSeries {
    let plan = DemoGroup.all[number - 1]
    var group = GroupSeries(
      id: ids.next(.group),
      code: code("G", number),
      title: plan.title,
      type: .known(plan.type),
      weekdays: plan.times.days,
      start: plan.times.start,
      end: plan.times.end,
      effectiveFrom: plan.times.since,
      leadID: staffIDs[plan.lead.rawValue]
    )
    group.coLeadIDs = plan.coLead.map { [staffIDs[$0.rawValue]] } ?? []
    group.roomID = roomIDs[plan.room.rawValue]
    group.capacity = plan.capacity
    group.topic = DemoTopic.topic(group: number, week: Demo.weeks - 1)
    setCurriculum(of: &group, number)
    switch plan.type {
    case .psychoeducation, .multifamily: group.capacityKind = .known(.soft)
    case .genderSpecific:
      group.isClosed = true
      group.audience = .known(.women)
    case .continuingCare: group.level = "1.5"
    case .process, .relapsePrevention, .skills, .medicationSupport, .orientation, .other,
      .traumaInformed, .peerSupport, .recreationActivity:
      break
    }
    if plan.type == .multifamily { group.audience = .known(.families) }
    return group
  }

  /// Where a group is in its topics on the demo's day: each of these meets once a week.
  private func setCurriculum(of group: inout GroupSeries, _ number: Int) {
    group.topics = DemoTopic.curriculum(group: number)
    guard let place = group.topics.firstIndex(where: { $0 == group.topic }) else { return }
    let held = (1...7).map { Demo.date.adding(days: -$0) }.first { group.meets(on: $0) }
    guard let held else { return }
    let isThisWeek = held >= Demo.date.startOfWeek(startingOn: .monday)
    group.topicCursor = TopicCursor(
      next: (place + (isThisWeek ? 1 : 0)) % group.topics.count,
      after: held
    )
  }

  mutating func enroll(_ places: DemoPlaces) {
    let admitted = DemoPerson.all[places.client - 1].stay.from
    for number in places.groups {
      let since = max(admitted, snapshot.groups[number - 1].effectiveFrom)
      snapshot.groups[number - 1].enrollments.append(
        Enrollment(
          id: ids.next(.enrollment),
          clientID: clientIDs[places.client - 1],
          episodeID: episodeIDs[places.client - 1],
          from: max(since, places.from ?? since),
          to: places.to,
          weekdays: places.days,
          endReason: places.endReason
        )
      )
    }
  }
}
