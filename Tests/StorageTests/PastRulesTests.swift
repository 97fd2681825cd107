import Domain
import Testing

@testable import Storage

@Suite struct `The rules as they were before they were changed` {
  private func keep(_ minGroup: Int, in folder: DataFolder, at time: String) throws {
    var snapshot = ProgramSnapshot(program: folder.program)
    var rules = SampleProgram.ruleSet()
    rules.minGroup = minGroup
    snapshot.ruleSets = [rules]
    try folder.add(
      snapshot,
      durable: false,
      by: SampleProgram.staffID,
      at: SampleProgram.at(time)
    )
  }

  /// The least number of people of a group, as of a moment.
  private func found(_ folder: DataFolder, _ time: String) -> Int? {
    var data = folder.loadStanding()
    folder.loadPastRules(into: &data)
    #expect(data.problems == [])
    return data.asOf(SampleProgram.at(time)).rules(on: SampleProgram.date).minGroup
  }

  @Test func `hold as of a moment before the change, also of a day that is past`() throws {
    let bench = try Bench()
    let first = bench.folder.loadStanding().rules(on: SampleProgram.date).minGroup
    try keep(7, in: bench.folder, at: "15:00:00")
    try keep(8, in: bench.folder, at: "16:00:00")
    let folder = try bench.other().folder
    #expect(found(folder, "14:59:59") == first)
    #expect(found(folder, "15:00:00") == 7)
    #expect(found(folder, "15:59:59") == 7)
    #expect(found(folder, "16:00:00") == 8)
    #expect(folder.check().problems == [])
  }

  @Test func `that are damaged are told by a check, and the others count`() throws {
    let bench = try Bench()
    try keep(7, in: bench.folder, at: "15:00:00")
    try keep(8, in: bench.folder, at: "16:00:00")
    TestFile.write([1, 2, 3], to: bench.path("settings/past/rule-sets.1.plist"))
    let folder = try bench.other().folder
    #expect(folder.check().problems.map(\.record) == ["settings/past/rule-sets.1.plist"])
    var data = folder.loadStanding()
    folder.loadPastRules(into: &data)
    #expect(data.asOf(SampleProgram.at("15:30:00")).rules(on: SampleProgram.date).minGroup == 7)
  }

  @Test func `of a sealed program are sealed`() throws {
    let bench = try SealedBench()
    let first = bench.folder.loadStanding().rules(on: SampleProgram.date).minGroup
    try keep(7, in: bench.folder, at: "15:00:00")
    let folder = try bench.logIn()
    #expect(found(folder, "14:00:00") == first)
    #expect(bench.problems(folder) == [])
    let text = String(decoding: bench.bytes("settings/past/rule-sets.1.plist"), as: UTF8.self)
    #expect(text.contains("<key>sealed</key>") && !text.contains("minGroup"))
  }
}
