import App
import Domain
import Storage

/// Notes that are only read in this window, and followed.
extension NoteKeeper {
  static let otherWindow =
    "This note is being written in another window. Here it can only be read."

  fileprivate static let otherLeft = "The other window has left this note. Enter writes here."

  /// Why somebody's draft can't be written by the one at the keyboard; nil for an own one.
  func othersWriting(_ draft: NoteDraft, _ state: AppState) -> String? {
    guard draft.authorID != state.staffID else { return nil }
    let name = state.data.staff[draft.authorID]?.shortName ?? "its author"
    return "\(name) writes this note. It can only be read here."
  }

  /// What the lead wrote whose stand-in writes on; the lead's own journal stays as it is.
  func begunBeforeStandIn(
    _ session: SessionID,
    _ opening: NoteOpening,
    in folder: DataFolder,
    _ state: AppState
  ) -> NoteDraft? {
    guard let person = state.data.sessions[session]?.state.substituteFor,
      person != opening.authorID,
      var draft = folder.draft(opening.document, of: person)?.draft
    else { return nil }
    draft.authorID = opening.authorID
    return draft
  }

  /// What another of a meeting's leaders has written of a note that nothing is written of here.
  func begunByOther(
    _ fresh: NoteDraft,
    in folder: DataFolder,
    _ state: AppState
  ) -> NoteDraft? {
    guard let session = fresh.service.sessionID.flatMap({ state.data.sessions[$0]?.state }),
      !session.coLeadIDs.isEmpty, fresh.clientID != nil,
      folder.draft(fresh.document, of: fresh.authorID)?.draft.content.isBlank ?? true
    else { return nil }
    for person in [session.leadID] + session.coLeadIDs where person != fresh.authorID {
      if let draft = folder.draft(fresh.document, of: person)?.draft, !draft.content.isBlank {
        return draft
      }
    }
    return nil
  }

  func reading(
    _ fresh: NoteDraft,
    _ opening: NoteOpening,
    _ why: String,
    in folder: DataFolder,
    _ templates: NoteTemplates
  ) -> OpenedNote {
    let stored = folder.draft(fresh.document, of: fresh.authorID)
    return OpenedNote(
      opening: opening,
      access: .reading(why),
      draft: stored?.draft ?? fresh,
      versions: stored?.noteVersions ?? [],
      savedAt: stored?.lastWriteAt,
      templates: templates
    )
  }

  /// What has become of a note that is only read here; nil while nothing has changed.
  func follow(
    _ opening: NoteOpening,
    in folder: DataFolder,
    _ state: AppState,
    at now: Instant
  ) throws(StorageError) -> OpenedNote? {
    guard let shown = state.note else { return nil }
    guard case .reading(let before) = shown.access else {
      guard let client = shown.clientID, let record = shown.record else { return nil }
      let isSame = try folder.note(record.note.id, of: client) == record
      return isSame ? nil : try open(opening, in: folder, state, at: now)
    }
    let others = folder.onlyRead ?? state.onlyRead ?? othersWriting(shown.draft, state)
    let isFree = others == nil && folder.isFree(shown.document)
    let free =
      before == Self.otherWindow || before == Self.otherLeft
      ? Self.otherLeft : "It can be written again. Enter writes here."
    let why = others ?? (isFree ? free : Self.otherWindow)
    let found = reading(shown.draft, opening, why, in: folder, state.templates)
    if folder.draft(shown.document, of: shown.draft.authorID) == nil, let client = shown.clientID,
      let record = folder.notes(of: client).records.first(where: {
        $0.note.id.rawValue == shown.document.rawValue
      }), record.status.isLocked
    {
      return try open(opening, in: folder, state, at: now)
    }
    guard found.draft != shown.draft || why != before else { return nil }
    return found
  }
}

extension DraftWriter {
  /// Oldest first; what couldn't be joined to the text comes first of all.
  var noteVersions: [NoteVersion] {
    stored.pieces + versions.map { NoteVersion(number: $0.number, at: $0.at, draft: $0.draft) }
  }
}

extension StoredDraft {
  var noteVersions: [NoteVersion] {
    pieces + versions.map { NoteVersion(number: $0.number, at: $0.at, draft: $0.draft) }
  }

  /// What couldn't be joined to the text.
  fileprivate var pieces: [NoteVersion] {
    aside.map { NoteVersion(number: $0.number, at: $0.at, draft: $0.draft, isAside: true) }
  }
}
