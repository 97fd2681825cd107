import Crypto

/// The keys of a sealed program: the one that is written with, those that are still read with, and
/// that of the names.
///
/// A key that was replaced stays in the ring: whoever had it has it anyway, and a file that a
/// slow window wrote with it must not be lost.
struct KeyRing {
  struct DataKey {
    /// Eight letters or digits.
    let id: String
    let secret: SecretKey
    let records: SecretKey
    let journals: SecretKey

    init(id: String, secret: SecretKey) {
      self.id = id
      self.secret = secret
      records = secret.subkey(for: "records")
      journals = secret.subkey(for: "journals")
    }

    static func random() -> DataKey {
      let letters = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
      let id = (0..<KeyRing.idLength).map { _ in letters[Int.random(in: 0..<letters.count)] }
      return DataKey(id: String(decoding: id, as: UTF8.self), secret: .random())
    }
  }

  static let idLength = 8
  /// The newest last: it is written with.
  private(set) var keys: [DataKey]
  let names: SecretKey

  static func random() -> KeyRing { KeyRing(keys: [.random()], names: .random()) }

  private init(keys: [DataKey], names: SecretKey) {
    self.keys = keys
    self.names = names
  }

  var current: DataKey { keys[keys.count - 1] }

  func key(_ id: String) -> DataKey? { keys.last { $0.id == id } }

  /// The same keys, and a new one to write with.
  func renewed() -> KeyRing { KeyRing(keys: keys + [.random()], names: names) }
}

extension KeyRing {
  /// The ring as the bytes that are wrapped: the key of the names, then each id with its key.
  var bytes: [UInt8] { names.bytes + keys.flatMap { Array($0.id.utf8) + $0.secret.bytes } }

  /// Nil for bytes that are no ring.
  init?(_ bytes: [UInt8]) {
    let entry = Self.idLength + SecretKey.length
    let rest = bytes.dropFirst(SecretKey.length)
    guard !rest.isEmpty, rest.count % entry == 0 else { return nil }
    names = SecretKey(bytes.prefix(SecretKey.length))
    keys = stride(from: rest.startIndex, to: rest.endIndex, by: entry).map { start in
      DataKey(
        id: String(decoding: rest[start..<(start + Self.idLength)], as: UTF8.self),
        secret: SecretKey(rest[(start + Self.idLength)..<(start + entry)])
      )
    }
  }
}
