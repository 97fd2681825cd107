// Data table: the groups of the demo, and who is in them.

import Domain

/// One group of the demo; the place in the table, from 1, is the number in the code ("G03").
struct DemoGroup {
  var title: String
  var type: GroupType
  var lead: DemoStaff
  var coLead: DemoStaff?
  var room: DemoRoom
  var times: Times
  var capacity: Int

  struct Times {
    var days: Set<Weekday>
    var start: TimeOfDay
    var end: TimeOfDay
    var since: CalendarDate

    init(_ days: Set<Weekday>, _ start: Int, _ end: Int, since: Int = 2026_01_12) {
      self.days = days
      self.start = .at(start)
      self.end = .at(end)
      self.since = .on(since)
    }
  }
}

extension DemoGroup {
  static let all: [DemoGroup] = [
    DemoGroup(
      title: "Process Group — Day",
      type: .process,
      lead: .mq,
      room: .harbor,
      times: Times([.monday, .wednesday, .friday], 9_00, 10_30),
      capacity: 12
    ),
    DemoGroup(
      title: "Relapse Prevention — Day",
      type: .relapsePrevention,
      lead: .tb,
      room: .harbor,
      times: Times([.monday], 10_40, 12_10),
      capacity: 12
    ),
    DemoGroup(
      title: "Recovery Education — Day",
      type: .psychoeducation,
      lead: .tb,
      room: .harbor,
      times: Times([.wednesday], 10_40, 12_10),
      capacity: 20
    ),
    DemoGroup(
      title: "Coping Skills — Day",
      type: .skills,
      lead: .mq,
      room: .harbor,
      times: Times([.friday], 10_40, 12_10),
      capacity: 12
    ),
    DemoGroup(
      title: "Process Group — Evening",
      type: .process,
      lead: .tb,
      coLead: .np,
      room: .lantern,
      times: Times([.monday, .tuesday, .thursday], 17_30, 19_00),
      capacity: 12
    ),
    DemoGroup(
      title: "Relapse Prevention — Evening",
      type: .relapsePrevention,
      lead: .np,
      room: .lantern,
      times: Times([.monday], 19_10, 20_40),
      capacity: 12
    ),
    DemoGroup(
      title: "Recovery Education — Evening",
      type: .psychoeducation,
      lead: .np,
      room: .lantern,
      times: Times([.tuesday], 19_10, 20_40),
      capacity: 12
    ),
    DemoGroup(
      title: "Coping Skills — Evening",
      type: .skills,
      lead: .np,
      room: .lantern,
      times: Times([.thursday], 19_10, 20_40),
      capacity: 12
    ),
    DemoGroup(
      title: "Family Education & Support",
      type: .multifamily,
      lead: .tb,
      coLead: .np,
      room: .harbor,
      times: Times([.wednesday], 17_30, 19_00),
      capacity: 20
    ),
    DemoGroup(
      title: "Medication & Recovery",
      type: .medicationSupport,
      lead: .mq,
      room: .lantern,
      times: Times([.tuesday], 13_00, 14_00),
      capacity: 10
    ),
    DemoGroup(
      title: "Women's Strengths Group",
      type: .genderSpecific,
      lead: .mq,
      room: .lantern,
      times: Times([.thursday], 10_00, 11_30, since: 2026_01_22),
      capacity: 10
    ),
    DemoGroup(
      title: "Continuing Care (Aftercare)",
      type: .continuingCare,
      lead: .tb,
      room: .harbor,
      times: Times([.tuesday], 16_00, 17_00, since: 2026_01_20),
      capacity: 12
    ),
  ]
}

/// A client's places in some groups, from a day to a day.
struct DemoPlaces {
  var client: Int
  var groups: [Int]
  /// Nil is since the admission.
  var from: CalendarDate?
  var to: CalendarDate?
  var days: Set<Weekday>?
  var endReason: String?

  init(
    _ client: Int,
    _ groups: [Int],
    days: Set<Weekday>? = nil,
    until: (day: Int, reason: String)? = nil
  ) {
    self.client = client
    self.groups = groups
    to = until.map { .on($0.day) }
    self.days = days
    endReason = until?.reason
  }

  func since(_ day: Int) -> DemoPlaces {
    var places = self
    places.from = .on(day)
    return places
  }
}

extension DemoPlaces {
  static let all: [DemoPlaces] = [
    DemoPlaces(1, [1, 2, 3, 4, 9]),
    DemoPlaces(2, [1, 2, 3, 4, 11]),
    DemoPlaces(3, [1, 2, 3, 4, 10]),
    DemoPlaces(4, [1, 2, 3, 4, 9]),
    DemoPlaces(5, [1, 2, 3, 4, 11]),
    DemoPlaces(6, [1, 2, 3, 4]),
    DemoPlaces(7, [1, 2, 3, 4, 10]),
    DemoPlaces(8, [1, 2, 3, 4, 9, 11]),
    DemoPlaces(9, [1, 2, 3, 4]),
    DemoPlaces(10, [1, 2, 3, 4, 10]),
    DemoPlaces(11, [1, 2, 3, 4]),
    DemoPlaces(12, [1, 2, 3, 4, 9]),
    DemoPlaces(13, [5, 6, 7, 8]),
    DemoPlaces(14, [5, 6, 7, 8]),
    DemoPlaces(15, [5, 6, 7, 8, 9]),
    DemoPlaces(16, [6, 8]),
    DemoPlaces(16, [5, 7], until: (2026_03_08, "taper: Monday and Thursday only")),
    DemoPlaces(16, [5], days: [.monday, .thursday]).since(2026_03_09),
    DemoPlaces(17, [5, 6, 7, 8]),
    DemoPlaces(18, [5, 6, 7, 8, 9]),
    DemoPlaces(19, [5, 6, 7, 8]),
    DemoPlaces(20, [5, 6, 7, 8], until: (2026_02_01, "step down to level 1.5")),
    DemoPlaces(20, [10]),
    DemoPlaces(20, [12]).since(2026_02_02),
    DemoPlaces(21, [1, 2, 3, 4, 9], until: (2026_01_18, "step down to level 1.5")),
    DemoPlaces(21, [11]),
    DemoPlaces(21, [12]).since(2026_01_19),
    DemoPlaces(22, [12]),
    DemoPlaces(23, [5, 6, 7, 8, 9], until: (2026_02_08, "step down to level 1.5")),
    DemoPlaces(23, [12]).since(2026_02_09),
    DemoPlaces(24, [5, 6, 7, 8], until: (2026_03_06, "discharged")),
  ]
}
