/// Rules that may be set aside with a reason.
///
/// All that are in the way are asked about at once: a reason given for one must not set aside
/// another that nobody was shown.
extension SessionWork {
  /// Notes on the row that a rule is set aside, or remembers that a reason is wanted for it.
  ///
  /// A rule that was set aside for the row before isn't asked about again.
  mutating func setAside(
    _ rule: OverridableRule,
    for row: inout AttendanceRow,
    _ why: String
  ) {
    guard !row.overrides.contains(where: { $0.rule == .known(rule) }) else { return }
    guard let because else {
      if rule == .capacity { obstacles.removeAll { $0.rule == .capacity } }
      return obstacles.append(RuleObstacle(rule: rule, why: why))
    }
    row.overrides.append(
      RuleOverride(rule: .known(rule), reason: because, by: stamp.staff, at: stamp.madeAt)
    )
  }

  /// Asks for the reason that is missing, telling everything it is wanted for.
  func checkReason() throws(RuleViolation) {
    guard because == nil else { return }
    let isClosed = original.state.status == .completed
    guard let first = obstacles.first(where: { $0.rule == .lateLockout }) ?? obstacles.first else {
      if isClosed { throw .closedNeedsReason }
      return
    }
    var whys = isClosed ? ["This group is finished."] : []
    for obstacle in obstacles where !whys.contains(obstacle.why) { whys.append(obstacle.why) }
    throw .needsReason(first.rule, whys.joined(separator: " "))
  }
}

/// A rule in the way of a request, and how it is put to the person.
struct RuleObstacle {
  let rule: OverridableRule
  let why: String
}

extension AttendanceRow {
  /// Drops what was said about rules that no longer matter to the row.
  mutating func forgetOverrides(but kept: Set<OverridableRule> = []) {
    overrides.removeAll { override in
      override.rule.value.map { !kept.contains($0) } ?? false
    }
  }
}
