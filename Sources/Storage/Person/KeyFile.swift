import PropertyList
package import TerminalCore

/// A person's own keys: a property list of dictionaries, place by place.
///
/// ```text
/// attendance        a place, by the word that `caseload keys --json` has for it
///   no-show         a command, the same: all keys it has there, "N F3"
/// ```
///
/// Places, commands and keys are checked when a key table is made of the lines.
package struct KeyFile: Equatable, Sendable {
  /// In the order of the file.
  package var lines: [KeyLine] = []
  /// What isn't of that shape; the rest counts.
  package var problems: [KeyFileProblem] = []

  /// What such a file is called.
  package static let name = "keys.plist"
  /// Bytes; every command in every place is a fifth of that.
  static let limit = 65_536

  /// Reads a key file.
  ///
  /// - Parameter path: Links are followed, as for everything that is a person's own.
  /// - Returns: Nil where there is none.
  /// - Throws: What is wrong with the whole of it.
  package static func read(at path: String) throws(KeyFileProblem) -> KeyFile? {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try Folder.readSystemFile(path, limit: limit)
    } catch {
      if error == .missing { return nil }
      if case .tooLarge = error { throw whole("has more than \(limit / 1_024) KB") }
      throw whole(error.ownReason)
    }
    return try read(bytes: bytes)
  }

  /// Reads the bytes of a key file.
  ///
  /// - Throws: What is wrong with the whole of it.
  package static func read(bytes: [UInt8]) throws(KeyFileProblem) -> KeyFile {
    guard bytes.count <= limit else { throw whole("has more than \(limit / 1_024) KB") }
    do throws(PropertyListError) {
      var file = KeyFile()
      var places = try PropertyListFields(try PropertyListReader.read(bytes, mode: .lenient))
      for context in places.keys { try file.take(try places.node(context), of: context) }
      return file
    } catch {
      throw KeyFileProblem(
        line: error.line,
        sentence: "\(error.message). Until that is right no line of the file is used.",
        isOfAll: true
      )
    }
  }

  private mutating func take(
    _ place: PropertyListNode,
    of context: String
  ) throws(PropertyListError) {
    guard place.kind == .dictionary else {
      problems.append(Self.problem(place, isNot: .dictionary))
      return
    }
    var commands = try PropertyListFields(place)
    for command in commands.keys {
      let node = try commands.node(command)
      guard case .string(let keys) = node.value else {
        problems.append(Self.problem(node, isNot: .string))
        continue
      }
      lines.append(KeyLine(context: context, command: command, keys: keys, line: node.line))
    }
  }

  private static func problem(
    _ node: PropertyListNode,
    isNot kind: PropertyListValue.Kind
  ) -> KeyFileProblem {
    let error = node.error(.wrongKind(expected: kind, found: node.kind))
    let words = "\(error.path): \(error.message); the standard keys stay there."
    return KeyFileProblem(line: error.line, sentence: words)
  }

  private static func whole(_ reason: String) -> KeyFileProblem {
    KeyFileProblem(
      line: 0,
      sentence: "isn't used: it \(reason). The standard keys count.",
      isOfAll: true
    )
  }
}

extension FileFault {
  /// What is wrong with a file that isn't a record, behind "it".
  fileprivate var ownReason: String {
    switch self {
    case .notPlain(let type): "is \(type.words), not a file"
    case .unreadable(let code): "can't be read: \(StorageError.reason(code))"
    default: "isn't a file that can be read"
    }
  }
}

extension ConfigFolder {
  /// Where the person's own keys are.
  package var keysPath: String { path + "/" + KeyFile.name }
}
