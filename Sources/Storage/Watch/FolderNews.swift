package import Domain

/// What was found when a folder was looked through for others' changes.
package struct FolderNews {
  /// Whether anything of the records is another now.
  package var isNew = false
  /// Whether somebody's drafts, the templates or the phrases are to be read again.
  package var isAboutDrafts = false
  /// Records that lack on disk what this window did: they are to be saved.
  package var notOnDisk: [RecordReference] = []
  /// Own changes that what others did left no room for.
  package var outcome = MergeOutcome()
}
