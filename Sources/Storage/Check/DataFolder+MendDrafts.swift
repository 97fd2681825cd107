import Domain

/// Mending what isn't signed yet.
extension DataFolder {
  /// What a journal at a path still holds; nil where it gives no text, or is none.
  func storedDraft(atJournal path: String) -> StoredDraft? {
    guard let place = JournalPlace(path: path) else { return nil }
    return draft(place.document, of: place.author)
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

  /// Whether a journal has an earlier one beside it.
  func hasAside(ofJournal path: String) -> Bool {
    guard let place = JournalPlace(path: path) else { return false }
    do throws(StorageError) {
      let folder = try root.descend(place.folder)
      return folder?.facts(of: Layout.aside(place.document, 1)) != nil
    } catch {
      return false
    }
  }

  /// Writes a sound journal in the place of a torn one, as opening the text would.
  ///
  /// It stays unfinished work: its author is told so at the next start.
  func mendJournal(_ path: String, at now: Instant) throws(StorageError) -> Mended {
    guard let place = JournalPlace(path: path),
      var stored = draft(place.document, of: place.author), stored.isDamaged
    else { throw .repairPassed(path) }
    stored.draft.authorID = place.author
    _ = try openDraft(stored.draft, by: loggedIn, at: now)
    return Mended(kept: try lastAside(of: place))
  }

  /// Takes a text that was left beside its signed note out of the drafts.
  func putAside(journal path: String) throws(StorageError) -> Mended {
    guard let place = JournalPlace(path: path) else { throw .repairPassed(path) }
    try putAside(place.document, of: place.author)
    return Mended(kept: try lastAside(of: place))
  }

  private func lastAside(of place: JournalPlace) throws(StorageError) -> String? {
    guard let folder = try root.descend(place.folder) else { return nil }
    return try asideNames(of: place.document, in: folder).last.map(folder.pathOf)
  }
}
