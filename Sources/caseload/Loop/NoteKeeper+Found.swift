import App
import Domain
import Storage

/// The drafts that are there at a start, without those whose words are signed.
extension NoteKeeper {
  /// Whether words about a note were signed just before the end; what is left of them goes.
  private func isAdded(_ draft: NoteDraft, in folder: DataFolder) -> Bool {
    guard case .supplement(let id, let supplement) = draft.document, let client = draft.clientID,
      let record = folder.notes(of: client).records.first(where: { $0.note.id == id }),
      supplement.isAdded(draft, to: record)
    else { return false }
    do throws(StorageError) { try folder.removeDraft(draft.document, of: draft.authorID) } catch {}
    return true
  }

  /// Whether everybody's note of a group was signed just before the end; what is left of the text
  /// they share goes.
  private func isFrozen(
    _ draft: NoteDraft,
    in folder: DataFolder,
    _ data: ProgramData,
    _ templates: NoteTemplates
  ) -> Bool {
    guard case .shared(let id) = draft.document, writers[draft.document] == nil,
      let session = data.sessions[id], data.isEveryNoteSigned(of: session),
      let entry = data.lastSigned(of: id),
      let note = PastNotes.record(entry.id, of: entry.clientID, in: folder)?.current,
      draft.isFrozen(in: note, templates: templates)
    else { return false }
    do throws(StorageError) { try folder.removeDraft(draft.document, of: draft.authorID) } catch {}
    return true
  }

  /// What somebody's drafts folder holds, and what notes are written with.
  ///
  /// - Parameters:
  ///   - staff: Whose.
  ///   - folder: Where.
  ///   - data: What is read of the program.
  ///   - offers: Whether the one that was open at a crash is to be opened again.
  /// - Returns: Without those that a signed note has taken up.
  func found(
    of staff: StaffID,
    in folder: DataFolder,
    _ data: ProgramData,
    offers: Bool
  ) -> FoundDrafts {
    let (stored, draftProblems) = folder.readDrafts(of: staff)
    let (templates, templateProblems) = folder.templates()
    let (phrases, phraseProblems) = folder.phrases()
    var drafts: [NoteDocument: NoteDraft] = [:]
    let current = stored.filter {
      !isAdded($0.draft, in: folder) && !isFrozen($0.draft, in: folder, data, templates)
    }
    for draft in current { drafts[draft.draft.document] = draft.draft }
    // One that another window writes now wasn't open at a crash.
    let open = current.filter {
      !$0.wasLeft && writers[$0.draft.document] == nil && folder.isFree($0.draft.document)
    }
    return FoundDrafts(
      drafts: drafts,
      templates: templates,
      phrases: phrases.map { NotePhrase(title: $0.title, text: $0.text) },
      recover: offers
        ? open.max { $0.lastWriteAt < $1.lastWriteAt }?.draft.document : nil,
      problems: draftProblems + templateProblems + phraseProblems
    )
  }
}
