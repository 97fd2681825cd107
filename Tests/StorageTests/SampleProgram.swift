import Domain
import Storage

/// A small made-up program in which every property of every record has a value.
enum SampleProgram {
  static let programID = ID<Program>("pr_000000000001")
  static let staffID = StaffID("st_000000000001")
  static let otherStaffID = StaffID("st_000000000002")
  static let clientID = ClientID("cl_000000000001")
  static let otherClientID = ClientID("cl_000000000002")
  static let episodeID = EpisodeID("ep_000000000001")
  static let otherEpisodeID = EpisodeID("ep_000000000002")
  static let roomID = RoomID("rm_000000000001")
  static let groupID = GroupID("gr_000000000001")
  static let appointmentID = AppointmentID("ap_000000000001")
  static let date = day("2026-03-11")
  static let sessionID = SessionID.occurrence(of: groupID, on: date)

  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .earliest }
  static func time(_ text: String) -> TimeOfDay { TimeOfDay(text) ?? .midnight }
  static func at(_ text: String) -> Instant { Instant("2026-03-11T\(text)Z") ?? .earliest }

  static func snapshot() throws -> ProgramSnapshot {
    let zone = try SystemZone.load("America/New_York")
    var snapshot = ProgramSnapshot(
      program: Program(id: programID, name: "Hollow Creek & Söhne <IOP>", zone: zone, isDemo: true)
    )
    snapshot.ruleSets = [ruleSet()]
    snapshot.rooms = [Room(id: roomID, name: "Oak", capacity: 14, kind: .unknown("garden"))]
    snapshot.calendar = [calendarDay()]
    snapshot.staff = [staff(), Staff(id: otherStaffID, code: "MQ", name: "Marisol Quillfeather")]
    snapshot.groups = [group()]
    snapshot.clients = [client(), otherClient()]
    snapshot.episodes = [episode(), otherEpisode()]
    snapshot.sessions = [session()]
    snapshot.appointments = [appointment()]
    snapshot.plans = [plan()]
    snapshot.followUps = [followUp()]
    snapshot.notes = [NoteRecord(note: note(), events: events()), NoteRecord(note: otherNote())]
    snapshot.drafts = [sharedDraft()]
    return snapshot
  }

  static func calendarDay() -> CalendarEntry {
    var day = CalendarEntry(
      date: day("2026-07-03"),
      kind: .known(.closure),
      note: "Independence Day"
    )
    let bare = day
    day.history = [
      HistoryEntry(
        change: ChangeID("ch_00000000cal1"),
        order: 9,
        at: at("14:40:00"),
        by: staffID,
        kind: .done,
        reason: "all are away",
        edit: RecordEdit(before: nil, after: bare)
      )
    ]
    return day
  }

  static func ruleSet() -> RuleSet {
    var rules = RuleSet(id: RuleSetID("rs_000000000001"), effectiveFrom: day("2025-01-01"))
    rules.effectiveTo = day("2029-12-31")
    rules.minWeeklyMinutesAdult = 541
    rules.minWeeklyMinutesAdolescent = 361
    rules.maxWeeklyMinutes = 1141
    rules.alertWeeklyMinutes = 1201
    rules.adolescentUnderAge = 21
    rules.minDayMinutesAdult = 181
    rules.minDayMinutesAdolescent = 121
    rules.minDaysPerWeek = 4
    rules.maxConsecutiveGapDays = 2
    rules.weekStart = .monday
    rules.transitionMaxDays = 15
    rules.breakCreditable = true
    rules.stepOutIgnoreMinutes = 4
    rules.allowedOverrunMinutes = 1
    rules.tightSlackMinutes = 46
    rules.graceLateMinutes = 6
    rules.graceEarlyMinutes = 7
    rules.lateLockoutMinutes = 31
    rules.capCounseling = 13
    rules.capEducation = 21
    rules.capFamily = 22
    rules.minGroup = 3
    rules.perDiemMinMinutes = 182
    rules.cancelNoticeHours = 48
    rules.individualGapWarnDays = 8
    rules.individualGapAlertDays = 11
    rules.individualGapBreachDays = 32
    rules.creditsRemovedUntilDeparture = true
    rules.lateCancelHalves = 2
    rules.excusedLowersAttendanceRate = true
    rules.asamEdition = 4
    rules.caseloadCap = 25
    rules.levelsWithMinimum = ["2.1", "2.5"]
    rules.noteDueHours = 23
    rules.noteSoonHours = 17
    rules.noteHardLateHours = 71
    rules.lateEntryMaxDays = 44
    rules.noShowNoteDueHours = 70
    rules.cosignDueDays = 6
    rules.cosignCrisisHours = 69
    rules.clonePercent = 81
    rules.outreachFirstMinutes = 61
    rules.outreachThirdHours = 73
    rules.outreachLetterDays = 6
    rules.teamReviewMissedDays = 4
    rules.teamReviewContactDays = 8
    rules.dischargeDecisionDays = 15
    rules.idleLockMinutes = 3
    rules.idleLockInGroupMinutes = 12
    rules.logOffMinutes = 45
    rules.notesFrom = day("2026-01-06")
    rules.noteFormat = "soap"
    rules.capCounselingIsHard = false
    rules.capEducationIsHard = true
    rules.capFamilyIsHard = true
    rules.perDiemPartial = .known(.half)
    rules.unitRounding = .unknown("by_the_minute")
    rules.uncountedServices = ["peer_support"]
    rules.noteFormats = ["soap", "birp"]
    rules.noteGranularity = .known(.week)
    rules.noteBusinessDaysOnly = true
    rules.cosignCredentials = ["LADC-T"]
    rules.outreachAttempts = 4
    rules.planInitialDueDays = nil
    rules.planReviewDays = 14
    rules.asamReassessDays = 60
    rules.familyContactEveryDays = nil
    rules.dischargeReasons = ["moved away"]
    rules.referralSources = ["street team"]
    rules.programName = "Harbor"
    rules.later = laterRules()
    return rules
  }

  private static func laterRules() -> LaterRules {
    var later = LaterRules()
    later.clientSignatureRequired = false
    later.verbalAllowed = "always"
    later.udsPerWeek = 2
    later.udsPanel = "14-panel"
    later.udsObserved = "observed"
    later.consentExpiry = "90_days"
    later.retentionYears = 10
    later.aftercareSchedule = "monthly"
    return later
  }

  static func staff() -> Staff {
    var staff = Staff(
      id: staffID,
      code: "TB",
      name: "Tamsin Brightwater",
      credentials: "LADC",
      role: .known(.trainee),
      supervisorID: otherStaffID,
      workHours: [WorkHours(weekday: .friday, from: time("08:00"), to: time("24:00"))]
    )
    staff.isActive = false
    staff.requiresCosign = true
    staff.weeklyCaseloadCap = 12
    return staff
  }

  static func group() -> GroupSeries {
    var group = GroupSeries(
      id: groupID,
      code: "G03",
      title: "Recovery skills",
      type: .known(.skills),
      weekdays: [.monday, .wednesday],
      start: time("10:40"),
      end: time("12:10"),
      effectiveFrom: day("2025-09-01"),
      leadID: staffID
    )
    group.level = "2.1"
    group.effectiveTo = day("2026-12-31")
    group.roomID = roomID
    group.coLeadIDs = [otherStaffID]
    group.capacity = 16
    group.capacityKind = .known(.soft)
    group.isClosed = true
    group.audience = .known(.youngAdult)
    group.breaks = [SeriesBreak(afterMinutes: 45, minutes: 10, isCreditable: true)]
    group.countsTowardHours = true
    group.modality = .known(.video)
    group.topic = "Stress,\n\tsleep & the <brain>"
    group.topics = ["Stress & sleep", "The \"brain\"", "Feelings"]
    group.topicCursor = TopicCursor(next: 2, after: day("2026-03-04"))
    group.enrollments = [
      Enrollment(
        id: EnrollmentID("en_000000000001"),
        clientID: clientID,
        episodeID: episodeID,
        from: day("2026-01-05"),
        to: day("2026-06-30"),
        weekdays: [.wednesday],
        isRequired: false,
        source: .unknown("court"),
        endReason: "moved"
      ),
      Enrollment(
        id: EnrollmentID("en_000000000002"),
        clientID: otherClientID,
        episodeID: otherEpisodeID,
        from: day("2026-01-05"),
        weekdays: []
      ),
    ]
    return group
  }

  static func client() -> Client {
    var client = Client(
      id: clientID,
      mrn: "C01",
      legalFirst: "Fenwick",
      legalLast: "Oakes-Ääkkönen",
      birthDate: day("1988-02-29")
    )
    client.preferredName = "Fen"
    client.pronouns = "they"
    client.sexForRecord = .known(.declined)
    client.genderIdentity = .unknown("two_spirit")
    client.phones = [
      Phone(
        number: "555-0142",
        kind: .known(.work),
        okToCall: false,
        okToText: true,
        okVoicemail: true,
        voicemailScript: .known(.firstNameOnly),
        safeHours: "after 5"
      )
    ]
    client.address = "1 Plum Way\nApt 2"
    client.email = "fen@example.org"
    client.language = "en-US"
    client.interpreterNeeded = true
    client.alerts = [
      ClientAlert(kind: .known(.doNotPair), otherClient: otherClientID, note: "siblings")
    ]
    client.constraints = [
      ScheduleConstraint(
        weekday: .tuesday,
        from: time("06:00"),
        to: time("24:00"),
        kind: .known(.work)
      )
    ]
    client.intake = [
      IntakeStep(.inquiry, on: day("2026-01-02")),
      IntakeStep(.waitlisted, on: day("2026-01-03"), note: "after work", groupIDs: [groupID]),
    ]
    client.supports = [SupportPerson(name: "Hazel Oakes", relation: "sister")]
    client.statusOverride = .known(.waitlisted)
    client.part2NoticeGivenAt = at("13:00:01")
    client.enteredInError = EnteredInError(at: at("13:00:02"), by: staffID, reason: "twice")
    return client
  }

  static func otherClient() -> Client {
    Client(
      id: otherClientID,
      mrn: "C02",
      legalFirst: "Juniper",
      legalLast: "Marsh",
      birthDate: day("1990-12-31")
    )
  }
}
