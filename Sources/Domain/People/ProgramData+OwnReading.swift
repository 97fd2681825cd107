/// Nobody gives themselves leave to read a client's notes, but for those who give it to others.
///
/// - Source: `domain.md` 4.5, "own caseload/groups".
extension ProgramData {
  /// Refuses a change by which the person who makes it would come to read notes that they may not
  /// read now.
  ///
  /// An emergency, which ends, counts for nothing here: it doesn't become a place that stays. Of a client
  /// who comes into the program with the change, nothing is written yet.
  ///
  /// - Parameters:
  ///   - change: What is to be done.
  ///   - after: The data with its records as they would be.
  /// - Throws: `notPermitted`, with whom to ask.
  func checkOwnReading(_ change: Change, _ after: ProgramData) throws(RuleViolation) {
    guard let person = whoAsks(for: change) else { return }
    let today = today(at: change.at)
    for edit in change.edits {
      if case .staff(_, let edit) = edit, edit.after?.supervisorID == person.id,
        edit.before?.supervisorID != person.id
      {
        throw .notPermitted("You would read what they write: \(Self.whoGives)")
      }
      let clients = clientsToRead(by: edit, person.id, after)
      guard clients.contains(where: { opens($0, to: person.id, after, today) }) else { continue }
      throw .notPermitted(edit.refusalOfOwnReading)
    }
  }

  /// Refuses to take over a meeting that may have been written about already.
  ///
  /// Whoever stands in for one that is still to be held, or goes on, writes about it themselves: there is
  /// nothing of others to read.
  func checkOwnMeetings(_ change: Change) throws(RuleViolation) {
    guard let person = whoAsks(for: change) else { return }
    let today = today(at: change.at)
    for edit in change.edits where opensMeeting(edit, to: person, today) {
      throw .notPermitted(
        "It was held, and its notes would open to you: \(Self.whoGives)"
      )
    }
  }

  /// Who makes a change and has to ask others for leave to read; nil for who gives it, and where nobody
  /// could be asked.
  private func whoAsks(for change: Change) -> Staff? {
    guard let person = staff[change.by], !person.givesReading,
      staff.values.contains(where: { $0.id != person.id && $0.givesReading })
    else { return nil }
    return person
  }

  private func opensMeeting(_ edit: Edit, to person: Staff, _ today: CalendarDate) -> Bool {
    let clients: [ClientID]
    switch edit {
    case .session(let id, .state(let before, let after)):
      guard let session = sessions[id], !before.isLed(by: person.id), after.isLed(by: person.id),
        session.serviceDate < today || before.status == .completed
      else { return false }
      clients = session.rows.map(\.clientID)
    case .appointment(let id, let edit):
      guard let meeting = appointments[id], !meeting.state.isWithdrawn,
        edit.before.counselorID != person.id, edit.after.counselorID == person.id,
        meeting.serviceDate < today || !edit.before.status.isOpen
      else { return false }
      clients = [meeting.clientID]
    case .session, .client, .episode, .staff, .room, .calendar, .group, .followUp: return false
    }
    return clients.contains { !isTreated($0, by: person, today: today) }
  }

  /// The clients whose notes an edit may open to somebody.
  private func clientsToRead(
    by edit: Edit,
    _ person: StaffID,
    _ after: ProgramData
  ) -> [ClientID] {
    switch edit {
    case .group(_, .enrollment(_, let edit)): edit.after.map { [$0.clientID] } ?? []
    case .group(let id, .series): after.groups[id]?.enrollments.map(\.clientID) ?? []
    case .episode(_, let edit): edit.after.map { [$0.clientID] } ?? []
    case .staff(let id, _) where id == person: Array(clients.keys)
    case .staff, .session, .appointment, .client, .room, .calendar, .group, .followUp: []
    }
  }

  /// Whether somebody would treat a client who don't now, today or from a later day on.
  private func opens(
    _ client: ClientID,
    to id: StaffID,
    _ after: ProgramData,
    _ today: CalendarDate
  ) -> Bool {
    guard clients[client] != nil, let person = staff[id], let changed = after.staff[id],
      !isTreated(client, by: person, today: today)
    else { return false }
    var days = [today]
    for group in after.groups.values {
      days += group.enrollments.filter { $0.clientID == client }.map(\.from)
    }
    for stay in after.episodes.values where stay.clientID == client {
      days += stay.counselors.map(\.from)
    }
    return days.contains { day in
      day >= today && after.isTreated(client, by: changed, today: day)
        && !isTreated(client, by: person, today: day)
    }
  }

  fileprivate static let whoGives =
    "a counselor or a supervisor gives it, or ask for emergency access."
}

extension Staff {
  /// Whether they may hand a client to whom they like, themselves too.
  fileprivate var givesReading: Bool {
    guard isActive, case .known(let role) = role else { return false }
    return role.givesReading
  }
}

extension Edit {
  fileprivate var refusalOfOwnReading: String {
    let what =
      switch self {
      case .group(_, .enrollment): "A place in your own group would open this client's notes to you"
      case .episode: "As this client's counselor you would read their notes"
      case .group, .session, .appointment, .client, .staff, .room, .calendar, .followUp:
        "That would open notes to you that you may not read now"
      }
    return "\(what): \(ProgramData.whoGives)"
  }
}
