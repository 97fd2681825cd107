import Domain

/// Plans for all, and signed notes of the last two weeks.
extension SampleBuilder {
  /// The rules of a program that keeps its notes since two weeks.
  var rules: RuleSet {
    var rules = RuleSet.standard
    rules.notesFrom = notesFrom
    return rules
  }

  private var notesFrom: CalendarDate { plan.lastDay.startOfWeek().adding(days: -7) }

  /// Comes last: it needs everything that happened.
  mutating func addNotes() {
    for place in plan.stays.indices { snapshot.plans.append(treatmentPlan(of: place)) }
    var data = ProgramData(standing: snapshot)
    data.load(week: data.weekStart(of: notesFrom), from: snapshot)
    data.load(week: data.weekStart(of: plan.lastDay), from: snapshot)
    let objectives = Dictionary(grouping: snapshot.plans, by: \.clientID)
    let occasions = data.noteOccasions(at: now).sorted {
      ($0.end, $0.clientID, $0.start) < ($1.end, $1.clientID, $1.start)
    }
    for occasion in occasions {
      let own = (objectives[occasion.clientID] ?? []).last {
        $0.isActive(on: occasion.service.date)
      }
      if let record = record(of: occasion, objectives: own?.objectives ?? [], in: data) {
        snapshot.notes.append(record)
      }
    }
    snapshot.notes.sort {
      ($0.note.signature.at, $0.note.id) < ($1.note.signature.at, $1.note.id)
    }
  }

  private mutating func treatmentPlan(of place: Int) -> TreatmentPlan {
    let stay = plan.stays[place]
    var dice = Dice(plan.seed, stay.client, stay.admittedOn.dayNumber, 8)
    let isOver = stay.last < plan.lastDay
    var treatment = TreatmentPlan(
      id: ids.next(.plan),
      clientID: clientIDs[stay.client],
      episodeID: episodeIDs[place],
      effectiveFrom: stay.admittedOn
    )
    if isOver { treatment.effectiveTo = stay.last }
    if !isOver {
      let days = CalendarDate.days(from: stay.admittedOn, to: plan.lastDay)
      treatment.nextReviewDue = stay.admittedOn.adding(days: (days / 30 + 1) * 30)
    }
    let first = dice.roll(0...SamplePhrase.objectives.count - 1)
    let goals = (0...1).map { turn in
      PlanGoal(
        text: SamplePhrase.goals[(first + turn * 2) % SamplePhrase.goals.count],
        objectives: (0...1).map { number in
          let next = (first + turn * 2 + number) % SamplePhrase.objectives.count
          return PlanObjective(id: ids.next(.objective), text: SamplePhrase.objectives[next])
        }
      )
    }
    let problem = dice.pick(SamplePhrase.problems)
    treatment.problems = [
      PlanProblem(statement: problem, dimension: dice.roll(3...6), goals: goals)
    ]
    return treatment
  }

  private func record(
    of occasion: NoteOccasion,
    objectives: [PlanObjective],
    in data: ProgramData
  ) -> NoteRecord? {
    let number = numbers[occasion.clientID] ?? 0
    let day = occasion.service.date.dayNumber
    let hour = Int(occasion.start.secondsSince1970 / 3_600)
    var dice = Dice(plan.seed, number, day, hour, 9)
    let signedAt = min(now, occasion.end.adding(minutes: dice.roll(6...55)))
    guard var draft = data.newDraft(of: occasion, at: occasion.end) else { return nil }
    write(&draft, objectives: objectives, &dice)
    let note = data.preview(
      SigningCase(draft: draft, shared: sharedDraft(of: occasion, in: data)),
      by: occasion.authorID,
      at: signedAt,
      templates: SampleTemplates.all
    )
    guard let note else { return nil }
    var record = NoteRecord(note: note)
    let morning = zone.instant(occasion.service.date.adding(days: 1), .at(8_30))
    if record.status == .awaitingCosign, morning <= now,
      let supervisor = data.staff[occasion.authorID]?.supervisorID.flatMap({ data.staff[$0] })
    {
      record.events = [
        NoteEvent(
          noteID: note.id,
          clientID: note.clientID,
          number: 1,
          kind: .cosigned,
          signature: Signature(supervisor, at: morning)
        )
      ]
    }
    return record
  }

  private func write(
    _ draft: inout NoteDraft,
    objectives: [PlanObjective],
    _ dice: inout Dice
  ) {
    // A no-show's comes written.
    guard draft.kind != .noShow else { return }
    if draft.kind == .group {
      draft.content.texts = [SampleTemplates.response: dice.pick(SamplePhrase.responses)]
      draft.content.choices[SampleTemplates.participation] = [
        dice.pick(["minimal", "attentive", "attentive", "active", "active", "leading"])
      ]
    } else {
      draft.format = SampleTemplates.dapID
      draft.content.texts = [
        SampleTemplates.data: dice.pick(SamplePhrase.data),
        SampleTemplates.assessment: dice.pick(SamplePhrase.assessments),
        SampleTemplates.plan: dice.pick(SamplePhrase.plans),
      ]
    }
    draft.content.choices[SampleTemplates.risk] = ["none"]
    if !objectives.isEmpty {
      let progress = dice.pick([ObjectiveProgress.none, .some, .some, .good])
      draft.content.objectives = [ObjectiveLink(dice.pick(objectives), progress: progress)]
    }
  }

  private func sharedDraft(of occasion: NoteOccasion, in data: ProgramData) -> NoteDraft? {
    guard case .session(let id, _) = occasion.service, let session = data.sessions[id] else {
      return nil
    }
    let team = Int(data.code(of: session).dropFirst()) ?? 0
    var dice = Dice(plan.seed, team, session.serviceDate.dayNumber, 10)
    var draft = data.newSharedDraft(of: session, at: occasion.end)
    draft.content.texts = [
      SampleTemplates.topic: session.state.topic ?? dice.pick(SamplePhrase.topics),
      SampleTemplates.methods: dice.pick(SamplePhrase.methods),
      SampleTemplates.summary: dice.pick(SamplePhrase.summaries),
    ]
    return draft
  }
}
