import Domain

/// The screen of all clients.
extension AppState {
  mutating func showClients() -> [Effect] {
    let selected = selectedClient
    screen = .clients
    endNarrowing()
    if let selected { clients.cursor = selected }
    refreshClientRows()
    if clients.cursor == nil { clients.cursor = clientRows.first?.id }
    let next = data.weekStart(1, weeksFrom: today)
    return [.readCaseload] + (data.isLoaded(next) ? [] : [.loadWeek(next)])
  }

  /// "cap 24" beside one's own clients, "26 in care, over the cap of 24" where there are too many (BR-09).
  package var caseloadWords: String? {
    guard !clients.showsAll, data.hasAllClients, let staffID else { return nil }
    let load = data.caseload(of: staffID, on: today)
    return load.isOver ? "\(load.count) in care, over the cap of \(load.cap)" : "cap \(load.cap)"
  }

  /// `f`: the menu of the stages that a client of the list can be at.
  mutating func askStage() {
    let stages: [(Unicode.Scalar, ClientStage)] = [
      ("i", .inquiry), ("s", .screened), ("p", .scheduled), ("w", .waitlisted), ("a", .active),
      ("l", .onLeave), ("d", .discharged), ("m", .alumni), ("x", .declined),
    ]
    let items = stages.map { MenuItem($0.0, $0.1.word, .stage($0.1)) }
    prompt = .menu(
      Menu(title: "Only", items: items + [MenuItem("*", "all of them", .stage(nil))])
    )
  }

  mutating func narrowClients(to stage: ClientStage?) {
    clients.stage = stage
    refreshClientRows()
    say(stage.map { "Only \($0.word). Esc shows all." } ?? "All of them.")
  }

  mutating func sortClients(by count: Int) {
    let all = ClientSort.allCases
    let place = all.firstIndex(of: clients.sort) ?? 0
    clients.sort = all[(place + count + all.count) % all.count]
    say("Sorted by \(clients.sort.word).")
  }

  /// The client that a command of the list or the card is about; says what to do where there is none.
  mutating func clientAtHand() -> ClientID? {
    let client = screen == .card ? card.client : selectedClient
    if client == nil {
      say("No client is selected. \(said(.addRecord, in: .clients)) adds one.", .warning)
    }
    return client
  }

  /// `a`, `=`, `+`, `b` wherever records are listed.
  mutating func runRecords(_ command: Command) -> [Effect] {
    switch (command, screen) {
    case (.addRecord, .clients):
      open(clientForm(nil))
      return [.readCaseload]
    case (.addRecord, .setUp): addToSetUp()
    case (.addRecord, .card), (.enroll, .card), (.enroll, .clients):
      if let client = clientAtHand() { open(enrollmentForm(client, in: nil)) }
    case (.enroll, .setUp): return enrollInSelectedGroup()
    case (.changeRecord, .clients):
      if let client = clientAtHand() { open(clientForm(client)) }
    case (.changeRecord, .card): return openFact()
    case (.changeRecord, .setUp): changeInSetUp()
    case (.changeRecord, .calendar): open(calendarDayForm(calendar.date))
    case (.book, .card), (.book, .clients):
      if let client = clientAtHand() { open(bookingForm(client)) }
    case (.book, .week): return openMakeups()
    case (.book, _):
      open(bookingForm(nil))
      return [.readCaseload]
    case (.recordMenu, .setUp): openGroupMenu()
    case (.recordMenu, .clients), (.recordMenu, .card), (.recordMenu, .team): openClientMenu()
    default:
      say(
        "Go to the clients (\(said(.goTo)) c) or the groups (\(said(.goTo)) r) for that.",
        .warning
      )
    }
    return []
  }
}
