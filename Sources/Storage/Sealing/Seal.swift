import Crypto
import Domain

/// What seals a program's files and opens them, once somebody has logged in.
///
/// AES-256-GCM with a random nonce for every writing. What belongs to the bytes and isn't among
/// them is authenticated with them: what they are, and where they lie. So a file that was moved,
/// renamed or put together from two doesn't open.
final class Seal {
  private(set) var ring: KeyRing
  let names: DisguisedNames
  /// Finds out whether somebody else renewed the keys meanwhile; nil where nobody can.
  var newerRing: (() -> KeyRing?)?

  init(_ ring: KeyRing) {
    self.ring = ring
    names = DisguisedNames(key: ring.names)
  }

  /// Takes over keys that were renewed.
  func take(_ ring: KeyRing) { self.ring = ring }

  /// Seals bytes with the newest key.
  ///
  /// - Parameters:
  ///   - plain: What is sealed; its length is hidden within a bucket.
  ///   - context: What it is and where it lies.
  /// - Returns: Nil where the library refuses.
  func seal(_ plain: [UInt8], as context: SealContext) -> SealedBytes? {
    if let newer = newerRing?() { ring = newer }
    let key = ring.current
    do {
      let box = try AES.GCM.seal(
        Padding.padded(plain, unit: context.purpose.unit),
        using: context.purpose.key(of: key).symmetric,
        authenticating: context.bytes(key: key.id)
      )
      let bytes = Array(box.ciphertext) + Array(box.tag)
      return SealedBytes(key: key.id, nonce: Array(box.nonce), bytes: bytes)
    } catch {
      return nil
    }
  }

  /// Opens what was sealed; nil where not everything is as it was.
  func open(_ sealed: SealedBytes, as context: SealContext) throws(FileFault) -> [UInt8] {
    var key = ring.key(sealed.key)
    if key == nil, let newer = newerRing?() {
      ring = newer
      key = ring.key(sealed.key)
    }
    guard let key else { throw .otherKey(sealed.key) }
    guard sealed.bytes.count > SealedBytes.tagLength,
      sealed.nonce.count == SealedBytes.nonceLength
    else { throw .tampered }
    do {
      let end = sealed.bytes.count - SealedBytes.tagLength
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: sealed.nonce),
        ciphertext: sealed.bytes[..<end],
        tag: sealed.bytes[end...]
      )
      var plain = Array(
        try AES.GCM.open(
          box,
          using: context.purpose.key(of: key).symmetric,
          authenticating: context.bytes(key: key.id)
        )
      )
      guard Padding.strip(&plain) else { throw FileFault.tampered }
      return plain
    } catch {
      throw .tampered
    }
  }
}

/// What the library made of some bytes, and what is needed to open it.
struct SealedBytes: Equatable {
  static let tagLength = 16
  static let nonceLength = 12

  let key: String
  let nonce: [UInt8]
  /// The tag stands at the end.
  let bytes: [UInt8]
}

/// What sealed bytes are; part of what their tag vouches for.
struct SealContext {
  enum Purpose: String {
    case record, journal

    var unit: Int {
      switch self {
      case .record: Padding.record
      case .journal: Padding.journal
      }
    }

    func key(of key: KeyRing.DataKey) -> SecretKey {
      switch self {
      case .record: key.records
      case .journal: key.journals
      }
    }
  }

  let purpose: Purpose
  /// The place below the data folder, with its dates and identifiers as the program calls them.
  let path: String
  let kind: String
  let id: String
  let version: Int
  let revision: Int

  init(_ envelope: Envelope, at place: RecordPlace) {
    purpose = .record
    path = place.path
    kind = envelope.kind.rawValue
    id = envelope.id
    version = envelope.version
    revision = envelope.revision
  }

  init(journal path: String, of document: NoteDocument) {
    purpose = .journal
    self.path = path
    kind = "journal"
    id = document.rawValue
    version = 1
    revision = 0
  }

  init(text path: String) {
    purpose = .record
    self.path = path
    kind = "text"
    id = ""
    version = 1
    revision = 0
  }

  /// Every text with its length before it, so that two contexts never give the same bytes.
  fileprivate func bytes(key: String) -> [UInt8] {
    var bytes = JournalBytes(capacity: 256)
    for text in ["caseload sealed 1", purpose.rawValue, path, kind, id, key] { bytes.add(text) }
    bytes.add(Int64(version))
    bytes.add(Int64(revision))
    return bytes.bytes
  }
}
