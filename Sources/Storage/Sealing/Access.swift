import Crypto
import Domain

/// Making and opening the ways into a sealed program.
struct Access {
  let program: ID<Program>
  var record: AccessRecord
  private(set) var keys: HolderKeys
  var ring: KeyRing

  /// Who gets a way in, and by what.
  struct Holder {
    var staff: StaffID
    var code: String
    var passphrase: String
    var stretching = Stretching.standard
  }

  /// The first way in, with the keys of a new program, and the one by its recovery key.
  static func founded(
    _ program: ID<Program>,
    by holder: Holder,
    _ recovery: RecoveryKey
  ) throws(StorageError) -> Access {
    let keys = HolderKeys(trust: .random())
    let empty = AccessSlot(holder: nil, stretching: nil, publicKey: [])
    let record = AccessRecord(salt: SecretKey.randomBytes(32), slots: [], recovery: empty)
    var access = Access(program: program, record: record, keys: keys, ring: .random())
    try access.set(holder, keys: keys)
    try access.set(recovery)
    return access
  }

  /// Logs in by code and passphrase; nil where nobody has both.
  static func opened(
    _ record: AccessRecord,
    of program: ID<Program>,
    code: String,
    passphrase: String
  ) throws(StorageError) -> (access: Access, holder: Holder)? {
    var keys: [Stretching: SymmetricKey] = [:]
    for slot in record.slots {
      guard let holder = slot.holder, let stretching = slot.stretching else { continue }
      if keys[stretching] == nil {
        keys[stretching] = try Passphrase.key(
          passphrase,
          code: code,
          salt: record.salt,
          stretching: stretching
        )
      }
      guard let key = keys[stretching] else { continue }
      guard let access = try Access(record, of: program, slot: slot, key: key) else { continue }
      let found = Holder(
        staff: holder,
        code: code,
        passphrase: passphrase,
        stretching: stretching
      )
      return (access, found)
    }
    return nil
  }

  /// Opens it with the recovery key; nil where that isn't the program's.
  static func opened(
    _ record: AccessRecord,
    of program: ID<Program>,
    recovery: RecoveryKey
  ) throws(StorageError) -> Access? {
    try Access(record, of: program, slot: record.recovery, key: recovery.key(record.salt))
  }

  private init(program: ID<Program>, record: AccessRecord, keys: HolderKeys, ring: KeyRing) {
    self.program = program
    self.record = record
    self.keys = keys
    self.ring = ring
  }

  private init?(
    _ record: AccessRecord,
    of program: ID<Program>,
    slot: AccessSlot,
    key: SymmetricKey
  ) throws(StorageError) {
    guard let keys = HolderKeys(slot.secrets, under: key, slot.context(program, "secrets")) else {
      return nil
    }
    // The passphrase is right: what doesn't fit was changed by somebody else.
    guard let access = Access(record, of: program, slot: slot, keys: keys) else {
      throw .untrusted(FileFault.tampered.problem(at: .access(program)))
    }
    self = access
  }

  /// Opens the ring of a slot; nil where the record isn't one that somebody with a key wrote.
  init?(_ record: AccessRecord, of program: ID<Program>, slot: AccessSlot, keys: HolderKeys) {
    guard let mac = keys.mac(of: record), Self.isSame(mac, record.mac),
      let ring = keys.ring(slot.ring, slot.context(program, "ring"))
    else { return nil }
    self.init(program: program, record: record, keys: keys, ring: ring)
  }

  /// Whether somebody with a key to the program wrote a record.
  func isVouched(_ record: AccessRecord) -> Bool {
    keys.mac(of: record).map { Self.isSame($0, record.mac) } ?? false
  }

  /// In a time that doesn't depend on where they differ.
  private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension Access {
  /// Gives somebody a way in, in place of the one they had.
  mutating func set(_ holder: Holder, keys: HolderKeys? = nil) throws(StorageError) {
    let keys = keys ?? HolderKeys(trust: self.keys.trust)
    let key = try Passphrase.key(
      holder.passphrase,
      code: holder.code,
      salt: record.salt,
      stretching: holder.stretching
    )
    let slot = try slot(holder.staff, holder.stretching, keys: keys, under: key)
    record.slots.removeAll { $0.holder == holder.staff }
    record.slots.append(slot)
    try vouch()
  }

  /// Gives whoever this is another passphrase, and a key pair that no older copy holds.
  mutating func change(_ holder: Holder) throws(StorageError) {
    let fresh = HolderKeys(trust: keys.trust)
    try set(holder, keys: fresh)
    keys = fresh
  }

  /// Makes a recovery key the one of the program.
  mutating func set(_ recovery: RecoveryKey) throws(StorageError) {
    let keys = HolderKeys(trust: keys.trust)
    record.recovery = try slot(nil, nil, keys: keys, under: recovery.key(record.salt))
    try vouch()
  }

  /// Takes somebody's way in away.
  ///
  /// The keys are wrapped anew, so that the record isn't the one from before they had it.
  mutating func remove(_ staff: StaffID) throws(StorageError) {
    guard record.slots.contains(where: { $0.holder == staff }) else { throw .noAccess }
    guard record.slots.count > 1 else { throw .lastAccess }
    record.slots.removeAll { $0.holder == staff }
    try take(ring)
  }

  /// Wraps other keys for everybody who has a way in.
  mutating func take(_ ring: KeyRing) throws(StorageError) {
    self.ring = ring
    for index in record.slots.indices {
      record.slots[index].ring = try wrapped(record.slots[index])
    }
    record.recovery.ring = try wrapped(record.recovery)
    try vouch()
  }

  private func slot(
    _ holder: StaffID?,
    _ stretching: Stretching?,
    keys: HolderKeys,
    under key: SymmetricKey
  ) throws(StorageError) -> AccessSlot {
    guard let publicKey = keys.publicKey else { throw Self.refused }
    var slot = AccessSlot(holder: holder, stretching: stretching, publicKey: publicKey)
    guard let secrets = keys.wrapped(under: key, slot.context(program, "secrets")) else {
      throw Self.refused
    }
    slot.secrets = secrets
    slot.ring = try wrapped(slot)
    return slot
  }

  private func wrapped(_ slot: AccessSlot) throws(StorageError) -> [UInt8] {
    let context = slot.context(program, "ring")
    guard let ring = HolderKeys.wrapped(ring, for: slot.publicKey, context) else {
      throw Self.refused
    }
    return ring
  }

  private mutating func vouch() throws(StorageError) {
    guard let mac = keys.mac(of: record) else { throw Self.refused }
    record.mac = mac
  }

  private static let refused = StorageError.unwritable(
    Layout.access,
    reason: "the keys can't be wrapped"
  )
}

extension RecoveryKey {
  fileprivate func key(_ salt: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: bytes),
      salt: salt,
      info: Array("caseload recovery 1".utf8),
      outputByteCount: SecretKey.length
    )
  }
}
