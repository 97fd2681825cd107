import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `A person's own words` {
  @Test func `are a plain file that only the person can read`() throws {
    let temporary = TemporaryFolder()
    let words = OwnWords(ConfigFolder(path: temporary.path + "/config/caseload"))
    #expect(try words.load() == [])
    try words.add("Quellwort")
    try words.add("naïveté")
    try words.add("Quellwort")
    #expect(try words.load() == ["Quellwort", "naïveté"])
    #expect(TestFile.read(words.path) == Array("Quellwort\nnaïveté\n".utf8))
    var facts = stat()
    #expect(stat(words.path, &facts) == 0 && facts.st_mode & 0o777 == 0o600)
  }

  @Test func `written by hand are taken as they are`() throws {
    let temporary = TemporaryFolder()
    TestFile.write("one\r\n\ntwo".utf8, to: temporary.path + "/words.txt")
    let words = OwnWords(ConfigFolder(path: temporary.path))
    #expect(try words.load() == ["one", "two"])
    try words.add("three")
    #expect(try words.load() == ["one", "two", "three"])
  }

  @Test func `that can't be read are named and not written over`() throws {
    let temporary = TemporaryFolder()
    let bytes: [UInt8] = [0x6F, 0xFF, 0x0A]
    TestFile.write(bytes, to: temporary.path + "/words.txt")
    let words = OwnWords(ConfigFolder(path: temporary.path))
    let error = #expect(throws: StorageError.self) { try words.add("more") }
    #expect(error?.message.contains(words.path) == true)
    #expect(TestFile.read(words.path) == bytes)
  }
}

@Suite struct `A counselor's own words in a sealed program` {
  private static let word = "Quellwortling"
  private let staff = SampleProgram.staffID

  @Test func `are kept for their owner, and lie nowhere in clear`() throws {
    let bench = try SealedBench()
    #expect(try bench.folder.ownWords(of: staff) == [])
    try bench.folder.addOwnWord(Self.word, of: staff, at: SoundProgram.now)
    try bench.folder.addOwnWord(Self.word, of: staff, at: SoundProgram.now)
    try bench.folder.addOwnWord("naïveté", of: staff, at: SoundProgram.now)
    let other = try bench.logIn()
    #expect(try other.ownWords(of: staff) == [Self.word, "naïveté"])
    #expect(try other.ownWords(of: StaffID("st_000000000009")) == [])
    let file = bench.bytes("settings/words/\(staff).plist")
    #expect(!file.isEmpty && !String(decoding: file, as: UTF8.self).contains(Self.word))
    #expect(bench.problems() == [])
  }

  @Test func `that were moved to somebody else are named, and aren't used`() throws {
    let bench = try SealedBench()
    try bench.folder.addOwnWord(Self.word, of: staff, at: SoundProgram.now)
    bench.rename("settings/words/\(staff).plist", to: "settings/words/st_000000000009.plist")
    #expect(throws: StorageError.self) {
      try bench.folder.ownWords(of: StaffID("st_000000000009"))
    }
    #expect(
      bench.problems() == [
        "settings/words/\(staff).plist: reference", "settings/words/st_000000000009.plist: foreign",
      ]
    )
  }

  @Test func `are known from a file of version 1`() throws {
    let fixture =
      String(#filePath.dropLast("OwnWordsTests.swift".count)) + "Fixtures/v1/words.plist"
    let bench = try Bench()
    let file = bench.path("settings/words/\(staff).plist")
    if getenv("RECORD") != nil, TestFile.read(fixture).isEmpty {
      try bench.folder.addOwnWord(Self.word, of: staff, at: SoundProgram.now)
      TestFile.write(TestFile.read(file), to: fixture)
    }
    TestFolder.make(for: file)
    TestFile.write(TestFile.read(fixture), to: file)
    #expect(try bench.folder.ownWords(of: staff) == [Self.word])
  }
}
