/// A value together with its place in the file it was read from.
///
/// A view into the file that was read, which it keeps in memory; cheap to copy.
package struct PropertyListNode: Sendable {
  let document: Document
  let index: Int

  package var kind: PropertyListValue.Kind { document.entries[index].kind }

  /// The value with all below it, built anew at each call.
  package var value: PropertyListValue { document.value(at: index) }

  /// The line on which the value begins, counted from 1; linear in the file.
  package var line: Int { document.line(at: index) }

  /// Where the value stands, such as `record.rows[3].status`; linear in the file.
  package var path: String { document.path(to: index) }

  /// The value under a key; nil if there is none or this isn't a dictionary.
  package subscript(key: String) -> PropertyListNode? {
    guard kind == .dictionary else { return nil }
    return document.children(of: index).first { document.isKey(at: $0, key) }
      .map { PropertyListNode(document: document, index: $0 + 1) }
  }

  /// The values of an array; empty if this isn't one.
  package var elements: [PropertyListNode] {
    guard kind == .array else { return [] }
    return document.children(of: index).map { PropertyListNode(document: document, index: $0) }
  }

  /// An error that names this value's line and path, for checks that a record makes itself.
  package func error(_ problem: PropertyListError.Problem) -> PropertyListError {
    PropertyListError(line: line, path: path, problem: problem)
  }
}
