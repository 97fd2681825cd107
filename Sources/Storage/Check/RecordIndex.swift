import Domain

/// Everything of a snapshot by identifier, for following references.
struct RecordIndex {
  let snapshot: ProgramSnapshot
  let staff: Set<StaffID>
  let rooms: Set<RoomID>
  let groups: Set<GroupID>
  let clients: Set<ClientID>
  let appointments: Set<AppointmentID>
  let episodes: [EpisodeID: Episode]
  /// Identifiers of records whose file is there but can't be used: their loss is reported once,
  /// and not again by everything that names them.
  let broken: Set<String>
  private let ruleSets: [RuleSet]

  init(_ snapshot: ProgramSnapshot, problems: [RecordProblem]) {
    self.snapshot = snapshot
    staff = Set(snapshot.staff.map(\.id))
    rooms = Set(snapshot.rooms.map(\.id))
    groups = Set(snapshot.groups.map(\.id))
    clients = Set(snapshot.clients.map(\.id))
    appointments = Set(snapshot.appointments.map(\.id))
    episodes = Dictionary(snapshot.episodes.map { ($0.id, $0) }) { first, _ in first }
    broken = Set(problems.flatMap { RecordIndex.names(in: $0.record) })
    ruleSets = snapshot.ruleSets
  }

  private static func names(in path: String) -> [String] {
    path.split(separator: "/").map {
      String($0.hasSuffix(Layout.suffix) ? $0.dropLast(Layout.suffix.count) : $0)
    }
  }

  /// Whether the list of rooms itself can't be used.
  var hasRooms: Bool { !broken.contains("rooms") }

  func has(_ id: StaffID) -> Bool { staff.contains(id) || broken.contains(id.rawValue) }
  func has(_ id: RoomID) -> Bool { rooms.contains(id) || !hasRooms }
  func has(_ id: GroupID) -> Bool { groups.contains(id) || broken.contains(id.rawValue) }
  func has(_ id: ClientID) -> Bool { clients.contains(id) || broken.contains(id.rawValue) }
  func has(_ id: AppointmentID) -> Bool {
    appointments.contains(id) || broken.contains(id.rawValue)
  }

  func has(_ id: EpisodeID, of client: ClientID) -> Bool {
    if let episode = episodes[id] { return episode.clientID == client }
    return broken.contains(id.rawValue) || broken.contains(client.rawValue)
  }

  /// The rule set in force on a date.
  func rules(on date: CalendarDate) -> RuleSet {
    ruleSets.last { $0.effectiveFrom <= date && date <= ($0.effectiveTo ?? date) } ?? .standard
  }
}
