/// Wrong signing PINs in a row, and how long after them no other one is tried.
///
/// Two cost nothing, since fingers slip; each further one twice as long as the one before. Nothing that was
/// typed is kept.
///
/// - Source: `interface.md` 4.8, "3 tries, then a short wait".
package struct PINTries: Sendable {
  private static let free = 2
  private static let longestWait = 30

  private var wrong: [StaffID: Int] = [:]
  private var refusesUntil: [StaffID: Int] = [:]

  package init() {}

  /// How long somebody is refused still.
  ///
  /// - Parameters:
  ///   - person: Whose PIN is to be tried.
  ///   - now: In milliseconds of a clock that nobody sets.
  /// - Returns: Seconds; nil where a PIN may be tried.
  package func wait(of person: StaffID, at now: Int) -> Int? {
    guard let until = refusesUntil[person], until > now else { return nil }
    return (until - now + 999) / 1000
  }

  /// Remembers how a try went.
  ///
  /// - Parameters:
  ///   - isRight: Whether it was the PIN.
  ///   - person: Whose PIN it was to be.
  ///   - now: In milliseconds, as for `wait`.
  /// - Returns: How many seconds to wait before the next one; nil for none.
  package mutating func record(isRight: Bool, of person: StaffID, at now: Int) -> Int? {
    guard !isRight else {
      (wrong[person], refusesUntil[person]) = (nil, nil)
      return nil
    }
    let count = wrong[person, default: 0] + 1
    wrong[person] = count
    guard count > Self.free else { return nil }
    let seconds = min(Self.longestWait, 1 << min(count - Self.free, 5))
    refusesUntil[person] = now + 1000 * seconds
    return seconds
  }
}

extension AuditEvent {
  /// That a wrong signing PIN was given, for one's own name.
  package static func wrongPIN(of person: StaffID, at now: Instant) -> AuditEvent {
    AuditEvent(
      at: now,
      by: person,
      action: .known(.loginFailed),
      entity: .staff(person),
      detail: "signing PIN"
    )
  }
}
