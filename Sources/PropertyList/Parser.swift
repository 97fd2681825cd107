/// Turns the bytes of a file into the entries of a `Document`.
///
/// Recursive, one step for each array or dictionary, and never deeper than
/// `PropertyListLimits.depth`. `position` only grows, so that every file is read in linear time but
/// for the order of keys in the lenient form.
struct Parser {
  let bytes: [UInt8]
  let isLenient: Bool
  var position = 0
  private(set) var entries: [Entry] = []
  private var data: [[UInt8]] = []

  init(bytes: [UInt8], isLenient: Bool) {
    self.bytes = bytes
    self.isLenient = isLenient
    entries.reserveCapacity(bytes.count / 24)
  }

  var document: Document {
    Document(bytes: bytes, entries: entries, data: data)
  }

  /// The byte at the position, 0 at the end of the file (and 0 is no allowed character).
  var current: UInt8 {
    position < bytes.count ? bytes[position] : 0
  }

  /// Reads one value.
  ///
  /// - Parameters:
  ///   - depth: In how many arrays and dictionaries it stands, which is how many tabs it is indented.
  ///   - expectation: What the message says if there is no value.
  /// - Throws: The first thing in the value that the form doesn't allow.
  mutating func readValue(
    depth: Int,
    expecting expectation: PropertyListError.Expectation = .value
  ) throws(PropertyListError) {
    let start = position
    guard let tag = readTag(), tag.form != .closing else {
      throw unexpected(expectation, at: start)
    }
    var entry = Entry(kind: .string, offset: UInt32(start))
    switch (tag.name, tag.form) {
    case (.string, .opening): try readText(.string, into: &entry)
    case (.string, .empty) where isLenient: entry.textRange = start..<start
    case (.integer, .opening): try readInteger(into: &entry)
    case (.date, .opening): try readDate(into: &entry)
    case (.data, .opening): try readData(into: &entry, depth: depth)
    case (.data, .empty) where isLenient: append([], to: &entry)
    case (.true, .empty), (.false, .empty):
      entry.kind = .boolean
      entry.payload = tag.name == .true ? 1 : 0
    case (.true, .opening) where isLenient, (.false, .opening) where isLenient:
      entry.kind = .boolean
      entry.payload = tag.name == .true ? 1 : 0
      try close(tag.name)
    case (.array, _): return try readArray(&entry, tag: tag, depth: depth)
    case (.dict, _): return try readDictionary(&entry, tag: tag, depth: depth)
    default: throw unexpected(expectation, at: start)
    }
    append(entry)
  }

  private mutating func readArray(
    _ entry: inout Entry,
    tag: Tag,
    depth: Int
  ) throws(PropertyListError) {
    entry.kind = .array
    let index = try begin(entry, depth: depth)
    if tag.form == .opening {
      while try isBeforeEntry(.valueOrEndOfArray, depth: depth) {
        try readValue(depth: depth + 1, expecting: .valueOrEndOfArray)
        entries[index].payload += 1
      }
      try refuseEmpty(index, expecting: .value)
      try close(.array)
    }
    entries[index].end = UInt32(entries.count)
  }

  private mutating func readDictionary(
    _ entry: inout Entry,
    tag: Tag,
    depth: Int
  ) throws(PropertyListError) {
    entry.kind = .dictionary
    let index = try begin(entry, depth: depth)
    if tag.form == .opening {
      var previous: Int?
      var isASCII = true
      while try isBeforeEntry(.keyOrEndOfDictionary, depth: depth) {
        let key = entries.count
        isASCII = try readKey() && isASCII
        if !isLenient, let previous { try checkOrder(of: key, after: previous) }
        previous = key
        try skipToValue(depth: depth + 1)
        try readValue(depth: depth + 1)
        entries[index].payload += 1
      }
      try refuseEmpty(index, expecting: .key)
      entries[index].isPlain = !isLenient
      entries[index].end = UInt32(entries.count)
      if isLenient || !isASCII { try checkUniqueness(in: index) }
      try close(.dict)
    }
    entries[index].end = UInt32(entries.count)
  }

  /// Reads a key and tells whether it is all ASCII and without references.
  private mutating func readKey() throws(PropertyListError) -> Bool {
    let start = position
    guard let tag = readTag(), tag.name == .key,
      tag.form == .opening || isLenient && tag.form == .empty
    else { throw unexpected(.keyOrEndOfDictionary, at: start) }
    var entry = Entry(kind: .string, offset: UInt32(start))
    if tag.form == .opening {
      try readText(.key, into: &entry)
    } else {
      entry.textRange = start..<start
    }
    append(entry)
    return entry.isPlain && bytes[entry.textRange].allSatisfy { $0 < 0x80 }
  }

  private mutating func begin(_ entry: Entry, depth: Int) throws(PropertyListError) -> Int {
    guard depth < PropertyListLimits.depth else {
      throw PropertyListError(line: line(at: Int(entry.offset)), problem: .tooDeep)
    }
    entries.append(entry)
    return entries.count - 1
  }

  /// An array or dictionary without content is `<array/>` or `<dict/>` in the strict form.
  private func refuseEmpty(
    _ index: Int,
    expecting expectation: PropertyListError.Expectation
  ) throws(PropertyListError) {
    if !isLenient, entries[index].payload == 0 { throw unexpected(expectation, at: position) }
  }

  private mutating func append(_ entry: Entry) {
    entries.append(entry)
    entries[entries.count - 1].end = UInt32(entries.count)
  }

  mutating func append(_ bytes: [UInt8], to entry: inout Entry) {
    entry.kind = .data
    entry.payload = Int64(data.count)
    data.append(bytes)
  }
}
