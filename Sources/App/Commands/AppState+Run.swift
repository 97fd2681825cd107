import Domain

extension AppState {
  /// Carries out a command as if its key had been pressed here.
  package mutating func run(_ command: Command) -> [Effect] {
    if isHiddenFromRoom(command) { return [] }
    switch command {
    case .left where screen == .calendar, .right where screen == .calendar:
      return moveInCalendar(command)
    case .up, .down, .first, .last, .pageUp, .pageDown:
      if screen == .calendar { return moveInCalendar(command) }
      move(command)
      return []
    case .left where screen == .note:
      changeProgress(by: -1)
      return []
    case .right where screen == .note:
      changeProgress(by: 1)
      return []
    case .left, .previousPane:
      changeFocus(by: -1)
      return []
    case .right, .nextPane:
      changeFocus(by: 1)
      return []
    case .openNote, .ownPart, .sharedText, .nextPart, .previousPart, .nextNote, .previousNote,
      .sign, .choose, .sidePane, .insertPhrase, .spelling, .olderVersions, .noteFormat,
      .addendum, .addToNote, .discardNote, .newNote, .noteTime, .copyText, .findNext, .alreadySaved,
      .goToToDo, .closeDay:
      return runNote(command)
    case .select where screen == .toDo:
      selectToDo()
      return []
    case .clearSelection where screen == .toDo:
      toDo.selected = []
      return []
    case .open: return openSelection()
    case .openCard: return openCard(selectedClient)
    case .back: return goBack()
    case .find: return askFind()
    case .digit:
      sayAboutKey("Type the row's number in Attendance.", .warning)
      return []
    case .addRecord, .changeRecord, .enroll, .book, .recordMenu: return runRecords(command)
    case .goTo, .goToDay, .goToWeek, .goToCalendar, .goToClients, .goToGroups, .goToStaff,
      .goToRooms, .goToClosedDays, .goToSettings, .goToToday,
      .goToDate, .before, .after, .zoom, .mineOrAll,
      .sortBefore, .sortAfter, .onlyStage, .goToTeam:
      return travel(command)
    case .outreach:
      if screen == .day, day.focus == .groups {
        sayAboutKey(
          "\(said(.nextPane)) to a client first; \(said(.outreach)) keeps an attempt to reach them.",
          .warning
        )
        return []
      }
      return askOutreach(selectedClient)
    case .teamContinue: return decide(.continue)
    case .teamStepUp: return decide(.stepUp)
    case .teamStepDown: return decide(.stepDown)
    case .teamDischarge: return decide(.discharge)
    case .teamExtra: return decide(.extraSession)
    case .undo: return takeBack()
    case .redo: return doAgain()
    case .palette, .help, .messages, .auditLog, .pastDay, .themes, .changeCounselor, .explain:
      return show(command)
    case .quit: return askQuit()
    case .quitHint:
      say("Ctrl-Q quits. Everything is saved as you go.")
      return []
    case .redraw: return [.redraw] + retrySaves()
    case .suspend: return [.suspend]
    case .fullNames:
      showsFullNames.toggle()
      say(
        showsFullNames
          ? "Full names are shown. \(said(.fullNames)) hides them." : "Full names are hidden."
      )
      return []
    case .blank:
      if isSealed { return lockNow() }
      isBlanked = true
      return []
    case .hide:
      isBlanked = true
      return []
    case .roomMode: return changeRoom()
    case .emergencyAccess:
      askEmergency()
      return []
    case .reviewAccess:
      askReview()
      return []
    case .writeOut:
      askWriteOut()
      return []
    case .importFiles:
      askImport()
      return []
    case .arrive, .arriveLate, .missed, .cancelAppointment, .appointmentTimes, .endAppointment,
      .clearAppointment:
      return runIndividual(command)
    case .tryDemo: return [.openDemo]
    case .setUp: return askNewProgram()
    case .present, .late, .leftEarly, .noShow, .otherReason, .stepOut, .video, .quickLine, .clear,
      .times, .creditMinutes, .groupTimes, .allTheRest, .walkIn, .select, .clearSelection, .begin,
      .finish, .breakTime,
      .sessionMenu:
      return runAttendance(command)
    }
  }

  private mutating func travel(_ command: Command) -> [Effect] {
    if command != .goTo, command != .zoom { day.backTo = nil }
    switch command {
    case .goTo:
      prompt = .menu(.goTo)
      return []
    case .goToDay:
      screen = .day
      if day.date != today {
        say("\(day.date.dayName), not today. \(said(.goTo)) t goes to today.")
      }
      endNarrowing()
      return []
    case .goToWeek: return showWeek()
    case .goToCalendar: return showCalendar()
    case .goToClients: return showClients()
    case .goToGroups: return showSetUp(.groups)
    case .goToStaff: return showSetUp(.staff)
    case .goToRooms: return showSetUp(.rooms)
    case .goToClosedDays: return showSetUp(.days)
    case .goToSettings: return showSetUp(.settings)
    case .goToToday: return screen == .calendar ? goToInCalendar(today) : goTo(today)
    case .goToDate:
      prompt = .line(
        LinePrompt(
          title: "Go to a date",
          label: "today, fri, +2w, 3/18, 2026-03-18",
          purpose: .goToDate
        )
      )
      return []
    case .before: return step(by: -1)
    case .after: return step(by: 1)
    case .zoom:
      if screen == .day { day.isZoomed.toggle() }
      return []
    case .mineOrAll: return switchMineOrAll()
    case .goToTeam: return openTeam(at: selectedClient)
    case .onlyStage:
      askStage()
      return []
    case .sortBefore: return sort(by: -1)
    case .sortAfter: return sort(by: 1)
    default: return []
    }
  }

  private mutating func show(_ command: Command) -> [Effect] {
    switch command {
    case .palette: prompt = .palette(Picker())
    case .help: prompt = .help(Picker())
    case .messages: prompt = .text(TextPrompt(title: "Messages", lines: messageLines()))
    case .auditLog: askAudit()
    case .pastDay: askPast()
    case .themes: openThemes()
    case .changeCounselor:
      if isSealed { return logOff() }
      prompt = .pick(PickPrompt(.counselor))
    case .explain:
      if screen == .toDo { explainDue() } else { explainHours() }
    default: break
    }
    return []
  }

  private func messageLines() -> [String] {
    messages.reversed().map { "\(clock($0.at))  \($0.text)" }
  }

  private mutating func explainHours() {
    guard let client = selectedClient else {
      sayAboutKey("Choose a client first; \(said(.explain)) explains the hours.", .warning)
      return
    }
    let first = screen == .week ? week.first : data.weekStart(of: day.date)
    let lines = data.explainHours(of: client, week: first, now: now).inReadingOrder
      .map { $0.map(\.inWords) }.joined(separator: [""])
    prompt = .text(TextPrompt(title: "Hours of \(name(of: client))", lines: Array(lines)))
  }

  /// Leaves once everything typed is on disk; asks where the disk refuses it.
  mutating func askQuit() -> [Effect] {
    if let question = unsavedTextQuestion() {
      if let prompt { covered.append(prompt) }
      prompt = .question(question)
      return []
    }
    let typed = flushNote() + keepQuickLine() + flushForms()
    if !typed.isEmpty { return typed + [.quitOnceSaved] }
    guard !unsaved.isEmpty else { return leaveNote() + [.quit] }
    if let prompt { covered.append(prompt) }
    let why = unsaved.values.first ?? ""
    prompt = .question(
      Question(
        title: "Not everything is saved",
        lines: [
          "\(unsaved.count == 1 ? "One record is" : "\(unsaved.count) records are") only in memory.",
          why, "Leaving now loses those marks. \(said(.redraw)) tries to save again.",
        ],
        answers: [Answer("s", "Stay", .nothing), Answer("l", "Leave and lose them", .quit)]
      )
    )
    return []
  }

  /// Commits a quick line that is being typed and an open note, on every way out.
  mutating func keepWhatIsTyped() -> [Effect] {
    leaveNote() + keepQuickLine() + flushForms()
  }

  /// The same, but an open note stays open on the disk, so that it opens by itself next time.
  mutating func keepWhatIsTypedOpen() -> [Effect] {
    flushNote() + keepQuickLine() + flushForms()
  }

  private mutating func keepQuickLine() -> [Effect] {
    guard case .line(let line) = prompt ?? covered.last, case .quickLine = line.purpose else {
      return []
    }
    if prompt == nil { covered.removeLast() }
    return answer(line, keepingOnly: true)
  }
}

extension Menu {
  static let goTo = Menu(
    title: "Go to",
    items: [
      MenuItem("d", "Day", .command(.goToDay)),
      MenuItem("w", "Week and hours", .command(.goToWeek)),
      MenuItem("a", "calendar", .command(.goToCalendar)),
      MenuItem("q", "to do: what is due", .command(.goToToDo)),
      MenuItem("c", "clients", .command(.goToClients)),
      MenuItem("m", "team meeting", .command(.goToTeam)),
      MenuItem("r", "groups, staff, rooms", .command(.goToGroups)),
      MenuItem("s", "settings", .command(.goToSettings)),
      MenuItem("t", "today", .command(.goToToday)),
      MenuItem(".", "a date", .command(.goToDate)),
      MenuItem("g", "first row", .command(.first)),
    ]
  )
}
