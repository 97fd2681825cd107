package import Domain

/// A text that isn't signed, as its journal has it.
package struct StoredDraft: Equatable, Sendable {
  package var draft: NoteDraft
  /// By number.
  package var versions: [DraftVersion]
  /// When the last step of `draft` was written.
  package var lastWriteAt: Instant
  /// False where the program ended in the middle of it.
  package var wasLeft: Bool
  /// What was found behind damage and couldn't be joined to the text; by where it stands.
  package var aside: [DraftVersion]
  /// Whether the journal's last record is cut off, or anything in it is damaged.
  package var isDamaged: Bool
}

/// A draft as it was at some time.
package struct DraftVersion: Equatable, Sendable {
  /// From 1.
  package var number: Int
  package var at: Instant
  package var draft: NoteDraft

  package init(number: Int, at: Instant, draft: NoteDraft) {
    self.number = number
    self.at = at
    self.draft = draft
  }
}
