import Domain

/// The signed notes with their texts.
extension DemoNotes {
  func records() -> [NoteRecord] {
    var data = ProgramData(standing: snapshot)
    data.load(week: data.weekStart(of: Demo.notesFrom.adding(days: -7)), from: snapshot)
    data.load(week: data.weekStart(of: Demo.notesFrom), from: snapshot)
    let signed =
      DemoLastWeek.all + "\n" + DemoThisWeek.all + "\n" + DemoGroupText.signed + "\n"
      + DemoSharedText.signed + "\n" + DemoDraftText.returned
    var texts: [String: NoteText] = [:]
    for text in NoteText.all(in: signed) {
      texts[key(text.client, text.service, text.day)] = text
    }
    return signings.compactMap { record($0, texts: texts, in: data) }
  }

  private func key(_ client: String, _ service: String, _ day: CalendarDate) -> String {
    "\(client) \(service) \(day)"
  }

  private func record(
    _ signing: DemoSigning,
    texts: [String: NoteText],
    in data: ProgramData
  ) -> NoteRecord? {
    let day = signing.service.date
    let text = texts[key(code(of: signing.clientID), signing.place, day)]
    guard let id = signing.noteID, let text else { return nil }
    let draft = NoteDraft(
      document: .note(id),
      kind: signing.kind,
      clientID: signing.clientID,
      service: signing.service,
      format: signing.kind == .group ? NoteTemplates.groupID : SampleTemplates.dapID,
      authorID: signing.authorID,
      startedAt: signing.signedAt.adding(minutes: signing.kind == .group ? -3 : -9),
      content: text.content(linking: objectives(of: signing.clientID, on: day))
    )
    var shared: NoteDraft?
    if case .session(let session, _) = signing.service {
      shared = NoteDraft(
        document: .shared(session),
        kind: .group,
        clientID: nil,
        service: signing.service,
        format: NoteTemplates.sharedID,
        authorID: signing.authorID,
        startedAt: signing.endedAt,
        content: texts[key(NoteTemplates.sharedWord, signing.place, day)]?.content ?? NoteContent()
      )
    }
    let note = data.preview(
      SigningCase(draft: draft, shared: shared),
      by: signing.authorID,
      at: signing.signedAt,
      templates: SampleTemplates.all
    )
    guard let note else { return nil }
    return NoteRecord(note: note, events: events(of: signing, in: data))
  }

  private func events(of signing: DemoSigning, in data: ProgramData) -> [NoteEvent] {
    guard let supervisor = data.staff[signing.authorID]?.supervisorID.flatMap({ data.staff[$0] }),
      let id = signing.noteID
    else { return [] }
    func event(_ kind: NoteEventKind, _ at: Instant) -> NoteEvent {
      NoteEvent(
        noteID: id,
        clientID: signing.clientID,
        number: 1,
        kind: kind,
        signature: Signature(supervisor, at: at)
      )
    }
    switch signing.outcome {
    case .stands, .waits: return []
    case .cosigned(let at): return [event(.cosigned, at)]
    case .returned(let at): return [event(.returned(comment: DemoDraftText.comment), at)]
    }
  }
}
