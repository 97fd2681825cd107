import Domain
import Testing

@testable import Storage

@Suite struct `What lies on disk of a sealed program` {
  /// Every name and every byte below the folder.
  private func content(of bench: SealedBench) -> [(path: String, bytes: [UInt8])] {
    TestFile.all(in: bench.temporary.path).map { ($0, TestFile.read(bench.path($0))) }
  }

  @Test func `tells no name, number, word, date or identifier`() throws {
    let snapshot = try SampleProgram.snapshot()
    let bench = try SealedBench(snapshot)
    var data = bench.data
    let now = SampleProgram.at("16:25:00")
    let writer = try bench.folder.openDraft(SampleProgram.sharedDraft(), at: now)
    let typed = DraftStep.edit(part: "topic", offset: 0, removed: 0, inserted: "buprenorphine")
    try writer.append([typed], at: now)
    bench.folder.loadWeek(SoundProgram.monday, into: &data)
    _ = try bench.folder.rebuildNoteLists(at: now)
    try bench.folder.quarantine(file: SealedBench.livePath)
    var words = ["buprenorphine", snapshot.program.name, "2026-03", "2026-01", "America/New_York"]
    for client in snapshot.clients {
      words += [client.mrn, client.legalFirst, client.legalLast, client.id.rawValue]
    }
    words += snapshot.staff.flatMap { [$0.code, $0.name] }
    words += snapshot.groups.flatMap { [$0.code, $0.title, $0.id.rawValue] }
    words += snapshot.sessions.map(\.id.rawValue)
    words += snapshot.notes.flatMap { record in
      [record.note.id.rawValue] + record.note.sections.map { String($0.text.prefix(12)) }
    }
    words.removeAll { $0.isEmpty }
    #expect(words.count > 20)
    for (path, bytes) in content(of: bench) {
      for word in words {
        // A short word stands in Base64 by chance; as a value it would be the whole of an element.
        let isShort = word.utf8.count < 6
        #expect(isShort || !path.contains(word), "\(word) in the path \(path)")
        #expect(!holds(bytes, isShort ? ">\(word)<" : word), "\(word) in \(path)")
      }
    }
  }

  private func holds(_ bytes: [UInt8], _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      bytes[start] == first && bytes[start...].starts(with: word)
    }
  }

  @Test func `hides lengths within a bucket`() {
    for unit in [Padding.journal, Padding.record] {
      var previous = 0
      for count in 0..<40_000 {
        let size = Padding.size(of: count, unit: unit)
        #expect(size > count && size % unit == 0 && size >= previous)
        #expect(size - count <= max(unit, count / 8 + 1))
        previous = size
      }
    }
    for count in [0, 1, 1022, 1023, 1024, 70_000] {
      var bytes = Padding.padded([UInt8](repeating: 0, count: count), unit: Padding.record)
      #expect(bytes.count == Padding.size(of: count, unit: Padding.record))
      #expect(Padding.strip(&bytes))
      #expect(bytes == [UInt8](repeating: 0, count: count))
    }
  }

  @Test func `seals the same twice in two ways`() throws {
    let bench = try SealedBench()
    let seal = try #require(bench.folder.root.seal)
    let context = SealContext(journal: "x", of: .note(SampleProgram.noteID))
    let one = try #require(seal.seal([1, 2, 3], as: context))
    let two = try #require(seal.seal([1, 2, 3], as: context))
    #expect(one.nonce != two.nonce)
    #expect(one.bytes != two.bytes)
    #expect(try seal.open(one, as: context) == [1, 2, 3])
    let other = SealContext(journal: "y", of: .note(SampleProgram.noteID))
    #expect(throws: FileFault.tampered) { try seal.open(one, as: other) }
  }

  @Test func `disguises dates and identifiers, and nothing else`() {
    let names = DisguisedNames(key: .random())
    for name in [
      "2026-03-11", "gs_0123456789ab.plist", "nt_0123456789ab.12.plist", "cl_0123456789ab",
      "nt_0123456789ab-addendum.journal", "notes-2026-03-11", "st_0123456789ab.draft",
    ] {
      let shown = names.disguised(name)
      #expect(shown != name)
      #expect(!shown.contains("2026") && !shown.contains("0123456789ab"))
      #expect(names.plain(shown) == name)
      #expect(names.called(shown) == name)
      #expect(names.called(name) == name)
      #expect(names.plain(name) == name + " in clear")
    }
    for name in ["client.plist", "days", ".1x2y3z.tmp", "notes.plist", "incoming", "access"] {
      #expect(names.disguised(name) == name)
      #expect(names.plain(name) == name)
    }
  }
}
