package import Domain
import TerminalCore

/// The sheet of the treatment team's meeting: a line for each client in care.
package struct TeamState: Equatable, Sendable {
  package var cursor: ClientID?
  /// Everyone's clients, not only mine.
  package var showsAll = true
  package var filter: String?
  /// Where Esc leads.
  var comesFrom = ScreenID.day
}

/// One client as the team's sheet says it.
package struct TeamRow: Equatable, Sendable {
  package var id: ClientID
  package var name: String
  package var code: String
  package var level: String
  package var counselor: String
  /// A letter for each service day of four weeks, weeks apart: "PPP PNP PPP PP".
  package var attendance: String
  package var hours: String
  package var isShort: Bool
  /// What is due, in words.
  package var due: [String]
  /// "step down, TB Wed"; empty where nothing was decided this week.
  ///
  /// Who may not read it is told that it isn't theirs, whether something was decided or not.
  package var decision: String

  static let notYours = "not yours to read"

  /// The decision as part of a sentence.
  package var decisionWords: String {
    switch decision {
    case "": "not decided"
    case Self.notYours: "what was decided is \(decision)"
    default: "decided: \(decision)"
    }
  }
}

/// The letters of the row of attendance.
package enum TeamLetters {
  package static let weeks = 4

  package static func letter(of outcome: ServiceDayOutcome) -> Character {
    switch outcome {
    case .attended: "P"
    case .missed: "N"
    case .excusedOnly: "x"
    case .lateCancel: "c"
    case .upcoming: "."
    }
  }

  package static let legend =
    "P came  N missed  x excused  c late cancel  . to come  ? not marked  - no day  * not read"

  /// The letters of a week stand in so many cells, so that weeks are below each other: as many as there
  /// are days with groups, five at least.
  private static func weekWidth(in state: AppState) -> Int {
    let days = state.data.groups.values.flatMap { $0.asOf(state.today).weekdays }
    return max(5, Set(days).count)
  }

  /// The first days of the weeks, each above its letters: "16Feb 23Feb  2Mar  9Mar".
  package static func head(in state: AppState) -> String {
    let width = weekWidth(in: state)
    return firstDays(in: state).map { first in
      let day = "\(first.day)\(first.monthShortName)"
      return CellWidth.padded(day, to: width, alignment: .right)
    }.joined(separator: " ")
  }

  private static func firstDays(in state: AppState) -> [CalendarDate] {
    (0..<weeks).map { state.data.weekStart($0 - weeks + 1, weeksFrom: state.today) }
  }

  /// Four weeks up to this one, the days that somebody was waited for; `-` where there was none.
  static func row(of client: ClientID, in state: AppState) -> String {
    let data = state.data
    let width = weekWidth(in: state)
    return firstDays(in: state).map { first -> String in
      guard data.isLoaded(first) else { return CellWidth.padded("*", to: width) }
      let letters = data.weekDays(from: first).compactMap { date -> Character? in
        let outcome = data.serviceDayOutcome(of: client, on: date, now: state.now)
        if outcome == .upcoming, date < state.today { return "?" }
        return outcome.map(letter(of:))
      }
      return CellWidth.padded(letters.isEmpty ? "-" : String(letters), to: width)
    }.joined(separator: " ")
  }
}

extension AppState {
  /// Those in care, by code; mine or everyone's, narrowed by name.
  package var teamClients: [ClientID] {
    let stays = data.latestStays
    let mine = data.clients.values.filter { client in
      guard client.enteredInError == nil, let stay = stays[client.id], stay.isOpen(on: today)
      else { return false }
      return team.showsAll || stay.counselor(on: today) == staffID
    }
    let filter = team.filter ?? ""
    return mine.sorted { ($0.mrn, $0.id) < ($1.mrn, $1.id) }
      .filter { filter.isEmpty || Search.matches(filter, "\(name(of: $0.id)) \($0.mrn)") }
      .map(\.id)
  }

  /// Why the sheet is empty, and how to see more.
  package var nobodyInTeam: String {
    if team.filter != nil { return "Nobody has that. Esc shows all." }
    return team.showsAll ? "Nobody is in care." : "None of yours is in care; * shows everyone."
  }

  /// Stays in its place where the selected one has left the sheet.
  mutating func keepTeamCursor(at place: Int) {
    guard screen == .team, team.cursor != nil else { return }
    let shown = teamClients
    guard !shown.isEmpty, !shown.contains(where: { $0 == team.cursor }) else { return }
    team.cursor = shown[min(place, shown.count - 1)]
  }

  package var teamIndex: Int { teamClients.firstIndex { $0 == team.cursor } ?? 0 }

  /// What the sheet says of a client.
  package func teamRow(of id: ClientID, due: [DueTask]) -> TeamRow? {
    guard let client = data.clients[id], let stay = openStay(of: id) else { return nil }
    let hours = data.weekHours(of: id, week: data.weekStart(of: today), now: now)
    return TeamRow(
      id: id,
      name: name(of: id),
      code: client.mrn,
      level: stay.level(on: today)?.level ?? "",
      counselor: stay.counselor(on: today).flatMap { data.staff[$0]?.code } ?? "",
      attendance: TeamLetters.row(of: id, in: self),
      hours: hours.map { "\(HourWords.week($0)) \($0.state.word)" } ?? "",
      isShort: hours?.state == .short,
      due: due.filter { $0.clientID == id && (!$0.kind.isOfPlan || mayReadPlan(of: id)) }
        .map { $0.kind.words },
      decision: decision(about: id)
    )
  }

  private func decision(about id: ClientID) -> String {
    let made = data.followUps(of: id).last { $0.kind == .known(.teamDecision) }
    guard made.map(mayRead) ?? mayReadPlan(of: id) else { return TeamRow.notYours }
    return made.flatMap(words(ofDecision:)) ?? ""
  }

  private func words(ofDecision made: FollowUp) -> String? {
    let date = data.program.zone.date(of: made.at)
    guard CalendarDate.days(from: date, to: today) < 7, let decision = made.decision else {
      return nil
    }
    let who = data.staff[made.by]?.code ?? ""
    return "\(decision.value?.word ?? decision.stored), \(who) \(date.weekday.shortName)"
  }
}

extension DueTask.Kind {
  /// Whether it tells what is planned for the treatment.
  fileprivate var isOfPlan: Bool {
    switch self {
    case .planReview, .firstPlan: true
    case .outreach, .review, .individual, .reassessment, .familySession, .authorization, .place,
      .decided:
      false
    }
  }
}
