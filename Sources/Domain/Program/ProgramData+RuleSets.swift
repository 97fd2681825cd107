/// Rules that change from a day on.
extension ProgramData {
  /// The rule sets with a change from a day on: the set that held then ends the day before, and the
  /// sets that begin later are changed too.
  ///
  /// - Parameters:
  ///   - date: The first day on which the change holds.
  ///   - id: Of the set that begins then, where none does yet.
  ///   - change: What becomes otherwise.
  /// - Returns: All sets, by their first days.
  package func ruleSets(
    changedFrom date: CalendarDate,
    as id: RuleSetID,
    _ change: (inout RuleSet) -> Void
  ) -> [RuleSet] {
    var sets = ruleSets.isEmpty ? [.standard] : ruleSets
    let held = rules(on: date)
    for place in sets.indices where sets[place].effectiveFrom >= date { change(&sets[place]) }
    if !sets.contains(where: { $0.effectiveFrom == date }) {
      if let place = sets.firstIndex(where: { $0.id == held.id }) {
        sets[place].effectiveTo = date.adding(days: -1)
      }
      var next = held.beginning(on: date, as: id)
      change(&next)
      sets.append(next)
    }
    return sets.sorted { ($0.effectiveFrom, $0.id) < ($1.effectiveFrom, $1.id) }
  }
}
