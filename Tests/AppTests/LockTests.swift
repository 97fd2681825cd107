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

  @Test(arguments: [false, true])
  mutating func `comes after five while a colleague's group runs, or an own one that is long over`(
    isOwn: Bool
  ) throws {
    let live = program.state.data.sessions(on: program.state.today).filter {
      $0.state.status == .inProgress
    }
    let own = try #require(live.first { program.state.staffID.map($0.state.leads) == true })
    if isOwn {
      program.now = own.state.scheduledEnd.adding(minutes: 60)
    } else {
      let stranger = Staff(id: ID("st_0000000000zz"), code: "ZZ", name: "Zoe Zander")
      program.state.data.staff[stranger.id] = stranger
      program.state.staffID = stranger.id
    }
    try program.press("j")
    program.now = program.now.adding(seconds: 5 * 60)
    program.send(.ticked)
    #expect(program.state.lock?.purpose == .unlock)
  }

  @Test mutating func `comes at Ctrl-L behind a blank screen, too`() throws {
    try program.press("<F12> <C-l>")
    #expect(program.state.isBlanked && program.state.lock?.purpose == .unlock)
    try program.press("n <C-q>")
    #expect(program.state.isBlanked && !program.effects.contains(.quit))
    try program.press("<Enter>")
    #expect(!program.state.isBlanked)
    #expect(program.state.lock?.purpose == .unlock)
    #expect(program.row("C06")?.status == .expected)
  }

  @Test mutating func `comes by the machine's time where the program's stands still`() throws {
    let machine = program.now.adding(minutes: 400 * 24 * 60)
    program.state.machineNow = machine
    try program.press("j")
    program.state.machineNow = machine.adding(seconds: 5 * 60 - 1)
    program.send(.ticked)
    #expect(program.state.lock == nil)
    program.state.machineNow = machine.adding(seconds: 5 * 60)
    program.send(.ticked)
    #expect(program.state.lock?.purpose == .unlock)
    program.state.machineNow = machine.adding(seconds: 30 * 60)
    program.send(.ticked)
    #expect(program.effects.last == .logOff)
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

  @Test mutating func `comes and logs off when the rules of the day say so`() throws {
    program = try TestProgram.demo(at: "2026-03-12T07:00")
    program.state.isSealed = true
    var rules = RuleSet.standard
    (rules.idleLockMinutes, rules.logOffMinutes) = (2, 15)
    rules.effectiveFrom = program.state.today
    var before = RuleSet.standard
    before.effectiveTo = program.state.today.adding(days: -1)
    program.state.data.ruleSets = [before, rules]
    try program.press("j")
    program.now = program.now.adding(seconds: 2 * 60 - 1)
    program.send(.ticked)
    #expect(program.state.lock == nil)
    program.now = program.now.adding(seconds: 1)
    program.send(.ticked)
    #expect(program.state.lock?.purpose == .unlock)
    program.now = program.now.adding(seconds: 13 * 60)
    program.send(.ticked)
    #expect(program.effects.last == .logOff)
  }

  @Test mutating func `rests longer in a group, as long as the rules say`() throws {
    for place in program.state.data.ruleSets.indices {
      program.state.data.ruleSets[place].idleLockInGroupMinutes = 15
    }
    try program.press("j")
    program.now = program.now.adding(seconds: 15 * 60 - 1)
    program.send(.ticked)
    #expect(program.state.lock == nil)
    program.now = program.now.adding(seconds: 1)
    program.send(.ticked)
    #expect(program.state.lock?.purpose == .unlock)
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

  @Test mutating func `lets a founder on once a part of the recovery key was typed back`() throws {
    let data = program.state.data
    program.state.isSealed = false
    let card = RecoveryCard(groups: ["7K0Q", "1ABC"], asked: 1)
    program.send(.founded(data, program.state.staffID, card))
    #expect(program.state.isSealed)
    try program.press("n <Enter>")
    #expect(program.state.lock?.purpose == .recovery(card))
    #expect(program.state.lock?.problem?.contains("isn't what stands there") == true)
    try program.press("<Tab> <C-l> <Type:labc> <Enter>")
    #expect(program.state.lock == nil)
    #expect(program.state.prompt == nil, "the program has groups")
    #expect(program.effects.allSatisfy { $0 != .logOff })
  }

  @Test mutating func `offers a founder a week to begin with, then the clients`() throws {
    let builder = ProgramBuilder()
    let now = builder.snapshot.program.zone.instant(.on("2026-03-11"), .at("08:55"))
    program = TestProgram(builder.snapshot, now: now, counselor: "TB")
    let card = RecoveryCard(groups: ["7K0Q", "1ABC"], asked: 1)
    program.send(.founded(program.state.data, program.state.staffID, card))
    try program.press("<Type:1abc> <Enter> b")
    #expect(program.state.data.groups.count == 4)
    #expect(program.state.screen == .clients)
    guard case .menu(let menu) = program.state.prompt else {
      Issue.record("no menu: \(String(describing: program.state.prompt))")
      return
    }
    #expect(menu.title == "Clients")
    try program.press("n u")
    #expect(program.state.data.groups.isEmpty && program.state.data.rooms.isEmpty)
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

  @Test mutating func `offers who was here last, and takes another code that is typed over it`()
    throws
  {
    program.state.lock = .logIn(code: "TB")
    program.type("seven quiet herons")
    try program.press("<Enter>")
    #expect(program.effects.last == .logIn(code: "TB", passphrase: "seven quiet herons"))
    try program.press("<S-Tab> <Type:mq> <Enter>")
    program.type("four loud geese")
    try program.press("<Enter>")
    #expect(program.effects.last == .logIn(code: "mq", passphrase: "four loud geese"))
  }

  @Test mutating func `keeps what isn't saved from being left`() throws {
    try program.press("<Enter>")
    program.diskWorks = false
    try program.press("n <C-l> <C-q>")
    #expect(!program.effects.contains(.quit))
    #expect(program.state.lock?.problem?.contains("Not everything is saved") == true)
  }

  @Test mutating func `keeps changes by the machine's time, and what is marked by the program's`()
    throws
  {
    let machine = program.now.adding(minutes: 400 * 24 * 60)
    program.state.machineNow = machine
    try program.press("<Enter> n")
    let session = try #require(program.state.openSession)
    let entry = try #require(session.history.last)
    #expect(entry.at == machine)
    guard case .row(let client, _, let after?) = entry.edit else {
      Issue.record("no row was marked")
      return
    }
    #expect(after.markedAt == program.now)
    let staff = program.state.staffID
    _ = program.state.begin(as: staff)
    try program.press("<Enter> u")
    let before = program.state.openSession?.row(of: client)
    #expect(before?.status != after.status)
  }
}
