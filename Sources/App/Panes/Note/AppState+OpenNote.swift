package import Domain
import TerminalCore

/// From a row, an appointment or a due note to its text, and back.
extension AppState {
  /// `e`: the group's shared text, or the appointment's note.
  mutating func openNote() -> [Effect] {
    switch screen {
    case .day where day.focus == .individual: return openAppointmentNote()
    case .day: return openSharedText()
    case .note:
      // From a client's own part to the text above it.
      guard let note, case .session(let id, _) = note.draft.service, note.clientID != nil,
        note.base == nil
      else { return [] }
      return leaveNote() + openShared(id)
    case .firstRun, .week, .toDo, .clients, .card, .setUp, .calendar, .team: return []
    }
  }

  /// `E`: the selected client's own part.
  mutating func openOwnPart() -> [Effect] {
    guard screen == .day, day.focus != .individual else { return openNote() }
    guard let session = openSession, let row = selectedRow else {
      sayAboutKey(
        "Choose a client on a roster first; \(said(.ownPart)) opens their own part.",
        .warning
      )
      return []
    }
    return openPart(of: row, in: session)
  }

  private mutating func openSharedText() -> [Effect] {
    guard let session = openSession else {
      say("No group on this day.", .warning)
      return []
    }
    return openShared(session.id)
  }

  mutating func openShared(_ id: SessionID) -> [Effect] {
    guard let session = data.sessions[id] else { return [] }
    return open(sharedOpening(session))
  }

  func sharedOpening(_ session: GroupSession) -> NoteOpening {
    NoteOpening(
      document: .shared(session.id),
      clientID: nil,
      sessionID: session.id,
      fresh: data.newSharedDraft(of: session, at: now),
      authorID: session.state.leadID
    )
  }

  mutating func openPart(of row: AttendanceRow, in session: GroupSession) -> [Effect] {
    guard row.status.isAttended else {
      let own = NoteDocument.note(.note(of: row.clientID, service: session.id.rawValue))
      if data.drafts[own]?.content.isBlank == false {
        // The mark was changed after something was written: the text stays within reach.
        attendance.cursor = row.clientID
        return open(data.occasion(of: row, in: session))
      }
      if row.status == .noShow {
        return openMissedDay(row.clientID, session.serviceDate)
      }
      say(
        "\(name(of: row.clientID)) is \(row.status.isUnmarked ? "not marked yet" : row.status.word.lowercased()): only who attended gets a note.",
        .warning
      )
      return []
    }
    attendance.cursor = row.clientID
    return open(data.occasion(of: row, in: session))
  }

  private mutating func openMissedDay(_ client: ClientID, _ date: CalendarDate) -> [Effect] {
    guard let occasion = data.missedDay(of: client, on: date) else {
      say("No note is asked for here.", .warning)
      return []
    }
    return open(occasion)
  }

  private mutating func openAppointmentNote() -> [Effect] {
    guard let appointment = selectedAppointment else {
      say("No appointment is selected.", .warning)
      return []
    }
    if appointment.state.status == .noShow {
      return openMissedDay(appointment.clientID, appointment.serviceDate)
    }
    guard appointment.state.status.isKept || appointment.state.status.isOpen else {
      say("A session that is \(appointment.state.status.word) gets no note.", .warning)
      return []
    }
    return open(data.occasion(of: appointment))
  }

  /// Who writes the note of an occasion from here: a co-leader who opens one begins it.
  private func author(of occasion: NoteOccasion) -> StaffID {
    guard let staffID, let id = occasion.service.sessionID,
      data.sessions[id]?.state.coLeadIDs.contains(staffID) == true
    else { return occasion.authorID }
    return staffID
  }

  mutating func open(_ occasion: NoteOccasion) -> [Effect] {
    var occasion = occasion
    guard let id = occasion.noteID else { return [] }
    occasion.authorID = author(of: occasion)
    return open(
      NoteOpening(
        document: .note(id),
        clientID: occasion.clientID,
        sessionID: occasion.service.sessionID,
        fresh: data.newDraft(of: occasion, at: now),
        authorID: occasion.authorID
      )
    )
  }

  mutating func open(_ opening: NoteOpening) -> [Effect] {
    guard let staffID else {
      prompt = .pick(PickPrompt(.counselor))
      return []
    }
    guard roomMode == .off else {
      say(roomSentence, .warning)
      return []
    }
    if let refusal = refusalToRead(opening, reader: staffID) {
      say(refusal.message, .warning)
      return [.tellRefused(opening.document.auditEntity, of: opening.clientID)]
    }
    return loadingDay(of: opening) + [.openNote(opening)]
  }

  /// Why what was asked for isn't for somebody now; nil where they may read it.
  func refusalToRead(_ opening: NoteOpening, reader: StaffID) -> RuleViolation? {
    if let client = opening.clientID {
      return data.refusalToRead(
        notesOf: client,
        by: opening.authorID,
        about: service(of: opening),
        reader: reader,
        at: trueNow
      )
    }
    guard let session = opening.sessionID.flatMap({ data.sessions[$0] }) else { return nil }
    return data.refusalToRead(textOf: session, reader: reader, at: trueNow)
  }

  private func service(of opening: NoteOpening) -> NoteService? {
    if let service = opening.fresh?.service { return service }
    guard case .note(let id) = opening.document else { return nil }
    return data.notes[id]?.service
  }

  /// Reads the week of a note's service where it isn't here: its minutes and times are shown.
  private func loadingDay(of opening: NoteOpening) -> [Effect] {
    var date = opening.fresh?.service.date
    if date == nil, case .note(let id) = opening.document { date = data.notes[id]?.service.date }
    guard let date, !data.isLoaded(date) else { return [] }
    return [.loadWeek(data.weekStart(of: date))]
  }

  /// Shows what was read.
  mutating func show(_ opened: OpenedNote) -> [Effect] {
    templates = opened.templates
    var shown = NoteScreenState(
      opening: opened.opening,
      access: opened.access,
      draft: opened.draft,
      template: opened.templates.template(for: opened.draft),
      comesFrom: screen == .note ? note?.comesFrom ?? .day : screen
    )
    shown.shared = opened.shared
    shown.record = opened.record
    shown.history = opened.history
    shown.peers = opened.peers
    shown.versions = opened.versions
    shown.savedAt = opened.savedAt
    shown.side = note?.side ?? .lastNote
    // Of a run, the next note is opened from the one before.
    shown.isOnlyToSign =
      opened.opening.then == .sign && shown.comesFrom == .toDo && signingRun != nil
    takeStray(into: &shown)
    if opened.access != .locked { data.drafts[opened.opening.document] = shown.draft }
    if let shared = opened.shared { data.drafts[shared.document] = shared }
    if opened.access == .writing {
      shown.names = NameGuard(
        others: data.activeClients,
        own: opened.draft.clientID.flatMap { data.clients[$0] }
      )
    }
    note = shown
    screen = .note
    for part in shown.template.parts { makeField(for: part) }
    refitNote()
    if let mending = shown.mending {
      goTo(mending.place)
    } else if opened.access == .writing, shown.comesFrom == .toDo, shown.record == nil {
      focusFirstMissing()
    }
    markNames()
    switch opened.access {
    case .writing where shown.mending != nil, .reading where shown.mending != nil:
      say(mendingWords, .warning)
    case .writing: say(openingWords(opened), opened.opening.then == .recover ? .ok : .plain)
    case .reading(let why): say(why, .warning)
    case .locked: say(lockedWords(opened))
    }
    return opened.opening.then == .sign ? signNote() : []
  }

  /// What the disk refused of it before is in its text, and goes to disk first.
  private mutating func takeStray(into shown: inout NoteScreenState) {
    guard shown.access == .writing, let steps = strayDrafts.removeValue(forKey: shown.document)
    else { return }
    for step in steps { _ = shown.draft.apply(step) }
    shown.pending = steps
    shown.problem = "The disk refused what was typed before."
  }

  private func openingWords(_ opened: OpenedNote) -> String {
    if opened.opening.then == .recover, let at = opened.savedAt {
      return "Recovered what you typed until \(clockWithSeconds(at)). Nothing else was open."
    }
    if opened.record?.status == .returned {
      return "It came back, see above. Change the text; \(said(.sign)) signs it again."
    }
    if data.isLate(opened.draft, at: trueNow) {
      return "Late entry: \(said(.sign)) asks why it is late. Your draft is kept as you type."
    }
    if opened.versions.contains(where: \.isAside) {
      return "A piece of this text couldn't be joined; it is kept beside it (older versions)."
    }
    if case .supplement(_, let supplement) = opened.draft.document {
      return "\(supplement.word): kept as you type. \(said(.sign)) shows it and asks for your PIN."
    }
    if let closingWords, closing?.document == opened.opening.document {
      return "Close the day: kept as you type, \(said(.sign)) signs. " + closingWords
    }
    return "Draft kept as you type. Nothing is final until you sign (\(said(.sign)))."
  }

  /// From the list of what is due straight to what a begun note lacks.
  private mutating func focusFirstMissing() {
    guard let note, !note.draft.content.isBlank,
      let place = note.template.parts.firstIndex(where: { $0.isRequired && note.isEmpty($0) })
    else { return }
    focusPart(place)
  }

  /// What is wrong in the shared text, and the way back to what was to be signed.
  private var mendingWords: String {
    guard let note, let mending = note.mending else { return "" }
    let who = mending.back.clientID.map { name(of: $0) } ?? ""
    if case .reading(let why) = note.access { return mending.words + " " + why }
    return "\(mending.words) \(said(.sign)) goes on signing: \(who)"
  }

  private func lockedWords(_ opened: OpenedNote) -> String {
    if opened.record == nil {
      return "Everyone's note is signed, and this text stands in each of them. It can't change."
    }
    if let record = opened.record, let supplement = begun(to: record).first {
      return
        "Signed. You have begun: \(supplement.word.lowercased()). It is kept; \(said(.addendum)) goes on."
    }
    if let record = opened.record, record.status == .awaitingCosign,
      record.current.signature.by != staffID
    {
      return "Waits for a co-signature: \(said(.sign)) shows it, then signs; r there returns it."
    }
    return "This note is signed. Typing does nothing here. \(said(.addendum)) adds an addendum."
  }

  /// Esc: back to the same row, the draft kept.
  mutating func closeNote() -> [Effect] {
    guard let note else { return [] }
    if note.base != nil { return openBase() }
    if let mending = note.mending { return leaveNote() + open(mending.back) }
    let effects = leaveNote()
    screen = note.comesFrom
    self.note = nil
    if note.access == .writing {
      say(note.current.content.isBlank ? "Nothing was written." : "Draft kept.")
    } else {
      status = StatusLine()
    }
    return effects
  }

  /// What has to be on disk before anything else is shown.
  mutating func leaveNote() -> [Effect] {
    guard let note else { return [] }
    let effects = flushNote()
    return effects + (note.access == .writing ? [.leaveDraft(note.document)] : [])
  }

  // MARK: From one client to the next

  /// The clients of the open note's group who attended, in roster order.
  package var noteClients: [ClientID] {
    guard let note, case .session(let id, _) = note.draft.service, note.base == nil,
      let session = data.sessions[id]
    else { return [] }
    return session.rows.filter(\.status.isAttended).map(\.clientID)
  }

  /// How many of the group's own parts are written, and how many are signed.
  package var noteProgress: (clients: Int, written: Int, signed: Int) {
    guard let note, case .session(let id, _) = note.draft.service else { return (0, 0, 0) }
    var written = 0
    var signed = 0
    let clients = noteClients
    for client in clients {
      let noteID = NoteID.note(of: client, service: id.rawValue)
      if let entry = data.notes[noteID], entry.status.isLocked {
        signed += 1
        written += 1
      } else if note.document == .note(noteID) {
        written += note.fields.values.contains { !$0.buffer.isEmpty } ? 1 : 0
      } else if data.drafts[.note(noteID)]?.content.texts.isEmpty == false {
        written += 1
      }
    }
    return (clients.count, written, signed)
  }

  mutating func goToNote(by count: Int) -> [Effect] {
    guard let note, case .session(let id, _) = note.draft.service, note.base == nil,
      let session = data.sessions[id]
    else {
      say("There is no other client here. Esc goes back.", .warning)
      return []
    }
    let clients = noteClients
    guard !clients.isEmpty else {
      say("Nobody attended yet.", .warning)
      return []
    }
    let place = note.clientID.flatMap { clients.firstIndex(of: $0) }
    let next = place.map { $0 + count } ?? (count > 0 ? 0 : clients.count - 1)
    guard clients.indices.contains(next), let row = session.row(of: clients[next]) else {
      say(
        count > 0
          ? "That was the last client who attended. Esc goes back." : "This is the first client.",
        .plain
      )
      return []
    }
    return leaveNote() + openPart(of: row, in: session)
  }
}
