extension PropertyListError: CustomStringConvertible {
  /// The whole sentence: line, path if there is one, and what is wrong.
  package var description: String {
    path.isEmpty ? "line \(line): \(message)" : "line \(line), \(path): \(message)"
  }

  /// What is wrong, without line and path.
  package var message: String {
    switch problem {
    case .tooLarge: "larger than \(PropertyListLimits.size / 1_048_576) MB"
    case .tooDeep:
      "more than \(PropertyListLimits.depth) arrays and dictionaries inside one another"
    case .unexpected(let expectation, let found): "expected \(expectation.wording), found \(found)"
    case .duplicateKey(let key): "the key \(quoted(key)) stands here a second time"
    case .keyOutOfOrder(let key, let previous):
      "the key \(quoted(key)) must stand before \(quoted(previous))"
    case .missingKey(let key): "the key \(quoted(key)) is missing"
    case .unknownKey: "this key is not known here"
    case .wrongKind(let expected, let found):
      "expected \(expected.wording), found \(found.wording)"
    case .notOneOf(let value, let choices):
      "\(quoted(value)) is not one of \(choices.joined(separator: ", "))"
    case .outOfRange(let value, let range):
      "\(value) is not between \(range.lowerBound) and \(range.upperBound)"
    case .notConvertible(let value, let form): "\(quoted(value)) is not \(form)"
    case .unwritableDate(let seconds):
      "the date \(seconds) seconds from 1970 is outside the years 0001 to 9999"
    case .unwritableKey(let key): "the key \(quoted(key)) has characters that XML can't carry"
    }
  }
}

extension PropertyListError.Expectation {
  var wording: String {
    switch self {
    case .literal(let text): text
    case .encoding: "the encoding UTF-8"
    case .utf8: "UTF-8 text"
    case .lineBreak: "a line break"
    case .indentation(let tabs): tabs == 1 ? "1 tab" : "\(tabs) tabs"
    case .value: "a value"
    case .valueOrEndOfArray: "a value or </array>"
    case .key: "<key>"
    case .keyOrEndOfDictionary: "<key> or </dict>"
    case .closingTag(let name): "</\(name)>"
    case .character: "a character that XML allows here"
    case .reference: "&amp; &lt; &gt; &quot; or &apos;"
    case .commentEnd: "--> at the end of the comment"
    case .integer: "an integer in its shortest form"
    case .date: "a date that exists, such as 2026-03-11T14:49:12Z"
    case .base64: "base64 with its padding"
    case .base64Lines(let width): "lines of \(width) base64 characters"
    case .endOfFile: "the end of the file"
    }
  }
}

extension PropertyListValue.Kind {
  var wording: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .boolean: "true or false"
    case .date: "a date"
    case .data: "data"
    case .array: "an array"
    case .dictionary: "a dictionary"
    }
  }
}

/// A piece of a file between quotation marks, fit for one line of a screen.
func quoted(_ text: some StringProtocol) -> String {
  "'\(excerpt(text))'"
}

/// The first 40 scalars of a text, control characters replaced.
///
/// Counted in scalars, so that a long run of combining marks is cut too.
func excerpt(_ text: some StringProtocol) -> String {
  var result = String.UnicodeScalarView()
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == 40 {
      result.append("…")
      break
    }
    let isControl = scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value
    result.append(isControl ? "\u{FFFD}" : scalar)
  }
  return String(result)
}
