import Glibc
import Storage
import Testing

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
