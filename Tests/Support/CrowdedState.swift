package import App
import Domain
import TerminalCore

/// Programs of one day with as many people or groups as a test wants.
package enum CrowdedState {
  package static let awkwardNames = [
    ("Maximiliana-Theodora-Alexandrina-Wilhelmina-Konstantin", "Featherstonehaugh"),
    ("田中さくら花子太郎次郎三郎四郎", "山田"), ("مُحَمَّد", "الخَيَالِيّ"),
    ("Zoe\u{308}\u{301}\u{323}", "Nguye\u{302}\u{303}n"),
    ("👩‍👩‍👧‍👦", "Familie"), ("", "Onlylast"), ("Tab\tInside", "Bell\u{7}"), ("Ana", "Lee"),
    ("Ana", "Lind"), ("Ana", "Lee"), ("e", ""), ("ｆｕｌｌｗｉｄｔｈ", "Ｎａｍｅ"),
  ]

  /// Forty of them, all different.
  package static let plainNames = ["Aster", "Brindle", "Cato", "Delphine", "Ember"].flatMap {
    first in
    ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Oak", "Pine"].map { (first, $0) }
  }

  /// One live group with so many people of the given names, taken in turn.
  package static func roster(
    _ count: Int,
    names: [(String, String)] = plainNames,
    size: (columns: Int, rows: Int)
  ) -> AppState {
    var data = standing()
    addGroup(1, title: "Relapse Prevention", to: &data)
    for number in 0..<count {
      let name = names[number % names.count]
      add(client: number, name.0, name.1, to: &data)
    }
    return opened(data, size)
  }

  /// A day of so many groups, each with two people.
  package static func groups(_ count: Int, size: (columns: Int, rows: Int)) -> AppState {
    var data = standing()
    for number in 1...count { addGroup(number, title: "Group number \(number)", to: &data) }
    add(client: 0, "Aster", "Fauxwell", to: &data)
    add(client: 1, "Brindle", "Mockingham", to: &data)
    return opened(data, size)
  }

  private static let staff = StaffID("st_000000000001")
  private static let date = DemoState.data.today(at: DemoState.now)

  private static func standing() -> ProgramData {
    let program = Program(
      id: ID("pr_000000000001"),
      name: "Test program",
      zone: DemoState.zone,
      isDemo: false
    )
    var data = ProgramData(program: program)
    data.staff[staff] = Staff(id: staff, code: "TB", name: "Tobias Brightwater")
    return data
  }

  private static func addGroup(_ number: Int, title: String, to data: inout ProgramData) {
    let id = GroupID("gr_\(padded(number))")
    var group = GroupSeries(
      id: id,
      code: "G\(padded(number))",
      title: title,
      type: .known(.process),
      weekdays: [date.weekday],
      start: TimeOfDay(minutes: 640) ?? .midnight,
      end: TimeOfDay(minutes: 730) ?? .midnight,
      effectiveFrom: date.adding(days: -70),
      leadID: staff
    )
    group.capacity = 60
    data.groups[id] = group
  }

  private static func add(
    client number: Int,
    _ first: String,
    _ last: String,
    to data: inout ProgramData
  ) {
    let id = ClientID("cl_\(padded(number))")
    let episodeID = EpisodeID("ep_\(padded(number))")
    data.clients[id] = Client(
      id: id,
      mrn: "C\(padded(number))",
      legalFirst: first,
      legalLast: last,
      birthDate: date.adding(days: -10_000)
    )
    var episode = Episode(id: episodeID, clientID: id, admittedOn: date.adding(days: -30))
    episode.levels = [LevelOfCarePeriod(level: "2.1", from: episode.admittedOn)]
    data.episodes[episodeID] = episode
    for group in data.groups.keys {
      data.groups[group]?.enrollments.append(
        Enrollment(
          id: EnrollmentID("en_\(padded(number))"),
          clientID: id,
          episodeID: episodeID,
          from: episode.admittedOn
        )
      )
    }
  }

  private static func opened(_ before: ProgramData, _ size: (columns: Int, rows: Int)) -> AppState {
    var data = before
    data.load(week: data.weekStart(of: date), sessions: [], appointments: [])
    let size = Size(columns: size.columns, rows: size.rows)
    var state = AppState(data: data, now: DemoState.now, size: size, seed: 7)
    _ = state.begin(as: staff)
    return state
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }
}
