import Domain
import TerminalCore

/// Keys while a prompt is open.
extension AppState {
  mutating func handleInPrompt(_ key: Key) -> [Effect] {
    let effects = effects(of: key)
    if prompt == nil { prompt = covered.popLast() }
    return effects
  }

  private mutating func effects(of key: Key) -> [Effect] {
    if let list = listOver(key) {
      if let prompt, !prompt.isList { covered.append(prompt) }
      prompt = list
      return []
    }
    if key == .control("c"), prompt?.isTyped == false { return run(.quitHint) }
    if let command = keymap.command(for: key, in: .everywhere),
      command != .palette, HintList.everywhere.contains(command)
    {
      return run(command)
    }
    if closing != nil, keymap.command(for: key, in: .everywhere) == .closeDay,
      let effects = goOnClosing()
    {
      return effects
    }
    switch prompt {
    case .menu(let menu): return handle(key, in: menu)
    case .line(let line): return handle(key, in: line)
    case .question(let question): return handle(key, in: question)
    case .palette(let picker): return handlePalette(key, picker)
    case .help(let picker): return handleHelp(key, picker)
    case .pick(let pick): return handle(key, in: pick)
    case .form(let form): return handle(key, in: form)
    case .text(let text): return handle(key, in: text)
    case .theme(let theme): return handle(key, in: theme)
    case .signing(let signing): return handle(key, in: signing)
    case .versions(let versions): return handle(key, in: versions)
    case .spelling(let spelling): return handle(key, in: spelling)
    case nil: return []
    }
  }

  /// Help or palette over what is asked; nil for other keys, and for the key of the open one.
  private func listOver(_ key: Key) -> Prompt? {
    switch (keymap.command(for: key, in: .everywhere), prompt) {
    case (.help, .help), (.palette, .palette): nil
    case (.help, _): .help(Picker())
    case (.palette, _): .palette(Picker())
    default: nil
    }
  }

  /// Runs what was chosen in help or palette; what it stands over comes back where it still fits.
  mutating func runFromList(_ command: Command) -> [Effect] {
    prompt = nil
    guard !covered.isEmpty, !command.isAside else { return run(command) }
    let typed = keepWhatIsTyped()
    covered = []
    return typed + run(command)
  }

  mutating func pasteIntoPrompt(_ text: String) -> [Effect] {
    switch prompt {
    case .line(var line):
      // What is searched for is compared with every line, and nothing is found by more.
      let isSearch = line.purpose == .find
      line.line.paste(isSearch ? String(text.prefix(Picker.longest)) : text, at: now)
      line.problem = nil
      prompt = .line(line)
      if line.purpose == .find { applyFilter(line.line.text) }
    case .palette(var picker):
      picker.paste(text, at: now)
      prompt = .palette(picker)
    case .help(var picker):
      picker.paste(text, at: now)
      prompt = .help(picker)
    case .pick(var pick):
      pick.picker.paste(text, at: now)
      prompt = .pick(pick)
    case .form(var form):
      form.paste(text, at: now)
      prompt = .form(form)
    case .menu, .question, .text, .theme, .signing, .versions, .spelling, nil:
      sayAboutKey("Pasted text goes into a text field; nothing was changed.", .warning)
    }
    return []
  }

  // MARK: Menus and questions

  private mutating func handle(_ key: Key, in menu: Menu) -> [Effect] {
    var menu = menu
    if let item = menu.items.first(where: { key == Key($0.key) }) { return choose(item.choice) }
    switch key {
    case .escape, Key("q"): prompt = nil
    case .up, Key("k"):
      menu.cursor = max(0, menu.cursor - 1)
      prompt = .menu(menu)
    case .down, Key("j"):
      menu.cursor = min(menu.items.count - 1, menu.cursor + 1)
      prompt = .menu(menu)
    case .enter: return choose(menu.items[menu.cursor].choice)
    default:
      let keys = menu.items.map { String(Character($0.key)) }.joined(separator: " ")
      sayAboutKey("Choose one of \(keys), or Esc.", .warning)
    }
    return []
  }

  private mutating func choose(_ choice: MenuChoice) -> [Effect] {
    prompt = nil
    switch choice {
    case .run(let pending): return performAndAdvance(pending)
    case .runBecause(let pending, let why): return performAndAdvance(pending, because: why)
    case .askReason(let session, let clients, let status):
      prompt = .menu(
        reasonMenu(title: status.word) {
          .run(.session(session, .mark(clients, Mark(status, reason: $0))))
        }
      )
    case .askPhrase(let session, let clients, let status):
      prompt = .menu(phraseMenu(session, clients, status))
    case .askAppointmentReason(let id, let reach):
      prompt = .menu(
        reasonMenu(title: "Cancelled by the client") {
          .run(reach.pending(id, .cancelledByClient(notice: nil, reason: $0)))
        }
      )
    case .askNewTime(let id, let reach): askNewTime(id, reach)
    case .askCounselor(let id, let reach): askCounselor(id, reach)
    case .andLater(let id):
      awaited = .later(id)
      return [.loadAhead]
    case .askSwap(let id):
      awaited = .swap(id)
      return [.loadAhead]
    case .askBecause(let pending, let label):
      ask(becausePrompt(label, pending))
    case .command(let command): return run(command)
    case .form(let purpose):
      if let form = freshForm(purpose) { open(form) }
      // What is booked after the last day may lie in weeks that aren't read yet.
      switch purpose {
      case .stay(.discharge, _), .stay(.merge, _): return [.loadCaseload, .loadAhead]
      default: return []
      }
    case .readyWeek(let week): return begin(with: week)
    case .topics(let topics): putIntoForm(topics)
    case .askTopic(let session): prompt = .pick(PickPrompt(.topic(session)))
    case .missedTopics(let group): showMissedTopics(of: group)
    case .takeBackPlanned(let setting, let from): return takeBackPlanned(setting, from)
    case .stage(let stage): narrowClients(to: stage)
    case .letter(let client): return showLetter(to: client)
    case .nothing: return []
    case .supplement(let supplement): return write(supplement)
    case .insertPhrase(let text): return insertIntoNote(text)
    case .noteFormat(let id): return changeNoteFormat(to: id)
    case .newNote(let kind, let client): askTime(of: kind, client)
    case .lateEntry(let client): askLateService(client)
    case .serviceNote(let service, let client): return openNote(of: service, client)
    case .bringBack(let draft): return [.bringBackDraft(draft)]
    case .substitute(let session): prompt = .menu(substituteMenu(session))
    case .substituteBy(let session, let staff): return substitute(session, by: staff)
    }
    return []
  }

  /// Runs a request; a first mark moves on to the next unmarked row.
  mutating func performAndAdvance(_ pending: Pending, because: String? = nil) -> [Effect] {
    var first: ClientID?
    if case .session(let id, .mark(let clients, _)) = pending, clients.count == 1,
      data.sessions[id]?.row(of: clients[0])?.status.isUnmarked == true
    {
      first = clients[0]
    }
    let effects = perform(pending, because: because)
    if !effects.isEmpty {
      if case .session(_, .mark) = pending { attendance.selected = [] }
      if let first { advance(after: first) }
    }
    return effects
  }

  private mutating func handle(_ key: Key, in question: Question) -> [Effect] {
    var question = question
    switch key {
    case .escape: return choose(question.answers[question.escape].then)
    case .left, .up, .shiftTab:
      question.cursor = max(0, question.cursor - 1)
      prompt = .question(question)
    case .right, .down, .tab:
      question.cursor = min(question.answers.count - 1, question.cursor + 1)
      prompt = .question(question)
    case .enter: return choose(question.answers[question.cursor].then)
    default:
      if let answer = question.answers.first(where: { key == Key($0.key) }) {
        return choose(answer.then)
      }
      let answers = question.answers.map { "\(Character($0.key)) \($0.label)" }
      sayAboutKey("Answer by its letter: \(answers.joined(separator: ", ")); or Esc.", .warning)
    }
    return []
  }

  private mutating func choose(_ answer: AnswerAction) -> [Effect] {
    prompt = nil
    switch answer {
    case .nothing: return []
    case .run(let pending): return performAndAdvance(pending)
    case .markRestThenFinish(let session, let status):
      let marks = perform(.session(session, .allTheRest(status)))
      guard !marks.isEmpty else { return [] }
      return marks + perform(.session(session, .finish))
    case .leftThenFinish(let session, let clients, let why):
      return finish(session, left: clients, because: why)
    case .askReturn(let session, let client, let why):
      askReturn(of: client, in: session, because: why)
      return []
    case .oneByOne(let session):
      select(session: session)
      day.focus = .attendance
      attendance.cursor = firstUnmarked ?? attendance.cursor
      return []
    case .askBecause(let pending, let label):
      ask(becausePrompt(label, pending))
      return []
    case .runBecause(let pending, let why): return performAndAdvance(pending, because: why)
    case .quit: return [.quit]
    case .mend(let finding):
      note?.isOnlyToSign = false
      _ = notYet()
      return lead(to: finding)
    case .discard(let draft): return discard(draft)
    case .acceptFindings(let findings):
      acceptedFindings += findings
      return signNote()
    case .review(let id): return review(id)
    case .confirm(let form): return confirm(form)
    case .takeImport(let preview): return [.takeImport(preview)]
    case .tryDemo: return [.openDemo]
    case .setUp: return askNewProgram()
    }
  }

  private mutating func handle(_ key: Key, in text: TextPrompt) -> [Effect] {
    var text = text
    let box = PromptSize.inside(size)
    let page = max(1, box.rows - 2)
    switch key {
    case .escape, .enter, Key("q"):
      prompt = nil
      return []
    case .down, Key("j"): text.scroll += 1
    case .up, Key("k"): text.scroll -= 1
    case .pageDown, .space: text.scroll += page
    case .pageUp: text.scroll -= page
    case .home, Key("g"): text.scroll = 0
    case .end, Key("G"): text.scroll = text.lines.count
    default:
      sayAboutKey("\(key.spoken) does nothing here. Up and Down scroll, Esc closes.", .warning)
      return []
    }
    text.scroll = max(0, min(text.scroll, text.lastStart(in: box)))
    prompt = .text(text)
    return []
  }
}
