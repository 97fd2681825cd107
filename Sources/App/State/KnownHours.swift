package import Domain

/// The hours of everyone on the open roster, computed once for each change of data or minute.
///
/// Moving the selection asks for them again and again; nothing about them has changed then.
struct KnownHours: Equatable, Sendable {
  /// What the hours were computed from; nil makes the next look compute them anew.
  var basis: Basis?
  var hours: [ClientID: WeekHours] = [:]

  struct Basis: Equatable, Sendable {
    var order: Int
    var weeks: Int
    var minute: Int64
    var session: SessionID?
    var week: CalendarDate
  }
}

extension AppState {
  /// The hours of a client in the week of the day on the screen; nil as the domain has it.
  package func hoursOfWeek(of client: ClientID, week: CalendarDate) -> WeekHours? {
    if known.basis?.week == week, let hours = known.hours[client] { return hours }
    return data.weekHours(of: client, week: week, now: now)
  }

  /// Computes the open roster's hours again if anything they rest on has changed.
  mutating func refreshKnownHours() {
    guard screen == .day else { return }
    let week = data.weekStart(of: day.date)
    let basis = KnownHours.Basis(
      order: data.highestOrder,
      weeks: data.weeks.count,
      minute: now.secondsSince1970 / 60,
      session: day.session,
      week: week
    )
    guard known.basis != basis else { return }
    known.basis = basis
    known.hours = [:]
    for row in openSession?.rows ?? [] {
      known.hours[row.clientID] = data.weekHours(of: row.clientID, week: week, now: now)
    }
  }
}
