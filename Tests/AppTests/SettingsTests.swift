import Domain
import Support
import Testing

@testable import App

@Suite struct `The list of settings` {
  @Test func `has each once, with what it means, under a heading`() {
    #expect(Set(Setting.all.map(\.name)).count == Setting.all.count)
    for group in SettingGroup.allCases {
      #expect(Setting.all.filter { $0.group == group }.map(\.name) == group.settings.map(\.name))
    }
    for setting in Setting.all {
      #expect(!setting.meaning.isEmpty && !setting.source.isEmpty, "\(setting.name)")
      #expect(setting.title.count < 30, "\(setting.title)")
    }
  }

  @Test func `takes each value as it shows it`() {
    for setting in Setting.all {
      var rules = RuleSet.standard
      #expect(setting.set(setting.standard, in: &rules), "\(setting.name): \(setting.standard)")
      #expect(rules == .standard, "\(setting.name)")
    }
  }

  @Test func `takes what the field chooses from, and nothing else`() {
    for setting in Setting.all {
      for option in setting.value.options {
        var rules = RuleSet.standard
        #expect(setting.set(option, in: &rules), "\(setting.name): \(option)")
        #expect(setting.words(in: rules) == option, "\(setting.name)")
      }
      var rules = RuleSet.standard
      guard !setting.value.isFreelyTyped else { continue }
      #expect(!setting.set("plainly wrong", in: &rules), "\(setting.name)")
      #expect(rules == .standard)
    }
  }

  @Test func `is narrowed by a heading and by a name`() throws {
    var program = try TestProgram.demo(as: "MQ")
    try program.press("g s")
    program.state.setUp.filter = "outreach"
    #expect(program.state.setUpSettings.map(\.name).contains("dischargeDecisionDays"))
    program.state.setUp.filter = "weekStart"
    #expect(program.state.setUpSettings.map(\.name) == ["weekStart"])
  }
}

@Suite struct `A value that is a list` {
  private let own = SettingValue.ownWords(\.dischargeReasons)
  private let list = SettingValue.list(\.uncountedServices, ["individual", "process", "crisis"])

  @Test func `of own words is taken as typed, with commas between`() {
    var rules = RuleSet.standard
    #expect(own.set(" Moved away,  Hired ", in: &rules))
    #expect(rules.dischargeReasons == ["Moved away", "Hired"])
    #expect(own.words(in: rules) == "Moved away, Hired")
    #expect(own.set("none", in: &rules))
    #expect(rules.dischargeReasons == [])
    #expect(own.words(in: rules) == "none")
  }

  @Test func `of own words has no word twice, none that is too long, and not too many`() {
    var rules = RuleSet.standard
    #expect(!own.set("Moved, moved", in: &rules))
    #expect(!own.set(String(repeating: "x", count: 41), in: &rules))
    #expect(own.set(String(repeating: "x", count: 40), in: &rules))
    #expect(!own.set((0...20).map { "w\($0)" }.joined(separator: ","), in: &rules))
  }

  @Test func `of known words has the order of these`() {
    var rules = RuleSet.standard
    #expect(list.set("crisis, Individual", in: &rules))
    #expect(rules.uncountedServices == ["individual", "crisis"])
    #expect(!list.set("crisis, lunch", in: &rules))
    #expect(rules.uncountedServices == ["individual", "crisis"])
  }
}

@Suite struct `A setting that is changed` {
  /// The form of a setting, opened by a supervisor.
  private func opening(_ name: String) throws -> TestProgram {
    var program = try TestProgram.demo(as: "MQ")
    try program.press("g s")
    program.state.setUp.setting = name
    try program.press("<Enter>")
    #expect(program.form?.purpose == .setting(name))
    return program
  }

  @Test func `from one choice to another is two keys`() throws {
    var program = try opening("capEducationIsHard")
    try program.press("<Left> <C-s>")
    #expect(program.state.data.rules(on: .on("2026-03-11")).capEducationIsHard)
    #expect(!program.state.data.rules(on: .on("2026-03-10")).capEducationIsHard)
  }

  @Test func `tells since when it holds, and what comes`() throws {
    var program = try opening("capEducationIsHard")
    try program.press("<Left> <C-s>")
    let setting = try #require(Setting.named("capEducationIsHard"))
    let now = program.state.standing(of: setting)
    #expect(now.words == "hard" && now.since == .on("2026-03-11") && !now.isStandard)
    try program.press("<Enter> <Right> <Tab>")
    program.type("2026-04-01")
    try program.press("<C-s>")
    let later = program.state.standing(of: setting)
    #expect(later.words == "hard" && later.since == .on("2026-03-11"))
    #expect(later.planned == [.init(from: .on("2026-04-01"), words: "soft")])
    // Whoever sets it again reads what stays.
    try program.press("<Enter>")
    #expect(
      program.form?.field.help.hasPrefix("Planned, and stays: soft from Wed 1 Apr 2026.") == true
    )
  }

  @Test func `from others to none is taken`() throws {
    var program = try opening("uncountedServices")
    let before = program.state.data.rules(on: .on("2026-03-11")).uncountedServices
    #expect(before.count == 3)
    program.choose([], in: .value)
    try program.press("<C-s>")
    #expect(program.state.data.rules(on: .on("2026-03-11")).uncountedServices == [])
    #expect(program.state.data.rules(on: .on("2026-03-10")).uncountedServices == before)
  }

  @Test func `in words of one's own keeps them out of the audit log`() throws {
    var program = try opening("dischargeReasons")
    program.type("Moved away, Hired")
    try program.press("<C-s>")
    guard case .saveRules(let change)? = program.effects.last else {
      Issue.record("\(program.effects)")
      return
    }
    #expect(change.words == "dischargeReasons: changed from 2026-03-11")
    #expect(change.sets.last?.dischargeReasons == ["Moved away", "Hired"])
  }

  @Test func `keeps the format that notes begin with among those that are allowed`() throws {
    var program = try opening("noteFormats")
    program.choose(["soap"], in: .value)
    try program.press("<C-s>")
    #expect(program.form?.field.problem?.hasPrefix("dap is the format") == true)
    #expect(program.state.data.rules(on: .on("2026-03-11")).noteFormats.count == 6)
  }

  @Test func `to weeks of another first day begins with such a day`() throws {
    var program = try opening("weekStart")
    // Wednesday 11 March; Sunday is one before Monday.
    try program.press("<Left> <C-s>")
    #expect(
      program.form?.field.problem
        == "Weeks that begin on Sunday begin with such a day: Sun 15 Mar 2026."
    )
    program.type("2026-03-15")
    try program.press("<C-s>")
    let data = program.state.data
    #expect(program.form == nil)
    #expect(data.weekStart(of: .on("2026-03-14")) == .on("2026-03-09"))
    #expect(data.weekStart(of: .on("2026-03-16")) == .on("2026-03-15"))
    #expect(program.state.openSession != nil)
    // The week's screen goes on from the cut week to the next.
    try program.press("g w ]")
    #expect(program.state.week.first == .on("2026-03-15"))
    try program.press("[ [")
    #expect(program.state.week.first == .on("2026-03-02"))
  }
}

@Suite struct `The program's name` {
  private func renamed(as code: String = "MQ", _ keys: String = "") throws -> TestProgram {
    var program = try TestProgram.demo(as: code)
    try program.press("g s")
    program.state.setUp.setting = "programName"
    try program.press("<Enter> <Type:Cedar Harbor IOP> \(keys) <C-s>")
    return program
  }

  private func name(_ program: TestProgram, on date: String) -> String {
    program.state.data.programName(on: .on(date))
  }

  @Test func `is another from a day on, earlier days keep theirs`() throws {
    var program = try renamed()
    let old = program.state.data.program.name
    #expect(program.form == nil)
    #expect(name(program, on: "2026-03-11") == "Cedar Harbor IOP")
    #expect(name(program, on: "2026-03-10") == old)
    let setting = try #require(Setting.named("programName"))
    #expect(program.state.standing(of: setting).words == "Cedar Harbor IOP")
    #expect(program.state.status.text.hasPrefix("programName: changed from 2026-03-11."))
    try program.press("g d u")
    #expect(name(program, on: "2026-03-11") == old)
    #expect(program.state.standing(of: setting).words == old)
    try program.press("U")
    #expect(name(program, on: "2026-03-11") == "Cedar Harbor IOP")
  }

  @Test func `stands in its form as it is, for typing another`() throws {
    var program = try TestProgram.demo(as: "MQ")
    program.state.setUp.setting = "programName"
    try program.press("g s")
    program.state.setUp.setting = "programName"
    try program.press("<Enter>")
    #expect(program.form?.field.line.text == program.state.data.program.name)
    try program.press("<C-u> <Type: > <C-s>")
    #expect(program.form?.field.problem != nil)
    let long = String(repeating: "x", count: 81)
    try program.press("<C-u> <Type:\(long)> <C-s>")
    #expect(program.form?.field.problem == "Allowed: a line of at most 80 letters.")
  }

  @Test func `is for supervisors to change`() throws {
    let program = try renamed(as: "TB")
    #expect(!program.effects.contains { if case .saveRules = $0 { true } else { false } })
    #expect(name(program, on: "2026-03-11") == program.state.data.program.name)
  }

  @Test func `has the time zone below it, which stays`() throws {
    var program = try TestProgram.demo(as: "MQ")
    try program.press("g s")
    program.state.setUp.setting = "timeZone"
    let setting = try #require(Setting.named("timeZone"))
    #expect(program.state.standing(of: setting).words == "America/New_York")
    try program.press("<Enter>")
    #expect(program.state.prompt == nil)
    #expect(program.state.status.text.hasPrefix("It stays: every stored day"))
  }
}

@Suite struct `What a setting does at once` {
  /// The demo with other rules since its day.
  private func demo(_ change: (inout RuleSet) -> Void) throws -> TestProgram {
    var program = try TestProgram.demo()
    program.state.data.ruleSets = program.state.data.ruleSets(
      changedFrom: .on("2026-03-11"),
      as: RuleSetID("rs_today"),
      of: { _ in true },
      change
    )
    return program
  }

  @Test func `a reason of the agency's own ends a stay, and is said as it was typed`() throws {
    var program = try demo { $0.dischargeReasons = ["Moved away"] }
    try program.press("g c * / <Type:C06> <Enter> . x <C-s> m <C-s> d")
    let client = try #require(program.client("C06"))
    let stay = try #require(program.state.data.stays(of: client).last)
    #expect(stay.dischargedOn == .on("2026-03-11"))
    #expect(stay.dischargeReason == .unknown("Moved away"))
    #expect(program.state.status.text.contains("discharged Wed 11 Mar 2026, Moved away"))
  }

  @Test func `a caseload over its cap says so`() throws {
    for (cap, words) in [(24, "cap 24"), (1, "over the cap of 1")] {
      var program = try demo { $0.caseloadCap = cap }
      try program.press("g c")
      program.state.clients.showsAll = false
      #expect(program.state.caseloadWords?.hasSuffix(words) == true)
      program.state.clients.showsAll = true
      #expect(program.state.caseloadWords == nil)
    }
  }

  @Test func `own words stand behind the known ones, none twice`() {
    let own = FormChoices.adding(["Moved away", "other"], to: FormChoices.dischargeReasons)
    #expect(own.count == DischargeReason.allCases.count + 1)
    #expect(own.last == Choice("Moved away", "Moved away"))
  }
}

extension TestProgram {
  /// Puts choices into a field of the open form.
  fileprivate mutating func choose(_ ids: [String], in id: FieldID) {
    guard case .form(var form) = state.prompt,
      let place = form.fields.firstIndex(where: { $0.id == id })
    else { return }
    form.fields[place].chosen = ids.map { Choice($0, $0) }
    state.prompt = .form(form)
  }
}
