/// A file that was read: its bytes, and one entry for each key and value in the order of the file.
///
/// The entries are a flat array, not a tree of objects: reading a file allocates a handful of times,
/// and texts become strings only when a record asks for them.
///
/// Invariants:
///
/// 1. Entry 0 is the value of the file.
/// 2. A dictionary is followed by key, value, key, value …; an array by its values; `end` is the index
///    behind the last of them.
/// 3. Texts, numbers, dates and data have been checked; keys are unique.
final class Document: Sendable {
  let bytes: [UInt8]
  let entries: [Entry]

  /// What `data` entries hold, decoded.
  let data: [[UInt8]]

  init(bytes: [UInt8], entries: [Entry], data: [[UInt8]]) {
    self.bytes = bytes
    self.entries = entries
    self.data = data
  }

  /// The text of a key or string.
  func text(at index: Int) -> String {
    let entry = entries[index]
    let range = entry.textRange
    guard entry.isPlain else { return Reference.resolved(bytes[range]) }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether a key has exactly these bytes.
  func isKey(at index: Int, _ key: String) -> Bool {
    let entry = entries[index]
    guard entry.isPlain else { return text(at: index).utf8.elementsEqual(key.utf8) }
    let range = entry.textRange
    let span = key.utf8Span.span
    guard range.count == span.count else { return false }
    for offset in 0..<span.count where span[offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }

  /// Builds the value of an entry and all below it.
  func value(at index: Int) -> PropertyListValue {
    let entry = entries[index]
    switch entry.kind {
    case .string: return .string(text(at: index))
    case .integer: return .integer(entry.payload)
    case .boolean: return .boolean(entry.payload != 0)
    case .date: return .date(entry.payload)
    case .data: return .data(data[Int(entry.payload)])
    case .array: return .array(children(of: index).map { value(at: $0) })
    case .dictionary:
      var elements = children(of: index).map { (key: text(at: $0), value: value(at: $0 + 1)) }
      if !entry.isPlain {
        elements.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      }
      return .dictionary(PropertyListDictionary(sortedAndUnique: elements))
    }
  }

  /// The indices of an array's values or of a dictionary's keys.
  func children(of index: Int) -> [Int] {
    let entry = entries[index]
    let step = entry.kind == .dictionary ? 1 : 0
    var result: [Int] = []
    result.reserveCapacity(Int(entry.payload))
    var child = index + 1
    while child < Int(entry.end) {
      result.append(child)
      child = Int(entries[child + step].end)
    }
    return result
  }
}

extension Document {
  /// The line of an entry, counted from 1; linear in the file, since only messages need it.
  func line(at index: Int) -> Int {
    Self.line(of: Int(entries[index].offset), in: bytes)
  }

  /// The line of a byte; a carriage return ends a line too, unless a line feed follows it.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for position in 0..<min(offset, bytes.count) {
      if bytes[position] == ASCII.lineFeed { line += 1 }
      if bytes[position] == ASCII.carriageReturn, position + 1 < bytes.count,
        bytes[position + 1] != ASCII.lineFeed
      {
        line += 1
      }
    }
    return line
  }

  /// Where an entry stands, such as `record.rows[3].status`; empty for the value of the file.
  ///
  /// Found by descending from the root: nothing is kept for it while reading.
  func path(to index: Int) -> String {
    var path = ""
    var container = 0
    while container < index {
      let isDictionary = entries[container].kind == .dictionary
      let children = children(of: container)
      guard let place = children.lastIndex(where: { $0 <= index }) else { return path }
      let child = children[place]
      if isDictionary {
        path += path.isEmpty ? excerpt(text(at: child)) : "." + excerpt(text(at: child))
        container = child == index ? index : child + 1
      } else {
        path += "[\(place)]"
        container = child
      }
    }
    return path
  }
}

/// One key or value of a file.
struct Entry {
  /// A key counts as a string.
  var kind: PropertyListValue.Kind

  /// For a text: its bytes are the text, without references or carriage returns; for a dictionary:
  /// its keys are sorted.
  var isPlain = true

  /// Of the `<` it begins with, in bytes.
  var offset: UInt32

  /// The index of the first entry that isn't inside this one.
  var end: UInt32 = 0

  /// The number, the seconds, 0 or 1, the index into `Document.data`, how many children, or the two
  /// halves of `textRange`.
  var payload: Int64 = 0

  /// Where the text of a key or string stands in the file, in bytes.
  var textRange: Range<Int> {
    get { Int(payload >> 32)..<Int(payload & 0xFFFF_FFFF) }
    set { payload = Int64(newValue.lowerBound) << 32 | Int64(newValue.upperBound) }
  }
}
