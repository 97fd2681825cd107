/// Beginning a note, and what is missing in it.
extension ProgramData {
  /// The objectives of the plan in force on a date; a note's objective must be one of them.
  package func objectives(of client: ClientID, on date: CalendarDate) -> [PlanObjective] {
    plan(of: client, on: date)?.objectives ?? []
  }

  package func plan(of client: ClientID, on date: CalendarDate) -> TreatmentPlan? {
    (plans[client] ?? []).filter { $0.isActive(on: date) }.max { $0.version < $1.version }
  }

  /// The empty draft of what an occasion asks for; a no-show note comes written, a quick line is the
  /// first line of its client's part.
  package func newDraft(of occasion: NoteOccasion, at now: Instant) -> NoteDraft? {
    guard let id = occasion.noteID else { return nil }
    var draft =
      prefilled(occasion)
      ?? NoteDraft(
        document: .note(id),
        kind: occasion.kind,
        clientID: occasion.clientID,
        service: occasion.service,
        format: occasion.kind == .group
          ? NoteTemplates.groupID : rules(on: occasion.service.date).noteFormat,
        authorID: occasion.authorID,
        startedAt: now
      )
    draft.startedAt = now
    if case .session(let session, _) = occasion.service,
      let line = sessions[session]?.row(of: occasion.clientID)?.quickLine
    {
      draft.content.setText(line + "\n", of: NoteTemplates.responseKey)
    }
    return draft
  }

  /// The text that a group's meeting shares, before anybody wrote it.
  package func newSharedDraft(of session: GroupSession, at now: Instant) -> NoteDraft {
    var draft = NoteDraft(
      document: .shared(session.id),
      kind: .group,
      clientID: nil,
      service: .session(session.id, session.serviceDate),
      format: NoteTemplates.sharedID,
      authorID: session.state.leadID,
      startedAt: now
    )
    if let topic = topic(of: session) { draft.content.setText(topic, of: NoteTemplates.topicKey) }
    return draft
  }

  /// A no-show's note, written from what is known (BR-24); nil for other kinds.
  func prefilled(_ occasion: NoteOccasion) -> NoteDraft? {
    guard occasion.kind == .noShow, let id = occasion.noteID else { return nil }
    let time = program.zone.local(occasion.start).time
    let text =
      "Client did not attend \(occasion.title) on \(occasion.service.date) at \(time) and gave no notice."
    return NoteDraft(
      document: .note(id),
      kind: .noShow,
      clientID: occasion.clientID,
      service: occasion.service,
      format: NoteTemplates.noShowID,
      authorID: occasion.authorID,
      startedAt: occasion.end,
      content: NoteContent(texts: [NoteTemplates.noShowKey: text])
    )
  }

  /// The titles of required parts that are empty, the shared text's first.
  func missing(
    in draft: NoteDraft?,
    of occasion: NoteOccasion,
    templates: NoteTemplates
  ) -> [String] {
    var missing: [String] = []
    // Once a note of the meeting is signed, its text is frozen there and nothing of it is missing.
    if case .session(let id, _) = occasion.service,
      drafts[.shared(id)] != nil || lastSigned(of: id) == nil
    {
      let shared =
        drafts[.shared(id)] ?? sessions[id].map { newSharedDraft(of: $0, at: occasion.end) }
      missing += templates.shared.missing(
        in: shared?.content ?? NoteContent(),
        hasObjectives: false
      )
    }
    let fresh = draft ?? newDraft(of: occasion, at: occasion.end)
    guard let fresh else { return missing }
    return missing
      + templates.template(for: fresh).missing(
        in: fresh.content,
        hasObjectives: !objectives(of: occasion.clientID, on: occasion.service.date).isEmpty
      )
  }
}

extension NoteTemplate {
  /// The titles of required parts that are empty.
  ///
  /// A chosen finding that needs a plan makes the part called "plan" required. A client whose plan
  /// has no objectives can't be linked to any, so nothing is missing there.
  package func missing(in content: NoteContent, hasObjectives: Bool) -> [String] {
    let needsPlan = parts.contains { part in
      guard case .choice(let options, _) = part.form else { return false }
      let chosen = content.choices[part.key] ?? []
      return options.contains { $0.needsPlan && chosen.contains($0.code) }
    }
    return parts.filter { part in
      switch part.form {
      case .text:
        let isWanted = part.isRequired || (needsPlan && part.key == NoteTemplates.planKey)
        return isWanted && !content.text(part.key).hasWords
      case .choice: return part.isRequired && (content.choices[part.key] ?? []).isEmpty
      case .objectives: return part.isRequired && hasObjectives && content.objectives.isEmpty
      }
    }.map(\.title)
  }
}
