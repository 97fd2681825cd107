/// What somebody typed in a form that isn't done yet.
///
/// Nothing in it counts: it waits until the same form is opened again.
package struct UnfinishedForm: Hashable, Sendable {
  /// One form that was opened, in one window.
  package let id: String
  /// Which form it is, as "client cl_…"; never shown.
  package var form: String
  /// What the form is about, without a name: "a client".
  package var words: String
  /// The fields in which something was entered.
  package var answers: [Answer]

  package struct Answer: Hashable, Sendable {
    package var field: String
    /// What is typed, then what is chosen.
    package var content: [String]
    /// The same as it was when the form was opened.
    package var before: [String]

    package init(field: String, content: [String], before: [String]) {
      self.field = field
      self.content = content
      self.before = before
    }
  }

  package init(id: String, form: String, words: String, answers: [Answer]) {
    self.id = id
    self.form = form
    self.words = words
    self.answers = answers
  }
}
