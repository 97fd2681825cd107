import Domain

/// The commands of the Attendance pane, and of Groups where they are about the whole session.
extension AppState {
  mutating func runAttendance(_ command: Command) -> [Effect] {
    guard let session = openSession else {
      if data.groups.isEmpty, command == .sessionMenu { return offerReadyWeek() }
      say("No group on this day.", .warning)
      return []
    }
    switch command {
    case .begin: return begin(session)
    case .finish: return perform(.session(session.id, .finish))
    case .breakTime: return perform(.session(session.id, .switchBreak))
    case .allTheRest:
      return markPresence(session, .allTheRest(.present))
        ?? perform(.session(session.id, .allTheRest(.present)))
    case .sessionMenu:
      let menu = sessionMenu(session, day.focus == .attendance ? selectedRow : nil)
      if menu.items.isEmpty {
        say("\(menu.title) isn't held; there is nothing else to do about it.", .warning)
      } else {
        prompt = .menu(menu)
      }
      return []
    case .walkIn:
      prompt = .pick(PickPrompt(.walkIn(session.id)))
      return [.readCaseload]
    case .groupTimes: return askGroupTimes(session)
    case .clearSelection:
      attendance.selected = []
      return []
    default: return runOnRows(command, in: session)
    }
  }

  /// Whether something would begin the group long before its time.
  private func isLongBefore(_ session: GroupSession) -> Bool {
    session.state.status == .scheduled && session.serviceDate == today
      && now < session.state.scheduledStart.adding(minutes: -30)
  }

  /// Begins the group; asks first where it is long before its time.
  private mutating func begin(_ session: GroupSession) -> [Effect] {
    let pending = Pending.session(session.id, .begin(at: nil))
    guard isLongBefore(session) else { return perform(pending) }
    askToBeginEarly(session, pending, "Begin it now")
    return []
  }

  private mutating func askToBeginEarly(
    _ session: GroupSession,
    _ pending: Pending,
    _ answer: String
  ) {
    let planned = clock(session.state.scheduledStart)
    prompt = .question(
      Question(
        title: "Begin early?",
        lines: ["This group is planned for \(planned). Begin it now?"],
        answers: [Answer("g", "Go back", .nothing), Answer("b", answer, .run(pending))]
      )
    )
  }

  /// Marks that begin the group by themselves; asks first where it is long before its time.
  private mutating func markPresence(
    _ session: GroupSession,
    _ request: SessionRequest
  ) -> [Effect]? {
    let pending = Pending.session(session.id, request)
    guard isLongBefore(session), wouldBegin(session, pending) else { return nil }
    askToBeginEarly(session, pending, "Begin it now and mark")
    return []
  }

  /// What is refused is left to say why.
  private func wouldBegin(_ session: GroupSession, _ pending: Pending) -> Bool {
    var trial = self
    _ = trial.perform(pending)
    return trial.data.sessions[session.id]?.state.status == .inProgress
  }

  private mutating func runOnRows(_ command: Command, in session: GroupSession) -> [Effect] {
    guard let row = selectedRow else {
      say("Nobody is on this roster. \(said(.walkIn)) adds a walk-in.", .warning)
      return []
    }
    let clients =
      attendance.selected.isEmpty
      ? [row.clientID] : session.rows.map(\.clientID).filter(attendance.selected.contains)
    let id = session.id
    switch command {
    case .present: return mark(clients, Mark(.present), in: session)
    case .late: return mark(clients, Mark(.late), in: session)
    case .leftEarly: return mark(clients, Mark(.leftEarly), in: session)
    case .noShow: return mark(clients, Mark(.noShow), in: session)
    case .otherReason: prompt = .menu(absenceMenu(id, clients))
    case .stepOut: return perform(.session(id, .stepOutOrIn(row.clientID)))
    case .video:
      return markPresence(session, .switchVideo(clients))
        ?? perform(.session(id, .switchVideo(clients)))
    case .clear: return perform(.session(id, .clear(clients)))
    case .quickLine:
      if let refusal = refusalToRead(quickLineOf: row.clientID, in: session) {
        say(refusal.message, .warning)
        return []
      }
      ask(quickLinePrompt(session, row))
    case .times: prompt = timesPrompt(session, row)
    case .creditMinutes: askMinutes(session, row)
    case .select: toggleSelection(row.clientID)
    default: break
    }
    return []
  }

  private mutating func toggleSelection(_ client: ClientID) {
    if attendance.selected.remove(client) == nil { attendance.selected.insert(client) }
    move(.down)
  }

  /// Marks, and goes on to the next unmarked row if this was a first mark.
  mutating func mark(
    _ clients: [ClientID],
    _ mark: Mark,
    in session: GroupSession
  ) -> [Effect] {
    if let asked = markPresence(session, .mark(clients, mark)) { return asked }
    let wasFirst =
      clients.count == 1 && session.row(of: clients[0])?.markedAt == nil
      && session.row(of: clients[0])?.status.isUnmarked == true
    let effects = perform(.session(session.id, .mark(clients, mark)))
    guard prompt == nil, !effects.isEmpty else { return effects }
    attendance.selected = []
    if wasFirst { advance(after: clients[0]) }
    return effects
  }

  /// Goes to the next row without a mark; stays when everyone is marked.
  mutating func advance(after client: ClientID) {
    let rows = shownRows.map(\.row)
    let place = rows.firstIndex { $0.clientID == client } ?? -1
    let next =
      rows[(place + 1)...].first { $0.status.isUnmarked }
      ?? rows.first { $0.status.isUnmarked }
    if let next { attendance.cursor = next.clientID }
  }

  private func quickLinePrompt(_ session: GroupSession, _ row: AttendanceRow) -> LinePrompt {
    LinePrompt(
      title: "Quick line: \(name(of: row.clientID))",
      label: "craving 0-10  mood 0-10  taking part 0-4  then words",
      line: TextField(QuickLineText.text(of: row)),
      purpose: .quickLine(session.id, row.clientID)
    )
  }

  private func timesPrompt(_ session: GroupSession, _ row: AttendanceRow) -> Prompt {
    if !row.status.isAttended && !row.status.isUnmarked {
      return .menu(
        reasonMenu(title: "\(name(of: row.clientID)): \(row.status.word)") {
          .run(.session(session.id, .changeReason(row.clientID, $0)))
        }
      )
    }
    let start = row.firstIn ?? session.state.actualStart ?? session.state.scheduledStart
    let end = row.segments.last?.end.map { "-" + clock($0) } ?? ""
    return .line(
      LinePrompt(
        title: "Times of \(name(of: row.clientID))",
        label: "in, or in-out (9:12-10:15)",
        line: TextField(clock(start) + end, isSelected: true),
        purpose: .rowTimes(session.id, row.clientID)
      )
    )
  }

  /// When the whole group began; once it is finished, also when it ended.
  mutating func askGroupTimes(_ session: GroupSession) -> [Effect] {
    guard let start = session.state.actualStart else {
      say("This group hasn't begun. \(said(.begin)) begins it.", .warning)
      return []
    }
    let end = session.state.actualEnd.map { "-" + clock($0) } ?? ""
    prompt = .line(
      LinePrompt(
        title: "\(end.isEmpty ? "Start" : "Times") of \(data.title(of: session))",
        label: end.isEmpty ? "began at" : "began-ended (9:00-10:15)",
        line: TextField(clock(start) + end, isSelected: true),
        purpose: .groupTimes(session.id)
      )
    )
    return []
  }

  /// Minutes that count whatever the times say.
  mutating func askMinutes(_ session: GroupSession, _ row: AttendanceRow) {
    guard row.status.isAttended else {
      say("Only someone who was here has minutes.", .warning)
      return
    }
    let most = Interval(start: session.state.scheduledStart, end: session.state.scheduledEnd)
      .minutes
    let minutes = data.creditedMinutes(of: row, in: session, now: now)
    prompt = .line(
      LinePrompt(
        title: "Minutes of \(name(of: row.clientID))",
        label: "that count, 0 to \(most); nothing: as the times say",
        line: TextField("\(minutes)", isSelected: true),
        purpose: .creditMinutes(session.id, row.clientID)
      )
    )
  }
}
