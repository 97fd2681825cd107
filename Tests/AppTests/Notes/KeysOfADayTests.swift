import Domain
import SampleData
import Support
import TerminalCore
import Testing

@testable import App

/// The keys that a day's notes cost besides the text itself; `Sources/README.md` has the figures.
@Suite struct `The keys of a day's notes` {
  private struct Count {
    var program: TestProgram
    var keys = 0

    mutating func press(_ keys: String) throws {
      self.keys += try Key.sequence(keys).count
      try program.press(keys)
    }
  }

  private static let words = [
    "Spoke about mornings.", "Came back to the dog.", "Named two places.", "Asked for help.",
    "Listened, then spoke of work.", "Told of a walk.", "Was tired.", "Laughed again.",
    "Has a plan for Sunday.", "Will call the sponsor.", "Said little.", "Drew the week.",
  ]

  @Test func `group text, own parts and signatures take at most seven a client`() throws {
    var count = Count(program: try TestProgram.finishedGroup())
    count.program.notes.pin = "2468"
    let clients = count.program.attended
    let signed = count.program.notes.records.count
    // The text that all share: its topic is known from the group's plan.
    try count.press("e <Tab> <Tab>")
    count.program.type("The group spoke about sleep and strain.")
    try count.press("<Tab> <Tab>")
    let ofGroup = count.keys
    for (client, words) in zip(clients, Self.words) {
      #expect(count.program.noteClient == client)
      count.program.type(words)
      // Participation, no risk, the next client; the objectives are carried forward.
      try count.press("<Tab> 3 <Tab> 1 <C-Down>")
    }
    #expect(count.keys - ofGroup == 5 * clients.count)
    try count.press("<Esc> g q")
    let row = try #require(count.program.state.toDoRows.first { $0.first.kind == .group })
    #expect(row.ready == clients.count)
    while count.program.state.selectedToDo?.id != row.id { try count.press("<Down>") }
    try count.press("s")
    for place in clients.indices {
      try count.press("<End> s")
      if place == 0 { try count.press("2 4 6 8 <Enter>") }
    }
    #expect(count.program.notes.records.count == signed + clients.count)
    #expect(count.program.state.screen == .toDo)
    #expect(clients.count == 9)
    #expect(count.keys <= 7 * clients.count + 20)
    print("keys", clients.count, count.keys)
  }
}
