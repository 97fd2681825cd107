import Domain
import Glibc
import Support
import Testing

@testable import Storage

@Suite struct `Forms that aren't done` {
  private let staff = SampleProgram.staffID

  private func form(_ id: String, _ text: String) -> UnfinishedForm {
    UnfinishedForm(
      id: id,
      form: "client -",
      words: "a new client",
      answers: [.init(field: "firstName", content: [text, "a choice"], before: [""])]
    )
  }

  @Test func `are kept beside those of another window, and go when they are done`() throws {
    let bench = try Bench()
    let other = try DataFolder.open(at: bench.path(""))
    try bench.folder.keep([form("a", "An")], done: [], of: staff, at: SoundProgram.now)
    try other.keep([form("b", "Bo")], done: [], of: staff, at: SoundProgram.now)
    try bench.folder.keep([form("a", "Ann")], done: [], of: staff, at: SoundProgram.now)
    #expect(try other.unfinishedForms(of: staff) == [form("b", "Bo"), form("a", "Ann")])
    try other.keep([], done: ["b"], of: staff, at: SoundProgram.now)
    #expect(try bench.folder.unfinishedForms(of: staff) == [form("a", "Ann")])
    #expect(try bench.folder.unfinishedForms(of: StaffID("st_000000000009")).isEmpty)
  }

  @Test func `lie nowhere in clear in a sealed program`() throws {
    let bench = try SealedBench()
    try bench.folder.keep([form("a", "Quellwort")], done: [], of: staff, at: SoundProgram.now)
    #expect(try bench.logIn().unfinishedForms(of: staff) == [form("a", "Quellwort")])
    let file = bench.bytes("settings/forms/\(staff).plist")
    let text = String(decoding: file, as: UTF8.self)
    #expect(!file.isEmpty && !text.contains("Quellwort") && !text.contains("client"))
    #expect(bench.problems() == [])
  }

  @Test func `that were moved to somebody else are named, and aren't used`() throws {
    let bench = try SealedBench()
    try bench.folder.keep([form("a", "An")], done: [], of: staff, at: SoundProgram.now)
    bench.rename("settings/forms/\(staff).plist", to: "settings/forms/st_000000000009.plist")
    #expect(throws: StorageError.self) {
      try bench.folder.unfinishedForms(of: StaffID("st_000000000009"))
    }
    #expect(bench.problems() == ["settings/forms/st_000000000009.plist: foreign"])
  }

  @Test func `are known from a file of version 1`() throws {
    let fixture =
      String(#filePath.dropLast("FormsTests.swift".count)) + "Fixtures/v1/forms.plist"
    let bench = try Bench()
    let file = bench.path("settings/forms/\(staff).plist")
    if getenv("RECORD") != nil, TestFile.read(fixture).isEmpty {
      try bench.folder.keep([form("a", "An")], done: [], of: staff, at: SoundProgram.now)
      TestFile.write(TestFile.read(file), to: fixture)
    }
    TestFolder.make(for: file)
    TestFile.write(TestFile.read(fixture), to: file)
    #expect(try bench.folder.unfinishedForms(of: staff) == [form("a", "An")])
  }
}
