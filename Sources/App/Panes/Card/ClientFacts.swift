package import Domain
package import TerminalCore

/// What is said about a client, asked of the domain.
package struct ClientFacts {
  let client: Client
  let state: AppState
  /// The day whose stay and week it is about.
  let date: CalendarDate

  package init(client: Client, state: AppState, date: CalendarDate) {
    self.client = client
    self.state = state
    self.date = date
  }

  var data: ProgramData { state.data }

  var episode: Episode? {
    data.episodes.values.first { $0.clientID == client.id && $0.isOpen(on: date) }
  }

  package var stay: [ClientFact] {
    guard let episode else {
      return [ClientFact("Admitted", "no open episode", .warning, changes: .stay)]
    }
    let days = CalendarDate.days(from: episode.admittedOn, to: date)
    let since = "\(short(episode.admittedOn)), week \(days / 7 + 1)"
    var facts = [ClientFact("Admitted", since, changes: .client(.admittedOn))]
    if let level = episode.level(on: date) {
      facts.append(ClientFact("Level", level.level, changes: .client(.level)))
    }
    if let counselor = episode.counselor(on: date).flatMap({ data.staff[$0] }) {
      facts.append(ClientFact("Counselor", counselor.shortName, changes: .client(.counselor)))
    }
    if let leave = episode.leave(on: date) {
      let end = leave.to.map { ", to \(short($0))" } ?? ""
      facts.append(ClientFact("On leave", leave.reason + end, .warning, changes: .stay))
    }
    facts += state.alerts(of: client.id, in: episode.id).map { alert in
      let isStored = client.alerts.contains(alert)
      return ClientFact(
        "Alert",
        words(of: alert),
        .warning,
        changes: target(of: alert, isStored: isStored)
      )
    }
    if let phone = client.phones.first {
      facts.append(ClientFact("Voicemail", voicemail(phone), changes: .facts(.phones)))
    }
    return facts
  }

  package var week: [ClientFact] {
    let first = data.weekStart(of: date)
    guard let hours = data.weekHours(of: client.id, week: first, now: state.now) else { return [] }
    let isOver = data.weekEnd(from: first) < state.today
    let standing = HourWords.standing(hours, isOver: isOver)
    let role: Role = standing == HourWords.met ? .ok : hours.state.role
    let words = "\(HourWords.week(hours))  \(standing)"
    let label = first == data.weekStart(of: state.today) ? "Hours this week" : "Hours that week"
    var facts = [ClientFact(label, words, role, changes: .hours)]
    if let bar = HourWords.bar(hours) { facts.append(ClientFact("", bar, role)) }
    // In a week that is over nobody comes any more.
    if let slack = hours.slack, !isOver {
      let need = slack < 0 ? "\(Hours.roundedUp(-slack)) short" : "\(Hours.cutDown(slack)) over"
      facts.append(ClientFact("If all comes", "\(Hours.cutDown(hours.projected)), \(need)"))
    }
    return facts
  }

  package var seen: [ClientFact] {
    let first = state.today.adding(days: -29)
    let rate = data.attendanceRate(
      of: client.id,
      from: first,
      to: state.today,
      now: state.now
    )
    let streak = data.attendanceStreak(of: client.id, asOf: state.now)
    let missed = data.consecutiveMissedDays(of: client.id, asOf: state.now)
    var came = "came to \(rate.attended) of \(rate.expected)"
    if let unread, unread > first { came += " since \(short(unread))" }
    // What follows is of now, whichever day is looked at.
    let asOf = ClientFact("As of today", short(state.today), .dim)
    var facts = (date == state.today ? [] : [asOf]) + [ClientFact("Last 30 days", came)]
    if missed.days > 0 {
      facts.append(ClientFact("Missed", "\(days(missed)) in a row", .warning))
    } else {
      facts.append(ClientFact("Came", "\(days(streak)) in a row"))
    }
    if let seen = data.lastSeen(of: client.id, before: state.now) {
      let when = seen.date == state.today ? "today" : short(seen.date)
      facts.append(ClientFact("Last seen", "\(when) \(state.clock(seen.at)), \(seen.what)"))
    } else {
      let words = unread.map { "not since \(short($0))" } ?? "never"
      facts.append(ClientFact("Last seen", words, .warning))
    }
    if let gap = data.individualGap(of: client.id, asOf: state.now), gap.last != nil || gap.days > 0
    {
      facts.append(fact(gap))
    }
    return facts
  }

  /// The first day of what is read, where the client was here before that; else nil.
  private var unread: CalendarDate? {
    guard let first = data.weeks.keys.min(),
      data.episodes.values.contains(where: { $0.clientID == client.id && $0.admittedOn < first })
    else { return nil }
    return first
  }

  package var today: [ClientFact] {
    var coming: [(at: Instant, what: String)] = []
    for session in data.sessions(on: date)
    where session.state.status == .scheduled && session.state.scheduledStart > state.now
      && session.row(of: client.id) != nil
    {
      coming.append((session.state.scheduledStart, data.title(of: session)))
    }
    for meeting in data.appointments(on: date)
    where meeting.clientID == client.id && meeting.state.status == .booked
      && meeting.state.scheduledStart > state.now
    {
      coming.append((meeting.state.scheduledStart, meeting.kindWord))
    }
    return coming.sorted { $0.at < $1.at }.enumerated().map { place, item in
      ClientFact(place == 0 ? "Later this day" : "", "\(state.clock(item.at)) \(item.what)")
    }
  }

  private func fact(_ gap: IndividualGap) -> ClientFact {
    let ago = gap.days == 0 ? "today" : gap.days == 1 ? "1 day ago" : "\(gap.days) days ago"
    let words =
      gap.last.map { gap.days == 0 ? ago : "\(short($0)), \(ago)" }
      ?? "none for \(gap.days)\(gap.isCut ? "+" : "") days"
    return ClientFact("Last individual", words, gap.level == .none ? .text : .warning)
  }

  /// What follows from others' names can't be changed by hand.
  private func target(of alert: ClientAlert, isStored: Bool) -> CardTarget? {
    switch alert.kind {
    case .known(.doNotPair): .facts(.notTogether)
    case .known(.nameAlert): nil
    case .known(.courtMandated) where !isStored: .step(.facts, .agency)
    case .known, .unknown: isStored ? .facts(.alerts) : nil
    }
  }

  /// "yes, first name; no calls; safe 9-17": what may be said on the main phone.
  private func voicemail(_ phone: Phone) -> String {
    var words = "no"
    if phone.okVoicemail {
      switch phone.voicemailScript {
      case .known(.noMessage): words = "yes"
      case .known(.firstNameOnly): words = "yes, first name alone"
      case .known(.programNamed): words = "yes, program named"
      case .unknown(let word): words = "yes, \(word)"
      }
    }
    if !phone.okToCall { words += "; no calls" }
    if let hours = phone.safeHours { words += "; safe \(hours)" }
    return words
  }

  private func words(of alert: ClientAlert) -> String {
    var words = alert.kind.spoken
    if let other = alert.otherClient { words += ": \(state.name(of: other))" }
    if let note = alert.note { words += ", \(note)" }
    return words
  }

  private func days(_ run: RunOfDays) -> String {
    run.days == 1 && !run.isCut ? "1 day" : "\(run.days)\(run.isCut ? "+" : "") days"
  }

  func short(_ date: CalendarDate) -> String { date.dayName(on: state.today) }
}

/// One line about a client.
package struct ClientFact: Equatable, Sendable {
  package let label: String
  package let words: String
  package let role: Role
  /// What Enter changes; nil where there is nothing to change by hand.
  package let target: CardTarget?
  /// Whether it only shows again what the line above says.
  package var isPicture: Bool { words.hasPrefix("[") }

  /// - Parameters:
  ///   - label: What it is; empty below another fact of the same.
  ///   - words: What is known.
  ///   - role: How it is shown.
  ///   - target: What Enter changes; nil where it follows from other records.
  package init(
    _ label: String,
    _ words: String,
    _ role: Role = .text,
    changes target: CardTarget? = nil
  ) {
    self.label = label
    self.words = words
    self.role = role
    self.target = target
  }
}

/// What a line of the client card leads to.
package enum CardTarget: Hashable, Sendable {
  /// The client's form, at a field.
  case client(FieldID)
  /// The client's contacts and times, at a field.
  case facts(FieldID)
  case enrollment(GroupID, EnrollmentID)
  /// What can be done about the stay.
  case stay
  /// The form of one step, at a field.
  case step(StayStep, FieldID?)
  /// The hours explained.
  case hours
}
