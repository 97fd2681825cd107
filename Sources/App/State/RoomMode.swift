import Domain

/// How much the screen shows while clients can see it.
///
/// - Source: `domain.md` 5.8.
package enum RoomMode: Equatable, Sendable {
  case off
  /// First name and initial, and nothing clinical.
  case names
  /// Numbers of the open roster in the place of names, and nothing clinical.
  case seats

  var next: RoomMode {
    switch self {
    case .off: .names
    case .names: .seats
    case .seats: .off
    }
  }
}

extension AppState {
  /// The next of the three; what is clinical leaves the screen at once.
  mutating func changeRoom() -> [Effect] {
    var effects: [Effect] = []
    if roomMode == .off, ![.day, .week, .calendar, .firstRun].contains(screen) {
      effects = leaveNote()
      note = nil
      screen = .day
    }
    roomMode = roomMode.next
    switch roomMode {
    case .off: say("Room mode is over: the screen shows everything again.")
    case .names: say("Room mode: nothing clinical. \(said(.roomMode)) again: numbers for names.")
    case .seats: say("Room mode: numbers for names. \(said(.roomMode)) again ends it.")
    }
    return effects
  }

  /// Whether a command would show what isn't for the room; says so.
  mutating func isHiddenFromRoom(_ command: Command) -> Bool {
    guard roomMode != .off, command.isClinical else { return false }
    say(roomSentence, .warning)
    return true
  }

  package var roomSentence: String {
    "Room mode shows nothing clinical and no full name. \(said(.roomMode)) ends it."
  }

  /// What a client is called while names aren't shown: the number on the open roster.
  func seat(of client: ClientID) -> String {
    guard let place = openSession?.rows.firstIndex(where: { $0.clientID == client }) else {
      return "a client"
    }
    return "Client \(place + 1)"
  }
}

extension Command {
  /// Whether what it shows is only for those who treat.
  fileprivate var isClinical: Bool {
    switch self {
    case .openNote, .ownPart, .sharedText, .newNote, .goToToDo, .closeDay, .explain, .messages,
      .fullNames, .walkIn, .quickLine, .emergencyAccess, .reviewAccess, .goToClients, .goToGroups,
      .addRecord, .changeRecord, .enroll, .book, .recordMenu, .onlyStage,
      .outreach, .goToTeam, .teamContinue, .teamStepUp, .teamStepDown, .teamDischarge, .teamExtra,
      .writeOut, .importFiles, .goToSettings:
      true
    default: false
    }
  }
}
