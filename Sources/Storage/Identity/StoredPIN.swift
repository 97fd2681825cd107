import Crypto
import CryptoExtras
import Domain
import PropertyList

/// What is kept of a counselor's PIN: a salted, slow hash of it, with what it was made by.
struct StoredPIN: StoredRecord, Equatable {
  var staffID: StaffID
  var salt: [UInt8]
  var hash: [UInt8]
  /// The scrypt parameters N, r and p.
  var rounds = 1 << 15
  var blockSize = 8
  var parallelism = 1

  /// Hashes a PIN with a new salt.
  init(_ pin: String, of staffID: StaffID) throws(StorageError) {
    self.staffID = staffID
    salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    hash = []
    hash = try hash(of: pin)
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    // A damaged number must not take all of the memory, or all day.
    blockSize = try fields.integer("blockSize", in: 1...32)
    hash = try fields.data("hash")
    parallelism = try fields.integer("parallelism", in: 1...16)
    rounds = try fields.integer("rounds", in: 1024...(1 << 20))
    salt = try fields.data("salt")
    staffID = try fields.id("staffID", of: Staff.self)
    guard rounds & (rounds - 1) == 0 else {
      throw fields.error("rounds", .notConvertible("\(rounds)", to: "a power of two"))
    }
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("blockSize", blockSize)
    record.set("hash", data: hash)
    record.set("parallelism", parallelism)
    record.set("rounds", rounds)
    record.set("salt", data: salt)
    record.set("staffID", staffID)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? { Storage.mismatch(staffID, with: place) }

  /// Whether it is the PIN, in a time that doesn't depend on where two hashes differ.
  func matches(_ pin: String) throws(StorageError) -> Bool {
    let other = try hash(of: pin)
    guard other.count == hash.count else { return false }
    return zip(hash, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private func hash(of pin: String) throws(StorageError) -> [UInt8] {
    do {
      let key = try KDF.Scrypt.deriveKey(
        from: Array(pin.utf8),
        salt: salt,
        outputByteCount: 32,
        rounds: rounds,
        blockSize: blockSize,
        parallelism: parallelism
      )
      return key.withUnsafeBytes { Array($0) }
    } catch {
      throw .unwritable(RecordPlace.pin(of: staffID).path, reason: "the PIN can't be hashed")
    }
  }
}

extension RecordPlace {
  static func pin(of staff: StaffID) -> RecordPlace {
    RecordPlace(
      kind: .pin,
      id: staff.rawValue,
      folder: "settings/pins",
      name: staff.rawValue + Layout.suffix
    )
  }
}
