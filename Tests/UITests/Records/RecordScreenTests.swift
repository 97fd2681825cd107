import Domain
import Support
import TerminalCore
import Testing
import UI

@testable import App

@Suite struct `Screens of records` {
  private static let sizes = [
    Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50),
  ]

  private func state(_ size: Size, _ keys: String) throws -> AppState {
    var state = DemoState.day(columns: size.columns, rows: size.rows)
    try state.press(keys)
    return state
  }

  private func lines(of frame: Frame) -> [String] {
    frame.buffer.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func expect(_ keys: String, _ name: String, _ size: Size) throws {
    let frame = render(try state(size, keys), borders: .line)
    try expectScreen(frame, "\(name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes)
  func `show all clients`(size: Size) throws { try expect("g c * j j", "clients", size) }

  @Test(arguments: sizes)
  func `show the card of a client`(size: Size) throws {
    try expect("g c * j j j <Enter> j j", "card", size)
  }

  @Test(arguments: sizes)
  func `show a client's history`(size: Size) throws {
    try expect("g c * j j j <Enter> <Tab> j", "card-history", size)
  }

  @Test(arguments: Array(sizes.prefix(2)))
  func `show what is known of a stay, and its form`(size: Size) throws {
    let down = Array(repeating: "j", count: 18).joined(separator: " ")
    try expect("g c * / <Type:C13> <Enter> <Enter> " + down, "card-stay", size)
    try expect("g c * / <Type:C13> <Enter> . g", "form-stay", size)
    try expect("g c * / <Type:C13> <Enter> . g <Tab> <Tab> <Tab>", "form-stay-diagnoses", size)
  }

  @Test(arguments: sizes)
  func `show the team's sheet`(size: Size) throws { try expect("g m j j j j j", "team", size) }

  @Test(arguments: sizes)
  func `show what is due about clients`(size: Size) throws {
    try expect("g q <Tab> j", "to-do-clients", size)
  }

  @Test(arguments: Array(sizes.prefix(2)))
  func `ask what came of an attempt, and before a discharge`(size: Size) throws {
    try expect("g c * / <Type:C06> <Enter> o", "outreach-menu", size)
    try expect("g c * / <Type:C06> <Enter> .", "client-menu", size)
    try expect("g c * / <Type:C06> <Enter> . x <Down> t <C-s>", "discharge", size)
  }

  @Test func `leave no row of the team's sheet empty while there are more clients`() throws {
    for keys in ["g m", "g m j j", "g m j j j j j j"] {
      let frame = render(try state(Self.sizes[1], keys), borders: .line)
      let box = lines(of: frame).dropFirst(2).prefix { !$0.hasPrefix("╰") && !$0.hasPrefix("└") }
      let blank = box.filter { $0.allSatisfy { $0 == "│" || $0 == " " } }
      #expect(blank.count == 1, "\(keys): \(blank.count)")
    }
  }

  @Test func `show the days on which a group meets now, and what comes`() throws {
    var state = try state(Self.sizes[1], "g r")
    var group = try #require(state.data.groups.values.first { $0.code == "G01" })
    let days = TypedWeekdays.words(group.weekdays)
    group.past = [PastPlan(group, until: .on("2026-03-15"))]
    group.weekdays = [.tuesday]
    state.data.groups[group.id] = group
    let lines = self.lines(of: render(state, borders: .line))
    #expect(lines.contains { $0.contains("G01") && $0.contains(days) })
    #expect(lines.contains { $0.contains("From Mon 16 Mar 2026: Tue \(group.start)-") })
  }

  @Test(arguments: sizes)
  func `show the groups`(size: Size) throws { try expect("g r j", "groups", size) }

  @Test(arguments: sizes)
  func `show the calendar`(size: Size) throws {
    try expect("c *", "calendar", size)
    try expect("c * <Tab> j", "calendar-week", size)
    var state = try state(size, "c j j j")
    state.data.keep(
      CalendarEntry(date: .on("2026-04-01"), kind: .known(.shortDay), note: "Open until 12")
    )
    try expectScreen(
      render(state, borders: .line),
      "calendar-short-day-\(size.columns)x\(size.rows)"
    )
  }

  @Test(arguments: Array(sizes.prefix(2)))
  func `ask for a client's contacts and times`(size: Size) throws {
    let client = "g c * / <Type:C04> <Enter>"
    try expect("\(client) . f", "form-client-facts", size)
    try expect("\(client) . f <Tab> <Tab>", "form-client-facts-phones", size)
    try expect(
      "\(client) . f <Enter> <Type:fri 9> <Tab> <Type:Sadie Sample, sister> <C-s>",
      "form-client-facts-refused",
      size
    )
    var state = try state(size, "\(client) <Enter>")
    let id = try #require(state.card.client)
    state.data.clients[id]?.supports = [SupportPerson(name: "Sadie Sample", relation: "sister")]
    state.data.clients[id]?.language = "es"
    state.data.clients[id]?.interpreterNeeded = true
    let frame = render(state, borders: .line)
    try expectScreen(frame, "card-facts-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: Array(sizes.prefix(2)))
  func `show staff and rooms`(size: Size) throws {
    try expect("g r <Tab>", "staff", size)
    try expect("g r <Tab> <Tab>", "rooms", size)
    try expect("g r <Tab> <Tab> <Tab>", "closed-days", size)
  }

  @Test(arguments: Array(sizes.prefix(2)))
  func `show settings, and what can be written out`(size: Size) throws {
    try expect("g s j j", "settings", size)
    try expect("g s <Enter>", "form-setting", size)
    try expect("w", "menu-write-out", size)
    try expect("w a", "form-write-out", size)
  }

  @Test(arguments: Array(sizes.prefix(2)))
  func `show what an import would do`(size: Size) throws {
    for (isRefused, name) in [(false, "import"), (true, "import-refused")] {
      var state = try state(size, "g r")
      let lines = (1...30).map { "clients.csv, line \($0): C\($0)" }
      let preview = ImportPreview(path: "in", lines: lines, isRefused: isRefused, isNews: true)
      _ = reduce(&state, .importRead(preview), at: DemoState.now)
      let frame = render(state, borders: .line)
      try expectScreen(frame, "\(name)-\(size.columns)x\(size.rows)")
    }
  }

  @Test(arguments: Array(sizes.prefix(2)))
  func `say what to do where there is nothing yet`(size: Size) throws {
    let data = ProgramData(standing: ProgramBuilder().snapshot)
    for (keys, name) in [
      ("g c", "clients"), ("g r", "groups"), ("g d", "day"), ("g r .", "ready-week"),
      ("g r . b", "clients-menu"), ("g r . d a <Type:Ann> <PgDn>", "form-client"),
    ] {
      var state = AppState(data: data, now: DemoState.now, size: size, seed: 1)
      state.data.load(week: data.weekStart(of: state.today), sessions: [], appointments: [])
      _ = state.begin(as: .of("TB"))
      try state.press(keys)
      let frame = render(state, borders: .line)
      try expectScreen(frame, "empty-\(name)-\(size.columns)x\(size.rows)")
    }
  }

  @Test func `hold any size`() throws {
    for keys in [
      "g c *", "g c * <Enter>", "g c * <Enter> <Tab>", "g r", "g r <Tab>", "c *", "c <Tab>",
    ] {
      var state = try state(Size(columns: 80, rows: 24), keys)
      for columns in [60, 73, 79, 80, 99, 140, 200] {
        for rows in [16, 17, 20, 24, 60] {
          state.size = Size(columns: columns, rows: rows)
          let frame = render(state, borders: .line)
          #expect(state.size.rect.contains(frame.cursor), "\(keys) at \(columns)x\(rows)")
        }
      }
    }
  }

  @Test func `show who supports a client by name only with full names`() throws {
    var state = try state(Size(columns: 100, rows: 40), "g c * <Enter>")
    let client = try #require(state.card.client)
    state.data.clients[client]?.supports = [SupportPerson(name: "Sadie Sample", relation: "sister")]
    #expect(render(state, borders: .line).buffer.text.contains("sister"))
    #expect(!render(state, borders: .line).buffer.text.contains("Sadie"))
    state.showsFullNames = true
    #expect(render(state, borders: .line).buffer.text.contains("Sadie Sample, sister"))
  }

  @Test func `show no last name until full names are asked for`() throws {
    for keys in ["g c *", "g c * <Enter>", "g r", "c *"] {
      let text = render(try state(Size(columns: 160, rows: 50), keys), borders: .line).buffer.text
      for client in DemoState.data.clients.values where client.legalLast.count > 4 {
        let isShown = text.contains(" \(client.legalLast)")
        #expect(!isShown, "\(client.mrn) in \(keys)")
      }
    }
  }
}
