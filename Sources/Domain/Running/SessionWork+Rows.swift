/// What is said about a row besides its mark, and rows that are added.
extension SessionWork {
  mutating func switchVideo(_ clients: [ClientID]) throws(RuleViolation) {
    try checkOpen()
    let rows = try clients.map { client throws(RuleViolation) in try row(client) }
    let allVideo = rows.allSatisfy { $0.modality == .known(.video) }
    for var row in rows {
      row.modality = .known(allVideo ? .inPerson : .video)
      put(row)
    }
  }

  mutating func setQuickLine(_ client: ClientID, _ line: QuickLine) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    guard line.words.count <= 200 else {
      throw .needsWords("A quick line holds 200 characters; this has \(line.words.count).")
    }
    guard line.isInRange else {
      throw .wrongState("Craving and mood are 0 to 10, taking part 0 to 4.")
    }
    row.craving = line.craving
    row.mood = line.mood
    row.participation = line.participation
    row.quickLine = line.words.isEmpty ? nil : line.words
    put(row)
  }

  mutating func changeReason(_ client: ClientID, _ reason: AbsenceReason) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    guard !row.status.isAttended, !row.status.isUnmarked else {
      throw .wrongState("Only an absence has a reason.")
    }
    guard row.absenceReason != .known(reason) else { return }
    row.absenceReason = .known(reason)
    stampRow(&row)
    put(row)
  }

  /// Adds somebody who isn't on the roster, present from the start.
  mutating func addWalkIn(_ client: ClientID, _ episode: EpisodeID) throws(RuleViolation) {
    try checkOpen()
    guard session.row(of: client) == nil else {
      throw .nothingToDo("Already on this roster.")
    }
    guard let stay = data.episodes[episode], stay.clientID == client,
      stay.isOpen(on: session.serviceDate)
    else {
      throw .wrongState("No open episode on that day, so no attendance can be recorded.")
    }
    var row = AttendanceRow(clientID: client, episodeID: episode)
    row.isWalkin = true
    row.modality = session.state.modality
    setAside(.notEnrolled, for: &row, "Not enrolled in this group on this day.")
    put(row)
    try mark(client, Mark(hasMissedTheStart ? .late : .present))
  }

  /// Whether somebody who is added now can't have been here from the start.
  private var hasMissedTheStart: Bool {
    guard session.state.status == .inProgress, !isPastDay, now < session.state.scheduledEnd else {
      return false
    }
    return now > startOfPresence.adding(minutes: rules.graceLateMinutes)
  }

  /// Credited minutes set by hand, or left to the times again.
  mutating func overrideCredit(_ client: ClientID, minutes: Int?) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    try checkIsLeadOrSupervisor()
    guard row.status.isAttended else {
      throw .wrongState("Only someone who was here has minutes.")
    }
    if minutes == nil, row.creditOverride == nil {
      throw .nothingToDo("No minutes were set by hand.")
    }
    let state = session.state
    let length = max(0, Instant.minutes(from: state.scheduledStart, to: state.scheduledEnd))
    guard (0...length).contains(minutes ?? 0) else {
      throw .wrongState("This group has \(length) minutes; more can't be credited.")
    }
    guard let because else { throw .needsWords("Why other minutes than the times give?") }
    row.creditOverride = minutes.map {
      CreditOverride(minutes: $0, reason: because, by: stamp.staff, at: stamp.madeAt)
    }
    put(row)
  }
}

extension QuickLine {
  fileprivate var isInRange: Bool {
    (0...10).contains(craving ?? 0) && (0...10).contains(mood ?? 0)
      && (0...4).contains(participation ?? 0)
  }
}
