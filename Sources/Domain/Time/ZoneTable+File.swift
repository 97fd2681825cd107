extension ZoneTable {
  /// Reads a zone file in the TZif format.
  ///
  /// From version 2 on a file has all its data twice: with 32-bit times, which are skipped, and with
  /// 64-bit times; then the rule for later years in a line of its own. No count in the file makes the
  /// reader take more memory than the file has bytes for.
  ///
  /// - Source: RFC 9636, "The Time Zone Information Format (TZif)".
  init(zoneFile bytes: [UInt8]) throws(ZoneFileDamage) {
    var reader = ZoneFileReader(bytes)
    let header = try reader.header()
    guard header.version > 1 else {
      self = try reader.table(header, timeWidth: 4) { _ throws(ZoneFileDamage) in nil }
      return
    }
    _ = try reader.take(header.byteCount(timeWidth: 4))
    let second = try reader.header()
    guard second.version == header.version else { throw .impossibleCounts }
    self = try reader.table(second, timeWidth: 8) { reader throws(ZoneFileDamage) in
      try reader.rule()
    }
  }
}

/// The counts at the head of each half of a zone file.
private struct ZoneFileHeader {
  let version: Int
  let universalFlags: Int
  let standardFlags: Int
  let leapSeconds: Int
  let changes: Int
  let types: Int
  let nameBytes: Int

  func byteCount(timeWidth: Int) -> Int {
    changes * (timeWidth + 1) + types * 6 + nameBytes + leapSeconds * (timeWidth + 4)
      + standardFlags + universalFlags
  }

  /// Throws if no file can have these counts.
  func check() throws(ZoneFileDamage) {
    guard types > 0, nameBytes > 0,
      universalFlags == 0 || universalFlags == types,
      standardFlags == 0 || standardFlags == types
    else { throw .impossibleCounts }
    guard leapSeconds == 0 else { throw .countsLeapSeconds }
  }
}

/// Reads a zone file from its beginning to its end.
private struct ZoneFileReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func take(_ count: Int) throws(ZoneFileDamage) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .endsEarly }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// Reads a number of 4 or 8 bytes, the highest first, in two's complement.
  private mutating func signed(_ width: Int) throws(ZoneFileDamage) -> Int {
    let bits = try take(width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return width == 4
      ? Int(Int32(truncatingIfNeeded: bits)) : Int(Int64(truncatingIfNeeded: bits))
  }

  private mutating func count() throws(ZoneFileDamage) -> Int {
    Int(UInt32(truncatingIfNeeded: try signed(4)))
  }

  mutating func header() throws(ZoneFileDamage) -> ZoneFileHeader {
    let magic = rest.prefix(4)
    guard magic.elementsEqual("TZif".utf8.prefix(magic.count)), !rest.isEmpty else {
      throw .notAZoneFile
    }
    _ = try take(4)
    let version = try take(1).first ?? 0
    guard version == 0 || (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(version) else {
      throw .unknownVersion(version)
    }
    _ = try take(15)
    return ZoneFileHeader(
      version: version == 0 ? 1 : Int(version - UInt8(ascii: "0")),
      universalFlags: try count(),
      standardFlags: try count(),
      leapSeconds: try count(),
      changes: try count(),
      types: try count(),
      nameBytes: try count()
    )
  }

  /// Reads the data after a header, and what follows it.
  mutating func table(
    _ header: ZoneFileHeader,
    timeWidth: Int,
    rule: (inout ZoneFileReader) throws(ZoneFileDamage) -> ZoneRule?
  ) throws(ZoneFileDamage) -> ZoneTable {
    try header.check()
    guard header.byteCount(timeWidth: timeWidth) <= rest.count else { throw .endsEarly }
    var times: [Int] = []
    for _ in 0..<header.changes { times.append(try signed(timeWidth)) }
    let types = try take(header.changes)
    let offsets = try offsets(header)
    _ = try take(header.nameBytes + header.standardFlags + header.universalFlags)
    var changes: [ZoneTable.Change] = []
    for (time, type) in zip(times, types) {
      guard Int(type) < offsets.count, changes.last.map({ $0.at < time }) ?? true else {
        throw .impossibleChanges
      }
      changes.append(ZoneTable.Change(at: time, offset: offsets[Int(type)]))
    }
    return ZoneTable(first: offsets[0], changes: changes, rule: try rule(&self))
  }

  private mutating func offsets(
    _ header: ZoneFileHeader
  ) throws(ZoneFileDamage) -> [Int] {
    var offsets: [Int] = []
    for _ in 0..<header.types {
      let offset = try signed(4)
      guard ZoneTable.offsets.contains(offset) else { throw .impossibleOffset }
      let marks = try take(2)
      guard (marks.first ?? 2) < 2, Int(marks.last ?? 255) < header.nameBytes else {
        throw .impossibleCounts
      }
      offsets.append(offset)
    }
    return offsets
  }

  /// Reads the line with the rule for later years.
  ///
  /// - Returns: Nil if the line is empty, so that the file has no such rule.
  mutating func rule() throws(ZoneFileDamage) -> ZoneRule? {
    let feed = UInt8(ascii: "\n")
    guard try take(1).first == feed, let end = rest.firstIndex(of: feed) else { throw .endsEarly }
    let text = String(decoding: rest[..<end], as: UTF8.self)
    guard !text.isEmpty else { return nil }
    guard let rule = ZoneRule(text) else { throw .unreadableRule(text) }
    return rule
  }
}
