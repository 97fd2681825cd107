/// Who may read and write what is written about clients.
///
/// - Source: `domain.md` 4.5.
extension ProgramData {
  /// Why somebody may not read what is written about a client; nil where they may.
  ///
  /// - Parameters:
  ///   - client: Whose chart it is.
  ///   - author: Who wrote it, and may read it again; nil for the chart as a whole.
  ///   - reader: Who asks.
  ///   - now: When it is asked; who treats the client changes.
  /// - Returns: The reason in words; nil where they may be read.
  package func refusalToRead(
    notesOf client: ClientID,
    by author: StaffID?,
    reader: StaffID,
    at now: Instant
  ) -> RuleViolation? {
    guard let person = staff[reader] else { return .notPermitted(Self.nobody) }
    if let refusal = person.refusalToReadAny { return refusal }
    if let author, author == reader || staff[author]?.supervisorID == reader { return nil }
    if person.reach == .all { return nil }
    let today = today(at: now)
    if isTreated(client, by: person, today: today) { return nil }
    for reach in grantsInForce(of: reader, at: now) {
      switch reach {
      case .emergency(let opened) where opened == client: return nil
      case .cover(let colleague):
        if author == colleague { return nil }
        if let covered = staff[colleague], isTreated(client, by: covered, today: today) {
          return nil
        }
      case .emergency: break
      }
    }
    return .notPermitted(Self.others)
  }

  /// Why somebody may not read the text that a group's meeting shares; nil where they may.
  ///
  /// It stands in the note of everybody who attended: whoever may read one of these reads it there.
  package func refusalToRead(
    textOf session: GroupSession,
    reader: StaffID,
    at now: Instant
  ) -> RuleViolation? {
    guard let person = staff[reader] else { return .notPermitted(Self.nobody) }
    if let refusal = person.refusalToReadAny { return refusal }
    if session.state.isLed(by: reader) { return nil }
    let mayRead = session.rows.contains {
      refusalToRead(notesOf: $0.clientID, by: nil, reader: reader, at: now) == nil
    }
    return mayRead || person.reach == .all ? nil : .notPermitted(Self.others)
  }

  /// Why somebody may write no notes at all; nil where they may.
  package func refusalToWriteNotes(by writer: StaffID) -> RuleViolation? {
    guard let person = staff[writer] else { return .notPermitted(Self.nobody) }
    return person.refusal(of: .writeNotes, "writes no notes")
  }

  /// Why somebody may not do what a permission is for; nil where they may.
  package func refusal(
    of permission: Permission,
    by person: StaffID,
    _ words: String
  ) -> RuleViolation? {
    guard let person = staff[person] else { return .notPermitted(Self.nobody) }
    let refusal = person.refusal(of: permission, words)
    return permission == .configure ? refusal.map { withWhomToAsk($0, person) } : refusal
  }

  /// Why nobody with that role may have the screen before them, or who has left; nil for others.
  package func refusalToSit(_ id: StaffID) -> RuleViolation? {
    guard let person = staff[id] else { return .notPermitted(Self.nobody) }
    guard person.isActive else {
      return .notPermitted("\(person.shortName) doesn't work here any more.")
    }
    guard person.role == .known(.billing) else { return nil }
    return .notPermitted(
      "The screen shows names, and billing sees dates: caseload day and caseload hours."
    )
  }

  static let nobody = "Nobody here has that identifier."
  private static let others =
    "Notes are for those who treat the client: their counselor, who leads their groups, and "
    + "supervisors. In an emergency type : and emergency."

  private func isTreated(_ client: ClientID, by person: Staff, today: CalendarDate) -> Bool {
    switch person.reach {
    case .all: true
    case .own:
      isOnCaseload(client, of: person.id, today: today)
        || leads(person.id, aGroupOf: client, today: today)
    case .ownGroups: leads(person.id, aGroupOf: client, today: today)
    case .none: false
    }
  }

  private func isOnCaseload(
    _ client: ClientID,
    of person: StaffID,
    today: CalendarDate
  ) -> Bool {
    episodes.values.contains {
      $0.clientID == client
        && ($0.counselor(on: today) ?? $0.counselors.last?.staffID) == person
    }
  }

  /// Whether somebody leads a group of the client's, stood in for one, or meets them alone.
  private func leads(
    _ person: StaffID,
    aGroupOf client: ClientID,
    today: CalendarDate
  ) -> Bool {
    groups.values.contains { group in
      (group.leadID == person || group.coLeadIDs.contains(person))
        && group.enrollments.contains {
          $0.clientID == client && $0.from <= today && today <= ($0.to ?? today)
        }
    }
      || sessions.values.contains { $0.state.isLed(by: person) && $0.row(of: client) != nil }
      || appointments.values.contains {
        $0.clientID == client && $0.state.counselorID == person
      }
  }
}

extension SessionState {
  /// Whether somebody leads it, or would have if nobody had stood in.
  fileprivate func isLed(by person: StaffID) -> Bool {
    leads(person) || substituteFor == person
  }
}

extension Staff {
  /// Whose notes may be read.
  fileprivate var reach: NoteReach {
    guard case .known(let role) = role else { return .none }
    return role.reach
  }

  fileprivate var refusalToReadAny: RuleViolation? { refusal(of: .readNotes, "reads no notes") }

  /// - Parameters:
  ///   - permission: What is asked for.
  ///   - words: Behind the role: "reads no notes".
  /// - Returns: Nil where it is given.
  func refusal(of permission: Permission, _ words: String) -> RuleViolation? {
    if may(permission) { return nil }
    guard isActive else { return .notPermitted("\(shortName) doesn't work here any more.") }
    guard case .known(let role) = role else {
      return .notPermitted("The role of \(shortName) is of a newer version of the program.")
    }
    return .notPermitted(role.word.prefix(1).uppercased() + role.word.dropFirst() + " \(words).")
  }
}
