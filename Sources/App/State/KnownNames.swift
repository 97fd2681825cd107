import Domain

/// The names on the Day screen that more than one client there would have.
///
/// Found once for each change of who is on the screen; the status line and the prompts say them as
/// the lists do.
struct KnownNames: Equatable, Sendable {
  var basis: Basis?
  /// Only of those whose plain name isn't theirs alone.
  var names: [ClientID: String] = [:]

  struct Basis: Equatable, Sendable {
    var order: Int
    var weeks: Int
    var clients: Int
    var session: SessionID?
    var date: CalendarDate
    var showsAll: Bool
    var isFull: Bool
    var room: RoomMode
  }
}

extension AppState {
  mutating func refreshKnownNames() {
    let basis = KnownNames.Basis(
      order: data.highestOrder,
      weeks: data.weeks.count,
      clients: data.clients.count,
      session: day.session,
      date: day.date,
      showsAll: day.showsAll,
      isFull: showsFullNames,
      room: roomMode
    )
    guard knownNames.basis != basis else { return }
    knownNames = KnownNames(basis: basis)
    let onRoster = openSession?.rows.map(\.clientID) ?? []
    let clients = Set(onRoster + shownAppointments.map(\.clientID)).sorted()
    for (client, name) in zip(clients, unlikeNames(of: clients)) where name != plainName(of: client)
    {
      knownNames.names[client] = name
    }
  }
}
