/// Rules of parts that this version doesn't have: they are kept, dated and shown, and applied nowhere.
///
/// - Source: `domain.md` 6.
package struct LaterRules: Hashable, Sendable {
  /// Whether a plan needs the client's signature, and when a spoken yes is enough.
  package var clientSignatureRequired = true
  package var verbalAllowed = "telehealth"
  package var udsPerWeek = 1
  package var udsPanel = "12-panel"
  package var udsObserved = "monitored"
  /// When a consent ends that names no other end.
  package var consentExpiry = "end_of_treatment"
  package var retentionYears = 7
  package var aftercareSchedule = "weekly x12, every 2 weeks to month 12, then monthly"

  package init() {}

  package static let verbalWords = ["no", "telehealth", "always"]
  package static let panels = ["5-panel", "10-panel", "12-panel", "14-panel"]
  package static let observedWords = ["observed", "monitored", "unobserved"]
  package static let expiryWords = ["end_of_treatment", "90_days", "1_year"]
  package static let longestSchedule = 100
}
