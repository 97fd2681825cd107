/// Signing a note: what speaks against it, and what is signed.
extension ProgramData {
  /// What speaks against signing, in the order in which it is to be mended; empty where nothing does.
  ///
  /// - Source: BR-36, BR-39, BR-40; `domain.md` 4.12.
  package func signingFindings(
    _ signing: SigningCase,
    by staffID: StaffID,
    at now: Instant,
    templates: NoteTemplates
  ) -> [SigningFinding] {
    let draft = signing.draft
    guard let clientID = draft.clientID else {
      return [.refused("The shared text is signed with each client's note, never alone.")]
    }
    if let refusal = refusal(of: draft, by: staffID, at: now) { return [.refused(refusal)] }
    var findings: [SigningFinding] = []
    if let shared = signing.shared {
      findings += missingParts(of: shared, clientID: nil, templates: templates)
    }
    findings += missingParts(of: draft, clientID: clientID, templates: templates)
    let own = clients[clientID]
    if let shared = signing.shared {
      // Nobody may be named in what stands in everybody's chart.
      findings += names(in: shared, templates: templates, own: nil)
    }
    findings += names(in: draft, templates: templates, own: own)
    if let alike = likeness(of: draft, to: signing.compared) { findings.append(.alike(alike)) }
    if isLate(draft, at: now), !(signing.lateReason ?? "").hasWords { findings.append(.late) }
    return findings
  }

  /// The note as it will be stored, under the author's signature of now.
  ///
  /// - Throws: `RuleViolation.wrongState` where anything speaks against it that can't be answered.
  package func signed(
    _ signing: SigningCase,
    signature: Signature,
    templates: NoteTemplates
  ) throws(RuleViolation) -> ProgressNote {
    let findings = signingFindings(
      signing,
      by: signature.by,
      at: signature.at,
      templates: templates
    )
    for finding in findings where finding.isRefused { throw .wrongState(finding.sentence) }
    guard case .note(let id) = signing.draft.document, let clientID = signing.draft.clientID else {
      throw .wrongState("This text isn't a client's note.")
    }
    return note(id, of: clientID, signing, signature: signature, templates: templates)
  }

  /// What is shown before signing: the note, under a signature that isn't given yet.
  package func preview(
    _ signing: SigningCase,
    by staffID: StaffID,
    at now: Instant,
    templates: NoteTemplates
  ) -> ProgressNote? {
    guard case .note(let id) = signing.draft.document, let clientID = signing.draft.clientID,
      let person = staff[staffID]
    else { return nil }
    let signature = Signature(person, at: now)
    return note(id, of: clientID, signing, signature: signature, templates: templates)
  }

  private func note(
    _ id: NoteID,
    of clientID: ClientID,
    _ signing: SigningCase,
    signature: Signature,
    templates: NoteTemplates
  ) -> ProgressNote {
    let draft = signing.draft
    let template = templates.template(for: draft)
    var note = ProgressNote(
      id: id,
      kind: draft.kind,
      clientID: clientID,
      service: draft.service,
      format: draft.format,
      formatTitle: template.title,
      sections: template.sections(of: draft.content),
      startedAt: draft.startedAt,
      signature: signature,
      needsCosign: needsCosignature(of: signature.by, on: draft.service.date)
    )
    if let shared = signing.shared {
      note.shared = templates.template(for: shared).sections(of: shared.content)
    }
    note.objectives = draft.content.objectives
    if isLate(draft, at: signature.at) { note.lateReason = signing.lateReason }
    if !signing.compared.isEmpty {
      let own = CloneGuard.TextToCompare(draft.ownText(in: nil))
      note.similarity = signing.compared.compactMap { own.likeness(to: $0.text) }.max()
    }
    fillService(of: &note, now: signature.at)
    fillSpan(of: &note, from: draft)
    return note
  }

  private func fillService(of note: inout ProgressNote, now: Instant) {
    switch note.service {
    case .session(let id, _):
      guard let session = sessions[id], let row = session.row(of: note.clientID) else { return }
      note.episodeID = row.episodeID
      note.start = session.state.actualStart ?? session.state.scheduledStart
      note.end = session.state.actualEnd ?? session.state.scheduledEnd
      note.minutes = creditedMinutes(of: row, in: session, now: now)
      note.location = session.state.roomID.flatMap { rooms[$0]?.name }
      note.modality = row.modality
    case .appointment(let id, _):
      guard let appointment = appointments[id] else { return }
      note.episodeID = appointment.episodeID
      note.start = appointment.state.actualStart ?? appointment.state.scheduledStart
      note.end = appointment.state.actualEnd ?? appointment.state.scheduledEnd
      note.minutes = actualMinutes(of: appointment)
      note.location = appointment.state.roomID.flatMap { rooms[$0]?.name }
      note.modality = appointment.state.modality
    case .missedDay(let date), .none(let date):
      note.episodeID = episode(of: note.clientID, on: date)?.id
    }
  }

  /// What a note says of its own that has no service of the schedule.
  private func fillSpan(of note: inout ProgressNote, from draft: NoteDraft) {
    guard case .none = note.service, let span = draft.span else { return }
    note.start = span.start
    note.end = span.end
    note.minutes = span.minutes
  }

  private func episode(of client: ClientID, on date: CalendarDate) -> Episode? {
    episodes.values
      .filter { $0.clientID == client && $0.isOpen(on: date) }
      .min { $0.id < $1.id }
  }

  private func missingParts(
    of draft: NoteDraft,
    clientID: ClientID?,
    templates: NoteTemplates
  ) -> [SigningFinding] {
    let template = templates.template(for: draft)
    let objectives = clientID.map { self.objectives(of: $0, on: draft.service.date) } ?? []
    let missing = template.missing(in: draft.content, hasObjectives: !objectives.isEmpty)
    return template.parts.filter { missing.contains($0.title) }.map {
      .missing(part: $0.key, title: $0.title, isShared: clientID == nil)
    }
  }

  private func names(
    in draft: NoteDraft,
    templates: NoteTemplates,
    own: Client?
  ) -> [SigningFinding] {
    let guardian = NameGuard(others: activeClients, own: own)
    var findings: [SigningFinding] = []
    for part in templates.template(for: draft).parts {
      let text = draft.content.text(part.key)
      let bytes = Array(text.utf8)
      for finding in guardian.findings(in: text) {
        let word = String(decoding: bytes[finding.range], as: UTF8.self)
        findings.append(
          .name(finding, part: part.key, isShared: draft.clientID == nil, word: word)
        )
      }
    }
    return findings
  }

  /// The clients read so far whose names are guarded: all but those entered in error.
  package var activeClients: [Client] {
    clients.values.filter { $0.enteredInError == nil }.sorted { $0.mrn < $1.mrn }
  }

  private func likeness(of draft: NoteDraft, to others: [ComparedText]) -> CloneFinding? {
    guard draft.kind != .noShow else { return nil }
    let text = draft.ownText(in: nil)
    let own = CloneGuard.TextToCompare(others.isEmpty ? "" : text)
    var worst: CloneFinding?
    for other in others {
      guard let likeness = own.likeness(to: other.text),
        likeness >= rules(on: draft.service.date).clonePercent, likeness > (worst?.likeness ?? 0)
      else { continue }
      worst = CloneFinding(
        likeness: likeness,
        source: other.source,
        sentences: CloneGuard.alikeSentences(of: text, in: other.text)
      )
    }
    return worst
  }
}

extension NoteTemplate {
  /// The parts that hold anything, as a signed note shows them; choices in words.
  package func sections(of content: NoteContent) -> [NoteSection] {
    parts.compactMap { part in
      switch part.form {
      case .text:
        let text = content.text(part.key)
        return text.hasWords ? NoteSection(key: part.key, title: part.title, text: text) : nil
      case .choice(let options, _):
        let codes = content.choices[part.key] ?? []
        guard !codes.isEmpty else { return nil }
        let words = codes.map { code in options.first { $0.code == code }?.title ?? code }
        return NoteSection(
          key: part.key,
          title: part.title,
          text: words.joined(separator: ", "),
          codes: codes
        )
      case .objectives: return nil
      }
    }
  }
}

extension NoteDraft {
  /// Everything written in words, the parts in order.
  package func ownText(in template: NoteTemplate?) -> String {
    let keys = template?.parts.map(\.key) ?? content.texts.keys.sorted()
    return keys.map { content.text($0) }.filter(\.hasWords).joined(separator: "\n")
  }
}

extension ProgressNote {
  /// Everything written in words but the shared text, the parts in order.
  package var ownText: String {
    sections.filter(\.codes.isEmpty).sorted { $0.key < $1.key }.map(\.text)
      .joined(separator: "\n")
  }
}

extension SigningFinding {
  /// A sentence for the status line; the way on is in it.
  package var sentence: String {
    switch self {
    case .refused(let why): why
    case .missing(_, let title, let isShared):
      isShared ? "The shared text's \(title) is empty." : "\(title) is empty."
    case .name(let finding, _, _, let word):
      switch finding.certainty {
      case .name: "\"\(word)\" is another client's name, or of somebody close to one. Take it out."
      case .commonWord: "\"\(word)\" is also a client's name. Is it only the word here?"
      case .initials: "\"\(word)\" are another client's initials. Is somebody else meant?"
      }
    case .alike(let finding):
      finding.isRefused
        ? "The text is the same as in \(finding.source). Write what was different."
        : "\(finding.likeness) % of the text stands in \(finding.source) as well."
    case .late: "It is past its last day: a late entry needs a reason."
    }
  }
}
