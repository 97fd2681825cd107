import Domain
import TerminalCore

/// One-line prompts: typing, and what is done with the answer.
extension AppState {
  mutating func handle(_ key: Key, in prompt: LinePrompt) -> [Effect] {
    var line = prompt
    switch key {
    case .escape: return leave(line)
    case .enter: return answer(line)
    case .tab where line.purpose == .importFrom: return [.completePath(line.line.text)]
    default:
      // What must not be seen isn't copied either.
      var kept = clip
      let found = line.line.handle(key, at: now, clip: &kept)
      if !line.isSecret { clip = kept }
      guard let outcome = found else {
        sayAboutKey("\(key.spoken) does nothing here. Enter keeps it, Esc goes back.", .warning)
        return []
      }
      if let words = outcome.notice?.words { say(words, .warning) }
      line.problem = nil
      self.prompt = .line(line)
      if line.purpose == .find { applyFilter(line.line.text) }
      return []
    }
  }

  /// Esc: a quick line is kept, or where it can't be read kept aside; what was a question stays
  /// unanswered, with its words kept aside.
  private mutating func leave(_ line: LinePrompt) -> [Effect] {
    switch line.purpose {
    case .quickLine: return answer(line, keepingOnly: true)
    case .find: applyFilter("")
    case .pin, .newPIN, .repeatPIN, .lateReason:
      waitingSignature = nil
      keepLine(line)
      return notYet()
    case .because, .emergency:
      prompt = nil
      keepLine(line)
      if line.line.text.hasWords {
        say("Not done. What you typed is kept until it is asked again.")
      }
      return []
    case .findInNote: break
    case .rowTimes, .markTime, .cameBack, .groupTimes, .creditMinutes, .appointmentTimes, .newTime,
      .goToDate, .newNote, .noteTime, .lateService, .audit, .importFrom, .past:
      break
    }
    prompt = nil
    return []
  }

  /// Takes an answer, or keeps the prompt open and says what is wrong with it.
  ///
  /// - Parameters:
  ///   - line: The prompt with what was typed.
  ///   - keepingOnly: Whether the prompt is being left, so that nothing moves on.
  /// - Returns: What the answer asks of the world.
  mutating func answer(_ line: LinePrompt, keepingOnly: Bool = false) -> [Effect] {
    let text = line.line.text
    switch line.purpose {
    case .because(let pending):
      guard !text.allSatisfy(\.isWhitespace) else { return refuse(line, "A few words are needed.") }
      prompt = nil
      let effects = performAndAdvance(pending, because: text)
      if effects.isEmpty { keepLine(line) }
      return effects
    case .rowTimes(let session, let client): return answerRowTimes(line, session, client)
    case .markTime(let pending, let because):
      guard let start = plannedStart(of: pending),
        let time = TypedTime.instant(text, near: start, in: data.program.zone)
      else { return refuse(line, TypedTime.help) }
      return perform(pending.stamped(at: time), typedIn: line, because: because)
    case .cameBack(let session, let client, let because):
      return answerReturn(line, session, client, because: because)
    case .groupTimes(let session): return answerGroupTimes(line, session)
    case .creditMinutes(let session, let client): return answerMinutes(line, session, client)
    case .appointmentTimes(let id):
      guard let state = data.appointments[id]?.state,
        let times = TypedTime.range(text, near: state.scheduledStart, in: data.program.zone)
      else { return refuse(line, TypedTime.help) }
      return perform(.appointment(id, .changeTimes(times)), typedIn: line)
    case .newTime(let id, let reach): return answerNewTime(line, id, reach)
    case .quickLine(let session, let client):
      return answerQuickLine(line, session, client, keepingOnly)
    case .goToDate:
      guard let date = TypedDate.parse(text, today: today) else {
        return refuse(line, TypedDate.help)
      }
      if screen == .calendar {
        prompt = nil
        return goToInCalendar(date)
      }
      return goTo(date)
    case .find:
      prompt = nil
      return []
    case .findInNote:
      prompt = nil
      return findInNote(text)
    case .newNote(let kind, let client): return answerNewNote(line, kind, client)
    case .noteTime: return answerNoteTime(line)
    case .lateService(let client): return answerLateService(line, client)
    case .emergency(let client): return answerEmergency(line, client)
    case .importFrom: return answerImport(line)
    case .audit: return answerAudit(line)
    case .past(let date): return answerPast(line, date)
    case .lateReason:
      guard text.hasWords else { return refuse(line, "A few words are needed.") }
      prompt = nil
      lateReason = text
      return signNote()
    case .pin:
      prompt = nil
      return [.checkPIN(text)]
    case .newPIN:
      if let weakness = PINWeakness(of: text) {
        return recordPIN(.refused(weakness.sentence))
      }
      prompt = .line(
        LinePrompt(title: "Your signing PIN", label: "the same again", purpose: .repeatPIN(text))
      )
      return []
    case .repeatPIN(let first):
      guard first == text else {
        return recordPIN(.refused("They differ; nothing was set. Type it anew."))
      }
      prompt = nil
      return [.setPIN(text)]
    }
  }

  mutating func refuse(_ line: LinePrompt, _ problem: String) -> [Effect] {
    var line = line
    line.problem = problem
    // As in a form; a quick line is words, which are mended rather than typed anew.
    if case .quickLine = line.purpose {} else { line.line.selectAll() }
    prompt = .line(line)
    return []
  }

  private mutating func answerRowTimes(
    _ line: LinePrompt,
    _ session: SessionID,
    _ client: ClientID
  ) -> [Effect] {
    guard let found = data.sessions[session],
      var times = TypedTime.range(
        line.line.text,
        near: found.state.scheduledStart,
        in: data.program.zone
      )
    else { return refuse(line, TypedTime.help) }
    if times.departure == nil, found.row(of: client)?.status == .leftEarly {
      times = TypedTimes(arrival: nil, departure: times.arrival)
    }
    return perform(.session(session, .changeTimes(client, times)), typedIn: line)
  }

  private mutating func answerGroupTimes(_ line: LinePrompt, _ session: SessionID) -> [Effect] {
    guard let start = data.sessions[session]?.state.scheduledStart,
      let times = TypedTime.range(line.line.text, near: start, in: data.program.zone)
    else { return refuse(line, TypedTime.help) }
    return perform(.session(session, .changeCourse(times)), typedIn: line)
  }

  /// A number sets the minutes by hand, nothing leaves them to the times again.
  private mutating func answerMinutes(
    _ line: LinePrompt,
    _ session: SessionID,
    _ client: ClientID
  ) -> [Effect] {
    let words = line.line.text.split(separator: " ")
    let minutes = words.first.flatMap { Int($0) }
    guard words.isEmpty || words.count == 1 && minutes != nil else {
      return refuse(line, "Read as whole minutes: 45. Nothing at all: as the times say.")
    }
    return perform(.session(session, .overrideCredit(client, minutes: minutes)), typedIn: line)
  }

  private mutating func answerQuickLine(
    _ line: LinePrompt,
    _ session: SessionID,
    _ client: ClientID,
    _ keepingOnly: Bool
  ) -> [Effect] {
    let (quickLine, problem) = QuickLineText.parse(line.line.text)
    guard let quickLine else {
      guard keepingOnly else { return refuse(line, problem ?? "") }
      prompt = nil
      keepLine(line)
      say("Not kept as a remark. What you typed is back when , is pressed again.")
      return []
    }
    prompt = nil
    let row = data.sessions[session]?.row(of: client)
    let isSame = row.map { QuickLineText.text(of: $0) == line.line.text } ?? false
    let effects = isSame ? [] : perform(.session(session, .quickLine(client, quickLine)))
    if !isSame, effects.isEmpty { keepLine(line) }
    if !keepingOnly { move(.down) }
    return effects
  }

  // MARK: Finding

  mutating func askFind() -> [Effect] {
    if screen == .day { day.focus = .attendance }
    if screen == .note {
      askFindInNote()
      return []
    }
    if screen == .card { card.focus = .history }
    let old = filterOfScreen ?? ""
    prompt = .line(
      LinePrompt(
        title: "Find",
        label: screen == .card ? "part of a line" : "part of a name",
        line: TextField(old, isSelected: true),
        purpose: .find
      )
    )
    return []
  }

  private var filterOfScreen: String? {
    switch screen {
    case .week: week.filter
    case .toDo: toDo.filter
    case .clients: clients.filter
    case .card: card.filter
    case .setUp: setUp.filter
    case .team: team.filter
    case .day: attendance.filter
    case .firstRun, .note, .calendar: nil
    }
  }

  mutating func applyFilter(_ text: String) {
    let filter = text.isEmpty ? nil : text
    switch screen {
    case .week:
      week.filter = filter
      let clients = weekClients.map(\.client)
      if !clients.contains(where: { $0 == week.cursor }) { week.cursor = clients.first }
    case .day:
      attendance.filter = filter
      let rows = shownRows
      if !rows.contains(where: { $0.row.clientID == attendance.cursor }), let first = rows.first {
        attendance.cursor = first.row.clientID
      }
    case .toDo: toDo.filter = filter
    case .clients:
      clients.filter = filter
      refreshClientRows()
      if !clientRows.contains(where: { $0.id == clients.cursor }) {
        clients.cursor = clientRows.first?.id
      }
    case .card:
      card.filter = filter
      card.entry = 0
    case .setUp: setUp.filter = filter
    case .team: team.filter = filter
    case .firstRun, .note, .calendar: break
    }
  }
}
