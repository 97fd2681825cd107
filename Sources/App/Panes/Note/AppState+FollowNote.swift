import Domain

/// A note that somebody else writes, or another window: read here, and followed.
extension AppState {
  /// What is to be looked at now and then; nil while nothing is only read.
  package var followed: NoteOpening? {
    guard let note else { return nil }
    switch note.access {
    case .writing: return nil
    case .reading: return note.opening
    case .locked: return note.record == nil || prompt != nil ? nil : note.opening
    }
  }

  /// Shows what a note that is only read has become.
  mutating func follow(_ found: OpenedNote) -> [Effect] {
    guard var open = note, open.document == found.opening.document else { return [] }
    guard case .reading(let before) = open.access else { return followSigned(found) }
    guard case .reading(let why) = found.access else { return show(found) }
    open.access = found.access
    open.savedAt = found.savedAt
    if open.draft != found.draft {
      open.take(found.draft, in: found.templates)
      data.drafts[open.document] = found.draft
    }
    note = open
    for part in open.template.parts { makeField(for: part) }
    refitNote()
    if why != before { say(why, .warning) }
    return []
  }

  /// Something was added to a signed note that is read here, or it was returned.
  private mutating func followSigned(_ found: OpenedNote) -> [Effect] {
    guard let open = note, open.access == .locked, found.record != open.record else { return [] }
    let effects = show(found)
    note?.scroll = open.scroll
    say(
      "This note was changed elsewhere: \(found.record?.status.word ?? "signed").",
      .warning
    )
    return effects
  }

  /// Somebody else wrote into the draft that is written here: both texts are kept and shown.
  mutating func recordDraftDiffered(_ theirs: NoteDraft, _ versions: [NoteVersion]) {
    data.drafts[theirs.document] = theirs
    guard var open = note, open.document == theirs.document else {
      say("A text was changed elsewhere meanwhile; yours is kept among its older texts.", .warning)
      return
    }
    open.take(theirs, in: templates)
    open.versions = versions
    open.pending = []
    open.problem = nil
    open.savedAt = now
    note = open
    for part in open.template.parts { makeField(for: part) }
    refitNote()
    show(version: versions.count - 1)
    say(
      "This text was changed elsewhere. Both are kept: b brings back yours, on the left.",
      .warning
    )
  }
}

extension NoteScreenState {
  /// Another text in place of the one that was shown.
  fileprivate mutating func take(_ draft: NoteDraft, in templates: NoteTemplates) {
    self.draft = draft
    template = templates.template(for: draft)
    fields = [:]
    nameMarks = [:]
    part = min(part, max(0, template.parts.count - 1))
  }
}
