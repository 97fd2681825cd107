import Domain
import PropertyList

/// What every file says about its record.
struct Envelope: Hashable {
  var kind: RecordKind
  /// The version of the record's shape.
  var version: Int
  var id: String
  /// One more with each save, from 1.
  var revision: Int
  var createdAt: Instant
  /// Nil is the program itself: made by `init` or an import.
  var createdBy: StaffID?
  var changedAt: Instant
  var changedBy: StaffID?

  /// The envelope of a record that was never saved before.
  init(new place: RecordPlace, at now: Instant, by staff: StaffID?) {
    kind = place.kind
    version = place.kind.version
    id = place.id
    revision = 1
    createdAt = now
    createdBy = staff
    changedAt = now
    changedBy = staff
  }

  /// The envelope of the same record, saved once more.
  func next(at now: Instant, by staff: StaffID?) -> Envelope {
    var envelope = self
    envelope.version = kind.version
    envelope.revision += 1
    envelope.changedAt = now
    envelope.changedBy = staff
    return envelope
  }

  /// The whole file of a record, with its checksum line.
  ///
  /// - Parameters:
  ///   - record: What the file is to hold.
  ///   - place: Where it will lie.
  ///   - seal: What the program is sealed with; nil is a plain one.
  /// - Returns: The bytes.
  /// - Throws: What can't be written as a property list, or is too large.
  func file(
    of record: PropertyListDictionary,
    at place: RecordPlace,
    under seal: Seal?
  ) throws(PropertyListError) -> [UInt8] {
    var bytes = try plain(record)
    if let seal {
      let sealed = try SealedEnvelope(self, at: place, plain: bytes, under: seal)
      bytes = try PropertyListWriter.bytes(of: .dictionary(sealed.propertyList))
    }
    guard bytes.count + Checksum.lineLength <= Folder.sizeLimit else {
      throw PropertyListError(line: 1, problem: .tooLarge)
    }
    return bytes + Checksum(of: bytes[...]).line
  }

  private func plain(_ record: PropertyListDictionary) throws(PropertyListError) -> [UInt8] {
    var dictionary = PropertyListDictionary()
    dictionary.set("changedAt", changedAt)
    dictionary.set("changedBy", changedBy)
    dictionary.set("createdAt", createdAt)
    dictionary.set("createdBy", createdBy)
    dictionary.set("id", id)
    dictionary.set("kind", kind)
    dictionary.set("record", record)
    dictionary.set("revision", revision)
    dictionary.set("version", version)
    return try PropertyListWriter.bytes(of: .dictionary(dictionary))
  }
}

extension Envelope {
  /// Reads the envelope and, where it belongs to the place, the record in it.
  ///
  /// The one place where plain and sealed differ: a sealed file has `sealed` instead of `record`,
  /// and what comes out of it is read as the plain file.
  static func read<Record: StoredRecord>(
    _ node: PropertyListNode,
    at place: RecordPlace,
    under seal: Seal?,
    as type: Record.Type
  ) throws(FileFault) -> (Envelope, Record) {
    try check(node, at: place)
    guard let seal else {
      if node["sealed"] != nil { throw .isSealed }
      return try read(node, at: place, as: type)
    }
    guard node["sealed"] != nil else { throw .notSealed }
    let plain = try SealedEnvelope(node, at: place, under: seal).open(at: place, under: seal)
    let inner = try fault { () throws(PropertyListError) in
      try PropertyListReader.read(plain, mode: .strict)
    }
    try check(inner, at: place)
    return try read(inner, at: place, as: type)
  }

  /// Kind and version are what the place holds and this program knows.
  private static func check(_ node: PropertyListNode, at place: RecordPlace) throws(FileFault) {
    let kind = try fault { () throws(PropertyListError) in
      var fields = try PropertyListFields(node)
      return try fields.string("kind")
    }
    guard kind == place.kind.rawValue else { throw .otherKind(kind) }
    let version = try fault { () throws(PropertyListError) in
      var fields = try PropertyListFields(node)
      return try fields.integer("version", in: 1...(.max))
    }
    let known = place.kind.version
    guard version <= known else { throw .newer(found: version, known: known) }
  }

  private static func read<Record: StoredRecord>(
    _ node: PropertyListNode,
    at place: RecordPlace,
    as type: Record.Type
  ) throws(FileFault) -> (Envelope, Record) {
    let result = try fault { () throws(PropertyListError) in
      var fields = try PropertyListFields(node)
      let result = try Envelope.read(&fields, kind: place.kind, as: type)
      try fields.finish()
      return result
    }
    guard place.id.isEmpty || result.0.id == place.id else { throw .otherID(result.0.id) }
    if let reason = result.1.mismatch(with: place) { throw .misplaced(reason) }
    return result
  }

  private static func read<Record: StoredRecord>(
    _ fields: inout PropertyListFields,
    kind: RecordKind,
    as type: Record.Type
  ) throws(PropertyListError) -> (Envelope, Record) {
    let changedAt = try fields.instant("changedAt")
    let changedBy = try fields.optionalID("changedBy", of: Staff.self)
    let createdAt = try fields.instant("createdAt")
    let createdBy = try fields.optionalID("createdBy", of: Staff.self)
    let id = try fields.string("id")
    _ = try fields.string("kind")
    let record = try fields.dictionary("record", of: Record.init(stored:))
    let revision = try fields.integer("revision", in: 1...(.max))
    let version = try fields.integer("version", in: 1...kind.version)
    var envelope = Envelope(kind: kind, id: id, revision: revision, version: version)
    envelope.createdAt = createdAt
    envelope.createdBy = createdBy
    envelope.changedAt = changedAt
    envelope.changedBy = changedBy
    return (envelope, record)
  }

  private init(kind: RecordKind, id: String, revision: Int, version: Int) {
    self.kind = kind
    self.id = id
    self.revision = revision
    self.version = version
    createdAt = .earliest
    changedAt = .earliest
  }
}

/// Runs a reading step and turns its error into a fault of the file.
private func fault<Result>(
  _ step: () throws(PropertyListError) -> Result
) throws(FileFault) -> Result {
  do throws(PropertyListError) { return try step() } catch { throw FileFault(error) }
}
