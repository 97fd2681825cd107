// Data table.
import Domain

extension Setting {
  static let later: [Setting] = [
    Setting(
      "clientSignatureRequired",
      "Client signs the plan",
      "BR-41",
      .truth(\.later.clientSignatureRequired),
      "Whether a plan needs the client's signature."
        + " Kept here, and applied nowhere yet."
    ),
    Setting(
      "verbalAllowed",
      "Spoken consent to a plan",
      "state",
      .word(\.later.verbalAllowed, LaterRules.verbalWords),
      "When a spoken yes stands for the signature."
        + " Kept here, and applied nowhere yet."
    ),
    Setting(
      "udsPerWeek",
      "Drug screens a week",
      "court",
      .number(\.later.udsPerWeek, 0...7),
      "How many are asked for."
        + " Kept here, and applied nowhere yet."
    ),
    Setting(
      "udsPanel",
      "Panel",
      "court",
      .word(\.later.udsPanel, LaterRules.panels),
      "What a drug screen looks for."
        + " Kept here, and applied nowhere yet."
    ),
    Setting(
      "udsObserved",
      "Observed",
      "policy",
      .word(\.later.udsObserved, LaterRules.observedWords),
      "How a specimen is given."
        + " Kept here, and applied nowhere yet."
    ),
    Setting(
      "consentExpiry",
      "Consent ends",
      "BR-50",
      .word(\.later.consentExpiry, LaterRules.expiryWords),
      "When a consent ends that names no other end."
        + " Kept here, and applied nowhere yet."
    ),
    Setting(
      "aftercareSchedule",
      "Aftercare check-ins",
      "agency",
      .line(\.later.aftercareSchedule, LaterRules.longestSchedule),
      "How often somebody asks after the discharge."
        + " Kept here, and applied nowhere yet."
    ),
    Setting(
      "retentionYears",
      "Records kept for",
      "state",
      .number(\.later.retentionYears, 1...30),
      "Years after the last service. Nothing is ever deleted by the program."
        + " Kept here, and applied nowhere yet."
    ),
  ]
}
