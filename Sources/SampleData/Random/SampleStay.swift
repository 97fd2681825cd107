import Domain

/// One stay of one client as it was planned by fate, from admission to discharge.
struct SampleStay {
  /// From 0.
  var client: Int
  var admittedOn: CalendarDate
  var isReadmission: Bool
  /// The last day of the intensive part.
  var intensiveTo: CalendarDate
  /// Since when only two days a week are left.
  var taperFrom: CalendarDate?
  /// The day of discharge, be it still to come.
  var last: CalendarDate
  var reason: DischargeReason
  var leave: ClosedRange<CalendarDate>?
  var isEvening: Bool
  var inFamilyGroup: Bool

  /// Where the stay was given room.
  var team = 0
  var slot: SampleSlot?
  var inAftercareGroup = false

  var hasAftercare: Bool { intensiveTo < last }

  init(client: Int, admittedOn: CalendarDate, isReadmission: Bool, dice: inout Dice) {
    self.client = client
    self.admittedOn = admittedOn
    self.isReadmission = isReadmission
    isEvening = dice.isTrue(percent: 45)
    inFamilyGroup = dice.isTrue(percent: 35)
    reason = SampleStay.fate(dice.roll(0...99))
    let completes = reason == .treatmentCompleted
    let length = completes ? dice.roll(8...14) * 7 - 1 : dice.roll(4...45)
    intensiveTo = admittedOn.adding(days: length).weekdayBefore
    last = intensiveTo
    if completes && dice.isTrue(percent: 35) {
      taperFrom = intensiveTo.adding(days: -10).startOfWeek()
    }
    if completes && dice.isTrue(percent: 60) {
      last = intensiveTo.adding(days: dice.roll(4...16) * 7).weekdayBefore
    }
    let away = admittedOn.adding(days: dice.roll(9...24))
    let back = away.adding(days: dice.roll(3...9))
    if dice.isTrue(percent: 8) && back < taperFrom ?? intensiveTo { leave = away...back }
  }

  private static func fate(_ roll: Int) -> DischargeReason {
    switch roll {
    case ..<64: .treatmentCompleted
    case ..<82: .droppedOut
    case ..<90: .transferredToFurtherTreatment
    case ..<94: .terminatedByFacility
    case ..<97: .incarcerated
    default: .other
    }
  }
}

extension CalendarDate {
  /// This day, or the Friday before a weekend's.
  var weekdayBefore: CalendarDate {
    switch weekday {
    case .monday, .tuesday, .wednesday, .thursday, .friday: self
    case .saturday: adding(days: -1)
    case .sunday: adding(days: -2)
    }
  }
}

/// A counselor's hour of the week.
struct SampleSlot: Hashable {
  var role: SampleRole
  var weekday: Weekday
  var hour: Int
}

/// The three who make up a team.
enum SampleRole: Int, CaseIterable {
  /// Leads the day's process and skills groups.
  case day
  /// Leads the day's other groups, and in the evening the process and family groups.
  case middle
  /// Leads the evening's other groups.
  case evening

  /// The hours of the week in which no group that could matter is held.
  var hours: [(Weekday, [Int])] {
    switch self {
    case .day:
      [
        (.monday, [13, 14, 15]), (.tuesday, [9, 10, 11, 13, 14, 15]), (.wednesday, [13, 14, 15]),
        (.thursday, [9, 10, 11, 13, 14, 15]), (.friday, [13, 14]),
      ]
    case .middle:
      [
        (.monday, [13, 14, 15, 16]), (.tuesday, [11, 13, 14, 15]),
        (.wednesday, [13, 14, 15, 16]), (.thursday, [13, 14, 15, 16]),
      ]
    case .evening:
      [
        (.monday, [13, 14, 15, 16]), (.tuesday, [13, 14, 15]), (.wednesday, [13, 14, 15, 16]),
        (.thursday, [13, 14, 15, 16]),
      ]
    }
  }

  var slots: [SampleSlot] {
    hours.flatMap { weekday, hours in
      hours.map { SampleSlot(role: self, weekday: weekday, hour: $0) }
    }
  }
}
