import Domain

/// Carrying out requests: the domain decides, the state follows, the disk is asked.
extension AppState {
  /// What a change of now is stamped with.
  mutating func stamp(of staff: StaffID) -> Stamp {
    Stamp(staff: staff, now: now, changeID: ids.next(.change), madeAt: trueNow)
  }

  /// Asks the domain for the change, applies it, and asks for it to be saved.
  ///
  /// - Returns: The saves; empty when the domain refused or asked for something.
  mutating func perform(_ pending: Pending, because: String? = nil) -> [Effect] {
    guard let staffID else {
      prompt = .pick(PickPrompt(.counselor))
      return []
    }
    if let onlyRead {
      say(onlyRead, .warning)
      return []
    }
    let stamp = stamp(of: staffID)
    refusal = nil
    do throws(RuleViolation) {
      let change: Change
      switch pending {
      case .session(let id, let request):
        change = try data.change(request, in: id, stamp: stamp, because: because)
      case .appointment(let id, let request):
        change = try data.change(request, in: id, stamp: stamp, because: because)
      case .later(let later): return try perform(later, stamp, because: because)
      case .swap(let swap): change = try data.change(swap, stamp: stamp, because: because)
      case .substitution(let substitution):
        change = try data.change(substitution, stamp: stamp, because: because)
      case .record(let request):
        change = try data.change(request, stamp: stamp, because: because)
      case .followUp(let request): change = try data.change(request, stamp: stamp)
      }
      let effects = try apply(change)
      if case .followUp = pending { refreshDueTasks() }
      if case .session(_, .walkIn(let client, _)) = pending {
        attendance.filter = nil
        attendance.cursor = client
      }
      return effects
    } catch {
      refusal = error
      ask(about: error, pending, because: because)
      return []
    }
  }

  /// The same for what was typed: where a rule refuses it, the line stays with the reason.
  mutating func perform(
    _ pending: Pending,
    typedIn line: LinePrompt,
    because: String? = nil
  ) -> [Effect] {
    prompt = nil
    let effects = performAndAdvance(pending, because: because)
    guard prompt == nil, let refusal else { return effects }
    if case .nothingToDo = refusal { return effects }
    return refuse(line, refusal.message)
  }

  /// Applies a change and says what it did.
  mutating func apply(_ change: Change) throws(RuleViolation) -> [Effect] {
    let place = rowIndex
    try data.apply(change)
    if openSession?.state.isWithdrawn ?? true {
      day.session = nil
      selectDefaults()
    } else if selectedAppointment?.state.isWithdrawn ?? true {
      // Another screen may have booked the day's first one, or taken back the selected one.
      selectDefaults()
    }
    selectRow(near: place)
    undo.record(change)
    // A mark changes nobody's name: what follows from names isn't looked for anew.
    if change.edits.contains(where: \.isAboutClient) { knownAlerts.basis = nil }
    if change.kind == .done { setUp.rules.forgetUndone() }
    knownWhole.insert(change.id)
    if case .undo(let id) = change.kind { knownWhole.insert(id) }
    say(ChangeWords.sentence(of: change, in: self))
    promisedStart = ChangeWords.begunSession(in: change)
    return saves(of: change.records)
  }

  /// Selects the row at a place where the selected client has left the roster.
  private mutating func selectRow(near place: Int) {
    let rows = shownRows
    guard let selected = attendance.cursor, !rows.isEmpty,
      !rows.contains(where: { $0.row.clientID == selected })
    else { return }
    attendance.cursor = rows[min(place, rows.count - 1)].row.clientID
  }

  /// What the screen does when a rule refuses or wants to know more.
  private mutating func ask(
    about violation: RuleViolation,
    _ pending: Pending,
    because: String?
  ) {
    switch violation {
    case .needsReason(.lateLockout, let why):
      prompt = .question(lockoutQuestion(why, pending))
    case .needsReason, .closedNeedsReason, .needsWords:
      ask(becausePrompt(violation.message, pending))
    case .endsEarly:
      prompt = .question(
        Question(
          title: "End this group early?",
          lines: [violation.message],
          answers: [
            Answer("g", "Go back", .nothing),
            Answer("e", "End it early", .askBecause(pending, label: "Why does it end early?")),
          ]
        )
      )
    case .unmarked(let clients): prompt = .question(unmarkedQuestion(clients, pending))
    case .steppedOut(let clients): askAboutSteppedOut(clients, pending, because: because)
    case .needsTime(let why):
      guard let mark = pending.stampedMark else { return say(violation.message, .warning) }
      prompt = .line(
        LinePrompt(
          title: "\(mark.word): \(why)",
          label: "the time (9:12)",
          purpose: .markTime(pending, because: because)
        )
      )
    case .changedSince, .notLoaded, .notOnRoster, .nothingToDo, .presentElsewhere, .fact,
      .timeOutOfRange, .onlyLeadOrSupervisor, .notPermitted, .onlySameDay, .wrongState,
      .unknownStatus:
      say(violation.message, .warning)
    }
  }

  func becausePrompt(_ title: String, _ pending: Pending) -> LinePrompt {
    LinePrompt(title: title, label: "reason", purpose: .because(pending))
  }

  private func lockoutQuestion(_ why: String, _ pending: Pending) -> Question {
    var answers = [
      Answer("g", "Go back", .nothing),
      Answer("a", "Admit, with a reason", .askBecause(pending, label: "Why admitted so late?")),
    ]
    if case .session(let id, .mark(let clients, _)) = pending {
      answers.append(
        Answer(
          "n",
          "Not admitted",
          .run(.session(id, .mark(clients, Mark(.notAdmitted))))
        )
      )
    }
    return Question(title: "Very late", lines: [why], answers: answers)
  }

  private func unmarkedQuestion(_ clients: [ClientID], _ pending: Pending) -> Question {
    let names = clients.map(name(of:))
    let shown = names.prefix(6).joined(separator: ", ")
    let more = names.count > 6 ? " and \(names.count - 6) more" : ""
    guard case .session(let id, _) = pending else {
      return Question(title: "", lines: [shown], answers: [Answer("g", "Go back", .nothing)])
    }
    return Question(
      title: clients.count == 1 ? "One person isn't marked" : "\(clients.count) aren't marked",
      lines: [shown + more],
      answers: [
        Answer("g", "Go back", .nothing),
        Answer("n", "No-show for these", .markRestThenFinish(id, .noShow)),
        Answer("o", "One by one", .oneByOne(id)),
      ]
    )
  }
}
