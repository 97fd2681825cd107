import Domain
import Support
import Testing

/// Any run of what an office enters: the rules hold, and taking all of it back gives the start.
@Suite struct `Any run of administration` {
  @Test(arguments: [UInt64](1...4))
  func `keeps the rules and can be taken back and done again`(seed: UInt64) throws {
    var run = RandomOffice(seed: seed)
    for _ in 0..<320 { _ = try run.step() }
    #expect(run.done > 40, "seed \(seed): hardly anything was done")
    var office = run.office
    let end = office.content
    let count = office.undo.undoable.count
    while try office.takeBack() != nil {}
    #expect(office.content == Office().content, "seed \(seed)")
    for _ in 0..<count { try office.doAgain() }
    #expect(office.content == end, "seed \(seed)")
    let again = UndoHistory(of: office.tb, on: office.today, in: office.data)
    #expect(again.undoable.map(\.id) == office.undo.undoable.map(\.id), "seed \(seed)")
  }
}
