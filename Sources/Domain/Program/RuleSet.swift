/// The numbers a rule is applied with, from a date on.
///
/// A record is judged by the rule set in force on its service date. Minutes are whole; nil means
/// the rule is off.
///
/// - Source: `domain.md` 6, with its defaults.
package struct RuleSet: Hashable, Sendable {
  package private(set) var id: RuleSetID
  package var effectiveFrom: CalendarDate
  package var effectiveTo: CalendarDate?

  package var minWeeklyMinutesAdult = 540
  package var minWeeklyMinutesAdolescent = 360
  package var maxWeeklyMinutes = 1140
  /// From here a week belongs to level 2.5 (BR-02).
  package var alertWeeklyMinutes = 1200
  package var adolescentUnderAge = 18
  package var minDayMinutesAdult = 180
  package var minDayMinutesAdolescent = 120
  package var minDaysPerWeek = 3
  package var maxConsecutiveGapDays: Int?
  package var weekStart = Weekday.monday
  package var transitionMaxDays = 14
  package var breakCreditable = false
  package var stepOutIgnoreMinutes = 3
  package var allowedOverrunMinutes = 0
  package var tightSlackMinutes = 45
  package var graceLateMinutes = 5
  package var graceEarlyMinutes = 5
  package var lateLockoutMinutes: Int? = 30
  package var capCounseling = 12
  package var capEducation = 20
  package var capFamily = 20
  /// Whether one more than the cap needs a reason; else it is only shown (BR-17).
  package var capCounselingIsHard = true
  package var capEducationIsHard = false
  package var capFamilyIsHard = false
  package var minGroup = 2
  package var perDiemMinMinutes = 180
  /// What a day with fewer minutes is (BR-48).
  package var perDiemPartial: Coded<PartialDay> = .known(.none)
  /// How minutes become units of a quarter of an hour (BR-46).
  package var unitRounding: Coded<UnitRounding> = .known(.eightMinute)
  /// Kinds of groups and appointments that don't count toward the hours (BR-05), by their stored
  /// words; those of a kind that this version doesn't know count.
  package var uncountedServices = RuleSet.usuallyUncounted {
    didSet { leavesOutGroups = uncountedServices.contains { GroupType(rawValue: $0) != nil } }
  }
  /// Whether a kind of group is among them, so that their names aren't compared for each row.
  package private(set) var leavesOutGroups = false
  package var cancelNoticeHours = 24
  package var individualGapWarnDays = 7
  package var individualGapAlertDays = 10
  package var individualGapBreachDays = 30
  /// Whether minutes before the client was asked to leave count (`removedCredit`).
  package var creditsRemovedUntilDeparture = false
  /// 0, 1 or 2 halves: what a late cancel weighs in a streak; 2 breaks it.
  package var lateCancelHalves = 1
  package var excusedLowersAttendanceRate = false
  package var asamEdition = 3
  package var caseloadCap = 24
  /// Hours after the end of a service until its note is due (BR-31).
  package var noteDueHours = 24
  /// From so many hours after the end on a note counts as soon due.
  package var noteSoonHours = 18
  /// After so many hours a note is a late entry.
  package var noteHardLateHours = 72
  /// So many days after the service a late entry is still taken; nil sets no end (BR-34).
  package var lateEntryMaxDays: Int? = 45
  package var noShowNoteDueHours = 72
  /// Days and, for a crisis, hours after the service until a co-signature is due (BR-35).
  package var cosignDueDays = 7
  package var cosignCrisisHours = 72
  /// Percent of alike words from which a text is asked about (BR-39).
  package var clonePercent = 80
  /// The first service date whose notes are kept here; nil is every date.
  package var notesFrom: CalendarDate?
  /// The template of a note that nobody chose another for.
  package var noteFormat = "dap"
  /// The bundled templates that notes may be written in; the program's own always may.
  package var noteFormats = RuleSet.bundledFormats
  /// What one note of a group is about (BR-30).
  package var noteGranularity: Coded<NoteGranularity> = .known(.session)
  /// Whether weekends and closed days are left out of a note's hours (BR-31).
  package var noteBusinessDaysOnly = false
  /// Credentials that need a co-signature, beside trainees (BR-35).
  package var cosignCredentials: [String] = []
  /// Minutes after the end of what was missed until somebody calls (BR-21).
  package var outreachFirstMinutes = 60
  package var outreachThirdHours = 72
  package var outreachLetterDays = 5
  /// So many missed days in a row, or days without contact, and the team talks about a client.
  package var teamReviewMissedDays = 3
  package var teamReviewContactDays = 7
  package var dischargeDecisionDays = 14
  /// So many attempts before the letter.
  package var outreachAttempts = 3
  /// Days after the admission until there is a plan (BR-41); nil asks for none.
  package var planInitialDueDays: Int? = 10
  /// Days from a plan, or from its review, to the next review (BR-42).
  package var planReviewDays = 30
  /// Days from one assessment by ASAM's dimensions to the next (BR-43); nil asks for none.
  package var asamReassessDays: Int? = 30
  /// Days from one session with the family to the next (BR-20); nil asks for none.
  package var familyContactEveryDays: Int? = 30
  /// An agency's own words, beside the bundled ones.
  package var dischargeReasons: [String] = []
  package var referralSources: [String] = []
  /// What is kept for parts that aren't built yet.
  package var later = LaterRules()
  /// Minutes without a key after which a sealed program locks (`domain.md` 5.8).
  package var idleLockMinutes = 5
  /// The same while a group runs: the keyboard rests longer.
  package var idleLockInGroupMinutes = 10
  /// Minutes without a key after which whoever is logged in is logged off.
  package var logOffMinutes = 30
  /// What the program is called; nothing is the name it was made with.
  package var programName = ""
  /// Levels of care that have a weekly minimum.
  package var levelsWithMinimum = ["2.1"]

  /// What may be set for the lock, also while a group runs: no rule leaves a screen open for long.
  package static let idleLockRange = 2...15
  package static let logOffRange = 15...120
  package static let longestProgramName = 80

  package init(id: RuleSetID, effectiveFrom: CalendarDate) {
    self.id = id
    self.effectiveFrom = effectiveFrom
  }

  /// The bundled templates of a counselor's own notes.
  package static let bundledFormats = ["dap", "soap", "birp", "girp", "pirp", "narrative"]
  /// At most so many attempts come before the letter.
  package static let outreachAttemptsRange = 1...6
  static let usuallyUncounted = [
    AppointmentKind.familyWithoutClient, .caseManagement, .peerSession,
  ].map(\.rawValue)

  /// The same rules from a day on, as a set of its own.
  func beginning(on date: CalendarDate, as id: RuleSetID) -> RuleSet {
    var next = self
    (next.id, next.effectiveFrom) = (id, date)
    return next
  }

  /// The rules of a program that set none.
  package static let standard = RuleSet(
    id: RuleSetID("rs_standard0000"),
    effectiveFrom: CalendarDate(dayNumber: -719_162)
  )
}
