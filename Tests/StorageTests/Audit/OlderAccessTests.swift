import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `An older record of who may open a program` {
  private let bench: SealedBench
  private let own = Staff(id: SampleProgram.staffID, code: "TB", name: "Tamsin Brightwater")
  private let other = Staff(
    id: SampleProgram.otherStaffID,
    code: "MQ",
    name: "Marisol Quillfeather"
  )

  init() throws { bench = try SealedBench() }

  private func give(_ passphrase: String, _ staff: Staff) throws {
    try bench.folder.setPassphrase(passphrase, for: staff, stretching: SealedBench.stretching)
  }

  @Test func `is noticed once a passphrase was changed`() throws {
    let old = bench.bytes(Layout.access)
    try give("a new one, just as good", own)
    #expect(try bench.logIn("TB", "a new one, just as good").olderCopies() == [])
    bench.write(old, to: Layout.access)
    let folder = try bench.logIn()
    #expect(folder.olderCopies() == [Layout.access])
    let what = try #require(folder.check().problems.first).what
    #expect(what.contains("an old passphrase may open it again"))
  }

  @Test func `is noticed whichever of them it is`() throws {
    var old: [[UInt8]] = []
    old.append(bench.bytes(Layout.access))
    try give("another good passphrase", other)
    old.append(bench.bytes(Layout.access))
    try bench.folder.removeAccess(of: other.id)
    old.append(bench.bytes(Layout.access))
    try bench.folder.setRecoveryKey(.random())
    #expect(try bench.logIn().olderCopies() == [])
    for bytes in old {
      bench.write(bytes, to: Layout.access)
      #expect(try bench.logIn().olderCopies() == [Layout.access])
    }
  }

  @Test func `is none that came to be again, nor one that isn't told of yet`() throws {
    try give("another good passphrase", other)
    bench.folder.disk.interrupt = { step in
      if case .write(let path) = step, path.hasPrefix("audit/") { return EIO }
      return nil
    }
    try bench.folder.removeAccess(of: other.id)
    #expect(try bench.logIn().olderCopies() == [])
    bench.folder.disk.interrupt = nil
    try give("another good passphrase", other)
    #expect(try bench.logIn().olderCopies() == [])
  }

  @Test func `is none after a log-in that made the passphrase slower, or a renewal`() throws {
    let raised = try bench.logIn(raisingTo: Stretching(rounds: 2048))
    #expect(raised.olderCopies() == [])
    let renewal = try raised.renewal()
    while try renewal.step() {}
    #expect(try bench.logIn(raisingTo: Stretching(rounds: 2048)).olderCopies() == [])
  }
}
