import Domain
import Storage
import Testing

@Suite struct `An import of topics` {
  private static let topics = "group,topic\nG01,Stress\nG02,Talking\nG01,\"Sleep, and rest\"\n"

  /// The files of the other tests' program, but for these alone.
  private static func only(_ text: String) -> ImportFolder {
    var files = ImportFolder.files.mapValues { _ in ImportFolder.absent }
    files["topics.csv"] = text
    return ImportFolder(files)
  }

  private func folder(_ temporary: TemporaryFolder) throws -> DataFolder {
    try DataFolder.create(
      at: temporary.path,
      snapshot: try ImportFolder(["topics.csv": Self.topics]).read(),
      durable: false,
      now: SoundProgram.now
    )
  }

  private func plan(_ files: ImportFolder, into existing: ProgramSnapshot) throws -> ImportPlan {
    let staff = try #require(existing.staff.first { $0.code == "TB" }?.id)
    return try ImportRequest(files.path, by: staff, at: SoundProgram.now, order: 7)
      .plan(into: existing)
  }

  @Test func `gives each group its rows in their order`() throws {
    let found = try ImportFolder(["topics.csv": Self.topics]).read()
    #expect(found.groups.map(\.topics) == [["Stress", "Sleep, and rest"], ["Talking"]])
  }

  @Test func `says how many are new, and the second time that nothing is`() throws {
    let temporary = TemporaryFolder()
    let folder = try folder(temporary)
    let existing = folder.readAll().0
    let again = try plan(Self.only(Self.topics), into: existing)
    #expect(again.isEmpty)
    #expect(again.lines == ["Nothing would change: 3 rows say what is there already."])
    let empty = ProgramSnapshot(program: existing.program)
    let whole = ImportFolder(["topics.csv": Self.topics])
    let first = try ImportRequest(whole.path, by: nil, at: SoundProgram.now, order: 7)
      .plan(into: empty)
    #expect(first.lines.contains("3 new: topics"))
  }

  @Test func `goes on at the topic that would have been next`() throws {
    let temporary = TemporaryFolder()
    let folder = try folder(temporary)
    var existing = folder.readAll().0
    let place = try #require(existing.groups.firstIndex { $0.code == "G01" })
    existing.groups[place].topicCursor = TopicCursor(next: 1)
    try folder.add(existing, durable: false, at: SoundProgram.now)
    let files = Self.only("group,topic\nG01,Beginning\nG01,Stress\nG01,\"Sleep, and rest\"\n")
    let plan = try plan(files, into: folder.readAll().0)
    #expect(plan.lines == ["1 of the program changed:", "  topics.csv, line 2: G01"])
    try folder.add(plan.records, durable: false, at: SoundProgram.now)
    let group = try #require(folder.readAll().0.groups.first { $0.code == "G01" })
    #expect(group.topics == ["Beginning", "Stress", "Sleep, and rest"])
    #expect(group.topicCursor.next == 2)
    #expect(group.enrollments.count == 2)
    #expect(folder.check().problems == [])
  }

  @Test(arguments: [
    ("G99,Stress", "column 1 (group): no group has the code \"G99\""),
    (",Stress", "column 1 (group): it is empty, and has to be there"),
    ("G01,", "column 2 (topic): it is empty, and has to be there"),
  ])
  func `names what is wrong with a row`(row: String, expected: String) {
    let text = "group,topic\n\(row)\n"
    #expect(
      ImportFolder(["topics.csv": text]).problems() == ["topics.csv, line 2, \(expected)"]
    )
  }

  @Test func `takes a topic of one line, and two hundred of a group`() {
    let lines = (1...201).map { "G01,Topic \($0)" }.joined(separator: "\n")
    #expect(
      ImportFolder(["topics.csv": "group,topic\n\(lines)\n"]).problems() == [
        "topics.csv, line 202, column 2 (topic): a group has at most 200 topics"
      ]
    )
    #expect(
      ImportFolder(["topics.csv": "group,topic\nG01,\"Two\nlines\"\n"]).problems() == [
        "topics.csv, line 2, column 2 (topic): a topic is one line of at most 400 bytes"
      ]
    )
  }
}
