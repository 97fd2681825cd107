/// What speaks against a level of care and never blocks it.
///
/// - Source: BR-08: placed by all dimensions, not by severity alone.
extension Episode {
  /// What to think about, a sentence each; empty where nothing speaks against the level.
  package func placementReminders(on date: CalendarDate) -> [String] {
    guard let level = level(on: date), level.provider == nil, let code = Double(level.level) else {
      return []
    }
    let severity = diagnoses.first(where: \.isPrimary)?.severity
    let cameFromMore = levels.contains { other in
      other.from < level.from && (Double(other.level).map { $0 > code } ?? false)
    }
    if severity == .severe, code < 2.5, !cameFromMore, !isInRemission {
      return ["Severe by its criteria: is \(level.level) enough by all dimensions?"]
    }
    if severity == .mild, code >= 2.5 {
      return ["Mild by its criteria: is \(level.level) needed by all dimensions?"]
    }
    return []
  }

  private var isInRemission: Bool {
    let remission = diagnoses.first(where: \.isPrimary)?.remission
    return remission == .known(.early) || remission == .known(.sustained)
  }
}
