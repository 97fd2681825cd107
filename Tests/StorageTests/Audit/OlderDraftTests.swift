import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `An older copy of a draft` {
  private let now = SoundProgram.now
  private let draft = SampleProgram.draft()
  private let staff = SampleProgram.staffID
  private let path = "drafts/\(SampleProgram.staffID)/\(SampleProgram.noteID).journal"

  /// A plain program, or a sealed one.
  private struct Place {
    let plain: Bench?
    let sealed: SealedBench?

    init(_ isSealed: Bool) throws {
      plain = isSealed ? nil : try Bench()
      sealed = isSealed ? try SealedBench() : nil
    }

    func window() throws -> DataFolder {
      if let sealed { return try sealed.logIn() }
      return try #require(plain).other().folder
    }

    func bytes(_ path: String) -> [UInt8] { sealed?.bytes(path) ?? plain?.bytes(path) ?? [] }

    func write(_ bytes: some Collection<UInt8>, to path: String) {
      sealed?.write(bytes, to: path)
      if let plain { TestFile.write(bytes, to: plain.path(path)) }
    }
  }

  private func type(
    _ text: String,
    in folder: DataFolder,
    leaving: Bool = true
  ) throws {
    let writer = try folder.openDraft(draft, at: now)
    let step = DraftStep.edit(part: "plan", offset: 0, removed: 0, inserted: text)
    try writer.append([step], at: now)
    if leaving { try writer.leave(at: now) }
  }

  @Test(arguments: [false, true])
  func `is noticed, and the log has no word of it`(isSealed: Bool) throws {
    let place = try Place(isSealed)
    try type("Quellwort ", in: place.window())
    let old = place.bytes(path)
    try type("more ", in: place.window())
    let new = place.bytes(path)
    #expect(try place.window().olderCopies() == [])
    place.write(old, to: path)
    let folder = try place.window()
    #expect(folder.olderCopies() == [path])
    let what = try #require(folder.check().problems.first).what
    #expect(what.contains("An older copy of a draft") && what.hasSuffix("were written."))
    let lines = folder.readAudit().lines
    #expect(lines.map(\.event.detail) == ["draft begun", "draft left", "draft left"])
    #expect(lines.allSatisfy { $0.event.by == staff && !$0.line.contains("Quellwort") })
    place.write(new, to: path)
    #expect(try place.window().olderCopies() == [])
  }

  @Test(arguments: [false, true])
  func `is none that goes on, or that a crash cut off`(isSealed: Bool) throws {
    let place = try Place(isSealed)
    try type(String(repeating: "long ", count: 200), in: place.window())
    try type("and on ", in: place.window(), leaving: false)
    let whole = place.bytes(path)
    #expect(try place.window().olderCopies() == [])
    place.write(whole.dropLast(3), to: path)
    #expect(try place.window().olderCopies() == [])
    // The sound one that takes its place has the text and no step.
    try type("after ", in: place.window())
    #expect(place.bytes(path).count < whole.count)
    #expect(try place.window().olderCopies() == [])
  }

  @Test(arguments: [false, true])
  func `is none that a repair mended, whatever the repair got to`(isSealed: Bool) throws {
    for isCut in [true, false] {
      let place = try Place(isSealed)
      try type(String(repeating: "long ", count: 200), in: place.window())
      try type("and on ", in: place.window(), leaving: false)
      place.write(place.bytes(path).dropLast(3), to: path)
      let folder = try place.window()
      if isCut {
        // The shorter one is in its place, and nothing is done after that.
        var isInPlace = false
        folder.disk.interrupt = { step in
          if case .rename(let path) = step, path.hasSuffix(".journal") { isInPlace = true }
          if case .syncFolder = step, isInPlace { return EIO }
          return nil
        }
        #expect(throws: StorageError.self) { try folder.mendJournal(path, at: now) }
      } else {
        _ = try folder.mendJournal(path, at: now)
        #expect(folder.readAudit().lines.last?.event.detail == "draft mended")
      }
      #expect(try place.window().olderCopies() == [])
    }
  }

  @Test func `is none that was signed, put aside, begun again or brought back`() throws {
    let bench = try Bench()
    func look() throws { #expect(try bench.other().folder.olderCopies() == []) }
    try type(String(repeating: "long ", count: 200), in: bench.folder)
    try bench.folder.putAside(draft.document, of: staff)
    try look()
    try type("short ", in: bench.folder)
    try look()
    try bench.folder.putAside(draft.document, of: staff)
    #expect(try bench.folder.bringBack(draft.document, of: staff, at: now))
    try look()
    let writer = try bench.folder.openDraft(draft, at: now)
    try bench.folder.sign(SampleProgram.note(), in: &bench.data, writer: writer)
    try look()
  }

  @Test func `is none that is brought back shorter than the one after it was`() throws {
    let bench = try Bench()
    try type("short ", in: bench.folder, leaving: false)
    TestFile.write(bench.bytes(path).dropLast(3), to: bench.path(path))
    // The torn one lies aside, and the sound one goes.
    try type(String(repeating: "long ", count: 200), in: bench.folder)
    try bench.folder.removeDraft(draft.document, of: staff)
    #expect(try bench.folder.bringBack(draft.document, of: staff, at: now))
    #expect(try bench.other().folder.olderCopies() == [])
  }

  @Test func `is none that somebody begins again in the meantime`() throws {
    let bench = try Bench()
    try type(String(repeating: "long ", count: 200), in: bench.folder)
    let comparison = RevisionComparison(try bench.other().folder)
    #expect(comparison.step())
    try bench.folder.putAside(draft.document, of: staff)
    try type("short ", in: bench.folder)
    #expect(!comparison.step())
    #expect(comparison.problems() == [])
  }

  @Test func `is none once the keys are renewed, and is noticed across that`() throws {
    let place = try Place(true)
    try type("first ", in: place.window())
    let old = place.bytes(path)
    try type("second ", in: place.window())
    let folder = try place.window()
    let renewal = try folder.renewal()
    while try renewal.step() {}
    #expect(try place.window().olderCopies() == [])
    place.write(old, to: path)
    #expect(try place.window().olderCopies() == [path])
  }

  @Test func `is noticed of each author's text by itself`() throws {
    let bench = try Bench()
    let other = SampleProgram.otherStaffID
    for (author, count) in [(staff, 200), (other, 1)] {
      var text = SampleProgram.sharedDraft()
      text.authorID = author
      let writer = try bench.folder.openDraft(text, at: now)
      let typed = String(repeating: "long ", count: count)
      let step = DraftStep.edit(part: "topic", offset: 0, removed: 0, inserted: typed)
      try writer.append([step], at: now)
      try writer.leave(at: now)
    }
    #expect(try bench.other().folder.olderCopies() == [])
    let lines = bench.folder.readAudit().lines
    #expect(lines.map(\.event.detail) == ["begun", "left", "begun", "left"])
  }

  @Test func `is noticed of one that was open when its author was logged off`() throws {
    let bench = try Bench()
    let writer = try bench.folder.openDraft(draft, at: now)
    let old = bench.bytes(path)
    let step = DraftStep.edit(part: "plan", offset: 0, removed: 0, inserted: "typed ")
    try writer.append([step], at: now)
    writer.tellOpen(at: now)
    #expect(try bench.other().folder.olderCopies() == [])
    TestFile.write(old, to: bench.path(path))
    #expect(try bench.other().folder.olderCopies() == [path])
  }

  @Test(arguments: [false, true], ["Rosenholz ", "short "])
  func `is also another one that is as long, or longer`(isSealed: Bool, text: String) throws {
    let place = try Place(isSealed)
    try type("Quellwort ", in: place.window())
    let first = place.bytes(path)
    try place.window().putAside(draft.document, of: staff)
    try type(text, in: place.window())
    #expect(place.bytes(path).count <= first.count)
    #expect(try place.window().olderCopies() == [])
    place.write(first, to: path)
    let folder = try place.window()
    #expect(folder.olderCopies() == [path])
    let what = try #require(folder.check().problems.first).what
    #expect(what.hasPrefix("Another draft was put in the place of one"))
    #expect(folder.readAudit().lines.allSatisfy { !$0.line.contains("Rosenholz") })
  }

  @Test(arguments: [false, true])
  func `is none where the sound one never got to its place`(isSealed: Bool) throws {
    let place = try Place(isSealed)
    try type("first ", in: place.window())
    try type("and on ", in: place.window(), leaving: false)
    place.write(place.bytes(path).dropLast(3), to: path)
    let folder = try place.window()
    folder.disk.interrupt = { step in
      if case .rename(let path) = step, path.hasSuffix(".journal") { return EIO }
      return nil
    }
    #expect(throws: StorageError.self) { try folder.openDraft(draft, at: now) }
    #expect(folder.readAudit().lines.last?.event.detail == "draft to be mended")
    #expect(try place.window().olderCopies() == [])
    try type("later ", in: place.window())
    #expect(try place.window().olderCopies() == [])
  }
}
