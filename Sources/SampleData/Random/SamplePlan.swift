import Domain

/// Who stays when, and with which team: everything that is random about a program but its days.
struct SamplePlan {
  let seed: UInt64
  let clients: Int
  let firstDay: CalendarDate
  let lastDay: CalendarDate
  /// By admission.
  private(set) var stays: [SampleStay] = []
  private(set) var teams: [SampleTeam] = []

  init(seed: UInt64, clients: Int, days: ClosedRange<CalendarDate>) {
    self.seed = seed
    self.clients = clients
    firstDay = days.lowerBound
    lastDay = days.upperBound
    for client in 0..<clients { addStays(of: client) }
    stays.sort { ($0.admittedOn, $0.client) < ($1.admittedOn, $1.client) }
  }

  /// The client's first stay, at an even pace over all days, and what follows from it.
  private mutating func addStays(of client: Int) {
    let days = CalendarDate.days(from: firstDay, to: lastDay) + 1
    var dice = Dice(seed, client, 1)
    var date = firstDay.adding(days: client * days / clients).weekdayBefore
    var isReadmission = false
    while true {
      let stay = SampleStay(
        client: client,
        admittedOn: date,
        isReadmission: isReadmission,
        dice: &dice
      )
      stays.append(stay)
      guard dice.isTrue(percent: 14) else { return }
      date = stay.last.adding(days: dice.roll(21...70)).weekdayBefore
      guard date <= lastDay else { return }
      isReadmission = true
    }
  }

  /// Gives each stay a team, as many teams as it takes.
  mutating func placeEveryone() {
    for place in stays.indices {
      var stay = stays[place]
      if let team = teams.indices.first(where: { teams[$0].hasSeat(for: stay) }) {
        stay.team = team
      } else {
        stay.isEvening.toggle()
        let other = teams.indices.first { teams[$0].hasSeat(for: stay) }
        if other == nil {
          stay.isEvening.toggle()
          teams.append(SampleTeam())
        }
        stay.team = other ?? teams.count - 1
      }
      teams[stay.team].take(&stay)
      stays[place] = stay
    }
  }
}

/// Three counselors with a cohort by day and one in the evening, and who holds which place when.
struct SampleTeam {
  static let cap = 12
  static let familyCap = 20

  private var daySeats = [CalendarDate](repeating: .earliest, count: SampleTeam.cap)
  private var eveningSeats = [CalendarDate](repeating: .earliest, count: SampleTeam.cap)
  private var hours = SampleRole.allCases.flatMap(\.slots).map {
    Hour(slot: $0, takenTo: .earliest)
  }
  private struct Hour {
    var slot: SampleSlot
    var takenTo: CalendarDate
  }

  private var family: [ClosedRange<CalendarDate>] = []
  private var aftercare: [ClosedRange<CalendarDate>] = []

  func hasSeat(for stay: SampleStay) -> Bool {
    (stay.isEvening ? eveningSeats : daySeats).contains { $0 < stay.admittedOn }
  }

  /// Takes a seat, and where there is one an hour of the week and places in the other groups.
  mutating func take(_ stay: inout SampleStay) {
    if stay.isEvening {
      SampleTeam.takeSeat(of: &eveningSeats, stay)
    } else {
      SampleTeam.takeSeat(of: &daySeats, stay)
    }
    let admitted = stay.admittedOn
    let hour = hours.indices.map { ($0 * 7 + stay.client * 5) % hours.count }
      .first { hours[$0].takenTo < admitted }
    if let hour {
      hours[hour].takenTo = stay.last
      stay.slot = hours[hour].slot
    }
    let intensive = stay.admittedOn...stay.intensiveTo
    stay.inFamilyGroup =
      stay.inFamilyGroup && family.filter { $0.overlaps(intensive) }.count < SampleTeam.familyCap
    if stay.inFamilyGroup { family.append(intensive) }
    guard stay.hasAftercare else { return }
    let after = stay.intensiveTo.adding(days: 1)...stay.last
    if aftercare.filter({ $0.overlaps(after) }).count < SampleTeam.cap {
      stay.inAftercareGroup = true
      aftercare.append(after)
    }
  }

  private static func takeSeat(of seats: inout [CalendarDate], _ stay: SampleStay) {
    if let seat = seats.firstIndex(where: { $0 < stay.admittedOn }) {
      seats[seat] = stay.intensiveTo
    }
  }
}
