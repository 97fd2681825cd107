package import Domain

extension Demo {
  /// Everybody's treatment plan; the discharged client's ended with the stay.
  package static func plans(in snapshot: ProgramSnapshot) -> [TreatmentPlan] {
    var ids = IDMaker(seed: 0xCEDA_0000_2026_0313)
    var plans: [TreatmentPlan] = []
    for line in DemoPlanText.all.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      if words[0] == "@" {
        if let plan = emptyPlan(of: words[1], in: snapshot, &ids) { plans.append(plan) }
      } else if !plans.isEmpty {
        plans[plans.count - 1].add(words[0], words[1], &ids)
      }
    }
    return plans
  }

  private static func emptyPlan(
    of code: String,
    in snapshot: ProgramSnapshot,
    _ ids: inout IDMaker
  ) -> TreatmentPlan? {
    guard let place = snapshot.clients.firstIndex(where: { $0.mrn == code }),
      let episode = snapshot.episodes.first(where: { $0.clientID == snapshot.clients[place].id })
    else { return nil }
    let number = place + 1
    let from = planDate(of: number, admitted: episode.admittedOn)
    var plan = TreatmentPlan(
      id: ids.next(.plan),
      clientID: episode.clientID,
      episodeID: episode.id,
      version: 1 + CalendarDate.days(from: episode.admittedOn, to: from) / 28,
      effectiveFrom: from,
      nextReviewDue: from.adding(days: 30)
    )
    if let end = episode.dischargedOn {
      plan.effectiveTo = end
      plan.nextReviewDue = nil
    }
    return plan
  }

  /// The day of the last review: C15's next one is overdue since yesterday, C03's is tomorrow's.
  private static func planDate(of client: Int, admitted: CalendarDate) -> CalendarDate {
    switch client {
    case 3: .on(2026_02_10)
    case 15: .on(2026_02_08)
    default: max(admitted, .on(2026_02_16).adding(days: client * 5 % 11).weekdayBefore)
    }
  }
}

extension TreatmentPlan {
  /// Adds a line of the table: a problem with its dimension, a goal, or an objective.
  fileprivate mutating func add(_ word: String, _ text: String, _ ids: inout IDMaker) {
    if word == "problem" {
      let statement = text.split(separator: " ", maxSplits: 1).map(String.init)
      problems.append(PlanProblem(statement: statement[1], dimension: Int(statement[0])))
      return
    }
    guard let problem = problems.indices.last else { return }
    if word == "goal" {
      problems[problem].goals.append(PlanGoal(text: text))
    } else if let goal = problems[problem].goals.indices.last {
      problems[problem].goals[goal].objectives.append(
        PlanObjective(id: ids.next(.objective), text: text, targetDate: nextReviewDue)
      )
    }
  }
}
