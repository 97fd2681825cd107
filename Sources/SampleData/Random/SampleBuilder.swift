import Domain

/// Turns a plan into the records of a program.
struct SampleBuilder {
  let plan: SamplePlan
  var snapshot: ProgramSnapshot
  var chronicle: Chronicle
  var ids: IDMaker
  /// Three for each team, in the order of the roles.
  private(set) var staffIDs: [StaffID] = []
  private(set) var officeIDs: [RoomID] = []
  private(set) var groupRoomIDs: [RoomID] = []
  private(set) var clientIDs: [ClientID] = []
  private(set) var numbers: [ClientID: Int] = [:]
  /// By the stay's place in the plan.
  private(set) var episodeIDs: [EpisodeID] = []
  var book: ProgramData
  var now: Instant

  init(plan: SamplePlan, zone: ProgramTimeZone) {
    self.plan = plan
    ids = IDMaker(seed: plan.seed ^ 0x5A3D_1E00_0000_0000)
    chronicle = Chronicle(
      seed: plan.seed ^ 0x5A3D_1E00_0000_0001,
      from: zone.instant(plan.firstDay.adding(days: -60), .midnight)
    )
    let program = Program(
      id: ids.next(.program),
      name: "Sample Creek Recovery (made up)",
      zone: zone,
      isDemo: true
    )
    snapshot = ProgramSnapshot(program: program)
    book = ProgramData(program: program)
    now = zone.instant(plan.lastDay, .midnight)
  }

  var zone: ProgramTimeZone { snapshot.program.zone }

  func staff(_ role: SampleRole, of team: Int) -> StaffID { staffIDs[team * 3 + role.rawValue] }
  func office(_ role: SampleRole, of team: Int) -> RoomID { officeIDs[team * 3 + role.rawValue] }
  func groupRoom(of team: Int) -> RoomID { groupRoomIDs[team] }

  /// Staff, rooms, clients, episodes and groups.
  mutating func addStanding() {
    snapshot.ruleSets = [rules]
    for team in plan.teams.indices { addTeam(team) }
    for client in 0..<plan.clients {
      let id = ids.next(.client, as: Client.self)
      clientIDs.append(id)
      numbers[id] = client
    }
    for stay in plan.stays {
      let id = ids.next(.episode, as: Episode.self)
      episodeIDs.append(id)
      snapshot.episodes.append(episode(id, of: stay))
    }
    let first = Dictionary(plan.stays.map { ($0.client, $0) }, uniquingKeysWith: { old, _ in old })
    snapshot.clients = (0..<plan.clients).map { client($0, first: first[$0]) }
    for team in plan.teams.indices { addGroups(of: team) }
    book = ProgramData(standing: snapshot)
    now = SampleProgram.now(in: snapshot, on: plan.lastDay)
  }

  private mutating func addTeam(_ team: Int) {
    var dice = Dice(plan.seed, team, 2)
    for role in SampleRole.allCases {
      let id = ids.next(.staff, as: Staff.self)
      staffIDs.append(id)
      let name = SampleName.first(&dice) + " " + SampleName.last(&dice)
      var person = Staff(id: id, code: staffCode(snapshot.staff.count), name: name)
      person.credentials = role == .evening ? "CADC-T" : "CADC II"
      if role == .day && team == 0 {
        person.credentials = "LCADC"
        person.role = .known(.clinicalSupervisor)
      } else if role == .evening {
        person.role = .known(.trainee)
        person.supervisorID = staffIDs[0]
        person.requiresCosign = true
      }
      person.workHours = workHours(of: role)
      snapshot.staff.append(person)
      let office = Room(
        id: ids.next(.room),
        name: "Office \(snapshot.staff.count)",
        capacity: 4,
        kind: .known(.office)
      )
      officeIDs.append(office.id)
      snapshot.rooms.append(office)
    }
    let names = SampleName.rooms
    let name = names[team % names.count] + (team < names.count ? "" : " \(team / names.count + 1)")
    let room = Room(id: ids.next(.room), name: name, capacity: 24)
    groupRoomIDs.append(room.id)
    snapshot.rooms.append(room)
  }

  /// Two letters, three from the 677th on.
  private func staffCode(_ number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let pair = String([letters[number / 26 % 26], letters[number % 26]])
    return number < 676 ? pair : pair + String(letters[number / 676 % 26])
  }

  private func workHours(of role: SampleRole) -> [WorkHours] {
    let (days, from, to) =
      switch role {
      case .day: (1...5, 8_00, 16_30)
      case .middle: (1...4, 10_30, 19_15)
      case .evening: (1...4, 12_00, 20_45)
      }
    return days.compactMap(Weekday.init(rawValue:)).map {
      WorkHours(weekday: $0, from: .at(from), to: .at(to))
    }
  }
}
