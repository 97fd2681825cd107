package import Domain

/// A person's drafts as they lie on disk, and what notes are written with.
package struct FoundDrafts: Equatable, Sendable {
  package var drafts: [NoteDocument: NoteDraft]
  package var templates: NoteTemplates
  package var phrases: [NotePhrase]
  /// Open when the program last ended without saying so; nil where it ended well.
  package var recover: NoteDocument?
  package var problems: [RecordProblem]

  package init(
    drafts: [NoteDocument: NoteDraft],
    templates: NoteTemplates,
    phrases: [NotePhrase],
    recover: NoteDocument?,
    problems: [RecordProblem]
  ) {
    self.drafts = drafts
    self.templates = templates
    self.phrases = phrases
    self.recover = recover
    self.problems = problems
  }
}

/// A ready-made text for notes.
package struct NotePhrase: Equatable, Sendable {
  package var title: String
  package var text: String

  package init(title: String, text: String) {
    self.title = title
    self.text = text
  }
}
