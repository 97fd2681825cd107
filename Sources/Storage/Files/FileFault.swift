import PropertyList

/// Why a file isn't used.
enum FileFault: Error, Hashable {
  case missing
  /// Something else than a file stands in its place.
  case notPlain(FileType)
  case unreadable(Int32)
  /// So many bytes.
  case tooLarge(Int)
  case empty
  /// It doesn't begin as a file of this program does.
  case foreign
  /// The checksum isn't there, or isn't that of the bytes before it.
  case badChecksum
  /// The checksum is right, but the content isn't a record; line, place and what is wrong.
  case badContent(String)
  case tooDeep(line: Int)
  /// A version of the record that this program doesn't know.
  case newer(found: Int, known: Int)
  /// Sealed, in a program whose files are in clear; or nobody has logged in.
  case isSealed
  /// In clear, in a program whose files are sealed.
  case notSealed
  /// Sealed under a key that isn't there.
  case otherKey(String)
  /// The checksum fits and the seal doesn't.
  case tampered
  /// An older copy of a record than was seen before: its revision, and the one seen.
  case rolledBack(found: Int, seen: Int)
  /// A record of another kind than its place says.
  case otherKind(String)
  /// A record with another identifier than its place says.
  case otherID(String)
  /// Two forms of one thing that must agree, and which.
  case misplaced(String)
}

extension FileFault {
  init(_ error: PropertyListError) {
    switch error.problem {
    case .tooLarge: self = .tooLarge(0)
    case .tooDeep: self = .tooDeep(line: error.line)
    case .unexpected, .duplicateKey, .keyOutOfOrder, .missingKey, .unknownKey, .wrongKind,
      .notOneOf, .outOfRange, .notConvertible, .unwritableDate, .unwritableKey:
      self = .badContent(error.description)
    }
  }

  /// The word for scripts.
  var word: ProblemWord {
    switch self {
    case .missing: .reference
    case .notPlain: .notPlain
    case .unreadable: .unreadable
    case .tooLarge: .tooLarge
    case .empty, .badChecksum, .badContent: .damaged
    case .foreign, .otherKind, .otherID, .misplaced, .isSealed, .notSealed: .foreign
    case .tooDeep: .tooDeep
    case .newer: .newer
    case .otherKey, .tampered, .rolledBack: .tampered
    }
  }
}

/// The words that say what sort of problem a record has.
///
/// Words of the JSON, for ever.
package enum ProblemWord: String, Hashable, Sendable, CaseIterable {
  case damaged, foreign, newer, unreadable, reference, invariant, mode, leftover, mention
  case tampered, locks, audit
  case tooDeep = "too_deep"
  case tooLarge = "too_large"
  case notPlain = "not_plain"
  case olderCopy = "older_copy"
}
