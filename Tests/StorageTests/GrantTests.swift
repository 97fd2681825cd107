import Domain
import Glibc
import Testing

@testable import Storage

@Suite struct `Leave to read more` {
  private let staff = SampleProgram.staffID
  private let now = SoundProgram.now

  private func grant(_ number: Int, _ reach: Grant.Reach) -> Grant {
    Grant(
      id: GrantID("gt_00000000000\(number)"),
      reader: staff,
      reach: reach,
      from: now,
      until: now.adding(minutes: 30),
      by: staff,
      reason: "at the door, in crisis"
    )
  }

  @Test func `is kept beside what others keep, and read by every window`() throws {
    let bench = try SealedBench()
    let first = grant(1, .emergency(SampleProgram.clientID))
    let second = grant(2, .cover(StaffID("st_000000000002")))
    try bench.folder.save(first, by: staff, at: now)
    let other = try bench.logIn()
    try other.save(second, by: staff, at: now)
    #expect(bench.folder.loadStanding().grants == [first.id: first, second.id: second])
    let file = String(decoding: bench.bytes("settings/grants.plist"), as: UTF8.self)
    #expect(file.contains("sealed") && !file.contains("crisis"))
    #expect(bench.problems() == [])
  }

  @Test func `keeps its first review`() throws {
    let bench = try Bench()
    var one = grant(1, .emergency(SampleProgram.clientID))
    try bench.folder.save(one, by: staff, at: now)
    var other = one
    one.review = Grant.Review(by: staff, at: now)
    other.review = Grant.Review(by: StaffID("st_000000000002"), at: now)
    try bench.folder.save(one, by: staff, at: now)
    try bench.folder.save(other, by: staff, at: now)
    #expect(bench.folder.loadStanding().grants == [one.id: one])
  }

  @Test func `is known from a file of version 1`() throws {
    let fixture = String(#filePath.dropLast("GrantTests.swift".count)) + "Fixtures/v1/grants.plist"
    let bench = try Bench()
    var first = grant(1, .emergency(SampleProgram.clientID))
    first.review = Grant.Review(by: StaffID("st_000000000002"), at: now)
    let second = grant(2, .cover(StaffID("st_000000000002")))
    let file = bench.path("settings/grants.plist")
    if getenv("RECORD") != nil, TestFile.read(fixture).isEmpty {
      try bench.folder.save(first, by: staff, at: now)
      try bench.folder.save(second, by: staff, at: now)
      TestFile.write(TestFile.read(file), to: fixture)
    }
    TestFile.write(TestFile.read(fixture), to: file)
    #expect(bench.folder.loadStanding().grants == [first.id: first, second.id: second])
  }
}
