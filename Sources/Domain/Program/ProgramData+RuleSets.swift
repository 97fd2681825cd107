/// Rules that change from a day on.
extension ProgramData {
  /// The rule sets with one value changed from a day on, until the next day from which it was to be
  /// another anyway: what is planned for later stays.
  ///
  /// - Parameters:
  ///   - date: The first day on which the change holds.
  ///   - id: Of the set that begins then, where none does yet.
  ///   - value: The value that becomes otherwise; sets that differ in it are left alone.
  ///   - change: What becomes otherwise.
  /// - Returns: All sets, by their first days.
  package func ruleSets(
    changedFrom date: CalendarDate,
    as id: RuleSetID,
    of value: (RuleSet) -> some Equatable,
    _ change: (inout RuleSet) -> Void
  ) -> [RuleSet] {
    var sets = ruleSets.isEmpty ? [.standard] : ruleSets
    let held = rules(on: date)
    if !sets.contains(where: { $0.effectiveFrom == date }) {
      if let place = sets.firstIndex(where: { $0.id == held.id }) {
        sets[place].effectiveTo = date.adding(days: -1)
      }
      sets.append(held.beginning(on: date, as: id))
    }
    sets.sort { ($0.effectiveFrom, $0.id) < ($1.effectiveFrom, $1.id) }
    let before = value(held)
    for place in sets.indices where sets[place].effectiveFrom >= date {
      guard value(sets[place]) == before else { break }
      change(&sets[place])
    }
    return sets
  }
}

extension [RuleSet] {
  /// The rule set in force on a date; the standard one where none is.
  package func inForce(on date: CalendarDate) -> RuleSet {
    var best: Int?
    for place in indices
    where self[place].effectiveFrom <= date && date <= (self[place].effectiveTo ?? date)
      && self[place].effectiveFrom >= self[best ?? place].effectiveFrom
    {
      best = place
    }
    return best.map { self[$0] } ?? .standard
  }
}
