import Domain

/// Mending what isn't signed yet.
extension DataFolder {
  /// What a journal at a path still holds; nil where it gives no text, or is none.
  func storedDraft(atJournal path: String) -> StoredDraft? {
    guard let (document, author) = Self.document(atJournal: path) else { return nil }
    return draft(document, of: author)
  }

  /// Where journals lie that give a text and aren't sound.
  func tornJournals() -> [String] {
    var ignored: [RecordProblem] = []
    guard let drafts = openFolder(Layout.drafts, problems: &ignored) else { return [] }
    let people = recordNames(in: drafts, problems: &ignored) { StoredID.isValid($0, .staff) }
    return people.flatMap { name in
      readDrafts(of: StaffID(name)).drafts.filter(\.isDamaged).map {
        drafts.pathOf(name) + "/" + Layout.journal($0.draft.document)
      }
    }
  }

  private static func document(
    atJournal path: String
  ) -> (document: NoteDocument, author: StaffID)? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 3, parts[0] == Layout.drafts, StoredID.isValid(parts[1], .staff) else {
      return nil
    }
    return Layout.document(ofJournal: parts[2]).map { ($0, StaffID(parts[1])) }
  }

  /// Whether a journal has an earlier one beside it.
  func hasAside(ofJournal path: String) -> Bool {
    guard let (document, author) = Self.document(atJournal: path) else { return false }
    do throws(StorageError) {
      let folder = try root.descend(Layout.draftFolder(author))
      return folder?.facts(of: Layout.aside(document, 1)) != nil
    } catch {
      return false
    }
  }

  /// Writes a sound journal in the place of a torn one, as opening the text would.
  ///
  /// It stays unfinished work: its author is told so at the next start.
  func mendJournal(_ path: String, at now: Instant) throws(StorageError) -> Mended {
    guard let (document, author) = Self.document(atJournal: path),
      var stored = draft(document, of: author), stored.isDamaged
    else { throw .repairPassed(path) }
    stored.draft.authorID = author
    _ = try openDraft(stored.draft, at: now)
    return Mended(kept: try lastAside(of: document, author))
  }

  /// Takes a text that was left beside its signed note out of the drafts.
  func putAside(journal path: String) throws(StorageError) -> Mended {
    guard let (document, author) = Self.document(atJournal: path) else {
      throw .repairPassed(path)
    }
    try putAside(document, of: author)
    return Mended(kept: try lastAside(of: document, author))
  }

  private func lastAside(
    of document: NoteDocument,
    _ author: StaffID
  ) throws(StorageError) -> String? {
    guard let folder = try root.descend(Layout.draftFolder(author)) else { return nil }
    return try asideNames(of: document, in: folder).last.map(folder.pathOf)
  }
}
