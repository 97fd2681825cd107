/// A form whose record someone else changed while it was open.
extension Form {
  /// Takes over what others changed since the form was opened, where nothing was entered.
  ///
  /// Where both changed the same, the field says what it was made meanwhile and keeps what was
  /// entered; answered like that once more, it holds.
  ///
  /// - Parameter fresh: The form as it would be opened now.
  /// - Returns: False where a field was changed by both.
  mutating func takeOver(_ fresh: Form) -> Bool {
    var first: Int?
    for new in fresh.fields {
      guard let index = fields.firstIndex(where: { $0.id == new.id }),
        new.content != original[new.id]
      else { continue }
      let old = fields[index]
      let isMine = isTouched(old) && old.content != new.content
      original[new.id] = new.content
      guard isMine else {
        fields[index] = new
        continue
      }
      let words = new.words.isEmpty ? "nothing" : "\"\(new.words)\""
      fields[index].problem = "Someone else just made it \(words). Ctrl-S keeps what is here."
      first = first ?? index
    }
    guard let first else { return true }
    cursor = first
    return false
  }
}

extension FormField {
  /// The answer as it is shown.
  fileprivate var words: String {
    kind.isTyped ? line.text : chosen.map(\.label).joined(separator: ", ")
  }
}
