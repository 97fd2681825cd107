import Domain

/// All of one note, as lines and as JSON.
struct NotesShowReport: PrintedReport {
  private let note: FoundNote

  init(_ note: FoundNote) { self.note = note }

  /// The facts a line each, then the parts, each under its title.
  var text: String {
    var blocks = [facts]
    if let record = note.record { blocks += words(of: record) }
    if let draft = note.draft { blocks += words(of: draft) }
    return blocks.joined(separator: "\n")
  }

  private var facts: String {
    var table = TextTable()
    let signed = note.record?.current
    table.add(["id", note.id.rawValue])
    table.add(["mrn", mrn])
    table.add(["kind", kind])
    table.add(["service", service?.shownDate ?? "-"])
    table.add(["state", note.status.rawValue])
    if let start = signed?.start { table.add(["start", time(start)]) }
    if let end = signed?.end { table.add(["end", time(end)]) }
    if let minutes = signed?.minutes { table.add(["minutes", "\(minutes)"]) }
    if let location = signed?.location { table.add(["location", location]) }
    if let modality = signed?.modality { table.add(["modality", modality.stored]) }
    if let due = note.due { table.add(["due", time(due.dueAt)]) }
    return table.text
  }

  private func words(of record: NoteRecord) -> [String] {
    let signed = record.current
    var blocks = [block("SIGNED, \(signed.formatTitle)", "")]
    blocks += parts(signed.shared, signed.sections, signed.objectives)
    if let reason = signed.lateReason { blocks.append(block("Late entry", reason)) }
    blocks.append(block("Signature", words(of: signed.signature)))
    blocks += record.events.map { words(of: $0) }
    return blocks
  }

  private func words(of event: NoteEvent) -> String {
    let written = NotesEventWords(event.kind)
    var lines: [String] = []
    if let text = written.text { lines.append(text) }
    if let reason = written.reason { lines.append("Reason: " + reason) }
    return block("\(written.title): \(words(of: event.signature))", lines.joined(separator: "\n"))
  }

  private func words(of draft: NoteDraft) -> [String] {
    let author = note.data.staffCode(of: draft.authorID)
    let missing = note.due?.missing ?? []
    let head = block(
      "DRAFT, not signed, author \(author)",
      missing.isEmpty ? "" : "missing: " + missing.joined(separator: ", ")
    )
    return [head] + parts(sharedSections, note.sections(of: draft), draft.content.objectives)
  }

  private func parts(
    _ shared: [NoteSection],
    _ own: [NoteSection],
    _ objectives: [ObjectiveLink]
  ) -> [String] {
    var blocks = shared.map { block("Group, \($0.title)", $0.text) }
    blocks += own.map { block($0.title, $0.text) }
    let linked = objectives.map { "\($0.text) (\($0.progress.rawValue))" }
    if !linked.isEmpty { blocks.append(block("Objectives", linked.joined(separator: "\n"))) }
    return blocks
  }

  private func block(_ title: String, _ text: String) -> String {
    Output.cleaned(title) + "\n"
      + NotesLines.of(text).map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }

  private func words(of signature: Signature) -> String {
    let name = [signature.name, signature.credentials].filter { !$0.isEmpty }
    return "\(note.data.staffCode(of: signature.by)), \(name.joined(separator: ", ")), "
      + time(signature.at)
  }

  private var mrn: String { note.clientID.map(note.data.mrn(of:)) ?? "-" }
  private var kind: String { (note.record?.current.kind ?? note.draft?.kind)?.rawValue ?? "-" }
  private var service: NoteService? { note.record?.current.service ?? note.draft?.service }
  private var sharedSections: [NoteSection] { note.shared.map(note.sections(of:)) ?? [] }

  private func time(_ instant: Instant) -> String { note.data.program.zone.shown(instant) }
}

extension NotesShowReport {
  /// What is signed and what is being written, each null where there is none.
  var json: JSONValue {
    .object([
      ("id", .string(note.id.rawValue)),
      ("mrn", .string(mrn)),
      ("kind", .string(kind)),
      ("service", .optional(service?.shownDate)),
      ("state", .string(note.status.rawValue)),
      ("signed", note.record.map { json($0) } ?? .null),
      ("draft", note.draft.map { json($0) } ?? .null),
    ])
  }

  private func json(_ record: NoteRecord) -> JSONValue {
    let signed = record.current
    return .object([
      ("format", .string(signed.formatTitle)),
      ("start", .optional(signed.start.map(time))),
      ("end", .optional(signed.end.map(time))),
      ("minutes", .optional(signed.minutes)),
      ("shared", json(signed.shared)),
      ("sections", json(signed.sections)),
      ("objectives", json(signed.objectives)),
      ("lateReason", .optional(signed.lateReason)),
      ("signature", json(signed.signature)),
      (
        "events",
        .array(
          record.events.map { event in
            let written = NotesEventWords(event.kind)
            return .object([
              ("kind", .string(written.stored)),
              ("text", .optional(written.text)),
              ("reason", .optional(written.reason)),
              ("signature", json(event.signature)),
            ])
          }
        )
      ),
    ])
  }

  private func json(_ draft: NoteDraft) -> JSONValue {
    .object([
      ("author", .string(note.data.staffCode(of: draft.authorID))),
      ("due", .optional(note.due.map { time($0.dueAt) })),
      ("missing", .array((note.due?.missing ?? []).map { .string($0) })),
      ("shared", json(sharedSections)),
      ("sections", json(note.sections(of: draft))),
      ("objectives", json(draft.content.objectives)),
    ])
  }

  private func json(_ sections: [NoteSection]) -> JSONValue {
    .array(
      sections.map { section in
        .object([
          ("key", .string(section.key)),
          ("title", .string(section.title)),
          ("text", .string(section.text)),
          ("codes", .array(section.codes.map { .string($0) })),
        ])
      }
    )
  }

  private func json(_ objectives: [ObjectiveLink]) -> JSONValue {
    .array(
      objectives.map { link in
        .object([
          ("text", .string(link.text)),
          ("progress", .string(link.progress.rawValue)),
        ])
      }
    )
  }

  private func json(_ signature: Signature) -> JSONValue {
    .object([
      ("by", .string(note.data.staffCode(of: signature.by))),
      ("name", .string(signature.name)),
      ("credentials", .string(signature.credentials)),
      ("at", .string(time(signature.at))),
    ])
  }
}
