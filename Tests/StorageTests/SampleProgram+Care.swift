import Domain

extension SampleProgram {
  static func episode() -> Episode {
    var episode = Episode(id: episodeID, clientID: clientID, admittedOn: day("2026-01-05"))
    episode.dischargedOn = day("2026-06-30")
    episode.status = .known(.pendingDischarge)
    episode.referralSource = .known(.employerEAP)
    episode.track = .unknown("night")
    episode.counselors = [
      CounselorAssignment(staffID: staffID, from: day("2026-01-05"), to: day("2026-02-01"))
    ]
    episode.levels = [
      LevelOfCarePeriod(
        level: "2.1",
        edition: 4,
        from: day("2026-01-05"),
        to: day("2026-06-30"),
        reason: .known(.stepDown),
        provider: "Elsewhere House",
        decidedBy: staffID
      )
    ]
    episode.leaves = [
      Leave(
        from: day("2026-02-02"),
        to: day("2026-02-03"),
        reason: "hospital",
        approvedBy: staffID
      )
    ]
    episode.diagnoses = [
      Diagnosis(
        icd10: "F10.20",
        substance: "alcohol",
        criteriaMet: 7,
        remission: .known(.early),
        isPrimary: false,
        diagnosedOn: day("2026-01-05")
      )
    ]
    episode.weeklyMinutesOverride = 480
    episode.dischargeReason = .known(.treatmentCompleted)
    episode.dischargeLevelTo = "1.5"
    episode.payer = Payer(kind: .known(.commercial), name: "Example & Mutual")
    episode.legalMandate = LegalMandate(
      agency: "County <drug> court",
      contact: "A. Clerk",
      reportEveryDays: 30
    )
    episode.authorizations = [
      Authorization(
        number: "A-17",
        from: day("2026-02-01"),
        to: day("2026-03-31"),
        service: "H0015",
        units: 30
      )
    ]
    episode.levels[0].note = "by all dimensions"
    episode.enteredInError = EnteredInError(at: at("13:00:03"), by: staffID, reason: "wrong one")
    return episode
  }

  static func followUp() -> FollowUp {
    var made = FollowUp(
      id: FollowUpID("fu_000000000001"),
      of: clientID,
      in: episodeID,
      kind: .known(.outreach),
      at: at("15:04:00"),
      by: staffID
    )
    made.cause = day("2026-03-09")
    made.channel = .known(.call)
    made.result = .known(.noAnswer)
    made.nextDueAt = at("16:30:00")
    made.decision = .unknown("ask_again")
    made.words = "a sister says <later>"
    let kept = RecordEdit(before: nil, after: made)
    made.history = [
      HistoryEntry(
        change: ChangeID("ch_000000000009"),
        order: 9,
        at: at("15:04:00"),
        by: staffID,
        kind: .done,
        reason: nil,
        edit: kept
      )
    ]
    return made
  }

  static let planID = PlanID("tp_000000000001")
  static let objectiveID = ObjectiveID("ob_000000000001")

  static func plan() -> TreatmentPlan {
    let objective = PlanObjective(
      id: objectiveID,
      text: "Names three <high-risk> hours & a plan for each",
      targetDate: day("2026-04-15")
    )
    let goal = PlanGoal(text: "\"I want my evenings back\"", objectives: [objective])
    var plan = TreatmentPlan(
      id: planID,
      clientID: clientID,
      episodeID: episodeID,
      version: 2,
      effectiveFrom: day("2026-02-01"),
      nextReviewDue: day("2026-05-01"),
      problems: [PlanProblem(statement: "Drinks after work", dimension: 5, goals: [goal])]
    )
    plan.effectiveTo = day("2026-07-31")
    plan.importedBy = ChangeID("ch_000000000009")
    return plan
  }

  static func otherEpisode() -> Episode {
    Episode(id: otherEpisodeID, clientID: otherClientID, admittedOn: day("2026-01-05"))
  }

  static func row() -> AttendanceRow {
    var row = AttendanceRow(
      clientID: clientID,
      episodeID: episodeID,
      status: .lateLeftEarly,
      segments: [
        PresenceSegment(start: at("14:50:00"), end: at("15:20:00")),
        PresenceSegment(start: at("15:30:00")),
      ]
    )
    row.creditOverride = CreditOverride(
      minutes: 55,
      reason: "clock was wrong",
      by: otherStaffID,
      at: at("16:11:00")
    )
    row.modality = .known(.audio)
    row.absenceReason = .known(.familyEmergency)
    row.notice = CancelNotice(at: at("12:00:00"), channel: .known(.thirdParty))
    row.participation = 3
    row.affect = [.known(.calm), .unknown("hopeful")]
    row.craving = 4
    row.mood = 6
    row.commitmentKept = .known(.partly)
    row.quickLine = "Said \"no\" to an offer & felt <good>"
    row.isMakeup = true
    row.isWalkin = true
    row.overrides = [
      RuleOverride(rule: .known(.capacity), reason: "last week", by: staffID, at: at("14:51:00"))
    ]
    row.markedBy = staffID
    row.markedAt = at("14:50:07")
    return row
  }

  static func state() -> SessionState {
    var state = SessionState(
      status: .completed,
      scheduledStart: at("14:40:00"),
      scheduledEnd: at("16:10:00"),
      leadID: staffID,
      coLeadIDs: [otherStaffID],
      roomID: roomID
    )
    state.actualStart = at("14:40:00")
    state.actualEnd = at("16:05:00")
    state.substituteFor = otherStaffID
    state.modality = .known(.video)
    state.breaks = [
      SessionBreak(start: at("15:20:00"), end: at("15:30:00"), isCreditable: true),
      SessionBreak(start: at("15:40:00"), isCreditable: false),
    ]
    state.topic = "Urge surfing"
    state.programReason = "alarm"
    state.closedAt = at("16:06:00")
    state.closedBy = staffID
    return state
  }

  static func session() -> GroupSession {
    let other = AttendanceRow(
      clientID: otherClientID,
      episodeID: otherEpisodeID,
      status: .unknown("teleported")
    )
    var session = GroupSession(
      id: sessionID,
      groupID: groupID,
      serviceDate: date,
      countsTowardHours: true,
      state: state(),
      rows: [row(), other]
    )
    session.adHocTitle = "Extra"
    session.guests = [Guest(name: "A. Marsh", relation: "sister", signedConfidentiality: true)]
    var before = state()
    before.status = .inProgress
    session.history = [
      entry(1, .done, .row(clientID, before: nil, after: row())),
      entry(2, .undo(of: changeID(1)), .row(clientID, before: row(), after: nil)),
      entry(3, .redo(of: changeID(1)), .row(clientID, before: nil, after: row())),
      entry(4, .done, .state(before: before, after: state())),
    ]
    return session
  }

  static func changeID(_ number: Int) -> ChangeID { ChangeID("ch_00000000000\(number)") }

  static func entry<Edit>(_ order: Int, _ kind: ChangeKind, _ edit: Edit) -> HistoryEntry<Edit> {
    HistoryEntry(
      change: changeID(order),
      order: order,
      at: at("14:5\(order):00"),
      by: staffID,
      kind: kind,
      reason: "because \(order)",
      edit: edit
    )
  }

  static func appointmentState() -> AppointmentState {
    var state = AppointmentState(
      status: .lateKept,
      scheduledStart: at("17:00:00"),
      scheduledEnd: at("17:50:00"),
      counselorID: staffID,
      roomID: roomID
    )
    state.actualStart = at("17:05:00")
    state.actualEnd = at("17:50:00")
    state.modality = .known(.audio)
    state.cancelNoticeAt = at("12:00:00")
    state.reason = .known(.courtLegal)
    state.programReason = "ill"
    state.rescheduledTo = AppointmentID("ap_000000000002")
    return state
  }

  static func appointment() -> Appointment {
    var appointment = Appointment(
      id: appointmentID,
      clientID: clientID,
      episodeID: episodeID,
      kind: .known(.planReview),
      serviceDate: date,
      countsTowardHours: false,
      repetitionID: RepetitionID("rp_000000000001"),
      state: appointmentState()
    )
    var before = appointmentState()
    before.status = .unknown("pencilled")
    appointment.history = [
      entry(5, .done, AppointmentEdit(before: before, after: appointmentState()))
    ]
    return appointment
  }
}
