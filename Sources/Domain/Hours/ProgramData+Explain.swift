/// One line of the answer to "why this number?".
package struct ExplainLine: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The rule in words, with its number and the rule set's values.
    case rule
    /// A row or an appointment with its minutes.
    case record
    /// What the records add up to.
    case total
  }

  package var kind: Kind
  package var text: String
  /// Nil for a rule.
  package var minutes: ItemMinutes?

  package init(_ kind: Kind, _ text: String, _ minutes: ItemMinutes? = nil) {
    self.kind = kind
    self.text = text
    self.minutes = minutes
  }

  /// The text; a record's with its minutes, credited or still to come.
  package var inWords: String {
    guard kind == .record, let minutes else { return text }
    var words = text
    if minutes.credited > 0 { words += "  \(minutes.credited) min" }
    if minutes.possible > 0 {
      words += "  \(minutes.possible) min" + (words.hasSuffix("to come") ? "" : " possible")
    }
    return words
  }
}

extension [ExplainLine] {
  /// What a reader wants to know first comes first: the records, their sum, then the rules.
  package var inReadingOrder: [[ExplainLine]] {
    [ExplainLine.Kind.record, .total, .rule].map { kind in filter { $0.kind == kind } }
  }
}

extension ProgramData {
  /// Why a week's numbers are what they are: the rules, each record, and the sum.
  ///
  /// The records' minutes add up to those of `weekHours`. No line names another client.
  ///
  /// - Returns: Rules first, then records by day and start, then one total; empty where `weekHours`
  ///   is nil.
  package func explainHours(of client: ClientID, week first: CalendarDate, now: Instant)
    -> [ExplainLine]
  {
    guard let index = weeks[first],
      let standing = standing(of: client, week: first, in: index),
      let hours = weekHours(of: client, week: first, now: now)
    else { return [] }
    let items = weekItems(for: standing, in: index, now: now).items
    let inOrder = items.enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }
    let records = inOrder.map { line(of: $0.element, client, now: now) }
    let sum = records.reduce(into: ItemMinutes()) { $0 += $1.minutes ?? ItemMinutes() }
    return rules(for: standing, hours: hours) + records + [
      ExplainLine(.total, hours.sumInWords, sum)
    ]
  }

  private func line(of item: WeekItem, _ client: ClientID, now: Instant) -> ExplainLine {
    var words = ""
    if let session = item.session.flatMap({ sessions[$0] }), let row = session.row(of: client) {
      words = self.words(row, in: session, now: now)
    } else if let appointment = item.appointment.flatMap({ appointments[$0] }) {
      words = self.words(appointment)
    }
    return ExplainLine(.record, words, item.minutes)
  }

  private func rules(for standing: WeekStanding, hours: WeekHours) -> [ExplainLine] {
    let rules = standing.rules
    var lines = [
      ExplainLine(
        .rule,
        "Projected = credited in finished sessions and kept appointments + possible. Slack = "
          + "projected − minimum; short below 0, tight below \(rules.tightSlackMinutes) min. (BR-10)"
      ),
      ExplainLine(.rule, minimumInWords(standing, hours: hours)),
    ]
    if let end = transitionEnd(standing) {
      lines.append(
        ExplainLine(
          .rule,
          "On the way to level 1, fewer hours are allowed for \(rules.transitionMaxDays) "
            + "days, until \(end). (BR-07)"
        )
      )
    }
    if let load = weekLoad(hours, standing) {
      lines.append(
        ExplainLine(
          .rule,
          "More than \(load == .alert ? rules.alertWeeklyMinutes : rules.maxWeeklyMinutes) "
            + "min a week; so many hours belong to level 2.5. (BR-02)"
        )
      )
    }
    if hours.unmarked > 0 {
      lines.append(
        ExplainLine(
          .rule,
          "Past and not marked: \(hours.unmarked). They count as possible until marked."
        )
      )
    }
    return lines
  }

  private func minimumInWords(_ standing: WeekStanding, hours: WeekHours) -> String {
    let rules = standing.rules
    switch hours.state {
    case .noMinimum:
      return "A minimum holds for level \(rules.levelsWithMinimum.joined(separator: ", ")) "
        + "only; this week has none. (BR-01)"
    case .exempt: return "Exempt: no program day of this week is eligible. (BR-07)"
    case .onTrack, .tight, .short, .transition: break
    }
    let days = programDays(standing)
    let full = fullMinimum(standing, on: days.eligible.last ?? standing.last)
    let minimum = hours.minimum ?? full
    let source =
      standing.episodes.last?.weeklyMinutesOverride == nil ? "" : ", set for this episode"
    var text = "The minimum is \(full) min a week\(source). (BR-01)"
    if minimum != full || days.eligible.count < days.planned.count {
      text +=
        " For \(days.eligible.count) of \(days.planned.count) program days it is \(minimum) min. "
        + "(BR-07)"
    }
    return text
  }

  private func words(_ row: AttendanceRow, in session: GroupSession, now: Instant) -> String {
    let name = group(of: session)?.code ?? title(of: session)
    var text = when(session.state.scheduledStart) + " " + name + " "
    let isToCome = now < session.state.scheduledStart && session.state.status == .scheduled
    text += !row.status.isUnmarked ? row.status.word : isToCome ? "still to come" : "not marked"
    if session.state.status.isCancelled { text += ", " + session.state.status.word }
    if session.state.status == .inProgress {
      text += session.serviceDate < today(at: now) ? ", not finished" : ", live"
    }
    if let override = row.creditOverride { text += ", set by hand: " + override.reason }
    if !counts(session) { text += ", doesn't count" }
    return text
  }

  private func words(_ appointment: Appointment) -> String {
    var text = when(appointment.state.scheduledStart) + " " + appointment.kindWord + " "
    text += appointment.state.status.word
    if !counts(appointment) { text += ", doesn't count" }
    return text
  }

  private func when(_ instant: Instant) -> String {
    let (date, time) = program.zone.local(instant)
    return "\(date.weekday.shortName) \(date.day) \(date.monthShortName) \(time)"
  }
}

extension WeekHours {
  /// "320 credited + 360 possible = 680; minimum 540; slack 140; on track".
  fileprivate var sumInWords: String {
    var text = "\(credited) credited + \(possible) possible = \(projected)"
    if let minimum { text += "; minimum \(minimum)" }
    if let slack { text += "; slack " + (slack < 0 ? "−\(-slack)" : "\(slack)") }
    return text + "; " + state.word
  }
}
