package import Domain
import TerminalCore

/// What the card of a client says, line by line.
package struct ClientCard {
  let facts: ClientFacts
  let client: Client
  let state: AppState

  /// Nil where the client's record isn't here.
  package init?(_ state: AppState) {
    guard let id = state.card.client, let client = state.data.clients[id] else { return nil }
    self.init(of: client, state)
  }

  package init(of client: Client, _ state: AppState) {
    self.client = client
    self.state = state
    facts = ClientFacts(client: client, state: state, date: state.today)
  }

  package var title: String { "\(client.mrn)  \(state.name(of: client.id))" }

  /// Who, the stay, the hours, groups, what comes, goals.
  package var lines: [ClientFact] {
    who + standing + facts.stay + facts.week + facts.seen + ofStay + groups + noTimes
      + missedTopics + coming + goals
  }

  private var who: [ClientFact] {
    var lines: [ClientFact] = []
    if state.showsFullNames {
      let legal = "\(client.legalFirst) \(client.legalLast)"
      lines.append(ClientFact("Legal name", legal, changes: .client(.firstName)))
      let age = client.age(on: state.today)
      lines.append(
        ClientFact("Born", "\(client.birthDate.shortName), \(age)", changes: .client(.birthDate))
      )
      let phones = client.phones.map(TypedPhones.line)
      lines += named("Phone", phones.isEmpty ? ["none"] : phones, .phones)
      lines += named("Address", client.address?.split(separator: "\n").map(String.init), .address)
      lines += named("E-mail", client.email.map { [$0] }, .email)
      lines += named(
        "Gender",
        client.genderIdentity.map { [FormChoices.spoken($0.stored)] },
        .genderIdentity
      )
      lines += named(
        "Sex for record",
        client.sexForRecord.map { [FormChoices.spoken($0.stored)] },
        .sexForRecord
      )
    } else {
      lines.append(
        ClientFact("Age", "\(client.age(on: state.today))", changes: .client(.birthDate))
      )
    }
    if let pronouns = client.pronouns {
      lines.append(ClientFact("Pronouns", pronouns, changes: .client(.pronouns)))
    }
    if client.interpreterNeeded || client.language.map({ $0 != "en" }) ?? false {
      let language = client.language.map(TypedLanguage.words) ?? "not known"
      let words = client.interpreterNeeded ? "\(language), interpreter needed" : language
      lines += named("Language", [words], .language)
    }
    let times = TypedConstraints.lines(client.constraints)
    lines += named("Can't come", times, .cantCome)
    let supports = client.supports.map {
      state.showsFullNames ? TypedSupports.line($0) : $0.relation
    }
    return lines + named("Support", supports, .supports)
  }

  /// Lines under one label, each of which leads to a field; none where nothing is known.
  private func named(_ label: String, _ words: [String]?, _ field: FieldID) -> [ClientFact] {
    (words ?? []).enumerated().map { place, words in
      ClientFact(place == 0 ? label : "", words, changes: .facts(field))
    }
  }

  /// Where the client stands on the way into the program or out of it.
  private var standing: [ClientFact] {
    let stay = state.data.stays(of: client.id).last
    let stage = ClientStage(of: client, latest: stay, on: state.today)
    guard stage.isInCare, let stay else {
      let since = StayWords.events(of: client, in: state.data).last?.date
      let words =
        since.map {
          "\(stage.word) \($0 > state.today ? "for" : "since") \(facts.short($0))"
        } ?? stage.word
      return [ClientFact("Stands", words, changes: .stay)]
    }
    var lines: [ClientFact] = []
    if client.part2NoticeGivenAt == nil {
      let words = "42 CFR part 2: not given yet; Enter gives the day"
      lines.append(ClientFact("Notice", words, .warning, changes: .facts(.noticeGiven)))
    }
    if let end = stay.dischargedOn {
      lines.append(ClientFact("Last day", facts.short(end), .warning, changes: .stay))
    }
    if let referral = stay.referralSource {
      let words = FormChoices.spoken(referral.stored)
      lines.append(ClientFact("Referred by", words, changes: .step(.facts, .referral)))
    }
    guard mayReadChart else { return lines }
    return lines
      + stay.placementReminders(on: state.today).map {
        ClientFact("Placement", $0, .warning, changes: .stay)
      }
  }

  private var groups: [ClientFact] {
    var lines: [ClientFact] = []
    for group in state.data.groups.values.sorted(by: { ($0.code, $0.id) < ($1.code, $1.id) }) {
      for place in group.enrollments
      where place.clientID == client.id && (place.to ?? .latest) >= state.today {
        let first = max(state.today, place.from)
        let plan = group.asOf(first)
        let days = TypedWeekdays.words(place.weekdays ?? plan.weekdays)
        var words = "\(group.code) \(group.title), \(days) \(plan.start)"
        if place.from > state.today { words += ", from \(place.from.shortName)" }
        if let to = place.to { words += ", to \(to.shortName)" }
        if let next = group.changes(after: first).first, next.from <= place.to ?? .latest {
          let days = TypedWeekdays.words(place.weekdays ?? next.plan.weekdays)
          words += "; from \(next.from.shortName) \(days) \(next.plan.start)"
        }
        let label = lines.isEmpty ? "Groups" : ""
        lines.append(ClientFact(label, words, changes: .enrollment(group.id, place.id)))
      }
    }
    return lines.isEmpty ? [ClientFact("Groups", "none; + gives a place", .warning)] : lines
  }

  /// Where no times are known: how to enter them, and what else is asked there.
  private var noTimes: [ClientFact] {
    guard client.constraints.isEmpty else { return [] }
    let hint = "nothing; Enter: times, support, phones"
    return [ClientFact("Can't come", hint, .dim, changes: .facts(.cantCome))]
  }

  /// What the groups were about when the client wasn't there.
  private var missedTopics: [ClientFact] {
    let groups = state.data.groups.values.filter { group in
      !group.topics.isEmpty
        && group.enrollments.contains {
          $0.clientID == client.id && ($0.to ?? .latest) >= state.today
        }
    }
    let missed = groups.sorted { ($0.code, $0.id) < ($1.code, $1.id) }.flatMap { group in
      state.data.missedTopics(of: client.id, in: group).map {
        "\(group.code) \($0.topic), \(facts.short($0.on))"
      }
    }
    return missed.enumerated().map { ClientFact($0 == 0 ? "Missed topics" : "", $1) }
  }

  /// The next three sessions and appointments.
  package var coming: [ClientFact] {
    var found: [(at: Instant, what: String)] = []
    for session in state.data.sessions.values
    where session.state.scheduledStart > state.now && session.state.status == .scheduled
      && !session.state.isWithdrawn
      && session.row(of: client.id)?.status.isUnmarked == true
    {
      found.append((session.state.scheduledStart, state.data.title(of: session)))
    }
    for meeting in state.data.appointments.values
    where meeting.clientID == client.id && meeting.state.status == .booked
      && !meeting.state.isWithdrawn && meeting.state.scheduledStart > state.now
    {
      let who = state.data.staff[meeting.state.counselorID]?.shortName ?? ""
      found.append((meeting.state.scheduledStart, "\(meeting.kindWord), \(who)"))
    }
    return found.sorted { $0.at < $1.at }.prefix(3).enumerated().map { place, item in
      let when = ChangeWords.moment(item.at, in: state)
      return ClientFact(place == 0 ? "Coming" : "", "\(when) \(item.what)")
    }
  }

  /// What the treatment aims at, for who may read it.
  package var goals: [ClientFact] {
    let plan = state.data.plans[client.id]?.last { $0.isActive(on: state.today) }
    guard let plan, state.mayReadPlan(of: client.id) else { return [] }
    var lines = plan.goals.enumerated().map { place, goal in
      ClientFact(place == 0 ? "Goals" : "", "\(place + 1) \(goal.text)")
    }
    let review = state.data.reviewDue(of: plan, asOf: state.now)
    let isOver = review < state.today
    lines.append(ClientFact("Plan review", facts.short(review), isOver ? .warning : .text))
    return lines
  }
}

extension AppState {
  /// Whether what a client's treatment aims at is for whoever sits here.
  func mayReadPlan(of client: ClientID) -> Bool {
    staffID.map { data.refusalToRead(planOf: client, reader: $0, at: trueNow) == nil } ?? true
  }

  /// Whether an attempt to reach a client, or what the team decided, is for whoever sits here: what is
  /// aimed at for who may read the plan, attempts for who may read the notes, and one's own.
  func mayRead(_ made: FollowUp) -> Bool {
    if made.by == staffID { return true }
    return made.kind == .known(.teamDecision)
      ? mayReadPlan(of: made.clientID) : mayReadChart(of: made.clientID)
  }

  /// Whether it may be known that there is a note.
  func mayRead(_ note: NoteEntry) -> Bool {
    guard let staffID else { return true }
    return data.refusalToRead(
      notesOf: note.clientID,
      by: note.authorID,
      about: note.service,
      reader: staffID,
      at: trueNow
    ) == nil
  }
}
