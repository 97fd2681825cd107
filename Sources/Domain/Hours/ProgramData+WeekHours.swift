/// The weekly hours that every screen asks for.
extension ProgramData {
  /// One client's minutes in one week, and what they mean.
  ///
  /// Costs the client's own rows and appointments of that week, not those of the program.
  ///
  /// - Parameters:
  ///   - client: Whose week it is.
  ///   - first: The week's first day.
  ///   - now: Divides what is credited from what may still come.
  /// - Returns: Nil when the client has no episode open in that week or the week isn't loaded.
  /// - Source: BR-01…10; `decisions.md` 2.
  package func weekHours(of client: ClientID, week first: CalendarDate, now: Instant)
    -> WeekHours?
  {
    guard let index = weeks[first],
      let standing = standing(of: client, week: first, in: index)
    else { return nil }
    var sum = WeekSum(week: first, until: standing.last)
    let items = weekItems(for: standing, in: index, now: now)
    for item in items.items { sum.add(item.minutes, on: item.date, status: item.status) }
    let minimum = minimum(for: standing, hasProgramDay: items.hasProgramDay)
    return sum.hours(
      minimum: minimum,
      state: state(of: sum.total, minimum: minimum, for: standing)
    )
  }

  /// The weeks of every client with an episode open at some time in the week, by mrn.
  ///
  /// Empty when the week isn't loaded.
  package func weekHours(week first: CalendarDate, now: Instant)
    -> [(client: ClientID, hours: WeekHours)]
  {
    clients(inWeek: first).compactMap { client in
      weekHours(of: client, week: first, now: now).map { (client: client, hours: $0) }
    }
  }

  /// Everyone with an episode open at some time in the week, by mrn.
  package func clients(inWeek first: CalendarDate) -> [ClientID] {
    let last = weekEnd(from: first)
    var found: Set<ClientID> = []
    for episode in episodes.values where episode.isOpen(between: first, last) {
      found.insert(episode.clientID)
    }
    let keyed = found.map { (mrn: clients[$0]?.mrn ?? $0.rawValue, client: $0) }
    return keyed.sorted { $0 < $1 }.map(\.client)
  }

  /// The last day on which the client's taper excuses the week (BR-07); nil where none does.
  package func transitionEnd(of client: ClientID, week first: CalendarDate) -> CalendarDate? {
    guard let index = weeks[first] else { return nil }
    return standing(of: client, week: first, in: index).flatMap { transitionEnd($0) }
  }

  /// How a week's minutes stand against its minimum (BR-10).
  func state(of total: ItemMinutes, minimum: WeekMinimum, for standing: WeekStanding) -> WeekState {
    switch minimum {
    case .noLevel: return .noMinimum
    case .exempt: return .exempt
    case .minutes(let minutes):
      if transitionEnd(standing) != nil { return .transition }
      let slack = total.credited + total.possible - minutes
      if slack < 0 { return .short }
      return slack < standing.rules.tightSlackMinutes ? .tight : .onTrack
    }
  }
}

/// A week's minutes while they are added up.
private struct WeekSum {
  let week: CalendarDate
  private(set) var total = ItemMinutes()
  private var days: [DayMinutes]

  init(week: CalendarDate, until last: CalendarDate) {
    self.week = week
    days = (0...max(0, CalendarDate.days(from: week, to: last))).map {
      DayMinutes(date: week.adding(days: $0), credited: 0, possible: 0, status: nil)
    }
  }

  mutating func add(_ item: ItemMinutes, on date: CalendarDate, status: AttendanceStatus?) {
    let offset = CalendarDate.days(from: week, to: date)
    guard days.indices.contains(offset) else { return }
    total += item
    days[offset].credited += item.credited
    days[offset].possible += item.possible
    guard let status else { return }
    if let known = days[offset].status, known.weight >= status.weight { return }
    days[offset].status = status
  }

  func hours(minimum: WeekMinimum, state: WeekState) -> WeekHours {
    WeekHours(
      week: week,
      planned: total.planned,
      credited: total.credited,
      possible: total.possible,
      minimum: minimum.minutes,
      state: state,
      unmarked: total.unmarked,
      days: days
    )
  }
}

extension AttendanceStatus {
  /// Which of a day's different marks stands for the day: the one that asks most of a counselor.
  fileprivate var weight: Int {
    switch self {
    case .unknown: 12
    case .noShow: 11
    case .notAdmitted: 10
    case .removed: 9
    case .cancelledClient: 8
    case .excused: 7
    case .lateLeftEarly: 6
    case .leftEarly: 5
    case .late: 4
    case .present: 3
    case .onLeave: 2
    case .cancelledProgram: 1
    case .expected: 0
    }
  }
}
