import Domain
import TerminalCore

/// Why something is due: the rule with what it is set to, the records it is counted from, and until
/// when.
struct DueReasons {
  private(set) var rule: [String] = []
  private(set) var records: [String] = []
  private(set) var due = ""

  /// The rule, then the records, then when.
  var lines: [String] { rule + records + [due] }

  init(_ task: DueTask, in state: AppState) {
    let writer = Writer(client: task.clientID, state: state)
    switch task.kind {
    case .outreach(let step): (rule, records) = writer.outreach(step)
    case .review(let review): (rule, records) = writer.review(review)
    case .individual(let gap): (rule, records) = writer.individual(gap)
    case .planReview(let date): (rule, records) = writer.planReview(date)
    case .firstPlan: (rule, records) = writer.firstPlan()
    case .reassessment(let date): (rule, records) = writer.reassessment(date)
    case .familySession(let date): (rule, records) = writer.familySession(date)
    case .authorization(let one, let left): (rule, records) = writer.authorization(one, left)
    case .place(let code): (rule, records) = writer.place(code)
    case .decided(let decision): (rule, records) = writer.decided(decision)
    }
    due = writer.due(task)
  }

  init(_ note: DueNote, in state: AppState) {
    let rules = state.data.rules(on: note.service.date)
    var end = note.endedAt.map { ChangeWords.moment($0, in: state) } ?? ""
    if !end.isEmpty { end = ", ended \(end)" }
    records = ["Service: \(note.title), \(note.service.date.dayName(on: state.today))\(end)."]
    if note.status == .awaitingCosign {
      rule = [
        note.kind == .crisis
          ? "A co-signature is due \(rules.cosignCrisisHours) hours after a crisis session. (BR-35)"
          : "A co-signature is due \(rules.cosignDueDays) days after the service. (BR-35)"
      ]
      let author = state.data.staff[note.authorID]?.name ?? "somebody"
      records.append("Signed by \(author), who needs a co-signature.")
    } else {
      rule =
        note.kind == .noShow
        ? [
          "A no-show's note is due \(rules.noShowNoteDueHours) hours after the end of what was "
            + "missed. (BR-24)"
        ]
        : [
          "A note is due \(rules.noteDueHours) hours after the end of the service, a late entry "
            + "after \(rules.noteHardLateHours). (BR-31)"
        ]
      if rules.noteBusinessDaysOnly { rule.append("Weekends and closed days aren't counted.") }
      if note.kind == .group, rules.noteGranularity != .known(.session) {
        rule.append("One note of groups for each \(rules.noteGranularity.stored). (BR-30)")
      }
    }
    let urgency = note.clock.urgency(at: state.now)
    let word = urgency.word.isEmpty ? "" : " (\(urgency.word))"
    due = "Due \(ChangeWords.moment(note.dueAt, in: state))\(word)."
    if note.status == .returned { due += " It came back, and the time runs on." }
  }
}

/// The rule and the records of one thing that is due about a client.
private struct Writer {
  typealias Words = (rule: [String], records: [String])

  let client: ClientID
  let state: AppState

  private var data: ProgramData { state.data }
  private var rules: RuleSet { data.rules(on: state.today) }
  private var stay: Episode? { state.openStay(of: client) }

  private func day(_ date: CalendarDate) -> String { date.dayName(on: state.today) }

  func due(_ task: DueTask) -> String {
    let date = data.program.zone.date(of: task.dueAt.adding(minutes: -1))
    switch task.kind {
    case .outreach:
      let late = task.dueAt <= state.now ? " (OVERDUE)" : ""
      return "Due \(ChangeWords.moment(task.dueAt, in: state))\(late)."
    case .planReview, .firstPlan, .reassessment, .familySession:
      return "Due \(day(date))\(date < state.today ? " (OVERDUE)" : "")."
    case .authorization: return "It runs until \(day(date))."
    case .review, .individual, .place, .decided: return "Due since \(day(date))."
    }
  }

  // MARK: Days that were missed

  func outreach(_ step: OutreachStep) -> Words {
    var records = missed(step.missed)
    guard let first = step.missed.first, let end = data.missEnd(of: client, on: first) else {
      return (["Who missed a day is called. (BR-21)"], records)
    }
    guard !step.isSetByHand else {
      return (["Its time was set by hand at the attempt before, and stands. (BR-21)"], records)
    }
    records.append("Counted from \(ChangeWords.moment(end, in: state)).")
    let rules = data.rules(on: first)
    let zone = data.program.zone
    var words: String
    var planned = step.dueAt
    switch step.kind {
    case .attempt(1):
      words =
        "The first attempt: \(rules.outreachFirstMinutes) minutes after the end of what was missed."
    case .attempt(2): words = "The second attempt: noon of the next business day."
    case .attempt(3):
      words =
        "The third attempt: \(rules.outreachThirdHours) hours after the end of what was missed."
      planned = end.adding(minutes: rules.outreachThirdHours * 60)
    case .attempt(let number): words = "Attempt \(number): noon of the next business day."
    case .letter:
      words =
        "The letter: \(rules.outreachLetterDays) days after the first missed day, once "
        + "\(rules.outreachAttempts) attempts were made."
      planned = zone.instant(zone.date(of: end).adding(days: rules.outreachLetterDays), .noon)
    }
    var rule = [words + " (BR-21)"]
    if planned != step.dueAt {
      rule.append("The attempt before came later, so it is noon of the business day after that.")
    }
    return (rule, records)
  }

  func review(_ review: TeamReview) -> Words {
    let rule =
      "The team talks about who missed \(rules.teamReviewMissedDays) days in a row, or had no "
      + "contact for \(rules.teamReviewContactDays) days; about a discharge after "
      + "\(rules.dischargeDecisionDays). (BR-21)"
    var records = missed(
      data.missedDays(of: client, asOf: state.now, known: data.followUps(of: client).last?.cause)
    )
    let contact = data.followUps(of: client).last { $0.result?.value?.isContact ?? false }
    if let contact, state.mayRead(contact) {
      records.append("Last contact \(ChangeWords.moment(contact.at, in: state)).")
    }
    return ([rule], records)
  }

  /// A line for each day, with what was missed on it.
  func missed(_ days: [CalendarDate]) -> [String] {
    days.map { date in
      let index = data.weeks[data.weekStart(of: date)]
      let groups = (index?.sessionsByClient[client] ?? []).compactMap { data.sessions[$0] }
        .filter { $0.serviceDate == date && $0.row(of: client)?.status == .noShow }
        .sorted { $0.state.scheduledStart < $1.state.scheduledStart }
        .map { data.title(of: $0) }
      let meetings = (index?.appointmentsByClient[client] ?? []).compactMap {
        data.appointments[$0]
      }
      .filter { $0.serviceDate == date && $0.state.status == .noShow }
      .map { $0.kind.value?.word ?? $0.kind.stored }
      let what = (groups + meetings).joined(separator: ", ")
      return "Missed \(day(date))" + (what.isEmpty ? "." : ": \(what).")
    }
  }

  // MARK: What is asked for again and again

  func individual(_ gap: IndividualGap) -> Words {
    let rule =
      "An individual session is mentioned after \(rules.individualGapWarnDays) days without one, "
      + "an alert after \(rules.individualGapAlertDays), over the limit after "
      + "\(rules.individualGapBreachDays). (BR-20)"
    var records = [gap.last.map { "The last was kept on \(day($0))." } ?? "None is known."]
    if gap.last == nil {
      let edge = state.today.adding(days: -gap.days)
      records.append(
        "Counted from \(day(edge)), \(gap.isCut ? "as far as is read" : "the admission")."
      )
    }
    return ([rule], records + booked())
  }

  func reassessment(_ date: CalendarDate) -> Words {
    regular(date, every: \.asamReassessDays, "An ASAM reassessment", "(BR-43)", .assessment)
  }

  func familySession(_ date: CalendarDate) -> Words {
    regular(date, every: \.familyContactEveryDays, "A family session", "(BR-20)", .family)
  }

  private func regular(
    _ date: CalendarDate,
    every setting: KeyPath<RuleSet, Int?>,
    _ what: String,
    _ source: String,
    _ care: RegularCare
  ) -> Words {
    var days = rules[keyPath: setting] ?? 0
    // The rules of the day that it is counted from.
    days = data.rules(on: date.adding(days: -days))[keyPath: setting] ?? days
    let from = date.adding(days: -days)
    let isKept = meetings().contains {
      $0.state.status.isKept && $0.serviceDate == from && care.isMet(by: $0.kind)
    }
    let since =
      isKept
      ? "the last that was kept" : from == stay?.admittedOn ? "the admission" : "as far as is read"
    return (
      ["\(what) every \(days) days. \(source)"],
      [isKept ? "" : "None is known.", "Counted from \(day(from)), \(since)."]
        .filter { !$0.isEmpty } + booked()
    )
  }

  // MARK: Plan

  func planReview(_ date: CalendarDate) -> Words {
    guard state.mayReadPlan(of: client), let plan = data.plan(of: client, on: state.today) else {
      return (["A plan is reviewed every \(rules.planReviewDays) days. (BR-42)"], [])
    }
    var records = ["The plan is of \(day(plan.effectiveFrom))."]
    let kept = meetings().filter { $0.kind == .known(.planReview) && $0.state.status.isKept }
      .map(\.serviceDate).filter { plan.effectiveFrom <= $0 }.max()
    if let kept { records.append("The last review was kept on \(day(kept)).") }
    if plan.nextReviewDue == date { return (["The plan names the day itself. (BR-42)"], records) }
    let days = data.rules(on: kept ?? plan.effectiveFrom).planReviewDays
    return (["A plan is reviewed every \(days) days. (BR-42)"], records)
  }

  func firstPlan() -> Words {
    guard let stay else { return ([], []) }
    let days = data.rules(on: stay.admittedOn).planInitialDueDays ?? 0
    return (
      ["The first plan is due \(days) days after the admission. (BR-41)"],
      ["Admitted on \(day(stay.admittedOn)); there is no plan of this stay."]
    )
  }

  // MARK: Stay

  func authorization(_ one: Authorization, _ left: String) -> Words {
    (
      ["An authorization is mentioned a week before it ends, and with a tenth of its units left."],
      [
        "\(one.number): \(one.service), \(one.units) units, \(day(one.from)) to \(day(one.to)).",
        "Left: \(left).",
      ]
    )
  }

  func place(_ code: String) -> Words {
    guard let group = data.groups.values.first(where: { $0.code == code }) else { return ([], []) }
    let taken = group.enrollments.count { ($0.to ?? .latest) >= state.today }
    return (
      ["A place is free that a waitlisted client waits for."],
      ["\(code), \(group.title): \(taken) of \(group.capacity) are taken."]
    )
  }

  func decided(_ decision: TeamDecision) -> Words {
    let made = data.followUps(of: client).last { $0.kind == .known(.teamDecision) }
    guard let made, state.mayRead(made) else {
      return (["What was decided isn't yours to read."], [])
    }
    let who = data.staff[made.by]?.name ?? ""
    let when = ChangeWords.moment(made.at, in: state)
    return (
      ["What the team decided stays here until it is done."],
      ["Decided \(when) by \(who): \(decision.word). Nothing was done since."]
    )
  }

  // MARK: Meetings

  private func meetings() -> [Appointment] {
    data.weeks.values.flatMap { $0.appointmentsByClient[client] ?? [] }
      .compactMap { data.appointments[$0] }
  }

  /// What is booked next; nothing of it is of the kind that is due.
  private func booked() -> [String] {
    let next = meetings().filter { $0.state.status.isOpen && $0.state.scheduledEnd > state.now }
      .min { $0.state.scheduledStart < $1.state.scheduledStart }
    guard let next else { return ["Nothing is booked in the weeks that are read."] }
    let when = ChangeWords.moment(next.state.scheduledStart, in: state)
    return ["Booked: \(next.kind.value?.word ?? next.kind.stored), \(when)."]
  }
}

extension AppState {
  /// Why a thing about a client is due.
  func reasons(for task: DueTask) -> DueReasons { DueReasons(task, in: self) }

  /// Why a note is due.
  func reasons(for note: DueNote) -> DueReasons { DueReasons(note, in: self) }

  /// `!`: why the selected one is due.
  mutating func explainDue() {
    if toDo.focus == .tasks, let task = selectedTask {
      let title = "Why: \(name(of: task.clientID)), \(task.kind.saidTitle)"
      show(reasons(for: task), title)
    } else if toDo.focus == .notes, let row = selectedToDo {
      let who = row.notes.count == 1 ? name(of: row.first.clientID) : "\(row.notes.count) clients"
      show(reasons(for: row.first), "Why: \(who), \(row.first.title)")
    } else {
      say("Nothing is due here.", .ok)
    }
  }

  private mutating func show(_ reasons: DueReasons, _ title: String) {
    let parts = [reasons.records, [reasons.due], reasons.rule].filter { !$0.isEmpty }
    prompt = .text(TextPrompt(title: title, lines: Array(parts.joined(separator: [""]))))
    sayAboutKey("The hours are explained in Week, on the card and in Attendance.")
  }
}
