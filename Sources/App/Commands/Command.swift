/// What a person can ask for; the raw value is its stable name, for key files and logs.
package enum Command: String, CaseIterable, Hashable, Sendable {
  // Moving
  case up, down, left, right, first, last, open, back
  case pageUp = "page-up"
  case pageDown = "page-down"
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case digit
  case find
  // Going
  case goTo = "go-to"
  case goToDay = "go-to-day"
  case goToWeek = "go-to-week"
  case goToCalendar = "go-to-calendar"
  case goToClients = "go-to-clients"
  case goToGroups = "go-to-groups"
  case goToStaff = "go-to-staff"
  case goToRooms = "go-to-rooms"
  case goToClosedDays = "go-to-closed-days"
  case goToSettings = "go-to-settings"
  case goToToday = "go-to-today"
  case goToDate = "go-to-date"
  case before, after
  case zoom
  case mineOrAll = "mine-or-all"
  case sortBefore = "sort-before"
  case sortAfter = "sort-after"
  case onlyStage = "only-stage"
  case goToTeam = "go-to-team"
  // Team
  case teamContinue = "team-continue"
  case teamStepUp = "team-step-up"
  case teamStepDown = "team-step-down"
  case teamDischarge = "team-discharge"
  case teamExtra = "team-extra"
  case outreach
  // Attendance
  case present, late
  case leftEarly = "left-early"
  case noShow = "no-show"
  case otherReason = "other-reason"
  case stepOut = "step-out"
  case video
  case quickLine = "quick-line"
  case clear, times
  case creditMinutes = "credit-minutes"
  case groupTimes = "group-times"
  case allTheRest = "all-the-rest"
  case walkIn = "walk-in"
  case select
  case clearSelection = "clear-selection"
  case begin, finish
  case breakTime = "break"
  case sessionMenu = "session-menu"
  case explain
  // Individual
  case arrive
  case arriveLate = "arrive-late"
  case missed = "missed-appointment"
  case cancelAppointment = "cancel-appointment"
  case appointmentTimes = "appointment-times"
  case endAppointment = "end-appointment"
  case clearAppointment = "clear-appointment"
  // Records
  case openCard = "open-card"
  case addRecord = "add-record"
  case changeRecord = "change-record"
  case enroll
  case book
  case recordMenu = "record-menu"
  // Notes
  case openNote = "open-note"
  case ownPart = "own-part"
  case sharedText = "shared-text"
  case nextPart = "next-part"
  case previousPart = "previous-part"
  case nextNote = "next-note"
  case previousNote = "previous-note"
  case sign
  case choose
  case sidePane = "side-pane"
  case insertPhrase = "insert-phrase"
  case spelling
  case olderVersions = "older-versions"
  case noteFormat = "note-format"
  case addendum
  case addToNote = "add-to-note"
  case discardNote = "discard-note"
  case newNote = "new-note"
  case noteTime = "note-time"
  case copyText = "copy-text"
  case findNext = "find-next"
  case alreadySaved = "already-saved"
  case goToToDo = "go-to-to-do"
  case closeDay = "close-day"
  // First page
  case tryDemo = "try-demo"
  case setUp = "set-up"
  // Everywhere
  case undo, redo
  case auditLog = "audit-log"
  case pastDay = "past-day"
  case writeOut = "write-out"
  case importFiles = "import"
  case palette, help, messages, themes, quit, redraw, suspend
  case fullNames = "full-names"
  case blank
  case hide
  case emergencyAccess = "emergency-access"
  case reviewAccess = "review-access"
  case roomMode = "room-mode"
  case changeCounselor = "change-counselor"
  case quitHint = "quit-hint"
}

/// What a slip of the finger can cost; neighbouring keys are checked against it.
package enum Severity: Sendable {
  /// Nothing changes.
  case looks
  /// Something changes, and `u` takes it back.
  case undoable
  /// Asks before anything happens.
  case asks
  case final
}

/// A command's words.
package struct CommandInfo: Sendable {
  /// For help and the palette: a phrase.
  package var title: String
  /// For the hint bar: at most two words; nil never stands there.
  package var hint: String?
  package var severity: Severity

  init(_ title: String, hint: String? = nil, _ severity: Severity = .looks) {
    self.title = title
    self.hint = hint
    self.severity = severity
  }
}

extension Command {
  /// Whether it leaves everything as it is, so that what is asked can go on afterwards.
  var isAside: Bool {
    switch self {
    case .auditLog, .pastDay, .themes, .messages, .fullNames, .redraw, .blank, .hide, .explain,
      .help,
      .palette,
      .suspend,
      .quit, .quitHint:
      true
    case .up, .down, .left, .right, .first, .last, .open, .back, .pageUp, .pageDown, .nextPane,
      .previousPane, .digit, .find, .goTo, .goToDay, .goToWeek, .goToCalendar, .goToClients,
      .goToGroups, .goToStaff, .goToRooms, .goToClosedDays, .goToSettings, .openCard,
      .addRecord, .changeRecord, .enroll, .book,
      .recordMenu,
      .goToToday, .goToDate, .before,
      .after, .zoom, .mineOrAll, .sortBefore, .sortAfter, .onlyStage, .goToTeam,
      .teamContinue, .teamStepUp, .teamStepDown, .teamDischarge, .teamExtra, .outreach, .present,
      .late, .leftEarly,
      .noShow,
      .otherReason, .stepOut, .video, .quickLine, .clear, .times, .creditMinutes, .groupTimes,
      .allTheRest, .walkIn, .select, .clearSelection, .begin, .finish, .breakTime, .sessionMenu,
      .arrive, .arriveLate, .missed, .cancelAppointment, .appointmentTimes, .endAppointment,
      .clearAppointment, .openNote, .ownPart, .sharedText, .nextPart, .previousPart, .nextNote,
      .previousNote, .sign, .choose, .sidePane, .insertPhrase, .spelling, .olderVersions,
      .noteFormat, .addendum, .addToNote, .discardNote, .newNote, .noteTime, .copyText, .findNext,
      .alreadySaved, .goToToDo,
      .closeDay, .tryDemo, .setUp, .undo, .redo,
      .changeCounselor, .roomMode, .emergencyAccess, .reviewAccess, .writeOut, .importFiles:
      false
    }
  }
}
