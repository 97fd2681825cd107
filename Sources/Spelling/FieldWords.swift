/// The field's words that general dictionaries lack: `field-words.txt`.
package enum FieldWords {
  /// One a line; what follows a number sign is for people.
  package static let all: [String] = String(
    decoding: PackageResources.field_words_txt,
    as: UTF8.self
  )
  .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
}
