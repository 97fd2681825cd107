import Domain

/// What a request was refused with; nil where it was done.
func refusal(_ work: () throws(RuleViolation) -> Void) -> RuleViolation? {
  do throws(RuleViolation) {
    try work()
    return nil
  } catch { return error }
}

func fact(_ work: () throws(RuleViolation) -> Void) -> RecordFact? {
  guard case .fact(let fact, _) = refusal(work) else { return nil }
  return fact
}
