/// Who may read and write what is written about clients.
///
/// - Source: `domain.md` 4.5.
extension ProgramData {
  /// Why somebody may not read what is written about a client; nil where they may.
  ///
  /// - Parameters:
  ///   - client: Whose chart it is.
  ///   - author: Who wrote it, and may read it again; nil for the chart as a whole.
  ///   - service: What it is about: who leads that meeting, or meets the client there, reads of that
  ///     alone. Nil for the chart as a whole.
  ///   - reader: Who asks.
  ///   - now: When it is asked; who treats the client changes.
  /// - Returns: The reason in words; nil where they may be read.
  package func refusalToRead(
    notesOf client: ClientID,
    by author: StaffID?,
    about service: NoteService? = nil,
    reader: StaffID,
    at now: Instant
  ) -> RuleViolation? {
    guard let person = staff[reader] else { return .notPermitted(Self.nobody) }
    if let refusal = person.refusalToReadAny { return refusal }
    if let author, author == reader || staff[author]?.supervisorID == reader { return nil }
    if person.reach == .all { return nil }
    if let service, holds(service, with: client, person.id) { return nil }
    let today = today(at: now)
    if isTreated(client, by: person, today: today) { return nil }
    for reach in grantsInForce(of: reader, at: now) {
      switch reach {
      case .emergency(let opened) where opened == client: return nil
      case .cover(let colleague):
        guard let covered = staff[colleague], refusalToCover(covered, by: person) == nil else {
          continue
        }
        if author == colleague || isTreated(client, by: covered, today: today) { return nil }
      case .emergency: break
      }
    }
    return .notPermitted(Self.others)
  }

  /// Whether somebody may read a note that is signed.
  package func mayRead(_ note: ProgressNote, reader: StaffID, at now: Instant) -> Bool {
    refusalToRead(
      notesOf: note.clientID,
      by: note.signature.by,
      about: note.service,
      reader: reader,
      at: now
    ) == nil
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

  /// Why somebody may not see what was kept of a client at a meeting: craving, mood, a few words; nor
  /// that anything was.
  package func refusalToRead(
    quickLineOf client: ClientID,
    in session: GroupSession,
    reader: StaffID,
    at now: Instant
  ) -> RuleViolation? {
    let service = NoteService.session(session.id, session.serviceDate)
    return refusalToRead(notesOf: client, by: nil, about: service, reader: reader, at: now)
  }

  /// Why somebody may not see which notes others owe; nil where they may, and for the own ones.
  ///
  /// - Parameters:
  ///   - owner: Whose turn it is; nil for everybody's.
  ///   - reader: Who asks.
  /// - Returns: The reason in words.
  package func refusalToSeeDueNotes(of owner: StaffID?, reader: StaffID) -> RuleViolation? {
    guard let person = staff[reader] else { return .notPermitted(Self.nobody) }
    if let refusal = person.refusalToReadAny { return refusal }
    if owner == reader || person.reach == .all { return nil }
    return .notPermitted(
      "\(person.roleWord) sees what is due from them alone; everybody's is for supervisors."
    )
  }

  /// Why somebody may not see what a client's treatment aims at; nil for who may read the notes, or
  /// meets the client in a group or alone.
  package func refusalToRead(
    planOf client: ClientID,
    reader: StaffID,
    at now: Instant
  ) -> RuleViolation? {
    let refusal = refusalToRead(notesOf: client, by: nil, reader: reader, at: now)
    guard refusal != nil, staff[reader]?.may(.readNotes) == true else { return refusal }
    let meets =
      sessions.values.contains { $0.state.isLed(by: reader) && $0.row(of: client) != nil }
      || appointments.values.contains { $0.clientID == client && $0.isHeld(by: reader) }
    return meets ? nil : refusal
  }

  /// Why somebody may not stand in for a colleague's reading; nil where they may.
  ///
  /// - Source: `domain.md` 4.5, "own caseload/groups + cover".
  func refusalToCover(_ covered: Staff, by reader: Staff) -> RuleViolation? {
    if let refusal = reader.refusalToReadAny { return refusal }
    guard case .known(let role) = reader.role, role.covers else {
      return .notPermitted(
        "\(reader.roleWord) covers for nobody: that is for counselors and supervisors."
      )
    }
    guard case .known(let role) = covered.role, role.hasCoveredCaseload else {
      return .notPermitted(
        "\(covered.roleWord) has no caseload to be covered: a counselor or a trainee has."
      )
    }
    return nil
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
    if let refusal = person.refusalToWork { return refusal }
    guard person.role == .known(.billing) else { return nil }
    return .notPermitted(
      "The screen shows names, and billing sees dates: caseload day and caseload hours."
    )
  }

  static let nobody = "Nobody here has that identifier."
  private static let others =
    "Notes are for those who treat the client: their counselor, who leads their groups, and "
    + "supervisors. In an emergency type : and emergency."

  /// Whether somebody treats a client on a day: leads a group of theirs, or is their counselor.
  func isTreated(_ client: ClientID, by person: Staff, today: CalendarDate) -> Bool {
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

  /// Whether somebody leads a group of the client's.
  ///
  /// Who stood in once, or booked a client, doesn't treat them: anybody may do that by themselves.
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
  }

  /// Whether somebody leads the meeting that a note is about, or meets the client there.
  private func holds(_ service: NoteService, with client: ClientID, _ person: StaffID) -> Bool {
    switch service {
    case .session(let id, _):
      sessions[id].map { $0.state.isLed(by: person) && $0.row(of: client) != nil } ?? false
    case .appointment(let id, _):
      appointments[id].map { $0.clientID == client && $0.isHeld(by: person) } ?? false
    case .missedDay, .none: false
    }
  }
}

extension Appointment {
  /// Whether somebody meets the client then: it stands, and wasn't missed or called off.
  fileprivate func isHeld(by person: StaffID) -> Bool {
    state.counselorID == person && !state.isWithdrawn
      && (state.status.isKept || state.status.isOpen)
  }
}

extension SessionState {
  /// Whether somebody leads it, or would have if nobody had stood in.
  func isLed(by person: StaffID) -> Bool {
    leads(person) || substituteFor == person
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Staff {
  /// Whose notes may be read.
  fileprivate var reach: NoteReach {
    guard case .known(let role) = role else { return .none }
    return role.reach
  }

  fileprivate var refusalToReadAny: RuleViolation? { refusal(of: .readNotes, "reads no notes") }

  /// Why somebody may do nothing here; nil for who works here.
  package var refusalToWork: RuleViolation? {
    isActive ? nil : .notPermitted("\(shortName) doesn't work here any more.")
  }

  /// - Parameters:
  ///   - permission: What is asked for.
  ///   - words: Behind the role: "reads no notes".
  /// - Returns: Nil where it is given.
  func refusal(of permission: Permission, _ words: String) -> RuleViolation? {
    if may(permission) { return nil }
    if let refusal = refusalToWork { return refusal }
    guard case .known(let role) = role else {
      return .notPermitted("The role of \(shortName) is of a newer version of the program.")
    }
    return .notPermitted("\(role.word.capitalizedFirst) \(words).")
  }

  /// As a sentence begins with it: "A counselor"; the name where this version doesn't know the role.
  var roleWord: String {
    guard case .known(let role) = role else { return shortName }
    return role.word.capitalizedFirst
  }
}
