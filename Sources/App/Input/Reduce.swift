package import Domain
import TerminalCore

/// The one place where the state changes: an action in, effects out.
///
/// - Parameters:
///   - state: Changed in place.
///   - action: What happened.
///   - now: When, by the program's clock.
/// - Returns: What the world must do, in order; the answers come back as actions.
package func reduce(_ state: inout AppState, _ action: Action, at now: Instant) -> [Effect] {
  switch action {
  case .input, .resized, .ticked, .saved, .saveFailed, .themesFound, .zonesFound, .openFailed,
    .foundingRefused,
    .logInRefused, .unlocked, .granted, .writtenOut, .notWrittenOut, .pathCompleted, .importRead,
    .importStands, .closedDaysRead,
    .terminate, .leave,
    .noteOpened, .noteFailed, .noteFollowed, .draftDiffered, .draftWritten, .draftFailed, .draftDue,
    .formsKept, .formsFound,
    .draftGone, .draftBroughtBack, .auditRead,
    .spellingChecked, .wordLearned, .spellingFailed, .noteSigned, .pinAnswered,
    .draftsFound, .folderFound, .auditUnwritten, .shutOut:
    break
  case .merged, .loaded, .opened, .founded, .loggedOff, .imported, .rulesSaved:
    state.known.basis = nil
    state.knownNames.basis = nil
    state.knownAlerts.basis = nil
    state.knownClients.basis = nil
  }
  let place = state.messagePlace
  state.status.isOld = true
  var effects = reduced(&state, action, at: now)
  if action.mayEndReading { effects += state.leaveUnreadableNote() }
  state.dropOldStatus(after: action, since: place)
  state.endNarrowing(since: place.screen)
  if action.changesWhatIsDue {
    state.refreshDueNotes()
    state.refreshDueTasks()
  }
  state.refreshKnownHours()
  state.refreshKnownNames()
  state.refreshKnownAlerts()
  state.refreshClientRows()
  return effects
}

private func reduced(_ state: inout AppState, _ action: Action, at now: Instant) -> [Effect] {
  state.setClock(now)
  switch action {
  case .input(let event): return state.handle(event)
  case .resized(let size):
    state.size = size
    state.refitNote()
    return []
  case .ticked: return state.retrySaves() + state.lockIfIdle()
  case .saved(let record):
    state.recordSaved(record)
    return []
  case .saveFailed(let record, let why):
    state.recordFailure(record, why: why)
    return []
  case .merged(let record, let data, let why, let isWhole):
    state.unsaved[record] = nil
    let form = state.sentForms.removeValue(forKey: record)
    if !isWhole, let form { state.formDrafts[form.purpose] = form.draft }
    let news = state.take(data)
    state.say(why, .warning)
    if let news { state.say(news, .warning) }
    return []
  case .loaded(let data, let notOnDisk):
    if let news = state.take(data) { state.say(news, .warning) }
    return state.goOn() + state.saves(of: notOnDisk)
  case .folderFound(let notice, let onlyRead):
    let isKnown = onlyRead != nil && onlyRead == state.onlyRead
    state.onlyRead = onlyRead
    if let notice, !isKnown { state.say(notice, .warning) }
    return []
  case .themesFound(let themes):
    state.themes = themes
    return []
  case .zonesFound(let names):
    state.take(names)
    return []
  case .opened(let data, let staff): return state.open(data, staff: staff)
  case .founded(let data, let staff, let card):
    return state.open(data, staff: staff, behind: card)
  case .logInRefused(let why):
    state.refuseLogIn(why)
    return []
  case .auditUnwritten(let why):
    let said = state.status
    state.say(
      "The audit log can't be written: \(why) Its lines wait in this window and are tried again.",
      .error
    )
    // What is said of the whole folder says it too.
    if state.onlyRead != nil { state.status = said }
    return []
  case .granted(let grant):
    state.take(grant)
    return []
  case .writtenOut, .notWrittenOut, .pathCompleted, .importRead, .importStands, .imported,
    .rulesSaved:
    state.takeOutgoing(action)
    return []
  case .closedDaysRead(let days): return state.take(days)
  case .unlocked:
    state.lock = nil
    return []
  case .shutOut: return state.leaveShutOut()
  case .loggedOff(let data):
    state.forget(data)
    return []
  case .openFailed(let why):
    if state.awaited == .undo || state.awaited == .redo { state.hasReadAhead = false }
    state.awaited = nil
    state.say(why, .error)
    return []
  case .foundingRefused(let part, let why):
    state.refuseNewProgram(part, why: why)
    return []
  case .noteOpened(let opened): return state.show(opened)
  case .noteFailed(let why):
    state.signingRun = nil
    state.say(why, .error)
    return []
  case .draftWritten(let document, let versions):
    state.recordDraftWritten(document, versions)
    return []
  case .draftFailed(let document, let steps, let why):
    state.recordDraftFailure(document, steps, why: why)
    return []
  case .draftDiffered(let theirs, let versions):
    state.recordDraftDiffered(theirs, versions)
    return []
  case .noteFollowed(let found): return state.follow(found)
  case .spellingChecked(let answer):
    state.show(answer)
    return []
  case .wordLearned(let word):
    state.recordLearned(word)
    return []
  case .spellingFailed(let why):
    state.say(why, .warning)
    return []
  case .draftGone(let document):
    // What the disk refused of it is still to be written.
    if state.strayDrafts[document] == nil { state.data.drafts[document] = nil }
    return state.recordDiscarded(document)
  case .draftBroughtBack(let draft): return state.recordBroughtBack(draft)
  case .draftDue: return state.flushNote() + state.flushForms()
  case .formsKept(let changed, let done, let why):
    state.recordForms(changed, done: done, why: why)
    return []
  case .formsFound(let found):
    state.take(found)
    return []
  case .auditRead(let events, let isWhole):
    state.show(audit: events, isWhole: isWhole)
    return []
  case .noteSigned(let entry, let record): return state.recordSigned(entry, record)
  case .pinAnswered(let answer): return state.recordPIN(answer)
  case .draftsFound(let found): return state.take(found)
  case .leave: return state.askQuit()
  case .terminate:
    let typed = state.keepWhatIsTyped()
    return typed + state.savesOfUnsaved + [.quit]
  }
}

extension Action {
  /// Whether others, or the time, may have ended the leave to read what is open.
  fileprivate var mayEndReading: Bool {
    switch self {
    case .ticked, .merged, .loaded, .imported, .rulesSaved, .noteFollowed, .noteOpened: true
    default: false
    }
  }

  /// Whether notes may be owed, or no longer owed, after it.
  fileprivate var changesWhatIsDue: Bool {
    switch self {
    case .ticked, .saved, .merged, .loaded, .opened, .founded, .draftWritten, .draftDiffered,
      .draftGone, .draftBroughtBack, .noteSigned, .draftsFound, .loggedOff, .imported,
      .rulesSaved:
      true
    case .input, .resized, .saveFailed, .themesFound, .zonesFound, .folderFound, .openFailed,
      .foundingRefused,
      .terminate,
      .leave, .noteOpened, .noteFailed, .noteFollowed, .draftFailed, .draftDue, .formsKept,
      .formsFound, .spellingChecked,
      .wordLearned, .logInRefused, .unlocked, .granted, .spellingFailed, .pinAnswered, .auditRead,
      .auditUnwritten, .writtenOut, .notWrittenOut, .pathCompleted, .importRead, .importStands,
      .closedDaysRead, .shutOut:
      false
    }
  }
}

extension AppState {
  mutating func setClock(_ now: Instant) {
    self.now = now
    let date = data.today(at: now)
    guard date != today else { return }
    today = date
    readUndo()
  }

  mutating func handle(_ event: InputEvent) -> [Effect] {
    lastKeyAt = trueNow
    if isBlanked {
      if case .key(let key) = event {
        // Behind the blank the lock comes at once; Ctrl-Q waits, since nothing acts that isn't seen.
        if key == .control("l"), isSealed { return lockNow() }
        isBlanked = key != .enter
        tellsWayBack = isBlanked
      }
      return []
    }
    if lock != nil { return handleInLock(event) }
    guard isLargeEnough else { return handleUnseen(event) }
    switch event {
    case .key(let key):
      if prompt != nil { return handleInPrompt(key) }
      if screen == .note { return handleInNote(key) }
      return handleInList(key)
    case .paste(let text):
      if prompt == nil, screen == .note { return pasteIntoNote(text) }
      guard prompt != nil else {
        sayAboutKey("Pasted text goes into a text field; nothing was changed.", .warning)
        return []
      }
      return pasteIntoPrompt(text)
    }
  }

  private mutating func handleInList(_ key: Key) -> [Effect] {
    let promised = promisedStart
    promisedStart = nil
    if screen == .firstRun { return handleInFirstRun(key) }
    guard let command = keymap.command(for: key, in: context) else {
      attendance.digits = ""
      let width = size.columns - 2
      sayAboutKey(WrongKey.sentence(for: key, in: context, of: keymap, width: width), .warning)
      return []
    }
    if command == .digit {
      goToRow(typing: key)
      return []
    }
    attendance.digits = ""
    if command == .times, let promised, promised == day.session, let session = openSession {
      return askGroupTimes(session)
    }
    return run(command)
  }

  mutating func recordSaved(_ record: RecordReference) {
    let wasFailing = unsaved.removeValue(forKey: record) != nil
    sentForms[record] = nil
    savedAt = now
    if wasFailing && unsaved.isEmpty {
      say("Saved now. Nothing was lost.", .ok)
    } else if status.tone == .plain && unsaved.isEmpty && !status.text.hasPrefix("Saved ") {
      status.text = "Saved \(clockWithSeconds(now)). \(status.text)"
      status.tone = .ok
    }
  }

  mutating func recordFailure(_ record: RecordReference, why: String) {
    unsaved[record] = why
    say("NOT SAVED. \(why)", .error)
  }

  mutating func open(_ data: ProgramData, staff: StaffID?) -> [Effect] {
    self.data = data
    // The key that opened it was pressed by another clock.
    lastKeyAt = trueNow
    folder = .open
    (formDrafts, sentForms, keptForms) = ([:], [:], KeptForms())
    (knownWhole, hasReadAhead) = ([], false)
    status = StatusLine()
    lock = nil
    screen = .day
    prompt = nil
    covered = []
    today = data.today(at: now)
    day = DayState(date: today)
    week = WeekScreenState(first: data.weekStart(of: today))
    calendar = CalendarState(date: today)
    let effects = begin(as: staff)
    sayAboutOwnKeys()
    return effects
  }

  /// Sits somebody down: their undo history, their day.
  package mutating func begin(as staff: StaffID?) -> [Effect] {
    var effects = flushForms()
    (formDrafts, sentForms, keptForms) = ([:], [:], KeptForms())
    staffID = staff
    guard let staff else {
      prompt = .pick(PickPrompt(.counselor))
      return effects
    }
    effects.append(.loadForms(staff))
    readUndo()
    if !data.isLoaded(day.date) {
      return effects + [.loadWeek(data.weekStart(of: day.date))]
    }
    selectDefaults()
    refreshKnownAlerts()
    report(data.problems)
    remindOfReviews()
    return effects
  }

  /// A quiet word where no backup was made for a week; what is wrong with records is said first.
  package mutating func remindOfBackup(days: Int) {
    guard days >= 7, data.problems.isEmpty else { return }
    say("No backup for \(days) days. On the command line: caseload backup FILE.")
  }

  mutating func report(_ problems: [RecordProblem]) {
    guard let first = problems.first else { return }
    let more = problems.count > 1 ? " (and \(problems.count - 1) more: messages)" : ""
    for problem in problems.dropFirst() {
      messages.append(
        Message(
          at: now,
          text: "\(problem.record): \(problem.what) \(problem.doThis)",
          tone: .error
        )
      )
    }
    say("\(first.record): \(first.what) \(first.doThis)\(more)", .error)
  }

  package func clock(_ instant: Instant) -> String {
    data.program.zone.local(instant).time.description
  }

  func clockWithSeconds(_ instant: Instant) -> String {
    let seconds = Int(instant.secondsSince1970 - instant.floorToMinute().secondsSince1970)
    return clock(instant) + (seconds < 10 ? ":0\(seconds)" : ":\(seconds)")
  }
}
