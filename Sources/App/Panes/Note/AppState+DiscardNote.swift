import Domain

/// Texts that were begun by mistake: put aside, and brought back.
extension AppState {
  /// Asks before a text is put aside that nothing on the schedule asks for.
  mutating func askDiscard() {
    guard let draft = draftToDiscard else { return }
    prompt = .question(
      Question(
        title: "Put this text aside?",
        lines: [
          "\(title(of: draft)): it is no longer due, and its file is kept.",
          "+ at this client brings it back while the program runs.",
        ],
        answers: [Answer("n", "Not now", .nothing), Answer("p", "Put it aside", .discard(draft))]
      )
    )
  }

  /// The open text, or that of the chosen row; says why where it has to stay.
  private var draftToDiscard: NoteDraft? {
    mutating get {
      var draft: NoteDraft?
      if screen == .toDo {
        draft = selectedToDo.flatMap { data.drafts[$0.first.document] }
      } else if let note, note.access == .writing, note.record == nil || note.base != nil {
        draft = note.current
      }
      guard let draft, draft.authorID == staffID, draft.isUnasked else {
        say(
          "Only a text that nothing on the schedule asks for can be put aside; this one is owed.",
          .warning
        )
        return nil
      }
      return draft
    }
  }

  private func title(of draft: NoteDraft) -> String {
    let who = draft.clientID.map { name(of: $0) } ?? ""
    if case .supplement(_, let supplement) = draft.document { return "\(supplement.word), \(who)" }
    return "\(draft.kind.word), \(who), \(draft.service.date.dayName)"
  }

  mutating func discard(_ draft: NoteDraft) -> [Effect] {
    let typed = note?.document == draft.document ? flushNote() : []
    discarding = data.drafts[draft.document] ?? draft
    return typed + [.discardDraft(discarding ?? draft)]
  }

  /// A draft's file is no longer among the drafts.
  mutating func recordDiscarded(_ document: NoteDocument) -> [Effect] {
    guard let draft = discarding, draft.document == document else { return [] }
    discarding = nil
    discarded.append(draft)
    say("Put aside: \(title(of: draft)). + brings it back.", .ok)
    guard let open = note, open.document == document else { return [] }
    let said = status
    note?.access = .reading("It was put aside.")
    note?.pending = []
    let effects = closeNote()
    status = said
    return effects
  }

  /// What was put aside for a client while the program runs, newest first.
  func discarded(for client: ClientID) -> [NoteDraft] {
    discarded.reversed().filter { $0.clientID == client }
  }

  func item(toBringBack draft: NoteDraft) -> String {
    "bring back: \(title(of: draft))"
  }

  mutating func recordBroughtBack(_ draft: NoteDraft) -> [Effect] {
    discarded.removeAll { $0.document == draft.document }
    data.drafts[draft.document] = draft
    let left = screen == .note ? leaveNote() : []
    return left + open(NoteOpening(of: draft, sessionID: nil))
  }
}

extension NoteDraft {
  /// Whether nothing but its writer wants it: no service of the schedule, and no return.
  fileprivate var isUnasked: Bool {
    switch document {
    case .shared: return false
    case .supplement: return true
    case .note:
      guard case .none = service else { return false }
      return kind != .dischargeSummary
    }
  }
}
