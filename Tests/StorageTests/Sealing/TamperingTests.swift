import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `Tampering with a sealed program` {
  private let bench: SealedBench
  private let place = RecordPlace.session(SoundProgram.liveID, on: SampleProgram.date)

  init() throws { bench = try SealedBench() }

  private func opens(_ bytes: [UInt8]) -> Bool {
    do throws(FileFault) {
      _ = try RecordFile<GroupSession>(bytes, at: place, under: bench.folder.root.seal)
      return true
    } catch {
      return false
    }
  }

  @Test func `finds a flipped bit in every byte of the file, with the checksum renewed or not`() {
    let bytes = bench.bytes(SealedBench.livePath)
    let end = bytes.count - Checksum.lineLength
    #expect(opens(bytes))
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= 1 << UInt8(place % 7)
      if place % 16 == 0 { #expect(!opens(flipped), "byte \(place)") }
      guard place < end else { continue }
      flipped = Array(flipped[..<end]) + Checksum(of: flipped[..<end]).line
      #expect(!opens(flipped), "byte \(place), checksum renewed")
    }
  }

  @Test func `finds every bit that is flipped in what is sealed`() throws {
    let seal = try #require(bench.folder.root.seal)
    let context = SealContext(journal: "x", of: .note(SampleProgram.noteID))
    let sealed = try #require(seal.seal(Array(repeating: 7, count: 200), as: context))
    for bit in 0..<(8 * (sealed.bytes.count + sealed.nonce.count)) {
      var (nonce, bytes) = (sealed.nonce, sealed.bytes)
      if bit / 8 < nonce.count {
        nonce[bit / 8] ^= 1 << UInt8(bit % 8)
      } else {
        bytes[bit / 8 - nonce.count] ^= 1 << UInt8(bit % 8)
      }
      let flipped = SealedBytes(key: sealed.key, nonce: nonce, bytes: bytes)
      #expect(throws: FileFault.tampered) { try seal.open(flipped, as: context) }
    }
  }

  @Test func `finds every byte that is changed in a draft, and loses nothing else`() throws {
    let now = SampleProgram.at("16:25:00")
    do {
      let writer = try bench.folder.openDraft(SampleProgram.draft(), at: now)
      let typed = DraftStep.edit(part: "plan", offset: 0, removed: 0, inserted: "more ")
      try writer.append([typed], at: now)
      try writer.leave(at: now)
    }
    let path = "drafts/\(SampleProgram.staffID)/\(SampleProgram.noteID).journal"
    let bytes = bench.bytes(path)
    for place in stride(from: 0, to: bytes.count, by: 3) {
      var flipped = bytes
      flipped[place] ^= 0x10
      bench.write(flipped, to: path)
      let found = bench.folder.draft(.note(SampleProgram.noteID), of: SampleProgram.staffID)
      #expect(found?.isDamaged != false, "byte \(place)")
    }
  }

  @Test func `finds a record that was moved to another day`() {
    let other = "days/2026-03-09/\(SoundProgram.liveID).plist"
    bench.rename(SealedBench.livePath, to: other)
    #expect(bench.problems().contains("\(other): tampered"))
  }

  @Test func `finds a record under another's name`() {
    bench.write(
      bench.bytes("clients/\(SampleProgram.clientID)/client.plist"),
      to: "clients/\(SampleProgram.otherClientID)/client.plist"
    )
    #expect(
      bench.problems().contains("clients/\(SampleProgram.otherClientID)/client.plist: foreign")
    )
  }

  @Test func `finds a record of another program with the same identifiers`() throws {
    let other = try SealedBench()
    bench.write(other.bytes(SealedBench.livePath), to: SealedBench.livePath)
    #expect(bench.problems().contains("\(SealedBench.livePath): foreign"))
  }

  @Test func `finds an older copy that was put back while the program runs`() throws {
    try bench.mark(.present, order: 200)
    let old = bench.bytes(SealedBench.livePath)
    try bench.mark(.excused, order: 201)
    bench.write(old, to: SealedBench.livePath)
    var data = bench.data
    bench.folder.loadWeek(SoundProgram.monday, into: &data)
    #expect(data.problems.map(\.kind) == ["tampered"])
    #expect(data.problems.first?.what.contains("older copy") == true)
  }

  @Test func `uses no file in clear, whatever its name`() throws {
    let plain = try Bench()
    bench.write(plain.bytes(), to: SealedBench.livePath)
    #expect(bench.problems().contains("\(SealedBench.livePath): foreign"))
    mkdir(bench.path("days/2026-03-10"), 0o700)
    #expect(bench.problems().contains("days/2026-03-10 in clear: foreign"))
  }

  @Test func `finds a record of who may open it that somebody else wrote`() throws {
    let other = try SealedBench()
    let bytes = other.bytes(Layout.access)
    bench.write(bytes, to: Layout.access)
    #expect(bench.problems().contains("settings/access.plist: tampered"))
    #expect(throws: StorageError.self) { try bench.logIn() }
  }

  @Test func `tells a key from the record of who may open it that has grown`() throws {
    var record = try #require(bench.folder.entry?.access.record)
    record.slots.append(record.slots[0])
    let bytes = try DataFolder.accessFile(
      record,
      Envelope(new: .access(SampleProgram.programID), at: .earliest, by: nil)
    )
    bench.write(bytes, to: Layout.access)
    #expect(throws: StorageError.self) { try bench.logIn() }
  }
}
