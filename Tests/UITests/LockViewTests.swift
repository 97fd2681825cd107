import App
import Support
import TerminalCore
import Testing
import UI

@Suite struct `The page of a sealed program` {
  private func locked(_ lock: LockScreen, columns: Int, rows: Int) throws -> AppState {
    var program = try TestProgram.demo()
    program.state.isSealed = true
    program.state.size = Size(columns: columns, rows: rows)
    program.state.lock = lock
    return program.state
  }

  @Test func `asks who it is, without a cell of content`() throws {
    var lock = LockScreen.logIn(code: "TB")
    lock.passphrase = TextField("herons")
    lock.isAtCode = false
    lock.problem = "That isn't the code and the passphrase of anybody here. Wait 2 s."
    let state = try locked(lock, columns: 80, rows: 24)
    try expectScreen(render(state, borders: .line), "lock-80x24")
  }

  @Test(arguments: [(60, 16), (80, 24)])
  func `shows a new program's recovery key, and asks for a part of it`(size: (Int, Int)) throws {
    let groups = ["7K0Q", "1ABC", "ZX8T", "M4RN", "0000", "PQW9", "33HJ", "VTTY"]
    var lock = LockScreen.recovery(RecoveryCard(groups: groups, asked: 5))
    lock.problem = "That isn't what stands there. Compare it once more."
    let state = try locked(lock, columns: size.0, rows: size.1)
    try expectScreen(render(state, borders: .line), "recovery-\(size.0)x\(size.1)")
  }

  @Test func `shows the same whatever lies behind it, at every size`() throws {
    let lock = LockScreen.logIn(code: "")
    for (columns, rows) in [(20, 4), (60, 16), (100, 30)] {
      let one = try locked(lock, columns: columns, rows: rows)
      var other = try TestProgram.demo(at: "2026-03-11T07:00", as: "MQ").state
      (other.size, other.lock) = (one.size, lock)
      #expect(render(one, borders: .line) == render(other, borders: .line))
    }
  }
  @Test func `is nothing at all behind the panic key, until another key than Enter asks`() throws {
    var program = try TestProgram.demo()
    program.state.size = Size(columns: 80, rows: 24)
    try program.press("<F12>")
    let empty = render(program.state, borders: .line).buffer.text
    #expect(empty.allSatisfy { $0 == " " || $0 == "\n" })
    try program.press("n")
    let told = render(program.state, borders: .line).buffer.text.split(separator: "\n")
    #expect(told.first?.dropFirst() == "Enter shows the screen again.")
    #expect(told.dropFirst().joined().allSatisfy { $0 == " " })
  }
}
