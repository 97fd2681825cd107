import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `A counselor's PIN` {
  private let bench: Bench
  private let staff = SampleProgram.staffID
  private let now = SampleProgram.at("12:00:00")

  init() throws { bench = try Bench() }

  @Test func `is known again, in another window too, and never stands in the file`() throws {
    #expect(try !bench.folder.hasPIN(staff))
    #expect(try !bench.folder.checkPIN("48151623", for: staff))
    try bench.folder.setPIN("48151623", for: staff, at: now)
    #expect(try bench.folder.hasPIN(staff))
    #expect(try bench.other().folder.checkPIN("48151623", for: staff))
    #expect(try !bench.folder.hasPIN(SampleProgram.otherStaffID))
    for file in TestFile.all(in: bench.temporary.path) {
      #expect(bench.bytes(file).firstRange(of: Array("48151623".utf8)) == nil, "\(file)")
    }
    #expect(bench.folder.check().problems == [])
  }

  @Test func `counts wrong ones until the right one comes`() throws {
    try bench.folder.setPIN("2580x", for: staff, at: now)
    for wrong in ["2580", "2580X", "", "2580x "] {
      #expect(try !bench.folder.checkPIN(wrong, for: staff))
    }
    #expect(bench.folder.failedPINs(of: staff) == 4)
    #expect(try bench.folder.checkPIN("2580x", for: staff))
    #expect(bench.folder.failedPINs(of: staff) == 0)
    try bench.folder.setPIN("9173", for: staff, at: now)
    #expect(try !bench.folder.checkPIN("2580x", for: staff))
    #expect(try bench.folder.checkPIN("9173", for: staff))
  }

  @Test(arguments: [
    ("123", PINWeakness.length), ("1234567890123", .length), ("", .length),
    ("0000", .sameCharacter), ("xxxxx", .sameCharacter), ("1234", .sequence), ("98765", .sequence),
    ("abcd", .sequence),
  ])
  func `that is quickly guessed is refused`(pin: String, weakness: PINWeakness) throws {
    #expect(throws: StorageError.weakPIN(weakness)) {
      try bench.folder.setPIN(pin, for: staff, at: now)
    }
    #expect(try !bench.folder.hasPIN(staff))
  }

  @Test func `is salted: two of the same look different`() throws {
    let first = try StoredPIN("9173", of: staff)
    let second = try StoredPIN("9173", of: staff)
    #expect(first.salt != second.salt)
    #expect(first.hash != second.hash)
    #expect(first.hash.count == 32)
    #expect(first.rounds == 32_768)
  }

  /// Salted, so that no two files are the same; made once with `RECORD=1`.
  @Test func `is known from a file of version 1`() throws {
    let fixture = String(#filePath.dropLast("PINTests.swift".count)) + "Fixtures/v1/pin.plist"
    let file = bench.path("settings/pins/\(staff).plist")
    if getenv("RECORD") != nil, TestFile.read(fixture).isEmpty {
      try bench.folder.setPIN("48151623", for: staff, at: now)
      TestFile.write(TestFile.read(file), to: fixture)
    }
    TestFolder.make(for: file)
    TestFile.write(TestFile.read(fixture), to: file)
    #expect(try bench.folder.checkPIN("48151623", for: staff))
    #expect(try !bench.folder.checkPIN("48151624", for: staff))
  }

  @Test func `whose file is damaged lets nobody in, and isn't written over`() throws {
    try bench.folder.setPIN("9173", for: staff, at: now)
    let file = "settings/pins/\(staff).plist"
    TestFile.write(bench.bytes(file).dropLast(), to: bench.path(file))
    #expect(throws: StorageError.self) { try bench.folder.checkPIN("9173", for: staff) }
    #expect(throws: StorageError.self) {
      try bench.folder.setPIN("2580", for: staff, at: now)
    }
    #expect(bench.folder.check().problems.map(\.record) == [file])
  }
}
