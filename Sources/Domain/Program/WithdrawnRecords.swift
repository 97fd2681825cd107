/// Records whose making was taken back: in no list, kept for redo and for saving.
package struct WithdrawnRecords: Equatable, Sendable {
  package var clients: [ClientID: Client] = [:]
  package var episodes: [EpisodeID: Episode] = [:]
  package var staff: [StaffID: Staff] = [:]
  package var rooms: [RoomID: Room] = [:]
  package var calendar: [CalendarDate: CalendarEntry] = [:]
  package var groups: [GroupID: GroupSeries] = [:]
  package var followUps: [FollowUpID: FollowUp] = [:]
  /// By client, as those that are in force.
  package var plans: [ClientID: [TreatmentPlan]] = [:]

  package init() {}
}

extension ProgramData {
  /// Takes in a record as it is stored: among those that are there, or aside.
  package mutating func keep(_ client: Client) {
    Self.keep(client, &clients, &withdrawn.clients, &highestOrder)
  }
  package mutating func keep(_ episode: Episode) {
    Self.keep(episode, &episodes, &withdrawn.episodes, &highestOrder)
  }
  package mutating func keep(_ person: Staff) {
    Self.keep(person, &staff, &withdrawn.staff, &highestOrder)
  }
  package mutating func keep(_ room: Room) {
    Self.keep(room, &rooms, &withdrawn.rooms, &highestOrder)
  }
  package mutating func keep(_ day: CalendarEntry) {
    calendar[day.date] = day.isWithdrawn ? nil : day
    withdrawn.calendar[day.date] = day.isWithdrawn ? day : nil
    for entry in day.history { highestOrder = max(highestOrder, entry.order) }
  }
  package mutating func keep(_ group: GroupSeries) {
    Self.keep(group, &groups, &withdrawn.groups, &highestOrder)
  }

  package mutating func keep(_ followUp: FollowUp) {
    followUpsByClient[followUp.clientID, default: []].insert(followUp.id)
    Self.keep(followUp, &followUps, &withdrawn.followUps, &highestOrder)
  }

  /// Takes in all versions of a client's plan, the first one first; those that are withdrawn aside.
  package mutating func keep(_ plans: [TreatmentPlan], of client: ClientID) {
    let present = plans.filter { !$0.isWithdrawn }
    let aside = plans.filter(\.isWithdrawn)
    self.plans[client] = present.isEmpty ? nil : present
    withdrawn.plans[client] = aside.isEmpty ? nil : aside
  }

  private static func keep<Record: KeptRecord>(
    _ record: Record,
    _ present: inout [ID<Record>: Record],
    _ aside: inout [ID<Record>: Record],
    _ highest: inout Int
  ) {
    present[record.id] = record.isWithdrawn ? nil : record
    aside[record.id] = record.isWithdrawn ? record : nil
    for entry in record.history { highest = max(highest, entry.order) }
  }

  /// A record with its history, also one that is withdrawn.
  package func kept(_ id: ClientID) -> Client? { clients[id] ?? withdrawn.clients[id] }
  package func kept(_ id: EpisodeID) -> Episode? { episodes[id] ?? withdrawn.episodes[id] }
  package func kept(_ id: StaffID) -> Staff? { staff[id] ?? withdrawn.staff[id] }
  package func kept(_ id: RoomID) -> Room? { rooms[id] ?? withdrawn.rooms[id] }
  package func kept(_ id: GroupID) -> GroupSeries? { groups[id] ?? withdrawn.groups[id] }

  package func kept(_ id: FollowUpID) -> FollowUp? { followUps[id] ?? withdrawn.followUps[id] }

  /// A day of the calendar with its history, also one that is as usual again.
  package func keptDay(_ date: CalendarDate) -> CalendarEntry? {
    calendar[date] ?? withdrawn.calendar[date]
  }

  /// What was done about a client, also what was taken back.
  package func keptFollowUps(of client: ClientID) -> [FollowUp] {
    (followUpsByClient[client] ?? []).sorted().compactMap { kept($0) }
  }

  /// Leaves out what was done about a client, for it to be read again.
  package mutating func forgetFollowUps(of client: ClientID) {
    for id in followUpsByClient.removeValue(forKey: client) ?? [] {
      followUps[id] = nil
      withdrawn.followUps[id] = nil
    }
  }

  /// Leaves a stay out that is about to be read again.
  package mutating func forget(_ id: EpisodeID) {
    episodes[id] = nil
    withdrawn.episodes[id] = nil
  }

  /// A client's stays, those that are withdrawn too.
  package func keptEpisodes(of client: ClientID) -> [Episode] {
    (Array(episodes.values) + Array(withdrawn.episodes.values)).filter { $0.clientID == client }
  }

  /// All rooms, those that are withdrawn too: what their one file holds.
  package var keptRooms: [Room] {
    (Array(rooms.values) + Array(withdrawn.rooms.values)).sorted { $0.id < $1.id }
  }

  /// All days of the calendar, those that are as usual again too: what their one file holds.
  package var keptCalendar: [CalendarEntry] {
    (Array(calendar.values) + Array(withdrawn.calendar.values)).sorted { $0.date < $1.date }
  }

  /// Leaves the calendar out that is about to be read again.
  package mutating func forgetCalendar() {
    calendar = [:]
    withdrawn.calendar = [:]
  }
}
