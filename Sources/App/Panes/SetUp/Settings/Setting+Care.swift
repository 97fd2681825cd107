// Data table.
import Domain

extension Setting {
  static let care: [Setting] = [
    Setting(
      "individualGapWarnDays",
      "Individual: mention after",
      "BR-20",
      .number(\.individualGapWarnDays, 1...60),
      "Days without an individual session."
    ),
    Setting(
      "individualGapAlertDays",
      "Individual: alert after",
      "BR-20",
      .number(\.individualGapAlertDays, 1...90),
      "Days without an individual session."
    ),
    Setting(
      "individualGapBreachDays",
      "Individual: breach after",
      "BR-20",
      .number(\.individualGapBreachDays, 1...120),
      "Days without an individual session."
    ),
    Setting(
      "caseloadCap",
      "Caseload",
      "BR-09",
      .number(\.caseloadCap, 1...200),
      "The most clients in care that one counselor should have; shown with one's own clients."
    ),
    Setting(
      "planInitialDueDays",
      "First plan due after",
      "BR-41",
      .orOff(\.planInitialDueDays, 1...90),
      "Days after the admission. Asked for in programs that keep plans here: "
        + "where no client has one, nothing is due."
    ),
    Setting(
      "planReviewDays",
      "Plan review every",
      "BR-42",
      .number(\.planReviewDays, 7...365),
      "Days from the plan's first day, or from the last plan review that was kept, "
        + "where the plan itself names no day."
    ),
    Setting(
      "asamReassessDays",
      "ASAM reassessment every",
      "BR-43",
      .orOff(\.asamReassessDays, 7...365),
      "Days after the last intake or reassessment that was kept; "
        + "where there was none in the stay, after the admission."
    ),
    Setting(
      "familyContactEveryDays",
      "Family session every",
      "BR-20",
      .orOff(\.familyContactEveryDays, 7...365),
      "Days after the last family session that was kept; "
        + "where there was none in the stay, after the admission."
    ),
    Setting(
      "asamEdition",
      "ASAM edition",
      "state",
      .number(\.asamEdition, 3...4),
      "Whose names of levels and dimensions are used."
    ),
    Setting(
      "referralSources",
      "More referral sources",
      "agency",
      .ownWords(\.referralSources),
      "Words of your own beside those of TEDS, offered at an admission."
    ),
    Setting(
      "dischargeReasons",
      "More discharge reasons",
      "agency",
      .ownWords(\.dischargeReasons),
      "Words of your own beside those of TEDS, offered at a discharge."
    ),
  ]
}
