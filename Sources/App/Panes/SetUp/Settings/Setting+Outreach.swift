// Data table.
import Domain

extension Setting {
  static let outreach: [Setting] = [
    Setting(
      "outreachFirstMinutes",
      "First attempt within",
      "BR-21",
      .number(\.outreachFirstMinutes, 0...1_440),
      "Minutes after the end of what was missed. The second is at noon of the next business day."
    ),
    Setting(
      "outreachThirdHours",
      "Third attempt within",
      "BR-21",
      .number(\.outreachThirdHours, 1...336),
      "Hours after the end of what was missed."
    ),
    Setting(
      "outreachAttempts",
      "Attempts before the letter",
      "BR-21",
      .number(\.outreachAttempts, RuleSet.outreachAttemptsRange),
      "From the fourth on each is at noon of the next business day."
    ),
    Setting(
      "outreachLetterDays",
      "Letter after",
      "BR-21",
      .number(\.outreachLetterDays, 1...60),
      "Days after the first day that was missed."
    ),
    Setting(
      "teamReviewMissedDays",
      "Team review: missed days",
      "BR-21",
      .number(\.teamReviewMissedDays, 1...30),
      "So many missed days in a row, and the team talks about a client."
    ),
    Setting(
      "teamReviewContactDays",
      "Team review: no contact",
      "BR-21",
      .number(\.teamReviewContactDays, 1...60),
      "So many days without contact, and the team talks about a client."
    ),
    Setting(
      "dischargeDecisionDays",
      "Discharge decision after",
      "BR-21",
      .number(\.dischargeDecisionDays, 1...120),
      "Days without contact (AWOL) until the team decides about the end of the stay."
    ),
  ]
}
