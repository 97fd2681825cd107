package import Domain

/// Where sealed texts wait that the data folder's disk refused as the program ended.
///
/// A folder of the person's own, on another disk with luck. Only what is sealed gets there, under the
/// names and the keys of the data folder: it tells as much as a copy of that.
package struct RescuePlace: Hashable, Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// The folder that the environment names: `$XDG_STATE_HOME/caseload/unsaved`, or the same in
  /// `~/.local/state`.
  ///
  /// - Parameter environment: The value of a variable; nil where it isn't set.
  /// - Returns: Nil where neither variable is set to an absolute path.
  package static func standard(_ environment: (String) -> String?) -> RescuePlace? {
    PersonPath.folder("XDG_STATE_HOME", orInHome: ".local/state", environment)
      .map { RescuePlace(path: $0 + "/unsaved") }
  }
}

extension DataFolder {
  /// Keeps a text outside the folder, sealed, until its author is here again.
  ///
  /// - Throws: `unwritable` in a plain program, whose texts are kept nowhere else; `disk`.
  package func rescue(
    _ draft: NoteDraft,
    at now: Instant,
    in rescue: RescuePlace
  ) throws(StorageError) {
    let place = JournalPlace(draft.document, of: draft.authorID)
    guard let seal = root.seal, !Self.leads(rescue.path, into: path) else {
      throw .unwritable(place.path, reason: "it isn't sealed")
    }
    let stored = StoredDraft(
      draft: draft,
      versions: [],
      lastWriteAt: now,
      wasLeft: false,
      aside: [],
      isDamaged: false
    )
    let plain = try Self.journal(stored, path: place.path)
    let bytes = try SealedJournal.file(plain, of: draft.document, path: place.path, under: seal)
    try Self.makeFolders(to: rescue.path)
    let folder = try Folder.open(rescue.path, disk: Disk())
    folder.seal = seal
    try folder.madeFolder(draft.authorID.rawValue, isSynced: true).replace(place.name, with: bytes)
  }

  /// Takes up what was kept of somebody's texts, each as the text that goes on.
  ///
  /// What the folder has of it becomes an older version; where that was written later, the other way
  /// round. What can't be taken up now, since the disk refuses still or another window writes it, waits.
  ///
  /// - Parameters:
  ///   - staff: Whose.
  ///   - rescue: Where.
  ///   - now: When.
  package func takeRescued(of staff: StaffID, from rescue: RescuePlace, at now: Instant) {
    guard root.seal != nil else { return }
    do throws(StorageError) {
      let kept = try Folder.open(rescue.path, disk: Disk())
      kept.seal = root.seal
      guard let folder = try kept.folder(staff.rawValue, path: staff.rawValue) else { return }
      for document in try folder.names().compactMap(Layout.document(ofJournal:)) {
        do throws(StorageError) { try takeUp(document, of: staff, from: folder, at: now) } catch {
          continue
        }
      }
    } catch { return }
  }

  private func takeUp(
    _ document: NoteDocument,
    of staff: StaffID,
    from folder: Folder,
    at now: Instant
  ) throws(StorageError) {
    let place = JournalPlace(document, of: staff)
    let reading: JournalReading
    do throws(FileFault) {
      let bytes = try folder.read(place.name, limit: Journal.sizeLimit)
      guard let sealed = SealedJournal(document, path: place.path, under: root.seal) else { return }
      reading = JournalReading(try sealed.plain(bytes), of: document)
    } catch { return }
    guard let kept = reading.draft, kept.document == document, kept.authorID == staff else {
      return
    }
    let writer = try openDraft(kept, at: now)
    let own = writer.draft
    if own.content != kept.content || own.format != kept.format {
      if writer.stored.lastWriteAt > reading.lastWriteAt {
        try writer.keepBoth(kept, at: now)
      } else {
        try writer.whole(own, at: now, asVersion: true)
        try writer.whole(kept, at: now, asVersion: false)
      }
    }
    try folder.remove(place.name)
    try folder.sync()
  }
}
