// Data table: what of the program's rules can be set.
package import Domain

/// A number of the program's rules that can be set: what it means, and within which bounds.
package struct Setting: Sendable {
  /// Its stable name, as the files have it.
  package let name: String
  package let title: String
  package let meaning: String
  /// The rule it comes from.
  package let source: String
  let value: SettingValue

  /// What it is in a rule set, as it is typed: "540", "off", "yes".
  package func words(in rules: RuleSet) -> String {
    switch value {
    case .number(let path, _): "\(rules[keyPath: path])"
    case .orOff(let path, _): rules[keyPath: path].map { "\($0)" } ?? "off"
    case .truth(let path): rules[keyPath: path] ? "yes" : "no"
    case .word(let path, _): rules[keyPath: path]
    }
  }

  package var standard: String { words(in: .standard) }

  /// "360-1140", "0-60 or off", "yes, no".
  package var allowed: String {
    switch value {
    case .number(_, let range): "\(range.lowerBound)-\(range.upperBound)"
    case .orOff(_, let range): "\(range.lowerBound)-\(range.upperBound) or off"
    case .truth: "yes, no"
    case .word(_, let words): words.joined(separator: ", ")
    }
  }

  /// Puts a typed value in.
  ///
  /// - Returns: Whether it is one of those that are allowed.
  func set(_ text: String, in rules: inout RuleSet) -> Bool {
    let text = text.folded
    switch value {
    case .number(let path, let range):
      guard let number = Int(text), range.contains(number) else { return false }
      rules[keyPath: path] = number
    case .orOff(let path, let range):
      if text == "off" {
        rules[keyPath: path] = nil
      } else {
        guard let number = Int(text), range.contains(number) else { return false }
        rules[keyPath: path] = number
      }
    case .truth(let path):
      guard text == "yes" || text == "no" else { return false }
      rules[keyPath: path] = text == "yes"
    case .word(let path, let words):
      guard words.contains(text) else { return false }
      rules[keyPath: path] = text
    }
    return true
  }
}

enum SettingValue: Sendable {
  case number(any WritableKeyPath<RuleSet, Int> & Sendable, ClosedRange<Int>)
  case orOff(any WritableKeyPath<RuleSet, Int?> & Sendable, ClosedRange<Int>)
  case truth(any WritableKeyPath<RuleSet, Bool> & Sendable)
  case word(any WritableKeyPath<RuleSet, String> & Sendable, [String])
}

extension Setting {
  private init(
    _ name: String,
    _ title: String,
    _ source: String,
    _ value: SettingValue,
    _ meaning: String
  ) {
    self.name = name
    self.title = title
    self.meaning = meaning
    self.source = source
    self.value = value
  }

  package static let all: [Setting] = [
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
      "capCounseling",
      "Places, counseling groups",
      "BR-17",
      .number(\.capCounseling, 2...60),
      "The most clients in a group for counseling."
    ),
    Setting(
      "capEducation",
      "Places, education groups",
      "BR-17",
      .number(\.capEducation, 2...100),
      "The most clients in a group for education."
    ),
    Setting(
      "capFamily",
      "Places, family groups",
      "BR-17",
      .number(\.capFamily, 2...100),
      "The most people in a group with families."
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
      "The most clients that one counselor has."
    ),
    Setting(
      "noteDueHours",
      "Note due after",
      "BR-31",
      .number(\.noteDueHours, 1...336),
      "Hours after the end of a service until its note is due."
    ),
    Setting(
      "noteSoonHours",
      "Note soon due after",
      "BR-31",
      .number(\.noteSoonHours, 1...336),
      "From here on it is shown as soon due."
    ),
    Setting(
      "noteHardLateHours",
      "Late entry after",
      "BR-31",
      .number(\.noteHardLateHours, 1...720),
      "After so many hours a note is a late entry, with a reason."
    ),
    Setting(
      "lateEntryMaxDays",
      "Late entries taken for",
      "BR-34",
      .orOff(\.lateEntryMaxDays, 1...365),
      "Days after the service; later nothing is taken."
    ),
    Setting(
      "noShowNoteDueHours",
      "No-show note due after",
      "BR-24",
      .number(\.noShowNoteDueHours, 1...336),
      "Hours after the end of what was missed."
    ),
    Setting(
      "cosignDueDays",
      "Co-signature due after",
      "BR-35",
      .number(\.cosignDueDays, 1...90),
      "Days after the service."
    ),
    Setting(
      "cosignCrisisHours",
      "The same, crisis",
      "BR-35",
      .number(\.cosignCrisisHours, 1...336),
      "Hours after a crisis session."
    ),
    Setting(
      "clonePercent",
      "Copied text from",
      "BR-39",
      .number(\.clonePercent, 50...100),
      "Percent of alike words from which a text is asked about."
    ),
    Setting(
      "noteFormat",
      "Format of notes",
      "agency",
      .word(\.noteFormat, ["dap", "soap", "birp", "girp", "pirp", "narrative"]),
      "The template of a note that nobody chose another for."
    ),
    Setting(
      "idleLockMinutes",
      "Locked after",
      "policy",
      .number(\.idleLockMinutes, RuleSet.idleLockRange),
      "Minutes without a key until a sealed program asks for the passphrase."
    ),
    Setting(
      "idleLockInGroupMinutes",
      "The same, group running",
      "policy",
      .number(\.idleLockInGroupMinutes, RuleSet.idleLockRange),
      "While a group runs, the keyboard rests longer."
    ),
    Setting(
      "logOffMinutes",
      "Logged off after",
      "policy",
      .number(\.logOffMinutes, RuleSet.logOffRange),
      "Minutes without a key; what is typed stays, and somebody else may log in."
    ),
    Setting(
      "asamEdition",
      "ASAM edition",
      "state",
      .number(\.asamEdition, 3...4),
      "Whose names of levels and dimensions are used."
    ),
  ]

  package static func named(_ name: String) -> Setting? { all.first { $0.name == name } }
}
