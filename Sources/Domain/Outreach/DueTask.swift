/// Something that is due about a client and isn't a note.
///
/// All of it follows from the records, so that it goes by itself when it is done.
package struct DueTask: Hashable, Sendable {
  package var clientID: ClientID
  package var kind: Kind
  package var dueAt: Instant

  package enum Kind: Hashable, Sendable {
    case outreach(OutreachStep)
    case review(TeamReview)
    /// No individual session for too long (BR-20).
    case individual(IndividualGap)
    /// The day on which the plan is to be reviewed.
    case planReview(CalendarDate)
    /// The day by which there should be a plan.
    case firstPlan(CalendarDate)
    /// The day on which the dimensions are to be looked at again (BR-43).
    case reassessment(CalendarDate)
    case familySession(CalendarDate)
    /// Runs out by its days or its units.
    case authorization(Authorization, left: String)
    /// A place that a waitlisted client waits for; the group's code.
    case place(String)
    /// What the team decided and nobody did yet.
    case decided(TeamDecision)
  }

  /// What it is, whatever has changed about it.
  package struct ID: Hashable, Sendable {
    package var clientID: ClientID
    package var word: String
  }

  package var id: ID {
    let word =
      switch kind {
      case .outreach: "outreach"
      case .review: "review"
      case .individual: "individual"
      case .planReview: "plan"
      case .firstPlan: "first plan"
      case .reassessment: "reassessment"
      case .familySession: "family"
      case .authorization(let one, _): "authorization " + one.number
      case .place(let code): "place " + code
      case .decided: "decided"
      }
    return ID(clientID: clientID, word: word)
  }
}

extension ProgramData {
  /// What is due about somebody's clients, the first due first.
  ///
  /// - Parameters:
  ///   - person: Whose clients; those without a counselor are everybody's. Nil is everyone's.
  ///   - now: The moment it is asked for.
  /// - Returns: As many as there are of each client.
  package func dueTasks(of person: StaffID?, asOf now: Instant) -> [DueTask] {
    let today = today(at: now)
    let latest = latestStays
    var tasks: [DueTask] = []
    for client in clients.values where client.enteredInError == nil {
      let stay = latest[client.id]
      if let stay, stay.isOpen(on: today) {
        let counselor = stay.counselor(on: today)
        guard person == nil || counselor == nil || counselor == person else { continue }
        tasks += dueTasks(of: client.id, stay, today, now)
      } else if ClientStage(of: client, latest: stay, on: today) == .waitlisted {
        tasks += freePlaces(for: client, after: stay, today)
      }
    }
    return tasks.sorted {
      ($0.dueAt, $0.clientID, $0.id.word) < ($1.dueAt, $1.clientID, $1.id.word)
    }
  }

  /// The stay that counts of each client who ever had one.
  package var latestStays: [ClientID: Episode] {
    var latest: [ClientID: Episode] = [:]
    for stay in episodes.values where stay.enteredInError == nil {
      if let known = latest[stay.clientID], known.admittedOn >= stay.admittedOn { continue }
      latest[stay.clientID] = stay
    }
    return latest
  }

  private func dueTasks(
    of client: ClientID,
    _ stay: Episode,
    _ today: CalendarDate,
    _ now: Instant
  ) -> [DueTask] {
    var tasks: [DueTask] = []
    func add(_ kind: DueTask.Kind, on date: CalendarDate) {
      let at = program.zone.instant(date, .endOfDay)
      tasks.append(DueTask(clientID: client, kind: kind, dueAt: at))
    }
    if let step = outreach(of: client, in: stay, asOf: now) {
      tasks.append(DueTask(clientID: client, kind: .outreach(step), dueAt: step.dueAt))
    }
    if let review = teamReview(of: client, in: stay, asOf: now) {
      add(.review(review), on: review.since)
    }
    guard stay.leave(on: today) == nil else { return tasks }
    if let decided = openDecision(of: client, stay) {
      add(.decided(decided.decision), on: program.zone.date(of: decided.at))
    }
    let rules = rules(on: today)
    if let level = stay.level(on: today)?.level, rules.levelsWithMinimum.contains(level),
      let gap = individualGap(of: client, asOf: now), gap.level != .none,
      !isIndividualBooked(client, after: now)
    {
      let last = gap.last ?? today.adding(days: -gap.days)
      add(.individual(gap), on: last.adding(days: rules.individualGapWarnDays))
    }
    for care in dueCare(of: client, stay, asOf: now) { add(care.kind, on: care.on) }
    for one in stay.authorizations where one.from <= today && today <= one.to {
      guard let left = whatIsLeft(of: one, stay, now) else { continue }
      add(.authorization(one, left: left), on: one.to)
    }
    return tasks
  }

  private func isIndividualBooked(_ client: ClientID, after now: Instant) -> Bool {
    weeks.values.contains { index in
      (index.appointmentsByClient[client] ?? []).contains { id in
        guard let meeting = appointments[id] else { return false }
        return meeting.state.status.isOpen && meeting.state.scheduledEnd > now
      }
    }
  }

  /// The last decision of the team that nothing was done about since.
  private func openDecision(
    of client: ClientID,
    _ stay: Episode
  ) -> (decision: TeamDecision, at: Instant)? {
    let last = followUps(of: client).last {
      $0.kind == .known(.teamDecision) && $0.episodeID == stay.id
    }
    guard let last, case .known(let decision) = last.decision else { return nil }
    let date = program.zone.date(of: last.at)
    let isDone: Bool
    switch decision {
    case .continue: isDone = true
    case .discharge: isDone = stay.dischargedOn != nil
    case .stepUp, .stepDown: isDone = stay.levels.contains { $0.from >= date }
    case .extraSession:
      isDone = appointments.values.contains { meeting in
        meeting.clientID == client && !meeting.state.isWithdrawn
          && meeting.history.contains { $0.at >= last.at && $0.kind == .done }
      }
    }
    return isDone ? nil : (decision, last.at)
  }

  private func freePlaces(
    for client: Client,
    after stay: Episode?,
    _ today: CalendarDate
  ) -> [DueTask] {
    guard let step = client.intake(to: nil, after: stay).last else { return [] }
    let wanted = groups.values.filter { group in
      (step.groupIDs.isEmpty || step.groupIDs.contains(group.id))
        && group.effectiveFrom <= today && (group.effectiveTo ?? .latest) >= today
        && group.enrollments.count { ($0.to ?? .latest) >= today } < group.capacity
    }
    return wanted.sorted { $0.code < $1.code }.prefix(step.groupIDs.isEmpty ? 1 : 9).map { group in
      DueTask(
        clientID: client.id,
        kind: .place(group.code),
        dueAt: program.zone.instant(step.on, .endOfDay)
      )
    }
  }
}
