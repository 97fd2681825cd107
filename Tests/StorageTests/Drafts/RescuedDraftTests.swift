import Domain
import Testing

@testable import Storage

@Suite struct `A text that the disk refused at the end` {
  private let bench: SealedBench
  private let other = TemporaryFolder()
  private let place: RescuePlace
  private let draft = SampleProgram.draft()
  private let staff = SampleProgram.staffID

  init() throws {
    bench = try SealedBench()
    place = RescuePlace(path: other.path + "/state/caseload/unsaved")
  }

  private var names: [String] {
    let folders = TestFile.names(in: place.path)
    return folders.flatMap { TestFile.names(in: place.path + "/" + $0) }
  }

  /// The draft with more in its plan.
  private func typed(_ text: String) -> NoteDraft {
    var draft = draft
    _ = draft.apply(.edit(part: "plan", offset: 0, removed: 0, inserted: text))
    return draft
  }

  private func begin() throws {
    let writer = try bench.folder.openDraft(draft, at: SoundProgram.now)
    try writer.leave(at: SoundProgram.now)
  }

  @Test func `is kept sealed, and goes on at the next log-in`() throws {
    try begin()
    let later = SoundProgram.now.adding(seconds: 60)
    try bench.folder.rescue(typed("Quellwort "), at: later, in: place)
    #expect(names.count == 1)
    for folder in TestFile.names(in: place.path) {
      for name in TestFile.names(in: place.path + "/" + folder) {
        let path = "\(folder)/\(name)"
        #expect(!path.contains(staff.rawValue) && !path.contains(SampleProgram.noteID.rawValue))
        let bytes = TestFile.read(place.path + "/" + path)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("Quellwort"))
      }
    }
    let window = try bench.logIn()
    window.takeRescued(of: staff, from: place, at: later)
    let found = try #require(window.draft(draft.document, of: staff))
    #expect(found.draft.content == typed("Quellwort ").content)
    #expect(found.versions.last?.draft.content == draft.content)
    #expect(!found.wasLeft)
    #expect(names == [])
    #expect(try bench.logIn().check().problems == [])
  }

  @Test func `is kept as an older one where the folder has a later one`() throws {
    let early = SoundProgram.now.adding(seconds: -60)
    try bench.folder.rescue(typed("Quellwort "), at: early, in: place)
    try begin()
    let window = try bench.logIn()
    window.takeRescued(of: staff, from: place, at: SoundProgram.now)
    let found = try #require(window.draft(draft.document, of: staff))
    #expect(found.draft.content == draft.content)
    #expect(found.versions.last?.draft.content == typed("Quellwort ").content)
    #expect(names == [])
  }

  @Test func `waits while another window writes it, and is nobody else's`() throws {
    try bench.folder.rescue(typed("Quellwort "), at: SoundProgram.now, in: place)
    let writer = try bench.folder.openDraft(draft, at: SoundProgram.now)
    let window = try bench.logIn()
    window.takeRescued(of: staff, from: place, at: SoundProgram.now)
    #expect(names.count == 1)
    withExtendedLifetime(writer) {}
    window.takeRescued(of: SampleProgram.otherStaffID, from: place, at: SoundProgram.now)
    try SealedBench().folder.takeRescued(of: staff, from: place, at: SoundProgram.now)
    #expect(names.count == 1)
  }

  @Test func `of a plain program is kept nowhere`() throws {
    let plain = try Bench()
    #expect(throws: StorageError.self) {
      try plain.folder.rescue(draft, at: SoundProgram.now, in: place)
    }
    #expect(names == [])
    #expect(
      RescuePlace.standard { $0 == "HOME" ? "/h" : nil }?.path == "/h/.local/state/caseload/unsaved"
    )
  }
}
