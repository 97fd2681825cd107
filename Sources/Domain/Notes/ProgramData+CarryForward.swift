/// What a new note takes over from the client's last one: links to the plan, never a word of text.
extension ProgramData {
  /// A fresh draft with the objectives of the client's last signed note, each marked as carried
  /// forward until it is looked at.
  ///
  /// Only objectives of the plan in force on the service date, and only where the draft's template
  /// asks for objectives.
  ///
  /// - Source: BR-39, `domain.md` 4.14.
  package func carryingForward(
    _ draft: NoteDraft,
    from history: [NoteRecord],
    templates: NoteTemplates
  ) -> NoteDraft {
    guard let client = draft.clientID, draft.content.objectives.isEmpty,
      templates.template(for: draft).asksForObjectives
    else { return draft }
    let last =
      history
      .filter { $0.isCarriedForward(into: draft) }
      .map(\.current)
      .max { ($0.service.date, $0.signature.at) < ($1.service.date, $1.signature.at) }
    let known = objectives(of: client, on: draft.service.date)
    var carried = draft
    carried.content.objectives = (last?.objectives ?? []).compactMap { link in
      known.first { $0.id == link.objectiveID }
        .map { ObjectiveLink($0, progress: link.progress, isCopied: true) }
    }
    return carried
  }
}

extension NoteRecord {
  fileprivate func isCarriedForward(into draft: NoteDraft) -> Bool {
    status.isLocked && status != .enteredInError && note.clientID == draft.clientID
      && note.id.rawValue != draft.document.rawValue && note.service.date <= draft.service.date
      && !current.objectives.isEmpty
  }
}
