// Data table.
import Domain

extension Setting {
  static let groups: [Setting] = [
    Setting(
      "capCounseling",
      "Places, counseling groups",
      "BR-17",
      .number(\.capCounseling, 2...60),
      "The most clients in a group for counseling."
    ),
    Setting(
      "capCounselingIsHard",
      "Counseling: beyond its places",
      "BR-17",
      .hardness(\.capCounselingIsHard),
      "Hard asks for a reason before one more is marked, soft shows it. "
        + "A group with fewer places has its own kind."
    ),
    Setting(
      "capEducation",
      "Places, education groups",
      "BR-17",
      .number(\.capEducation, 2...100),
      "The most clients in a group for education."
    ),
    Setting(
      "capEducationIsHard",
      "Education: beyond its places",
      "BR-17",
      .hardness(\.capEducationIsHard),
      "Hard asks for a reason before one more is marked, soft shows it. "
        + "A group with fewer places has its own kind."
    ),
    Setting(
      "capFamily",
      "Places, family groups",
      "BR-17",
      .number(\.capFamily, 2...100),
      "The most people in a group with families."
    ),
    Setting(
      "capFamilyIsHard",
      "Family: beyond its places",
      "BR-17",
      .hardness(\.capFamilyIsHard),
      "Hard asks for a reason before one more is marked, soft shows it. "
        + "A group with fewer places has its own kind."
    ),
    Setting(
      "minGroup",
      "Fewest in a group",
      "BR-16",
      .number(\.minGroup, 1...10),
      "With fewer it isn't a group."
    ),
    Setting(
      "perDiemMinMinutes",
      "Per-diem day",
      "BR-48",
      .number(\.perDiemMinMinutes, 0...600),
      "Credited minutes that make a day billable as a whole."
    ),
    Setting(
      "perDiemPartial",
      "Day below the minutes",
      "BR-48",
      .word(\.perDiemPartial.stored, PartialDay.allCases.map(\.rawValue)),
      "What it takes of an authorization of days: none and components nothing, "
        + "half a half with half of the minutes."
    ),
    Setting(
      "unitRounding",
      "Rounding of units",
      "BR-46",
      .word(\.unitRounding.stored, UnitRounding.allCases.map(\.rawValue)),
      "How minutes become quarters of an hour of an authorization. Over whole minutes "
        + "all but whole_units_only come to the same; payers name them apart."
    ),
  ]
}
