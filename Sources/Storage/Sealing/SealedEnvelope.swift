import Domain
import PropertyList

/// What a sealed record's file shows to everybody.
///
/// Who changed it and when, and everything else of the record, is inside the sealed bytes, which
/// are the whole property list of the plain form.
struct SealedEnvelope {
  var kind: RecordKind
  var version: Int
  /// As it stands in the file: disguised, but for the program's own.
  var id: String
  var revision: Int
  var sealed: SealedBytes

  var propertyList: PropertyListDictionary {
    var dictionary = PropertyListDictionary()
    dictionary.set("id", id)
    dictionary.set("key", sealed.key)
    dictionary.set("kind", kind)
    dictionary.set("nonce", data: sealed.nonce)
    dictionary.set("revision", revision)
    dictionary.set("sealed", data: sealed.bytes)
    dictionary.set("version", version)
    return dictionary
  }

  init(_ envelope: Envelope, at place: RecordPlace, plain: [UInt8], under seal: Seal)
    throws(PropertyListError)
  {
    guard let sealed = seal.seal(plain, as: SealContext(envelope, at: place)) else {
      throw PropertyListError(line: 1, problem: .tooLarge)
    }
    kind = envelope.kind
    version = envelope.version
    id = Self.shown(envelope.id, kind, seal)
    revision = envelope.revision
    self.sealed = sealed
  }

  /// Reads what a file shows, which must be what its place wants.
  init(_ node: PropertyListNode, at place: RecordPlace, under seal: Seal) throws(FileFault) {
    kind = place.kind
    do throws(PropertyListError) {
      var fields = try PropertyListFields(node)
      id = try fields.string("id")
      let key = try fields.string("key")
      _ = try fields.string("kind")
      let nonce = try fields.data("nonce")
      revision = try fields.integer("revision", in: 1...(.max))
      sealed = SealedBytes(key: key, nonce: nonce, bytes: try fields.data("sealed"))
      version = try fields.integer("version", in: 1...(.max))
      try fields.finish()
    } catch {
      throw FileFault(error)
    }
    guard place.id.isEmpty || id == Self.shown(place.id, kind, seal) else {
      throw .otherID(seal.names.plain(id))
    }
  }

  /// The plain property list.
  func open(at place: RecordPlace, under seal: Seal) throws(FileFault) -> [UInt8] {
    try seal.open(sealed, as: SealContext(envelope(at: place), at: place))
  }

  /// The same under the newest key.
  func sealedAnew(
    _ plain: [UInt8],
    at place: RecordPlace,
    under seal: Seal
  ) throws(PropertyListError) -> SealedEnvelope {
    try SealedEnvelope(envelope(at: place), at: place, plain: plain, under: seal)
  }

  /// As far as it is shown.
  private func envelope(at place: RecordPlace) -> Envelope {
    var envelope = Envelope(new: place, at: .earliest, by: nil)
    envelope.id = place.id.isEmpty ? id : place.id
    envelope.version = version
    envelope.revision = revision
    return envelope
  }

  private static func shown(_ id: String, _ kind: RecordKind, _ seal: Seal) -> String {
    kind == .program ? id : seal.names.disguised(id)
  }
}
