import Domain
import Support
import Testing

@testable import App

@Suite struct `Topics of a group` {
  @Test func `are entered a line each, or taken from a ready curriculum`() throws {
    var program = try `An empty program`.withGroup()
    try program.press("g r = <PgDn> <Type:Anger> <Enter> <Enter> <Type: Shame > <C-s>")
    #expect(program.form == nil, "\(program.form?.fields.compactMap(\.problem) ?? [])")
    #expect(program.state.data.groups.values.first?.topics == ["Anger", "Shame"])
    try program.press("= <PgDn> <C-t> 2")
    #expect(program.form?.field.line.buffer.paragraphs == ReadyCurriculum.relapsePrevention.topics)
    try program.press("<C-s>")
    #expect(program.state.data.groups.values.first?.topics.count == 8)
    try program.press("u")
    #expect(program.state.data.groups.values.first?.topics == ["Anger", "Shame"])
  }

  @Test func `are changed for one meeting from its menu`() throws {
    var program = try TestProgram.demo()
    let session = try #require(program.state.openSession)
    #expect(program.state.data.topic(of: session) == "Week 5 — Stress, sleep and the brain")
    try program.press(". o <Type:week 7> <Enter>")
    let changed = try #require(program.state.openSession)
    #expect(program.state.data.topic(of: changed) == "Week 7 — Friends and mutual help")
    #expect(program.state.status.text.contains("Week 7"))
    try program.press(". o <Type:grief> <Down> <Enter>")
    #expect(program.state.openSession?.state.topic == "grief")
    try program.press("u u")
    #expect(program.state.openSession?.state.topic == session.state.topic)
  }

  @Test func `that were missed stand on the card and in the group's list`() throws {
    var program = try TestProgram.demo()
    let group = try #require(program.state.data.groups.values.first { $0.code == "G02" })
    let missed = group.enrollments.first { place in
      !program.state.data.missedTopics(of: place.clientID, in: group).isEmpty
    }
    let client = try #require(missed?.clientID)
    _ = program.state.openCard(client)
    let lines = try #require(ClientCard(program.state)).lines
    let topic = program.state.data.missedTopics(of: client, in: group)[0].topic
    #expect(lines.contains { $0.words.contains("G02 \(topic)") })
    try program.press("<Esc> g r j . m")
    guard case .text(let text) = program.state.prompt else {
      Issue.record("no list: \(String(describing: program.state.prompt))")
      return
    }
    let name = program.state.name(of: client)
    #expect(text.lines.contains { $0.contains("missed:") && $0.contains(name) })
  }
}
