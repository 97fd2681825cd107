/// The templates that notes can be written in: the bundled ones, and the program's own.
package struct NoteTemplates: Equatable, Sendable {
  /// By id; own ones replace bundled ones of the same id.
  package var all: [String: NoteTemplate]

  package init(_ templates: [NoteTemplate]) {
    all = [:]
    for template in templates { all[template.id] = template }
  }

  /// The client's own part of a group note.
  package static let groupID = "group"
  /// The text that all notes of a group's meeting share.
  package static let sharedID = "group-shared"
  package static let noShowID = "no-show"
  package static let narrativeID = "narrative"
  package static let administrativeID = "administrative"

  package static let topicKey = "topic"
  package static let responseKey = "response"
  package static let planKey = "plan"
  package static let noShowKey = "what"

  package var shared: NoteTemplate { all[NoteTemplates.sharedID] ?? .plainShared }

  /// The template of a draft; a plain one where its own isn't there any more, so that no text and
  /// no choice is without a place.
  package func template(for draft: NoteDraft) -> NoteTemplate {
    if case .supplement(_, let supplement) = draft.document { return supplement.template }
    var template = all[draft.format] ?? .plain(draft.format)
    for key in draft.content.texts.keys.sorted() where template.part(key) == nil {
      template.parts.append(leftover(key) ?? NotePart(key: key, title: key))
    }
    for key in draft.content.choices.keys.sorted() where template.part(key) == nil {
      let options = (draft.content.choices[key] ?? []).map { NoteOption(code: $0, title: $0) }
      let plain = NotePart(key: key, title: key, form: .choice(options, allowsSeveral: true))
      template.parts.append(leftover(key) ?? plain)
    }
    if !draft.content.objectives.isEmpty, !template.asksForObjectives {
      template.parts.append(
        NotePart(key: "objectives", title: "Objectives", form: .objectives)
      )
    }
    return template
  }

  /// A part as another template has it, so that what was written there keeps its title and meaning.
  private func leftover(_ key: String) -> NotePart? {
    let templates = all.values.sorted { $0.id < $1.id }
    var part = templates.lazy.compactMap { $0.part(key) }.first
    part?.isRequired = false
    return part
  }

  /// Those that a note of the kind may be written in, by title.
  package func templates(for kind: NoteKind) -> [NoteTemplate] {
    all.values
      .filter { $0.kinds.isEmpty || $0.kinds.contains(kind) }
      .sorted { $0.title < $1.title }
  }

  /// Those of them that the rules allow; a program's own always are.
  package func templates(for kind: NoteKind, by rules: RuleSet) -> [NoteTemplate] {
    templates(for: kind).filter {
      !RuleSet.bundledFormats.contains($0.id) || rules.noteFormats.contains($0.id)
    }
  }
}

extension NoteTemplate {
  fileprivate static func plain(_ id: String) -> NoteTemplate {
    NoteTemplate(
      id: id,
      title: id,
      parts: [NotePart(key: NoteTemplates.responseKey, title: "Text", isRequired: true)]
    )
  }

  fileprivate static let plainShared = NoteTemplate(
    id: NoteTemplates.sharedID,
    title: "Shared text",
    kinds: [.group],
    parts: [
      NotePart(key: NoteTemplates.topicKey, title: "Topic", isRequired: true),
      NotePart(key: "summary", title: "Summary", isRequired: true),
    ]
  )
}
