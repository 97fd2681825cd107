/// Rules of the records, asked of the data as they would be after an edit.
///
/// - Source: `domain.md` 4.1 to 4.9.
extension ProgramData {
  func checkRules(
    _ edit: Edit,
    of change: Change,
    today: CalendarDate
  ) throws(RuleViolation) {
    switch edit {
    case .client(let id, let edit):
      guard let client = edit.after else { return try checkUnused(id) }
      try checkRules(client, today: today)
      // What was right once may come back.
      if change.kind == .done { try checkPhones(of: client, since: edit.before) }
    case .episode(let id, let edit):
      guard let episode = edit.after else { return try checkUnused(id) }
      try checkRules(episode)
      // What was right once may come back.
      if change.kind == .done { try checkFacts(of: episode, since: edit.before, today: today) }
      if edit.before == nil, let refusal = clients[episode.clientID]?.refusalOfMerged {
        throw refusal
      }
    case .staff(let id, let edit):
      guard let person = edit.after else { return try checkUnused(id) }
      try checkRules(person)
      if edit.before?.may(.configure) == true { try checkSupervisors() }
    case .room(let id, let edit):
      guard let room = edit.after else { return try checkUnused(id) }
      try checkRules(room)
    case .group(let id, .series(let edit)):
      guard let group = edit.after else { return try checkUnused(id) }
      try checkRules(group)
      try checkRoom(of: group, before: edit.before)
    case .group(let group, .enrollment(_, let edit)):
      guard let enrollment = edit.after else { return }
      try checkRules(enrollment, in: group)
      // What was right once may come back, though the group meets on other days by now.
      if change.kind == .done { try checkDays(enrollment, in: group) }
    case .followUp(_, let edit):
      guard let made = edit.after else { return }
      guard clients[made.clientID] != nil, episodes[made.episodeID] != nil else {
        throw .notLoaded
      }
    case .group(_, .cursor), .calendar, .session, .appointment: return
    }
  }

  private func checkRules(_ client: Client, today: CalendarDate) throws(RuleViolation) {
    let code = client.mrn
    guard code.hasWords else { throw .fact(.code, "A client needs a code, such as C01.") }
    let twin = clients.values.first {
      $0.id != client.id && $0.enteredInError == nil && $0.mrn.lowercased() == code.lowercased()
    }
    if twin != nil { throw .fact(.code, "Another client has the code \(code).") }
    guard client.legalFirst.hasWords, client.legalLast.hasWords else {
      throw .fact(.name, "A client needs a first and a last name.")
    }
    guard client.birthDate <= today else {
      throw .fact(.birthDate, "That day is still to come. With the year: 3/14/1988.")
    }
    try checkContacts(of: client, today: today)
  }

  private func checkRules(_ episode: Episode) throws(RuleViolation) {
    guard let client = clients[episode.clientID] else { throw .notLoaded }
    guard episode.enteredInError == nil else { return }
    guard episode.admittedOn > client.birthDate else {
      throw .fact(.admitted, "That is before the client was born.")
    }
    if let end = episode.dischargedOn, end < episode.admittedOn {
      throw .fact(.to, "The discharge is before the admission.")
    }
    for other in episodes.values
    where other.clientID == client.id && other.id != episode.id && other.enteredInError == nil {
      let isBefore = other.dischargedOn.map { $0 <= episode.admittedOn } ?? false
      let isAfter = episode.dischargedOn.map { $0 <= other.admittedOn } ?? false
      guard isBefore || isAfter else {
        let since = other.admittedOn.shortName
        throw .fact(.admitted, "Already in the program since \(since); discharge comes first.")
      }
    }
    for assignment in episode.counselors where staff[assignment.staffID] == nil {
      throw .fact(.counselor, "That counselor isn't among the staff.")
    }
    let end = episode.dischargedOn ?? .latest
    for group in groups.values {
      for enrollment in group.enrollments where enrollment.episodeID == episode.id {
        if enrollment.from < episode.admittedOn || end < enrollment.from {
          let day = enrollment.from.shortName
          throw .fact(.admitted, "Enrolled in \(group.code) from \(day); change that first.")
        }
      }
    }
  }

  private func checkRules(_ person: Staff) throws(RuleViolation) {
    guard person.code.hasWords else { throw .fact(.code, "Initials are needed, such as TB.") }
    let twin = staff.values.first {
      $0.id != person.id && $0.code.lowercased() == person.code.lowercased()
    }
    if let twin { throw .fact(.code, "\(twin.name) has the code \(person.code).") }
    guard person.name.hasWords else { throw .fact(.name, "A name is needed.") }
    if let supervisor = person.supervisorID {
      guard supervisor != person.id, staff[supervisor] != nil else {
        throw .fact(.supervisor, "The supervisor is somebody else who works here.")
      }
    } else if person.role == .known(.trainee) {
      throw .fact(.supervisor, "A trainee has a supervisor, who co-signs.")
    }
  }

  private func checkRules(_ room: Room) throws(RuleViolation) {
    guard room.name.hasWords else { throw .fact(.name, "A room needs a name.") }
    let twin = rooms.values.first {
      $0.id != room.id && $0.name.lowercased() == room.name.lowercased()
    }
    if twin != nil { throw .fact(.name, "Another room is called \(room.name).") }
    guard room.capacity >= 1 else { throw .fact(.capacity, "At least one place.") }
  }

  private func checkRules(_ group: GroupSeries) throws(RuleViolation) {
    guard group.code.hasWords else { throw .fact(.code, "A group needs a code, such as G01.") }
    let twin = groups.values.first {
      $0.id != group.id && $0.code.lowercased() == group.code.lowercased()
    }
    if let twin { throw .fact(.code, "\(twin.title) has the code \(group.code).") }
    guard group.title.hasWords else { throw .fact(.name, "A group needs a title.") }
    guard !group.weekdays.isEmpty else { throw .fact(.weekdays, TypedWeekdays.help) }
    guard (10...720).contains(group.lengthMinutes) else {
      throw .fact(.end, "A group takes 10 minutes at least and 12 hours at most.")
    }
    for pause in group.breaks
    where pause.afterMinutes < 1 || pause.afterMinutes + pause.minutes >= group.lengthMinutes {
      throw .fact(.pause, "The break lies within the group, \(group.start)-\(group.end).")
    }
    guard group.capacity >= 1 else { throw .fact(.capacity, "At least one place.") }
    guard staff[group.leadID] != nil else { throw .fact(.lead, "Somebody of the staff leads it.") }
    guard group.coLeadIDs.allSatisfy({ staff[$0] != nil }) else {
      throw .fact(.lead, "Co-leads are of the staff.")
    }
    if let room = group.roomID, rooms[room] == nil {
      throw .fact(.room, "There is no such room.")
    }
    guard group.topics.count <= 200, group.topics.allSatisfy({ $0.utf8.count <= 400 }) else {
      throw .fact(.topics, "At most 200 topics of some words each.")
    }
    if let end = group.effectiveTo, end < group.effectiveFrom {
      throw .fact(.to, "The last day is before the first, \(group.effectiveFrom.shortName).")
    }
  }

  private func checkRules(_ enrollment: Enrollment, in id: GroupID) throws(RuleViolation) {
    guard let group = groups[id] else { throw .notLoaded }
    guard let episode = episodes[enrollment.episodeID], episode.clientID == enrollment.clientID,
      clients[enrollment.clientID] != nil
    else { throw .fact(.client, "There is no open stay of this client; admit first.") }
    if let to = enrollment.to, to < enrollment.from {
      throw .fact(.to, "The last day is before the first.")
    }
    guard enrollment.from >= episode.admittedOn else {
      throw .fact(.from, "Admitted only on \(episode.admittedOn.shortName).")
    }
    let twin = group.enrollments.first {
      $0.id != enrollment.id && $0.clientID == enrollment.clientID && $0.overlaps(enrollment)
    }
    if let twin {
      throw .fact(.client, "Enrolled in \(group.code) already, from \(twin.from.shortName).")
    }
  }

  private func checkDays(_ enrollment: Enrollment, in id: GroupID) throws(RuleViolation) {
    guard let group = groups[id] else { throw .notLoaded }
    if let end = episodes[enrollment.episodeID]?.dischargedOn,
      (enrollment.to ?? end) > end || enrollment.from > end
    {
      throw .fact(.to, "Discharged on \(end.shortName).")
    }
    if let end = group.effectiveTo, enrollment.from > end {
      throw .fact(.from, "The group ended on \(end.shortName).")
    }
    if let days = enrollment.weekdays, days.isDisjoint(with: group.weekdays) {
      let meets = TypedWeekdays.words(group.weekdays)
      throw .fact(.weekdays, "\(group.code) meets on \(meets).")
    }
  }
}

extension GroupSeries {
  /// Minutes of one meeting by the clock; one that goes past midnight ends the next day.
  package var lengthMinutes: Int {
    let length = end.minutes - start.minutes
    return length <= 0 ? length + 1440 : length
  }
}

extension Enrollment {
  /// Whether there is a day on which both hold.
  func overlaps(_ other: Enrollment) -> Bool {
    let isApart =
      (to.map { $0 < other.from } ?? false) || (other.to.map { $0 < from } ?? false)
    guard !isApart, let weekdays, let others = other.weekdays else { return !isApart }
    return !weekdays.isDisjoint(with: others)
  }
}
