/// Marking people.
extension SessionWork {
  mutating func mark(_ client: ClientID, _ mark: Mark) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    switch mark.status {
    case .present, .late, .leftEarly, .lateLeftEarly, .removed:
      try beginForAttendance()
      try setPresence(of: &row, mark)
      try checkPresence(of: &row)
    case .excused, .noShow, .cancelledClient, .cancelledProgram, .onLeave, .notAdmitted:
      try beginForAbsence(mark.status)
      row.status = mark.status
      row.segments = []
      row.absenceReason = mark.reason.map { .known($0) }
      row.notice = mark.notice
    case .expected, .unknown:
      throw .wrongState("That isn't a mark.")
    }
    guard row != original.row(of: client) else { return }
    stampRow(&row)
    put(row)
  }

  mutating func markTheRest(_ status: AttendanceStatus) throws(RuleViolation) {
    let rest = session.rows.filter(\.status.isUnmarked).map(\.clientID)
    guard !rest.isEmpty else { throw .nothingToDo("Everyone is marked.") }
    for client in rest { try mark(client, Mark(status)) }
  }

  mutating func clear(_ client: ClientID) throws(RuleViolation) {
    try checkOpen()
    var row = try row(client)
    if row.isWalkin {
      session.rows.removeAll { $0.clientID == client }
      return
    }
    guard row.markedAt != nil else { throw .nothingToDo("There is no mark to clear.") }
    let episode = data.episodes[row.episodeID]
    row.status = episode?.leave(on: session.serviceDate) == nil ? .expected : .onLeave
    row.segments = []
    row.absenceReason = nil
    row.notice = nil
    row.overrides = []
    row.creditOverride = nil
    row.markedBy = nil
    row.markedAt = nil
    put(row)
  }

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
    row.absenceReason = .known(reason)
    stampRow(&row)
    put(row)
  }

  mutating func addWalkIn(_ client: ClientID, _ episode: EpisodeID) throws(RuleViolation) {
    try checkOpen()
    guard session.row(of: client) == nil else {
      throw .nothingToDo("Already on this roster.")
    }
    guard let stay = data.episodes[episode], stay.isOpen(on: session.serviceDate) else {
      throw .wrongState("No open episode on that day, so no attendance can be recorded.")
    }
    guard let because else {
      throw .needsReason(.notEnrolled, "Not enrolled in this group on this day.")
    }
    var row = AttendanceRow(clientID: client, episodeID: episode)
    row.isWalkin = true
    row.overrides.append(override(.notEnrolled, because))
    put(row)
    try mark(client, Mark(.present))
  }

  func stampRow(_ row: inout AttendanceRow) {
    row.markedBy = stamp.staff
    row.markedAt = stamp.now
  }

  func override(_ rule: OverridableRule, _ reason: String) -> RuleOverride {
    RuleOverride(rule: .known(rule), reason: reason, by: stamp.staff, at: stamp.now)
  }
}
