/// What is in the way of a plan: a room or a person taken at the same time, a full group, two who
/// must not meet, hours at which a client can't come.
extension ProgramData {
  /// No two groups in one room at the same time, video excepted.
  ///
  /// - Parameters:
  ///   - group: As it is to be.
  ///   - before: As it was; what was so before isn't refused anew.
  /// - Throws: `fact` with the group that has the room then.
  func checkRoom(of group: GroupSeries, before: GroupSeries?) throws(RuleViolation) {
    guard let id = group.roomID, let room = rooms[id], room.kind != .known(.virtual),
      before.map({ $0.isPlanned(otherThan: group) }) ?? true,
      let other = meetingAtTheSameTime(as: group, where: { $0.roomID == id })
    else { return }
    throw .fact(.room, "\(room.name) is taken then by \(other.code) \(other.title).")
  }

  /// What may be right all the same with a reason, a sentence each.
  func doubts(about edit: Edit) -> [String] {
    switch edit {
    case .group(_, .series(let edit)):
      guard let group = edit.after, edit.before.map({ $0.isPlanned(otherThan: group) }) ?? true
      else { return [] }
      return doubts(aboutLeadsOf: group)
    case .group(let id, .enrollment(_, let edit)):
      guard let group = groups[id], let enrollment = edit.after else { return [] }
      let joins = edit.before == nil ? doubts(aboutJoining: group, enrollment) : []
      return joins + doubts(about: enrollment, in: group)
    case .staff(let id, let edit):
      guard edit.before?.isActive == true, edit.after?.isActive == false else { return [] }
      return doubts(aboutLeaving: id)
    case .client(_, let edit):
      guard edit.before == nil, let client = edit.after, let twin = twin(of: client) else {
        return []
      }
      return ["\(twin.mrn) has the same name and birth date: perhaps the same person."]
    case .episode, .room, .calendar, .group(_, .cursor), .session, .appointment, .followUp:
      return []
    }
  }

  /// What somebody who leaves would leave behind without anybody.
  private func doubts(aboutLeaving person: StaffID) -> [String] {
    let led = groups.values.filter { $0.leadID == person && $0.effectiveTo == nil }
    let treated = episodes.values.count {
      $0.dischargedOn == nil && $0.enteredInError == nil && $0.counselors.last?.staffID == person
    }
    let trained = staff.values.count { $0.supervisorID == person && $0.isActive }
    var doubts: [String] = []
    if !led.isEmpty { doubts.append("Leads \(led.map(\.code).sorted().joined(separator: ", ")).") }
    if treated > 0 { doubts.append("Counselor of \(treated) client\(treated == 1 ? "" : "s").") }
    if trained > 0 { doubts.append("Supervisor of \(trained).") }
    return doubts
  }

  private func doubts(aboutLeadsOf group: GroupSeries) -> [String] {
    ([group.leadID] + group.coLeadIDs).compactMap { person in
      let other = meetingAtTheSameTime(as: group) {
        $0.leadID == person || $0.coLeadIDs.contains(person)
      }
      guard let other, let name = staff[person]?.shortName else { return nil }
      return "\(name) leads \(other.code) \(other.title) then."
    }
  }

  /// Who a group is for, and whether it takes anybody in by then.
  func doubts(aboutJoining group: GroupSeries, _ place: Enrollment) -> [String] {
    var doubts: [String] = []
    if group.isClosed, place.from > group.effectiveFrom {
      doubts.append("\(group.code) is closed: it has begun on \(group.effectiveFrom.shortName).")
    }
    let client = clients[place.clientID]
    if let others = group.audience.value?.others,
      let gender = (client?.genderIdentity ?? client?.sexForRecord)?.value, others.contains(gender)
    {
      doubts.append("\(group.code) is for \(group.audience.stored).")
    }
    return doubts
  }

  func doubts(about enrollment: Enrollment, in group: GroupSeries) -> [String] {
    var doubts: [String] = []
    let taken = mostEnrolled(in: group, during: enrollment)
    if taken > group.capacity {
      let first = enrollment.from.shortName
      doubts.append("\(group.code) has \(group.capacity) places, all taken from \(first) on.")
    }
    for other in group.enrollments
    where other.clientID != enrollment.clientID && other.overlaps(enrollment) {
      guard mustNotMeet(other.clientID, enrollment.clientID) else { continue }
      doubts.append("\(clients[other.clientID]?.mrn ?? "Somebody") there must not be met.")
    }
    for other in groups.values.sorted(by: { $0.code < $1.code })
    where other.id != group.id && other.isAtTheSameTime(as: group) {
      let days = enrollment.weekdays ?? group.weekdays
      let own = other.enrollments.contains {
        $0.clientID == enrollment.clientID && $0.overlaps(enrollment)
          && !days.isDisjoint(with: $0.weekdays ?? other.weekdays)
      }
      if own { doubts.append("The client is in \(other.code) \(other.title) then.") }
    }
    let days = enrollment.weekdays ?? group.weekdays
    for constraint in clients[enrollment.clientID]?.constraints ?? []
    where days.contains(constraint.weekday) && group.weekdays.contains(constraint.weekday)
      && constraint.from < group.end && group.start < constraint.to
    {
      let what = constraint.kind.stored
      doubts.append("On \(constraint.weekday.name) the client has \(what) then.")
    }
    return doubts
  }

  private func mustNotMeet(_ one: ClientID, _ other: ClientID) -> Bool {
    clients[one]?.notToPairWith.contains(other) == true
      || clients[other]?.notToPairWith.contains(one) == true
  }

  /// The most clients who have a place at once on days on which an enrollment holds.
  private func mostEnrolled(in group: GroupSeries, during enrollment: Enrollment) -> Int {
    let near = group.enrollments.filter { $0.overlaps(enrollment) }
    let days = near.map { max($0.from, enrollment.from) }
    return Set(days).map { day in
      (0..<7).map { offset in
        let date = day.adding(days: offset)
        return Set(near.filter { $0.isActive(on: date) }.map(\.clientID)).count
      }.max() ?? 0
    }.max() ?? 0
  }

  private func meetingAtTheSameTime(
    as group: GroupSeries,
    where isMeant: (GroupSeries) -> Bool
  ) -> GroupSeries? {
    groups.values.filter {
      $0.id != group.id && isMeant($0) && $0.isAtTheSameTime(as: group)
    }.min { $0.code < $1.code }
  }
}

extension GroupSeries {
  /// Whether days, times, room or leads differ.
  fileprivate func isPlanned(otherThan other: GroupSeries) -> Bool {
    let date = CalendarDate.latest
    return PastPlan(self, until: date) != PastPlan(other, until: date)
      || effectiveFrom != other.effectiveFrom || effectiveTo != other.effectiveTo
  }

  /// Whether both meet on some weekday at overlapping times, as both are planned now.
  fileprivate func isAtTheSameTime(as other: GroupSeries) -> Bool {
    let isApart =
      (effectiveTo.map { $0 < other.effectiveFrom } ?? false)
      || (other.effectiveTo.map { $0 < effectiveFrom } ?? false)
    guard !isApart, !weekdays.isDisjoint(with: other.weekdays) else { return false }
    return start.minutes < other.start.minutes + other.lengthMinutes
      && other.start.minutes < start.minutes + lengthMinutes
  }
}

extension Audience {
  /// For whom a group is certainly not; empty where that can't be told.
  fileprivate var others: [Gender] {
    switch self {
    case .women: [.male, .transgenderMan]
    case .men: [.female, .transgenderWoman]
    case .all, .lgbtq, .families, .youngAdult, .olderAdult: []
    }
  }
}
