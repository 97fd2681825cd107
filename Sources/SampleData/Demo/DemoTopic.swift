// Data table: what the demo's teaching groups were about, week by week from 2026-01-12.

import Domain

/// The curriculum: twelve weeks of recovery education, of which the demo's book has nine.
enum DemoTopic {
  /// The topic of a group's meetings in a week of the book; nil for groups without a curriculum.
  static func topic(group: Int, week: Int) -> String? {
    switch group {
    case 2, 6: relapsePrevention[week]
    case 3, 7: education[week]
    case 4, 8: skills[week]
    default: nil
    }
  }

  /// A group's curriculum, beginning with its first week; empty for groups without one.
  static func curriculum(group: Int) -> [String] {
    switch group {
    case 2, 6: relapsePrevention
    case 3, 7:
      Array(education[4...]) + [
        "Week 6 — Health and the body", "Week 7 — Friends and mutual help",
        "Week 8 — Telling others",
      ] + Array(education[..<4])
    case 4, 8: skills
    default: []
    }
  }

  private static let education = [
    "Week 9 — Families, roles and boundaries",
    "Week 10 — Medicines that help",
    "Week 11 — Work, money and free time",
    "Week 12 — Looking back, planning on",
    "Week 1 — What addiction is",
    "Week 2 — Triggers and cravings",
    "Week 3 — The first months of recovery",
    "Week 4 — Feelings and their names",
    "Week 5 — Stress, sleep and the brain",
  ]

  private static let relapsePrevention = [
    "Early warning signs",
    "Saying no, and leaving",
    "A lapse and what comes next",
    "People, places and things",
    "The chain of small choices",
    "The emergency card",
    "Feelings that put me at risk",
    "A balanced day",
    "Mapping high-risk situations",
  ]

  private static let skills = [
    "Grounding",
    "Slow breathing",
    "Asking for help",
    "Setting boundaries",
    "Problem solving, step by step",
    "A routine for sleep",
    "Listening",
    "The thought record",
    "Urge surfing",
  ]

  /// Words for the notes of this week's process groups: about the client alone, with no name.
  static let lines: [String?] = [
    "Named two early warning signs of the last weekend.",
    nil,
    "Spoke about telling the family; set a small step for Friday.",
    "Quiet at first, then shared how the morning goes without drinking.",
    nil,
    "Asked for help with rides.",
    nil,
    "Used the breathing exercise when upset on the phone.",
    "Proud of the first free weekend.",
    nil,
  ]
}
