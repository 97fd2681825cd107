/// Turning a request about a group session into a change.
extension ProgramData {
  /// The change that does what is asked, not yet applied.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - id: The session; its week is loaded.
  ///   - stamp: Who, when, under which change id.
  ///   - because: The reason given, where a rule asked for one; nil or blank is none.
  /// - Returns: One change with every edit it takes, the session's own first.
  /// - Throws: `RuleViolation` when a rule refuses, or wants a reason first.
  package func change(
    _ request: SessionRequest,
    in id: SessionID,
    stamp: Stamp,
    because: String? = nil
  ) throws(RuleViolation) -> Change {
    guard let session = sessions[id] else { throw .notLoaded }
    try allowMarks(by: stamp.staff, isArrival: request.isArrival)
    var work = SessionWork(data: self, session: session, stamp: stamp, because: because)
    try work.perform(request)
    var edits = work.edits()
    if case .decide(let client, nil) = request {
      // Nothing is another: that it was decided about is what the history gets.
      let row = session.row(of: client)
      edits = [.session(id, .row(client, before: row, after: row))]
    } else {
      guard !edits.isEmpty else { throw .nothingToDo("That is so already.") }
      // Nobody is asked why for what a reason doesn't open.
      try checkOwnMeetings(newChange(stamp, edits: edits))
      try work.checkReason()
    }
    return newChange(stamp, because: work.because, edits: edits)
  }
}

/// A working copy of one session on which a request is carried out.
///
/// The difference to the original becomes the change's edits.
struct SessionWork {
  let data: ProgramData
  let original: GroupSession
  var session: GroupSession
  let stamp: Stamp
  /// A reason with words in it, or nil.
  let because: String?
  let rules: RuleSet
  /// The present moment, cut to the minute.
  let now: Instant
  let today: CalendarDate
  /// Rules in the way of the request, as long as no reason is given.
  var obstacles: [RuleObstacle] = []
  /// What changes of the group with it, behind the session's own edits.
  var groupEdits: [Edit] = []

  init(data: ProgramData, session: GroupSession, stamp: Stamp, because: String?) {
    self.data = data
    original = session
    self.session = session
    self.stamp = stamp
    self.because = because.flatMap(\.unlessBlank)
    rules = data.rules(on: session.serviceDate)
    now = stamp.now.floorToMinute()
    today = data.today(at: stamp.now)
  }

  mutating func perform(_ request: SessionRequest) throws(RuleViolation) {
    if case .unknown(let word) = session.state.status { throw .unknownStatus(word) }
    switch request {
    case .mark(let clients, let mark):
      for client in clients { try self.mark(client, mark) }
    case .stepOutOrIn(let client): try stepOutOrIn(client)
    case .cameBack(let client, let time): try comeBack(client, at: time)
    case .switchVideo(let clients): try switchVideo(clients)
    case .quickLine(let client, let line): try setQuickLine(client, line)
    case .clear(let clients): for client in clients { try clear(client) }
    case .allTheRest(let status): try markTheRest(status)
    case .changeTimes(let client, let times): try changeTimes(client, times)
    case .changeReason(let client, let reason): try changeReason(client, reason)
    case .walkIn(let client, let episode): try addWalkIn(client, episode)
    case .begin(let at): try begin(at: at)
    case .changeCourse(let times): try changeCourse(times)
    case .finish: try finish()
    case .reopen: try reopen()
    case .cancel: try cancel()
    case .switchBreak: try switchBreak()
    case .substitute(let staff): try substitute(staff)
    case .topic(let topic): try setTopic(topic)
    case .decide(let client, let change): try decide(client, change)
    case .overrideCredit(let client, let minutes): try overrideCredit(client, minutes: minutes)
    }
  }

  func edits() -> [Edit] {
    var edits: [Edit] = []
    if session.state != original.state {
      edits.append(
        .session(session.id, .state(before: original.state, after: session.state))
      )
    }
    for row in session.rows {
      let before = original.row(of: row.clientID)
      if before != row {
        edits.append(.session(session.id, .row(row.clientID, before: before, after: row)))
      }
    }
    for row in original.rows where session.row(of: row.clientID) == nil {
      edits.append(.session(session.id, .row(row.clientID, before: row, after: nil)))
    }
    return edits + groupEdits
  }

  // MARK: Shared by the requests

  /// Whether the session belongs to a day that is over; one that goes past midnight to its last.
  var isPastDay: Bool { data.lastDate(until: session.state.scheduledEnd) < today }

  func row(_ client: ClientID) throws(RuleViolation) -> AttendanceRow {
    guard let row = session.row(of: client) else { throw .notOnRoster }
    if case .unknown(let word) = row.status { throw .unknownStatus(word) }
    return row
  }

  mutating func put(_ row: AttendanceRow) {
    if let place = session.rows.firstIndex(where: { $0.clientID == row.clientID }) {
      session.rows[place] = row
    } else {
      session.rows.append(row)
    }
  }

  /// Refuses what a cancelled session can't take.
  func checkOpen() throws(RuleViolation) {
    switch session.state.status {
    case .scheduled, .inProgress, .completed: break
    case .cancelledByProgram, .cancelledNoAttendees:
      throw .wrongState("This group was cancelled. u takes that back if it was today.")
    case .unknown(let word): throw .unknownStatus(word)
    }
  }

  func checkIsLeadOrSupervisor() throws(RuleViolation) {
    let isLead = session.state.leadID == stamp.staff
    guard isLead || data.staff[stamp.staff]?.isSupervisor == true else {
      throw .onlyLeadOrSupervisor
    }
  }

  func clock(_ instant: Instant) -> String {
    data.program.zone.local(instant).time.description
  }
}
