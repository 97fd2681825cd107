import Crypto
import Domain
import PropertyList

/// What was signed, as a link of its client's chain.
///
/// The hash covers everything that is shown of it, its number, and the hash of the link before, so
/// that none can be changed, taken away or put in between without it being noticed.
struct ChainedRecord<Content: StoredRecord & Equatable>: StoredRecord, Equatable {
  let link: ChainLink
  let content: Content

  init(_ content: Content, number: Int, after previous: String) throws(PropertyListError) {
    self.content = content
    let hash = try Self.hash(content, number: number, after: previous)
    link = ChainLink(number: number, previous: previous, hash: hash)
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    content = try fields.dictionary("content", of: Content.init(stored:))
    let hash = try fields.string("hash")
    let number = try fields.integer("number", in: 1...(.max))
    link = ChainLink(number: number, previous: try fields.string("previous"), hash: hash)
  }

  var propertyList: PropertyListDictionary {
    var record = Self.signed(content, number: link.number, after: link.previous)
    record.set("hash", link.hash)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    if let reason = content.mismatch(with: place) { return reason }
    do throws(PropertyListError) {
      let hash = try Self.hash(content, number: link.number, after: link.previous)
      return hash == link.hash ? nil : "what stands in it isn't what was signed"
    } catch {
      return "it can't be compared with what was signed"
    }
  }

  private static func signed(
    _ content: Content,
    number: Int,
    after previous: String
  ) -> PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("content", content.propertyList)
    record.set("number", number)
    record.set("previous", previous)
    return record
  }

  private static func hash(
    _ content: Content,
    number: Int,
    after previous: String
  ) throws(PropertyListError) -> String {
    let record = signed(content, number: number, after: previous)
    let bytes = try PropertyListWriter.bytes(of: .dictionary(record))
    return Checksum(of: bytes[...]).text
  }
}

/// Where something signed stands in its client's chain.
struct ChainLink: Hashable {
  /// From 1, without gaps, over all of a client's signed files.
  let number: Int
  /// The hash of the link before; zeros in the first.
  let previous: String
  let hash: String

  static let noHash = String(repeating: "0", count: 64)
}

/// The end of a client's chain, kept apart: without it nobody would miss the last links.
struct NoteChain: StoredRecord, Equatable {
  var clientID: ClientID
  /// How many links there are.
  var count: Int
  /// The hash of the last.
  var last: String

  init(clientID: ClientID, count: Int, last: String) {
    self.clientID = clientID
    self.count = count
    self.last = last
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    clientID = try fields.id("clientID", of: Client.self)
    count = try fields.integer("count", in: 0...(.max))
    last = try fields.string("last")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("clientID", clientID)
    record.set("count", count)
    record.set("last", last)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    place.folder == Layout.clientFolder(clientID) ? nil : "it is the chain of \(clientID)"
  }
}
