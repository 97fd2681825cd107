import Domain
import Support
import Testing

@Suite struct `Applying a change` {
  @Test func `is refused whole where somebody changed one of its values`() throws {
    var program = RunningProgram()
    let id = program.sessionID()
    let stale = try program.data.change(
      .allTheRest(.present),
      in: id,
      stamp: program.stamp(program.at("09:00"))
    )
    try program.mark("C02", .noShow, at: "09:01")
    let before = program.data
    #expect(throws: RuleViolation.changedSince(.session(id))) { try program.data.apply(stale) }
    #expect(program.data == before)
  }

  @Test func `needs its record to be loaded`() throws {
    var program = RunningProgram()
    let id = program.sessionID()
    let change = try program.data.change(
      .begin(at: nil),
      in: id,
      stamp: program.stamp(program.at("09:00"))
    )
    program.data.load(week: .on("2026-03-09"), sessions: [], appointments: [], unusable: [id])
    #expect(throws: RuleViolation.notLoaded) { try program.data.apply(change) }
    #expect(throws: RuleViolation.notLoaded) { try program.mark("C01", .present, at: "09:00") }
  }

  @Test func `leaves an entry with before and after in each file`() throws {
    var program = RunningProgram()
    let change = try program.mark("C01", .late, at: "09:40", because: "bus")
    let history = program.session().history
    #expect(history.map(\.change) == [change.id, change.id])
    #expect(history.map(\.order) == [1, 1])
    #expect(history.map(\.reason) == ["bus", "bus"])
    #expect(program.session().chainFlaws == [])
    try program.mark("C02", .present, at: "09:41")
    #expect(program.data.highestOrder == 2)
  }

  @Test func `the inverse of the inverse is the change`() throws {
    var program = RunningProgram()
    let change = try program.ask(.allTheRest(.present), at: "09:00")
    let back = program.data.inverse(
      of: change,
      kind: .undo(of: change.id),
      stamp: program.stamp(program.at("09:01"))
    )
    let again = program.data.inverse(
      of: back,
      kind: .redo(of: change.id),
      stamp: program.stamp(program.at("09:02"))
    )
    #expect(again.edits == change.edits)
  }

  @Test func `a beginning stays under marks that others made`() throws {
    var program = RunningProgram()
    try program.ask(.begin(at: nil), at: "09:00")
    let other = program.stamp(program.at("09:01"), by: "SV")
    let mark = try program.data.change(
      .mark([.of("C02")], Mark(.present)),
      in: program.sessionID(),
      stamp: other
    )
    try program.data.apply(mark)
    #expect(throws: RuleViolation.self) { try program.takeBack(at: "09:02") }
    #expect(program.session().state.status == .inProgress)
  }
}

@Suite struct `The undo history` {
  @Test func `does again what a later mark of somebody else doesn't touch`() throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: "09:00")
    try program.mark("C02", .late, at: "09:10")
    try program.takeBack(at: "09:11")
    try program.takeBack(at: "09:11")
    try program.mark("C01", .noShow, at: "09:12")
    #expect(program.undo.redoable.count == 1)
    try program.doAgain(at: "09:13")
    #expect(program.session().row(of: .of("C02"))?.status == .late)
    #expect(program.session().row(of: .of("C01"))?.status == .noShow)
    #expect(
      UndoHistory(of: .of("TB"), on: .on(RunningProgram.monday), in: program.data) == program.undo
    )
  }

  @Test func `of the files is the one kept step by step`() throws {
    var program = RunningProgram {
      $0.book("C01", on: RunningProgram.monday, ("15:00", "15:50"))
    }
    try program.mark("C01", .present, at: "09:00")
    try program.ask(.allTheRest(.present), at: "09:01")
    try program.takeBack(at: "09:02")
    try program.ask(.noShow, at: program.at("15:00"))
    try program.mark("C02", .noShow, at: "15:01")
    try program.takeBack(at: "15:02")
    let rebuilt = UndoHistory(of: .of("TB"), on: .on(RunningProgram.monday), in: program.data)
    #expect(rebuilt == program.undo)
    #expect(rebuilt.undoable.count == 2)
    #expect(rebuilt.redoable.count == 1)
  }

  @Test func `holds only one's own changes of the day`() throws {
    var program = RunningProgram()
    try program.mark("C01", .present, at: "09:00")
    try program.ask(.switchVideo([.of("C02")]), Asker(at: program.at("09:01"), staff: "SV"))
    let own = UndoHistory(of: .of("TB"), on: .on(RunningProgram.monday), in: program.data)
    #expect(own.undoable.count == 1)
    let tuesday = UndoHistory(of: .of("TB"), on: .on("2026-03-10"), in: program.data)
    #expect(tuesday.undoable == [])
  }
}

@Suite struct `Two windows on one roster` {
  @Test func `who both begin it keep both marks`() throws {
    var mine = RunningProgram()
    var theirs = mine
    try theirs.ask(.mark([.of("C02")], Mark(.present)), Asker(at: theirs.at("08:58"), staff: "SV"))
    try mine.ask(.mark([.of("C01")], Mark(.present)), Asker(at: mine.at("08:59")))
    #expect(merge(mine, onto: &theirs) == MergeOutcome())
    let session = theirs.session()
    #expect(session.rows.map(\.status) == [.present, .present, .expected])
    #expect(session.state.actualStart == theirs.at("08:58"))
    #expect(session.chainFlaws == [])
    #expect(session.history.map(\.order) == session.history.map(\.order).sorted())
  }

  @Test func `different marks of one client leave the one on disk and keep the other`() throws {
    var mine = RunningProgram()
    var theirs = mine
    try theirs.ask(.mark([.of("C01")], Mark(.noShow)), Asker(at: theirs.at("09:10"), staff: "SV"))
    try mine.mark("C01", .present, at: "09:10")
    let outcome = merge(mine, onto: &theirs)
    #expect(outcome.refused == [])
    #expect(outcome.differing.count == 1)
    #expect(theirs.row("C01").status == .noShow)
    let open = theirs.session().differences(of: .of("C01"))
    #expect(open.map(\.by) == [.of("TB")])
    guard case .row(_, _, let kept?) = open.first?.edit else { throw StopTest() }
    #expect(kept.status == .present)
    #expect(theirs.session().chainFlaws == [])
  }

  @Test func `one of two marks is decided for, and asked again when that is taken back`() throws {
    var program = try differing()
    let other = program.session().differences(of: .of("C01"))[0].change
    let asker = Asker(at: program.at("09:20"), staff: "SV")
    try program.ask(.decide(.of("C01"), other), asker)
    #expect(program.row("C01").status == .present)
    #expect(program.session().differences(of: .of("C01")) == [])
    let decision = try #require(
      UndoHistory(of: .of("SV"), on: .on(RunningProgram.monday), in: program.data).undoable.last
    )
    let stamp = Stamp(staff: .of("SV"), now: program.at("09:20"), changeID: .of("back"))
    try program.data.apply(
      program.data.inverse(of: decision, kind: .undo(of: decision.id), stamp: stamp)
    )
    #expect(program.row("C01").status == .noShow)
    #expect(program.session().differences(of: .of("C01")).count == 1)
    try program.ask(.decide(.of("C01"), nil), asker)
    #expect(program.row("C01").status == .noShow)
    #expect(program.session().differences(of: .of("C01")) == [])
    #expect(program.session().chainFlaws == [])
  }

  @Test func `a mark and a quick line for one client both stand`() throws {
    var mine = RunningProgram()
    try mine.mark("C02", .present, at: "09:00")
    var theirs = mine
    try theirs.ask(.mark([.of("C01")], Mark(.noShow)), Asker(at: theirs.at("09:10"), staff: "SV"))
    let line = QuickLine(craving: 3, mood: nil, participation: nil, words: "phoned")
    try mine.ask(.quickLine(.of("C01"), line), Asker(at: mine.at("09:10")))
    #expect(merge(mine, onto: &theirs) == MergeOutcome())
    #expect(theirs.row("C01").status == .noShow)
    #expect(theirs.row("C01").quickLine == "phoned")
  }

  @Test func `the rest of a change for many stands where one of them was marked otherwise`() throws
  {
    var mine = RunningProgram()
    try mine.mark("C02", .present, at: "09:00")
    var theirs = mine
    try theirs.ask(.mark([.of("C01")], Mark(.noShow)), Asker(at: theirs.at("09:10"), staff: "SV"))
    try mine.ask(.allTheRest(.present), Asker(at: mine.at("09:10")))
    let outcome = merge(mine, onto: &theirs)
    #expect(outcome.differing.map(\.edits.count) == [1])
    #expect(theirs.session().rows.map(\.status) == [.noShow, .present, .present])
  }

  /// One window's no-show stands, the other's present differs.
  private func differing() throws -> RunningProgram {
    var mine = RunningProgram()
    var theirs = mine
    try theirs.ask(.mark([.of("C01")], Mark(.noShow)), Asker(at: theirs.at("09:10"), staff: "SV"))
    try mine.mark("C01", .present, at: "09:10")
    _ = merge(mine, onto: &theirs)
    return theirs
  }

  private struct StopTest: Error {}

  @Test func `nobody is left in the room of a group that others closed`() throws {
    var mine = RunningProgram(clients: 1) { $0.client("C09") }
    try mine.mark("C01", .present, at: "09:00")
    var theirs = mine
    try theirs.ask(.finish, Asker(at: theirs.at("10:30")))
    try mine.ask(.walkIn(.of("C09"), .of("C09")), Asker(at: mine.at("10:29")), because: "make-up")
    #expect(merge(mine, onto: &theirs).refused.count == 1)
    #expect(theirs.violations == [])
  }

  /// Puts mine on theirs, the change ids made different as those of two windows are.
  private func merge(_ mine: RunningProgram, onto theirs: inout RunningProgram) -> MergeOutcome {
    var session = mine.session()
    let known = Set(theirs.session().history.map(\.order))
    let shared = Set(
      theirs.session().history.filter { entry in
        session.history.contains { $0 == entry }
      }.map(\.order)
    )
    for place in session.history.indices where !shared.contains(session.history[place].order) {
      session.history[place].change = .of("mine\(session.history[place].order)")
    }
    #expect(!known.isEmpty)
    return theirs.data.reapply(session)
  }
}
