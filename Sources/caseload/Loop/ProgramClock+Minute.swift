import Domain

extension ProgramClock {
  /// How long until the minute on the screen changes; nil for a clock that stands still.
  func millisecondsToNextMinute(at now: Instant) -> Int? {
    switch self {
    case .still: return nil
    case .real, .running:
      let seconds = now.secondsSince1970 - now.floorToMinute().secondsSince1970
      return Int(60 - seconds) * 1000 + 20
    }
  }
}
