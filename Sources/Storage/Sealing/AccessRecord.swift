import Domain
import PropertyList

/// Who may open a sealed program, and with what; it holds no name and no code.
///
/// It isn't sealed itself: it is what a log-in begins with. `mac` vouches for all of it, under a
/// key that only who can log in has.
struct AccessRecord: StoredRecord, Equatable {
  var salt: [UInt8]
  var slots: [AccessSlot]
  /// What opens with the recovery key.
  var recovery: AccessSlot
  /// Whether there are files under an older key that are to be sealed anew.
  var isRenewing = false
  var mac: [UInt8] = []

  private static let mostStretchings = 4

  init(salt: [UInt8], slots: [AccessSlot], recovery: AccessSlot) {
    self.salt = salt
    self.slots = slots
    self.recovery = recovery
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    isRenewing = try fields.optionalBoolean("isRenewing") ?? false
    mac = try fields.data("mac")
    recovery = try fields.dictionary("recovery", of: AccessSlot.init(stored:))
    salt = try fields.data("salt")
    slots = try fields.list("slots", of: AccessSlot.init(stored:))
    // Each is tried at a log-in.
    guard Set(slots.map(\.stretching)).count <= Self.mostStretchings else {
      throw fields.error("slots", .notConvertible("the slots", to: "a bearable amount of work"))
    }
  }

  var propertyList: PropertyListDictionary {
    var record = covered
    record.set("mac", data: mac)
    return record
  }

  /// What the `mac` vouches for.
  var covered: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.setTrue("isRenewing", isRenewing)
    record.set("recovery", recovery.propertyList)
    record.set("salt", data: salt)
    record.setList("slots", slots)
    return record
  }
}

/// One way in.
///
/// A passphrase opens a private key of its holder's own; the program's keys are wrapped for the
/// public one. So they can be renewed for everybody without anybody's passphrase.
struct AccessSlot: StoredRecord, Equatable {
  /// Nil is the recovery key.
  var holder: StaffID?
  /// Nil for the recovery key, which can't be guessed.
  var stretching: Stretching?
  var publicKey: [UInt8]
  /// The private key and the key of the record's `mac`, under the passphrase's key.
  var secrets: [UInt8]
  /// The program's keys, for the public key.
  var ring: [UInt8]

  init(holder: StaffID?, stretching: Stretching?, publicKey: [UInt8]) {
    self.holder = holder
    self.stretching = stretching
    self.publicKey = publicKey
    secrets = []
    ring = []
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let blockSize = try fields.optionalInteger("blockSize")
    holder = try fields.optionalID("holder", of: Staff.self)
    let parallelism = try fields.optionalInteger("parallelism")
    publicKey = try fields.data("publicKey")
    ring = try fields.data("ring")
    let rounds = try fields.optionalInteger("rounds")
    secrets = try fields.data("secrets")
    guard let blockSize, let parallelism, let rounds else { return }
    let stretching = Stretching(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    guard stretching.isBearable else {
      throw fields.error("rounds", .notConvertible("\(rounds)", to: "a bearable amount of work"))
    }
    self.stretching = stretching
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("blockSize", stretching?.blockSize)
    record.set("holder", holder)
    record.set("parallelism", stretching?.parallelism)
    record.set("publicKey", data: publicKey)
    record.set("ring", data: ring)
    record.set("rounds", stretching?.rounds)
    record.set("secrets", data: secrets)
    return record
  }

  /// What is authenticated along with the secrets and the ring.
  func context(_ program: ID<Program>, _ what: String) -> [UInt8] {
    var bytes = JournalBytes()
    bytes.add("caseload access \(what) 1")
    bytes.add(program.rawValue)
    bytes.add(holder?.rawValue ?? "recovery")
    bytes.add(raw: publicKey)
    bytes.add(Int64(stretching?.rounds ?? 0))
    bytes.add(Int64(stretching?.blockSize ?? 0))
    bytes.add(Int64(stretching?.parallelism ?? 0))
    return bytes.bytes
  }
}

extension Layout {
  static let access = "settings/access.plist"
  /// What waits for the audit log until somebody logs in.
  static let waiting = "settings/waiting"
  /// What only a sealed program has.
  static let sealing = [access, waiting]
}

extension RecordPlace {
  static func access(_ program: ID<Program>) -> RecordPlace {
    RecordPlace(kind: .access, id: program.rawValue, folder: "settings", name: "access.plist")
  }
}
