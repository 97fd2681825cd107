import Domain

/// Treatment plans: an objective in each row, all rows of a client one plan.
extension Importer {
  mutating func takePlan(_ row: inout ImportRow) {
    let client = clientID(in: &row)
    let problem = row.text("problem")
    let goal = row.text("goal")
    let objective = row.text("objective")
    let dimension = row.optionalValue("dimension", "a number from 1 to 6") { text in
      ImportRow.count(text).flatMap { (1...6).contains($0) ? $0 : nil }
    }
    let target = row.optionalDate("targetDate")
    let from = row.optionalDate("from")
    guard let client, let place = plan(of: client, from: from, in: &row) else { return }
    guard let problem, let goal, let objective else { return }
    let isNew = plans[place].add(
      PlanObjective(id: makeIDs.next(.objective), text: objective, targetDate: target),
      goal: goal,
      problem: problem,
      dimension: dimension
    )
    if !isNew { row.fail("objective", "it stands in this goal already") }
  }

  /// The client's plan of this file, begun with the client's first row.
  private mutating func plan(
    of client: ClientID,
    from: CalendarDate?,
    in row: inout ImportRow
  ) -> Int? {
    if let place = plans.firstIndex(where: { $0.clientID == client }) {
      if let from, from != plans[place].effectiveFrom {
        row.fail("from", "the client's plan begins on \(plans[place].effectiveFrom) above")
      }
      return place
    }
    guard let episode = episode(of: client, from: from, in: &row) else { return nil }
    let earlier = existing.plans.filter { $0.clientID == client && !$0.isWithdrawn }
    let start = from ?? episode.admittedOn
    if let last = earlier.map(\.effectiveFrom).max(), last >= start {
      row.fail("from", "the client has a plan from \(last) on; a new one begins later")
      return nil
    }
    plans.append(
      TreatmentPlan(
        id: makeIDs.next(.plan),
        clientID: client,
        episodeID: episode.id,
        version: (earlier.map(\.version).max() ?? 0) + 1,
        effectiveFrom: start
      )
    )
    return plans.count - 1
  }

  private mutating func episode(
    of client: ClientID,
    from: CalendarDate?,
    in row: inout ImportRow
  ) -> Episode? {
    if let from { return episode(of: client, on: from, "from", in: &row) }
    if let open = episodes[client]?.last(where: { $0.dischargedOn == nil }) { return open }
    if !unclear.contains(client) { row.fail("mrn", "the client has no open episode") }
    return nil
  }

  /// Ends the plans that the new ones follow.
  mutating func finishPlans() {
    for plan in plans {
      for var earlier in existing.plans
      where earlier.clientID == plan.clientID && !earlier.isWithdrawn
        && earlier.isActive(on: plan.effectiveFrom)
      {
        earlier.effectiveTo = plan.effectiveFrom.adding(days: -1)
        result.plans.append(earlier)
      }
      result.plans.append(plan)
    }
  }
}

extension TreatmentPlan {
  /// Adds an objective under its goal and problem; false where it is there already.
  fileprivate mutating func add(
    _ objective: PlanObjective,
    goal: String,
    problem: String,
    dimension: Int?
  ) -> Bool {
    var index = problems.firstIndex { $0.statement == problem } ?? problems.count
    if index == problems.count { problems.append(PlanProblem(statement: problem)) }
    if let dimension { problems[index].dimension = dimension }
    let place = index
    index = problems[place].goals.firstIndex { $0.text == goal } ?? problems[place].goals.count
    if index == problems[place].goals.count { problems[place].goals.append(PlanGoal(text: goal)) }
    guard !problems[place].goals[index].objectives.contains(where: { $0.text == objective.text })
    else { return false }
    problems[place].goals[index].objectives.append(objective)
    return true
  }
}
