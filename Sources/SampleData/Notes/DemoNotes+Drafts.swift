import Domain

/// What is written and not signed.
extension DemoNotes {
  func drafts() -> [NoteDraft] {
    var drafts: [NoteDraft] = []
    let texts =
      NoteText.all(in: DemoSharedText.drafts) + NoteText.all(in: DemoGroupText.drafts)
      + NoteText.all(in: DemoDraftText.individual) + NoteText.all(in: DemoDraftText.returned)
    for text in texts {
      if let draft = draft(text) { drafts.append(draft) }
    }
    if let discharge = discharge() { drafts.append(discharge) }
    return drafts
  }

  private func draft(_ text: NoteText) -> NoteDraft? {
    guard let place = place(of: text) else { return nil }
    var document: NoteDocument?
    switch place.service {
    case .session(let id, _) where text.client == NoteTemplates.sharedWord:
      document = .shared(id)
    case .session, .appointment, .missedDay, .none:
      document = place.clientID.flatMap { place.service.noteID(of: $0) }.map { .note($0) }
    }
    guard let document else { return nil }
    let turn = place.clientID.map { code(of: $0).utf8.last.map { Int($0 % 10) } ?? 0 } ?? 0
    let objectives = place.clientID.map { self.objectives(of: $0, on: text.day) } ?? []
    return NoteDraft(
      document: document,
      kind: text.service == "A" ? .individual : .group,
      clientID: place.clientID,
      service: place.service,
      format: place.clientID == nil
        ? NoteTemplates.sharedID
        : text.service == "A" ? SampleTemplates.dapID : NoteTemplates.groupID,
      authorID: place.authorID,
      startedAt: place.end.adding(minutes: 3 + turn),
      content: text.content(linking: objectives)
    )
  }

  /// The service that a text is of; the client is nil for a shared one.
  private func place(of text: NoteText) -> (
    clientID: ClientID?, service: NoteService, authorID: StaffID, end: Instant
  )? {
    let client = snapshot.clients.first { $0.mrn == text.client }?.id
    guard text.service != "A" else {
      let found = snapshot.appointments.first {
        $0.serviceDate == text.day && $0.clientID == client
      }
      guard let found else { return nil }
      let service = NoteService.appointment(found.id, found.serviceDate)
      let end = found.state.actualEnd ?? found.state.scheduledEnd
      return (client, service, found.state.counselorID, end)
    }
    let group = snapshot.groups.first { $0.code == text.service }?.id
    let found = snapshot.sessions.first { $0.serviceDate == text.day && $0.groupID == group }
    guard let found else { return nil }
    let service = NoteService.session(found.id, found.serviceDate)
    let end = found.state.actualEnd ?? found.state.scheduledEnd
    return (client, service, found.state.leadID, end)
  }

  /// C24's discharge summary, due on Friday.
  private func discharge() -> NoteDraft? {
    guard let client = snapshot.clients.first(where: { $0.mrn == "C24" })?.id,
      let author = snapshot.episodes.first(where: { $0.clientID == client })?.counselors.first
    else { return nil }
    var ids = IDMaker(seed: 0xCEDA_0000_2026_0314)
    let zone = snapshot.program.zone
    return NoteDraft(
      document: .note(ids.next(.note)),
      kind: .dischargeSummary,
      clientID: client,
      service: .none(.on(2026_03_06)),
      format: SampleTemplates.dapID,
      authorID: author.staffID,
      startedAt: zone.instant(.on(2026_03_10), .at(13_10)),
      dueAt: zone.instant(.on(2026_03_13), .at(17_00)),
      content: NoteText.all(in: DemoDraftText.discharge).first?.content ?? NoteContent()
    )
  }
}

extension NoteTemplates {
  /// How the tables call the text that a group shares.
  static let sharedWord = "shared"
}
