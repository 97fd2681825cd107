import App
import Domain
import Support
import Testing

@Suite struct `As it stood at a moment` {
  @Test func `a day is what it was after each of its changes`() throws {
    var program = try TestProgram.demo()
    var moments: [(at: Instant, plain: [String: [String]])] = []
    for keys in ["", "<Enter> n", "p", "u", "k x <Enter>", "<Esc> j <Enter> p"] {
      try program.press(keys)
      moments.append((program.now, program.state.data.plain))
      program.now = program.now.adding(seconds: 60)
      program.send(.ticked)
    }
    let different = Set(moments.map { $0.plain.values.flatMap(\.self).sorted() })
    #expect(different.count > 3)
    for moment in moments {
      #expect(program.state.data.asOf(moment.at).plain == moment.plain, "\(moment.at)")
    }
  }

  @Test func `what two people marked differently doesn't count before it was decided`() throws {
    var program = try TestProgram.demo()
    try program.press("<Enter> n")
    let row = try #require(program.row("C06"))
    let session = try #require(program.state.openSession)
    var late = row
    late.status = .present
    var entry = try #require(session.history.last)
    entry.at = entry.at.adding(seconds: 30)
    entry.kind = .differs
    entry.edit = .row(row.clientID, before: row, after: late)
    var both = session
    both.history.append(entry)
    #expect(both.asOf(session.history.last?.at ?? .latest).rows == session.rows)
    #expect(both.asOf(.latest).rows == session.rows)
  }

  @Test func `a record is what it was, and isn't there before it was made`() throws {
    let day = try #require(Instant("2026-03-01T12:00:00Z"))
    let first = Client(
      id: ClientID("cl_1"),
      mrn: "C99",
      legalFirst: "Ann",
      legalLast: "Oak",
      birthDate: .earliest
    )
    var renamed = first
    renamed.legalLast = "Elm"
    let edits = [
      RecordEdit(before: nil, after: first), RecordEdit(before: first, after: renamed),
      RecordEdit<Client>(before: renamed, after: nil),
    ]
    var client = renamed
    client.isWithdrawn = true
    client.history = edits.enumerated().map { place, edit in
      HistoryEntry(
        change: ChangeID("ch_\(place)"),
        order: place + 1,
        at: day.adding(seconds: 60 * place),
        by: StaffID("st_1"),
        kind: .done,
        reason: nil,
        edit: edit
      )
    }
    #expect(client.asOf(day.adding(seconds: -1)).isWithdrawn)
    #expect(client.asOf(day).bare == first)
    #expect(!client.asOf(day.adding(seconds: 59)).isWithdrawn)
    #expect(client.asOf(day.adding(seconds: 60)).bare == renamed)
    #expect(client.asOf(day.adding(seconds: 120)) == client)
  }

  @Test func `what was done about clients later, planned or begun later, isn't there yet`() throws {
    var program = try TestProgram.demo()
    let client = try #require(program.client("C06"))
    let stay = try #require(program.state.data.episodes.values.first { $0.clientID == client })
    let moment = program.now
    func attempt(_ id: String, at: Instant) -> FollowUp {
      FollowUp(
        id: FollowUpID(id),
        of: client,
        in: stay.id,
        kind: .known(.outreach),
        at: at,
        by: StaffID("st_1")
      )
    }
    program.state.data.keep(attempt("fu_1", at: moment.adding(seconds: -60)))
    program.state.data.keep(attempt("fu_2", at: moment.adding(seconds: 60)))
    func plan(_ id: String, _ version: Int, from: String, to: String?) -> TreatmentPlan {
      var plan = TreatmentPlan(
        id: PlanID(id),
        clientID: client,
        episodeID: stay.id,
        version: version,
        effectiveFrom: .on(from)
      )
      plan.effectiveTo = to.map { .on($0) }
      return plan
    }
    program.state.data.plans[client] = [
      plan("tp_1", 1, from: "2026-01-05", to: "2026-02-01"),
      plan("tp_2", 2, from: "2026-02-02", to: "2026-03-12"),
      plan("tp_3", 3, from: "2026-03-13", to: nil),
    ]
    let past = program.state.data.asOf(moment)
    #expect(past.followUps[FollowUpID("fu_1")] != nil)
    #expect(past.followUps[FollowUpID("fu_2")] == nil)
    let plans = try #require(past.plans[client])
    #expect(plans.map(\.version) == [1, 2])
    #expect(plans.map(\.effectiveTo) == [.on("2026-02-01"), nil])
    #expect(program.state.data.asOf(.latest).plans == program.state.data.plans)
  }
}
