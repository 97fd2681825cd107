import App
import Domain
import Support
import Testing

@Suite struct `A sealed program's lock` {
  private var program: TestProgram

  init() throws {
    program = try TestProgram.demo()
    program.state.isSealed = true
  }

  @Test mutating func `asks for the passphrase, and nothing else gets through`() throws {
    try program.press("<Enter>")
    let row = program.row("C06")
    try program.press("<C-l>")
    #expect(program.state.lock?.purpose == .unlock)
    #expect(program.state.lock?.code.text == "TB")
    try program.press("n <Esc> x <Enter>")
    #expect(program.row("C06") == row)
    #expect(program.effects.last == .unlock(code: "TB", passphrase: "x"))
    program.send(.logInRefused(why: "That isn't it."))
    #expect(program.state.lock?.problem == "That isn't it.")
    #expect(program.state.lock?.passphrase.text == "")
    program.send(.unlocked)
    #expect(program.state.lock == nil)
    try program.press("n")
    #expect(program.row("C06")?.status == .noShow)
  }

  @Test mutating func `comes by itself after ten idle minutes while a group runs`() throws {
    try program.press("j")
    program.now = program.now.adding(seconds: 9 * 60 + 59)
    program.send(.ticked)
    #expect(program.state.lock == nil)
    program.now = program.now.adding(seconds: 1)
    program.send(.ticked)
    #expect(program.state.lock?.purpose == .unlock)
  }

  @Test mutating func `comes after five where no group runs, and logs off after thirty`() throws {
    program = try TestProgram.demo(at: "2026-03-12T07:00")
    program.state.isSealed = true
    try program.press("j")
    program.now = program.now.adding(seconds: 5 * 60)
    program.send(.ticked)
    #expect(program.state.lock?.purpose == .unlock)
    #expect(!program.effects.contains(.logOff))
    program.now = program.now.adding(seconds: 25 * 60)
    program.send(.ticked)
    #expect(program.effects.last == .logOff)
    let empty = ProgramData(program: program.state.data.program)
    program.send(.loggedOff(empty))
    #expect(program.state.lock == .logIn(code: ""))
    #expect(program.state.data == empty)
    #expect(program.state.staffID == nil)
    #expect(program.state.messages.isEmpty)
  }

  @Test mutating func `begins to wait when a program is opened that has a clock of its own`() throws
  {
    let data = program.state.data
    program.state.lock = .logIn(code: "TB")
    program.type("seven quiet herons")
    program.now = program.now.adding(seconds: 4 * 3600)
    program.send(.opened(data, program.state.staffID))
    program.send(.ticked)
    #expect(program.state.lock == nil)
    #expect(!program.effects.contains(.logOff))
  }

  @Test mutating func `never comes in a plain program`() throws {
    program.state.isSealed = false
    try program.press("j")
    program.now = program.now.adding(seconds: 3600)
    program.send(.ticked)
    #expect(program.state.lock == nil)
    try program.press("<C-l>")
    #expect(program.state.isBlanked)
  }

  @Test mutating func `takes a code and a passphrase before anything is open`() throws {
    program.state.lock = .logIn(code: "")
    try program.press("m q <Enter>")
    program.type("seven quiet herons")
    try program.press("<Tab> <Tab> <Enter>")
    #expect(program.effects.last == .logIn(code: "mq", passphrase: "seven quiet herons"))
    try program.press("<C-q>")
    #expect(program.effects.last == .quit)
  }

  @Test mutating func `keeps what isn't saved from being left`() throws {
    try program.press("<Enter>")
    program.diskWorks = false
    try program.press("n <C-l> <C-q>")
    #expect(!program.effects.contains(.quit))
    #expect(program.state.lock?.problem?.contains("Not everything is saved") == true)
  }
}
