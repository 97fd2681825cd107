import Domain
import Support
import Testing

@Suite struct `A curriculum` {
  private static let days = ["2026-03-09", "2026-03-11", "2026-03-13", "2026-03-16"]

  /// G01 on Monday, Wednesday and Friday with four topics, begun on 9 March; C01 to C03 in it.
  private func program(_ topics: [String] = ["one", "two", "three", "four"]) -> RunningProgram {
    var builder = RunningProgram.builder(clients: 3)
    builder.snapshot.groups[0].weekdays = [.monday, .wednesday, .friday]
    builder.snapshot.groups[0].effectiveFrom = .on("2026-03-09")
    builder.snapshot.groups[0].topics = topics
    return RunningProgram(builder, weeks: "2026-03-09", "2026-03-16")
  }

  private func topics(_ program: RunningProgram) -> [String?] {
    Self.days.map { program.data.topic(of: program.session(on: $0)) }
  }

  private func hold(
    _ date: String,
    _ absent: [String] = [],
    in program: inout RunningProgram
  ) throws {
    let start = Asker(at: program.at("09:00", on: date), date: date)
    let end = Asker(at: program.at("10:30", on: date), date: date)
    for code in absent {
      try program.ask(.mark([.of(code)], Mark(.noShow)), start)
    }
    try program.ask(.allTheRest(.present), start)
    try program.ask(.finish, end)
  }

  @Test func `gives each meeting the next topic, and begins again behind the last`() throws {
    var program = program()
    #expect(topics(program) == ["one", "two", "three", "four"])
    for date in Self.days { try hold(date, in: &program) }
    #expect(topics(program) == ["one", "two", "three", "four"])
    let group = try #require(program.data.groups[.of("G01")])
    #expect(group.topicCursor == TopicCursor(next: 0, after: .on("2026-03-16")))
  }

  @Test func `waits over a meeting that is cancelled`() throws {
    var program = program()
    try hold("2026-03-09", in: &program)
    let asker = Asker(at: program.at("08:00", on: "2026-03-11"), date: "2026-03-11")
    try program.ask(.cancel, asker, because: "snow")
    #expect(topics(program) == ["one", nil, "two", "three"])
    #expect(program.data.groups[.of("G01")]?.topicCursor.next == 1)
  }

  @Test func `goes on behind a topic that was chosen, and stays for one of its own`() throws {
    var program = program()
    let asker = Asker(at: program.at("09:00"))
    try program.ask(.topic("three"), asker)
    try hold("2026-03-09", in: &program)
    #expect(topics(program) == ["three", "four", "one", "two"])
    let wednesday = Asker(at: program.at("09:00", on: "2026-03-11"), date: "2026-03-11")
    try program.ask(.topic("grief"), wednesday)
    try hold("2026-03-11", in: &program)
    #expect(topics(program)[1...] == ["grief", "four", "one"])
  }

  @Test func `goes back with the finish that is taken back, and isn't moved twice`() throws {
    var program = program()
    try hold("2026-03-09", in: &program)
    try program.takeBack(at: "10:31")
    #expect(program.data.groups[.of("G01")]?.topicCursor == TopicCursor())
    #expect(program.session().state.topic == nil)
    try program.ask(.finish, at: "10:32")
    try program.ask(.reopen, at: "10:33", because: "somebody came back")
    try program.ask(.finish, at: "10:34")
    #expect(topics(program) == ["one", "two", "three", "four"])
  }

  @Test func `keeps its place when a meeting before is finished late`() throws {
    var program = program()
    try hold("2026-03-11", in: &program)
    #expect(topics(program)[0] == "one")
    let late = Asker(at: program.at("08:00", on: "2026-03-12"))
    try program.ask(.allTheRest(.present), late)
    try program.ask(.finish, late)
    #expect(topics(program) == ["one", "two", "three", "four"])
    #expect(program.session().state.topic == "one")
  }

  @Test func `counts planned meetings of weeks that aren't loaded`() throws {
    let program = program()
    var far = program.data
    far.load(week: .on("2026-03-30"), sessions: [], appointments: [])
    let session = try #require(far.sessions(on: .on("2026-03-30")).first)
    #expect(far.topic(of: session) == "two", "nine meetings come before it")
  }

  @Test func `tells who missed which topic, until they had it elsewhere`() throws {
    var program = program(["one", "two"])
    try hold("2026-03-09", ["C01"], in: &program)
    try hold("2026-03-11", ["C01", "C02"], in: &program)
    var group = try #require(program.data.groups[.of("G01")])
    let missed = program.data.missedTopics(of: .of("C01"), in: group)
    #expect(missed.map(\.topic) == ["one", "two"])
    #expect(missed.map(\.on) == [.on("2026-03-09"), .on("2026-03-11")])
    #expect(program.data.missedTopics(of: .of("C02"), in: group).map(\.topic) == ["two"])
    try hold("2026-03-13", in: &program)
    group = try #require(program.data.groups[.of("G01")])
    #expect(program.data.missedTopics(of: .of("C01"), in: group).map(\.topic) == ["two"])
  }

  @Test func `keeps the topic that comes next when others are put in`() throws {
    var office = Office()
    try office.ask(.group(office.series("G01") { $0.topics = ["one", "two"] }))
    var group = try #require(office.data.groups[.of("G01")]).bare
    group.topics = ["zero", "one", "two"]
    try office.ask(.group(group))
    #expect(office.data.groups[.of("G01")]?.topicCursor.next == 1)
    try office.takeBack()
    #expect(office.data.groups[.of("G01")]?.topics == ["one", "two"])
    #expect(office.data.groups[.of("G01")]?.topicCursor.next == 0)
  }
}
