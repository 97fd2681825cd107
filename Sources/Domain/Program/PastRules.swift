/// All rule sets as they stood until a moment.
package struct PastRules: Hashable, Sendable {
  package var sets: [RuleSet]
  /// From then on others stood there.
  package var until: Instant

  package init(_ sets: [RuleSet], until: Instant) {
    self.sets = sets
    self.until = until
  }
}

extension ProgramData {
  /// The rules as they stood at a moment, where what they were is read; else as they are.
  ///
  /// The days of weeks stay those of the present: the loaded weeks are cut by them.
  func ruleSets(asOf moment: Instant) -> [RuleSet] {
    guard let then = pastRules?.first(where: { moment < $0.until }) else { return ruleSets }
    return then.sets.map { set in
      var set = set
      set.weekStart = rules(on: set.effectiveFrom).weekStart
      return set
    }
  }
}
