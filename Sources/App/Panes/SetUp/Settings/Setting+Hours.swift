// Data table.
import Domain

extension Setting {
  static let hours: [Setting] = [
    Setting(
      "minWeeklyMinutesAdult",
      "Weekly minimum, adults",
      "BR-01",
      .number(\.minWeeklyMinutesAdult, 0...1_200),
      "Minutes of service that an adult at a level with a minimum gets each week."
    ),
    Setting(
      "minWeeklyMinutesAdolescent",
      "Weekly minimum, adolescents",
      "BR-01",
      .number(\.minWeeklyMinutesAdolescent, 0...1_200),
      "The same for those under the age of the next setting."
    ),
    Setting(
      "adolescentUnderAge",
      "Adolescent under",
      "BR-03",
      .number(\.adolescentUnderAge, 12...25),
      "Whoever is younger has the adolescents' minimum."
    ),
    Setting(
      "levelsWithMinimum",
      "Levels with a minimum",
      "BR-01",
      .list(\.levelsWithMinimum, LevelOfCarePeriod.known),
      "The levels of care to which the weekly minimum belongs."
    ),
    Setting(
      "maxWeeklyMinutes",
      "Weekly maximum",
      "BR-02",
      .number(\.maxWeeklyMinutes, 300...2_400),
      "More minutes than these don't belong to this level."
    ),
    Setting(
      "alertWeeklyMinutes",
      "Level 2.5 from",
      "BR-02",
      .number(\.alertWeeklyMinutes, 300...2_400),
      "Minutes from which a week belongs to level 2.5."
    ),
    Setting(
      "tightSlackMinutes",
      "Tight below",
      "BR-10",
      .number(\.tightSlackMinutes, 0...240),
      "A week with less to spare than these minutes is tight."
    ),
    Setting(
      "weekStart",
      "Week begins on",
      "BR-06",
      .weekday(\.weekStart),
      "From a day of that name on; the week before it ends the day before."
    ),
    Setting(
      "minDaysPerWeek",
      "Days a week",
      "BR-04",
      .number(\.minDaysPerWeek, 1...7),
      "On how many days a week services are due at least."
    ),
    Setting(
      "maxConsecutiveGapDays",
      "Longest gap",
      "BR-04",
      .orOff(\.maxConsecutiveGapDays, 1...7),
      "So many days may lie between two of service."
    ),
    Setting(
      "minDayMinutesAdult",
      "Minutes a day, adults",
      "BR-04",
      .number(\.minDayMinutesAdult, 0...600),
      "What makes a day of service whole."
    ),
    Setting(
      "minDayMinutesAdolescent",
      "Minutes a day, adolescents",
      "BR-04",
      .number(\.minDayMinutesAdolescent, 0...600),
      "What makes a day of service whole."
    ),
    Setting(
      "transitionMaxDays",
      "Transition",
      "BR-07",
      .number(\.transitionMaxDays, 0...60),
      "For so many days of a step down or up the minimum is excused."
    ),
    Setting(
      "uncountedServices",
      "Services that don't count",
      "BR-05",
      .list(\.uncountedServices, serviceKinds),
      "Kinds of groups and appointments that never count toward the hours; "
        + "a group that doesn't count by itself stays so."
    ),
  ]

  /// The stored words of all kinds of groups and appointments.
  private static let serviceKinds =
    GroupType.allCases.map(\.rawValue) + AppointmentKind.allCases.map(\.rawValue)
}
