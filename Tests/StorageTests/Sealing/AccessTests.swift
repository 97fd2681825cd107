import Domain
import Testing

@testable import Storage

@Suite struct `Who may open a sealed program` {
  private let bench: SealedBench
  private let other = Staff(
    id: SampleProgram.otherStaffID,
    code: "MQ",
    name: "Marisol Quillfeather"
  )

  init() throws { bench = try SealedBench() }

  private func add(_ passphrase: String = "another good passphrase") throws {
    try bench.folder.setPassphrase(passphrase, for: other, stretching: SealedBench.stretching)
  }

  @Test func `a second counselor gets a passphrase and reads the same`() throws {
    try add()
    let folder = try bench.logIn("MQ", "another good passphrase")
    #expect(folder.loggedIn == other.id)
    #expect(folder.holders == [SampleProgram.staffID, other.id])
    #expect(folder.readAll().0.clients == bench.folder.readAll().0.clients)
    #expect(folder.check().problems == [])
  }

  @Test func `another passphrase takes the place of the old one`() throws {
    let staff = Staff(id: SampleProgram.staffID, code: "TB", name: "Tamsin Brightwater")
    try bench.folder.setPassphrase(
      "a new one, just as good",
      for: staff,
      stretching: SealedBench.stretching
    )
    #expect(throws: StorageError.wrongPassphrase(seconds: 1)) { try bench.logIn() }
    _ = try bench.logIn("TB", "a new one, just as good")
    try bench.mark(.present, order: 200)
  }

  @Test func `whoever is removed doesn't get in, and the last one can't be`() throws {
    #expect(throws: StorageError.lastAccess) {
      try bench.folder.removeAccess(of: SampleProgram.staffID)
    }
    #expect(throws: StorageError.noAccess) { try bench.folder.removeAccess(of: other.id) }
    try add()
    try bench.folder.removeAccess(of: other.id)
    #expect(throws: StorageError.wrongPassphrase(seconds: 1)) {
      try bench.logIn("MQ", "another good passphrase")
    }
    _ = try bench.logIn()
  }

  @Test func `the recovery key opens it and gives a new passphrase`() throws {
    let typed = bench.recovery.text.lowercased().split(separator: "-").joined(separator: " ")
    let key = try #require(RecoveryKey(typed))
    #expect(key == bench.recovery)
    let locked = try #require(try LockedFolder.open(at: bench.temporary.path))
    let folder = try locked.recover(key)
    let staff = try #require(folder.loadStanding().staff[SampleProgram.staffID])
    try folder.setPassphrase(
      "found again at last",
      for: staff,
      stretching: SealedBench.stretching
    )
    #expect(folder.loggedIn == nil)
    #expect(throws: StorageError.wrongPassphrase(seconds: 1)) { try bench.logIn() }
    _ = try bench.logIn("TB", "found again at last")
  }

  @Test func `a new recovery key takes the place of the old one`() throws {
    let key = RecoveryKey.random()
    try bench.folder.setRecoveryKey(key)
    #expect(key != bench.recovery)
    let locked = try #require(try LockedFolder.open(at: bench.temporary.path))
    #expect(throws: StorageError.wrongPassphrase(seconds: 1)) {
      try locked.recover(bench.recovery)
    }
    _ = try locked.recover(key)
  }

  @Test func `a recovery key that was mistyped is none`() {
    let text = bench.recovery.text
    #expect(RecoveryKey(String(text.dropLast())) == nil)
    #expect(RecoveryKey(text + "0") == nil)
    #expect(RecoveryKey(text.replacing("-", with: "!")) == nil)
    #expect(bench.recovery.groups.count == 8)
  }
}
