/// The parts that a note is written in.
///
/// Comes from a template file; a signed note keeps its own copy of the titles.
package struct NoteTemplate: Hashable, Sendable {
  /// The file's name without its ending: "dap".
  package var id: String
  package var title: String
  /// The kinds of note that may be written in it; empty is every kind with a service.
  package var kinds: [NoteKind]
  package var parts: [NotePart]

  package init(id: String, title: String, kinds: [NoteKind] = [], parts: [NotePart]) {
    self.id = id
    self.title = title
    self.kinds = kinds
    self.parts = parts
  }

  package func part(_ key: String) -> NotePart? { parts.first { $0.key == key } }

  package var asksForObjectives: Bool {
    parts.contains { part in
      guard case .objectives = part.form else { return false }
      return true
    }
  }
}

/// One part of a note.
package struct NotePart: Hashable, Sendable {
  /// Names it in drafts: "data".
  package var key: String
  package var title: String
  package var form: NotePartForm
  package var isRequired: Bool

  package init(key: String, title: String, form: NotePartForm = .text, isRequired: Bool = false) {
    self.key = key
    self.title = title
    self.form = form
    self.isRequired = isRequired
  }
}

package enum NotePartForm: Hashable, Sendable {
  case text
  /// Options by number; the first has number 1.
  case choice([NoteOption], allowsSeveral: Bool)
  /// The objectives of the client's plan, each with its progress.
  case objectives
}

package struct NoteOption: Hashable, Sendable {
  /// The stored word: "attentive".
  package var code: String
  package var title: String
  /// A finding that wants a plan in words (risk).
  package var needsPlan: Bool
  /// Choosing it clears the others, and the others clear it.
  package var isAlone: Bool

  package init(code: String, title: String, needsPlan: Bool = false, isAlone: Bool = false) {
    self.code = code
    self.title = title
    self.needsPlan = needsPlan
    self.isAlone = isAlone
  }
}
