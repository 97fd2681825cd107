/// Why a property list, or a record in it, can't be used.
///
/// The wording is `description`. It quotes the file, which may hold clinical text: it belongs on the
/// screen, never into a log; for a log there is `line`.
package struct PropertyListError: Error, Equatable, Sendable {
  /// The line of the file, counted from 1; of the file that would have been written, when writing.
  package let line: Int

  /// Where in the record, such as `record.rows[3].status`; empty when the form of the file is wrong.
  ///
  /// Elements of an array are counted from 0.
  package var path: String

  package let problem: Problem

  package init(line: Int, path: String = "", problem: Problem) {
    self.line = line
    self.path = path
    self.problem = problem
  }

  package enum Problem: Equatable, Sendable {
    /// The file has more bytes than `PropertyListLimits.size`.
    case tooLarge
    /// More arrays and dictionaries stand inside one another than `PropertyListLimits.depth`.
    case tooDeep
    /// Something else stands where the form wants one thing.
    case unexpected(Expectation, found: String)
    /// The key stands a second time in one dictionary, perhaps in another Unicode form.
    case duplicateKey(String)
    /// The strict form wants the keys in the order of their bytes.
    case keyOutOfOrder(String, after: String)

    case missingKey(String)
    /// Nothing asked for this key: a typing error, or a key of another version.
    case unknownKey
    case wrongKind(expected: PropertyListValue.Kind, found: PropertyListValue.Kind)
    case notOneOf(String, choices: [String])
    case outOfRange(Int64, ClosedRange<Int64>)
    /// A text that isn't what the record takes it for, such as "a calendar date".
    case notConvertible(String, to: String)

    /// A date outside the years 0001 to 9999, in seconds since 1970, was to be written.
    case unwritableDate(Int64)
    /// A key with control characters was to be written; what XML can't carry is dropped from texts
    /// only.
    case unwritableKey(String)
  }

  /// What the form wants at one place.
  package enum Expectation: Equatable, Sendable {
    /// This text, byte by byte.
    case literal(String)
    case encoding
    case utf8
    case lineBreak
    case indentation(tabs: Int)
    case value
    case valueOrEndOfArray
    case key
    case keyOrEndOfDictionary
    case closingTag(String)
    case character
    case reference
    case commentEnd
    case integer
    case date
    case base64
    /// Base64 in lines of this many characters, as the writer breaks them.
    case base64Lines(width: Int)
    case endOfFile
  }
}
