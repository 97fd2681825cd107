import Domain
import TerminalCore

/// Notes that no row and no appointment leads to: off the schedule, or after the fact.
extension AppState {
  /// `+`: which kind of note, for the selected client.
  mutating func askNewNote() {
    guard let staffID else {
      prompt = .pick(PickPrompt(.counselor))
      return
    }
    if let refusal = data.refusalToWriteNotes(by: staffID) {
      say(refusal.message, .warning)
      return
    }
    guard let client = selectedClient else {
      sayAboutKey("Choose a client first; \(said(.newNote)) begins a note for them.", .warning)
      return
    }
    var items = zip(Menu.keys, NoteKind.unscheduled).map { key, kind in
      MenuItem(key, kind.word, .newNote(kind, client))
    }
    items.append(MenuItem("l", "late entry: an earlier session or group", .lateEntry(client)))
    if let draft = discarded(for: client).first {
      items.append(MenuItem("b", item(toBringBack: draft), .bringBack(draft)))
    }
    prompt = .menu(Menu(title: "New note: \(name(of: client))", items: items))
  }

  mutating func askTime(of kind: NoteKind, _ client: ClientID) {
    prompt = .line(
      LinePrompt(
        title: "\(kind.word): \(name(of: client))",
        label: kind.hasTimes
          ? "when it was: 14:10-14:30, or mon 9:00-9:20" : "of which day: today, mon, 3/2",
        line: kind.hasTimes ? TextField() : TextField("today", isSelected: true),
        purpose: .newNote(kind, client)
      )
    )
  }

  mutating func answerNewNote(
    _ line: LinePrompt,
    _ kind: NoteKind,
    _ client: ClientID
  ) -> [Effect] {
    guard let staffID else { return [] }
    guard let (date, span) = TypedOccurrence.parse(line.line.text, now: now, in: data.program.zone)
    else { return refuse(line, TypedOccurrence.help) }
    if let problem = problem(of: kind, on: date, span) { return refuse(line, problem) }
    prompt = nil
    let draft = NoteDraft(
      document: .note(ids.next(.note)),
      kind: kind,
      clientID: client,
      service: .none(date),
      format: format(of: kind, on: date),
      authorID: staffID,
      startedAt: now,
      span: kind.hasTimes ? span : nil
    )
    let left = screen == .note ? leaveNote() : []
    return left + open(NoteOpening(of: draft, sessionID: nil))
  }

  /// Why a note can't be of that time; nil where it can.
  private func problem(of kind: NoteKind, on date: CalendarDate, _ span: Interval?) -> String? {
    if kind.hasTimes, span == nil { return "It needs its times. " + TypedOccurrence.help }
    if date > today || span.map({ $0.end > now }) ?? false {
      return "That is still to come; a note is of what was."
    }
    let days = CalendarDate.days(from: date, to: today)
    if let most = data.rules(on: date).lateEntryMaxDays, days > most {
      return "That was \(days) days ago; a late entry is taken for \(most) days."
    }
    return nil
  }

  /// The program's format, or for what is told rather than assessed a plain one.
  private func format(of kind: NoteKind, on date: CalendarDate) -> String {
    let rules = data.rules(on: date)
    let fitting = templates.templates(for: kind, by: rules).map(\.id)
    let wanted =
      switch kind {
      case .collateralContact, .caseManagement: NoteTemplates.narrativeID
      case .administrative, .dischargeSummary: NoteTemplates.administrativeID
      case .group, .individual, .family, .crisis, .intake, .peer, .medication, .noShow:
        rules.noteFormat
      }
    if fitting.contains(wanted) { return wanted }
    return fitting.contains(rules.noteFormat) ? rules.noteFormat : fitting.first ?? wanted
  }

  // MARK: When it was

  /// Changes when a note off the schedule was.
  mutating func askNoteTime() {
    guard let note, note.access == .writing, case .none(let date) = note.draft.service else {
      say("The times of this note are those of its group or session.", .warning)
      return
    }
    var text = date == today ? "today" : date.description
    if let span = note.draft.span { text += " \(clock(span.start))-\(clock(span.end))" }
    prompt = .line(
      LinePrompt(
        title: "Date and time of this note",
        label: note.draft.kind.hasTimes ? "today 14:10-14:30, mon 9:00-9:20" : "today, mon, 3/2",
        line: TextField(text, isSelected: true),
        purpose: .noteTime
      )
    )
  }

  mutating func answerNoteTime(_ line: LinePrompt) -> [Effect] {
    guard let kind = note?.draft.kind else { return [] }
    guard let (date, span) = TypedOccurrence.parse(line.line.text, now: now, in: data.program.zone)
    else { return refuse(line, TypedOccurrence.help) }
    if let problem = problem(of: kind, on: date, span) { return refuse(line, problem) }
    prompt = nil
    let step = DraftStep.occurrence(date, kind.hasTimes ? span : nil)
    guard note?.draft.apply(step) == true else { return [] }
    note?.pending.append(step)
    return flushNote()
  }

  // MARK: Late entries

  mutating func askLateService(_ client: ClientID) {
    prompt = .line(
      LinePrompt(
        title: "Late entry: \(name(of: client))",
        label: "day of the session or group: yesterday, mon, 3/2",
        purpose: .lateService(client)
      )
    )
  }

  /// Opens the day's one note that isn't signed, or lets choose; the day's week is read first.
  mutating func answerLateService(_ line: LinePrompt, _ client: ClientID) -> [Effect] {
    guard let (date, _) = TypedOccurrence.parse(line.line.text, now: now, in: data.program.zone)
    else { return refuse(line, "Read as a day: yesterday, mon, 3/2, 2 Mar, -10d.") }
    guard date <= today else {
      return refuse(line, "That is still to come; a note is of what was.")
    }
    guard data.isLoaded(date) else {
      awaited = .answer(line)
      return [.loadWeek(data.weekStart(of: date))]
    }
    let services = data.unsignedServices(of: client, on: date)
    guard let first = services.first else {
      return refuse(line, "\(date.dayName): nothing of that day is without a signed note.")
    }
    guard services.count > 1 else {
      prompt = nil
      return openNote(of: first.service, client)
    }
    let items = zip(Menu.keys, services).map { key, occasion in
      MenuItem(
        key,
        "\(clock(occasion.start)) \(occasion.title)",
        .serviceNote(occasion.service, client)
      )
    }
    prompt = .menu(Menu(title: "Late entry of \(date.dayName)", items: items))
    return []
  }

  mutating func openNote(of service: NoteService, _ client: ClientID) -> [Effect] {
    guard let occasion = data.occasion(of: client, in: service) else {
      say("No note is asked for here.", .warning)
      return []
    }
    let left = screen == .note ? leaveNote() : []
    return left + open(occasion)
  }
}
