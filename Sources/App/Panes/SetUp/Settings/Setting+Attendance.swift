// Data table.
import Domain

extension Setting {
  static let attendance: [Setting] = [
    Setting(
      "breakCreditable",
      "Breaks count",
      "BR-05",
      .truth(\.breakCreditable),
      "Whether a group's breaks count toward the hours."
    ),
    Setting(
      "stepOutIgnoreMinutes",
      "Stepping out",
      "BR-05",
      .number(\.stepOutIgnoreMinutes, 0...30),
      "Shorter absences from the room are not taken off."
    ),
    Setting(
      "allowedOverrunMinutes",
      "Overrun that counts",
      "BR-05",
      .number(\.allowedOverrunMinutes, 0...120),
      "Minutes after the planned end that still count."
    ),
    Setting(
      "graceLateMinutes",
      "Late after",
      "program",
      .number(\.graceLateMinutes, 0...60),
      "Coming so many minutes after the start is still on time."
    ),
    Setting(
      "graceEarlyMinutes",
      "Left early before",
      "program",
      .number(\.graceEarlyMinutes, 0...60),
      "Leaving so many minutes before the end is still the whole of it."
    ),
    Setting(
      "lateLockoutMinutes",
      "Not admitted after",
      "BR-23",
      .orOff(\.lateLockoutMinutes, 5...180),
      "Whoever comes later than this isn't let in."
    ),
    Setting(
      "creditsRemovedUntilDeparture",
      "Removed: time before counts",
      "BR-05",
      .truth(\.creditsRemovedUntilDeparture),
      "Whether minutes before somebody was asked to leave count."
    ),
    Setting(
      "cancelNoticeHours",
      "Cancelled in time",
      "BR-22",
      .number(\.cancelNoticeHours, 0...168),
      "Hours before the start; later is a late cancel."
    ),
    Setting(
      "lateCancelHalves",
      "Late cancel in a streak",
      "program",
      .number(\.lateCancelHalves, 0...2),
      "How many halves of a missed day a late cancel weighs."
    ),
    Setting(
      "excusedLowersAttendanceRate",
      "Excused lowers the rate",
      "program",
      .truth(\.excusedLowersAttendanceRate),
      "Whether an excused absence counts as expected."
    ),
  ]
}
