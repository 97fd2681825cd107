package import Domain
import TerminalCore

/// The to-do screen's commands.
extension AppState {
  mutating func showToDo() -> [Effect] {
    screen = .toDo
    endNarrowing()
    refreshDueNotes()
    refreshDueTasks()
    if toDo.cursor == nil { toDo.cursor = toDoRows.first?.id }
    toDo.focus = dueNotes.isEmpty && !dueTasks.isEmpty ? .tasks : .notes
    return (staffID.map { [.loadDrafts($0)] } ?? []) + weeksToCome
  }

  /// Asks for the next weeks that aren't here: what is booked in them isn't due any more.
  private var weeksToCome: [Effect] {
    (1...4).map { data.weekStart($0, weeksFrom: today) }.filter { !data.isLoaded($0) }
      .map { .loadWeek($0) }
  }

  /// Enter: the note; of a group the first text that isn't written yet.
  mutating func openToDo() -> [Effect] {
    if toDo.focus == .tasks { return openTask() }
    guard let row = selectedToDo else {
      say("Nothing is due.", .ok)
      return []
    }
    toDo.cursor = row.id
    if case .session(let id, _) = row.first.service, row.first.status == .draft,
      row.first.supplement == nil,
      let session = data.sessions[id], let note = row.notes.first(where: { !$0.missing.isEmpty })
    {
      let shared = data.drafts[.shared(id)] ?? data.newSharedDraft(of: session, at: now)
      let isSharedMissing = !templates.shared.missing(
        in: shared.content,
        hasObjectives: false
      ).isEmpty
      if isSharedMissing { return openShared(id) }
      return opening(of: note).map { open($0) } ?? []
    }
    return opening(of: row.first).map { open($0) } ?? []
  }

  /// `s`: the selected rows one after the other, each shown before it is confirmed.
  mutating func signToDo() -> [Effect] {
    guard toDo.focus == .notes else {
      say("Only notes are signed; \(said(.nextPane)) goes to them.", .warning)
      return []
    }
    let rows = toDoRows
    let chosen =
      toDo.selected.isEmpty
      ? [selectedToDo].compactMap(\.self) : rows.filter { toDo.selected.contains($0.id) }
    let notes = chosen.flatMap(\.notes)
    let ready = notes.filter(\.missing.isEmpty)
    guard let first = ready.first else {
      let missing = notes.first?.missing.joined(separator: ", ") ?? ""
      say(
        notes.isEmpty ? "Nothing is due." : "Not ready to sign: \(missing). Enter opens it.",
        .warning
      )
      return []
    }
    var openings = ready.compactMap { opening(of: $0, then: .sign) }
    guard !openings.isEmpty else { return [] }
    toDo.cursor = chosen.first { $0.notes.contains(first) }?.id
    toDo.selected = []
    let now = openings.removeFirst()
    signingRun = SigningRun(waiting: openings)
    pinGivenTo = nil
    return open(now)
  }

  /// What is to be read for a due note.
  func opening(of note: DueNote, then step: NoteOpeningStep = .write) -> NoteOpening? {
    if note.supplement != nil {
      return data.drafts[note.document].map { NoteOpening(of: $0, sessionID: nil, then: step) }
    }
    let occasion = data.occasion(of: note.clientID, in: note.service)
    return NoteOpening(
      document: .note(note.id),
      clientID: note.clientID,
      sessionID: note.service.sessionID,
      fresh: data.drafts[.note(note.id)] ?? occasion.flatMap { data.newDraft(of: $0, at: now) },
      authorID: note.authorID,
      then: step
    )
  }

  mutating func selectToDo() {
    guard toDo.focus == .notes, let row = selectedToDo else { return }
    if toDo.selected.remove(row.id) == nil { toDo.selected.insert(row.id) }
    move(.down)
  }

  /// What I led or held that is over and isn't marked, the oldest first.
  package var unmarkedMeetings: [UnmarkedMeeting] {
    staffID.map { data.unmarkedMeetings(of: $0, at: now) } ?? []
  }

  /// A meeting in words, with its day unless that is today.
  package func words(of meeting: UnmarkedMeeting) -> String {
    switch meeting {
    case .session(let session): title(of: session)
    case .appointment(let meeting): dayName(meeting.serviceDate) + name(of: meeting.clientID)
    }
  }

  func title(of session: GroupSession) -> String {
    dayName(session.serviceDate) + data.title(of: session)
  }

  private func dayName(_ date: CalendarDate) -> String {
    date == today ? "" : date.dayName + " "
  }
}
