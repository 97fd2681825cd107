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

  @Test func `shows the same whatever lies behind it, at every size`() throws {
    let lock = LockScreen.logIn(code: "")
    for (columns, rows) in [(20, 4), (60, 16), (100, 30)] {
      let one = try locked(lock, columns: columns, rows: rows)
      var other = try TestProgram.demo(at: "2026-03-11T07:00", as: "MQ").state
      (other.size, other.lock) = (one.size, lock)
      #expect(render(one, borders: .line) == render(other, borders: .line))
    }
  }
}
