import Domain

/// Rules for treatment plans.
extension Findings {
  mutating func checkPlans(_ index: RecordIndex) {
    for plan in index.snapshot.plans {
      let place = RecordPlace.plan(plan.id, of: plan.clientID)
      if !index.has(plan.episodeID, of: plan.clientID) {
        leadsNowhere(place, "episodeID", plan.episodeID.rawValue)
      }
      if let end = plan.effectiveTo, end < plan.effectiveFrom {
        breaks(place, "a plan ends before it begins.", advice: "Correct its dates.")
      }
      if Set(plan.objectives.map(\.id)).count < plan.objectives.count {
        breaks(
          place,
          "two of its objectives have one identifier.",
          advice: "Give one of them a new one."
        )
      }
    }
    let inForce = index.snapshot.plans.filter { !$0.isWithdrawn }
    let plans = Dictionary(grouping: inForce, by: \.clientID)
    for (_, list) in plans.sorted(by: { $0.0 < $1.0 }) {
      let list = list.sorted { ($0.effectiveFrom, $0.version) < ($1.effectiveFrom, $1.version) }
      for (plan, next) in zip(list, list.dropFirst()) where plan.isActive(on: next.effectiveFrom) {
        breaks(
          .plan(next.id, of: next.clientID),
          "it begins on \(next.effectiveFrom), while \(plan.id) is in force.",
          advice: "Let the first end the day before the second begins."
        )
      }
    }
  }
}
