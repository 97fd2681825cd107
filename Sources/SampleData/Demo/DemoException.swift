// Data table: who of the demo wasn't there for the whole of a meeting. Everyone else was.

import Domain

/// How a client's place in one day's groups turned out, where it wasn't plain presence.
struct DemoException {
  /// Month and day of 2026, 3_09 for 9 March.
  var day: Int
  var groups: [Int]
  var client: Int
  var outcome: Outcome

  init(_ day: Int, _ groups: [Int], _ client: Int, _ outcome: Outcome) {
    self.day = day
    self.groups = groups
    self.client = client
    self.outcome = outcome
  }

  static func key(day: CalendarDate, group: Int, client: Int) -> Int {
    (day.month * 100 + day.day) * 10_000 + group * 100 + client
  }

  /// All of them by `key`.
  static let byKey: [Int: Outcome] = {
    var table: [Int: Outcome] = [:]
    table.reserveCapacity(200)
    for exception in all {
      for group in exception.groups {
        table[exception.day * 10_000 + group * 100 + exception.client] = exception.outcome
      }
    }
    return table
  }()
}

extension DemoException {
  static let all: [DemoException] = thisWeek + january + february + march

  /// - Source: `domain.md` 8.5.
  private static let thisWeek: [DemoException] = [
    DemoException(3_09, [1], 3, .late(22)),
    DemoException(3_09, [1, 2], 6, .noShow),
    DemoException(3_09, [1, 2], 10, .excused(.courtLegal, notice: 4_270)),
    DemoException(3_09, [2], 5, .leftEarly(60)),
    DemoException(3_09, [5], 17, .late(11)),
    DemoException(3_09, [5, 6], 18, .noShow),
    DemoException(3_10, [10], 10, .noShow),
    DemoException(3_10, [12], 22, .noShow),
    DemoException(3_10, [7], 14, .leftEarly(55)),
    DemoException(3_10, [5], 15, .excused(.work, notice: 1_510)),
    DemoException(3_10, [7], 15, .excused(.work, notice: 1_610)),
    DemoException(3_11, [1], 4, .late(14)),
    DemoException(3_11, [1], 6, .noShow),
    DemoException(3_11, [1, 3], 12, .notAdmitted),
    DemoException(3_11, [3], 5, .late(9)),
    DemoException(3_11, [3], 11, .steppedOut(10, 90)),
  ]

  private static let january: [DemoException] = [
    DemoException(1_14, [9], 23, .late(8)),
    DemoException(1_15, [8], 16, .leftEarly(66)),
    DemoException(1_16, [1, 4], 21, .excused(.medicalAppointment)),
    DemoException(1_20, [5], 20, .late(10)),
    DemoException(1_22, [5], 16, .late(12)),
    DemoException(1_23, [1, 4], 3, .noShow),
    DemoException(1_27, [5], 23, .late(8)),
    DemoException(1_28, [1, 3], 7, .excused(.medicalAppointment)),
    DemoException(1_29, [5, 8], 19, .excused(.illness, notice: 260)),
  ]

  private static let february: [DemoException] = [
    DemoException(2_02, [1], 3, .late(11)),
    DemoException(2_03, [5, 7], 23, .noShow),
    DemoException(2_03, [12], 22, .noShow),
    DemoException(2_04, [1], 7, .steppedOut(30, 38)),
    DemoException(2_06, [1, 4], 3, .excused(.medicalAppointment)),
    DemoException(2_10, [5, 7], 16, .excused(.medicalAppointment)),
    DemoException(2_10, [10], 20, .excused(.work)),
    DemoException(2_11, [3], 8, .leftEarly(60)),
    DemoException(2_12, [5, 8], 15, .lateCancel(.work)),
    DemoException(2_13, [1, 4], 7, .noShow),
    DemoException(2_16, [1], 9, .late(13)),
    DemoException(2_16, [2], 7, .late(10)),
    DemoException(2_16, [6], 24, .leftEarly(40)),
    DemoException(2_17, [5], 13, .late(9)),
    DemoException(2_17, [7], 19, .leftEarly(62)),
    DemoException(2_17, [12], 22, .excused(.work)),
    DemoException(2_18, [1], 4, .late(12)),
    DemoException(2_18, [1, 3], 2, .excused(.illness, notice: 95)),
    DemoException(2_18, [3], 3, .leftEarly(55)),
    DemoException(2_18, [9], 8, .excused(.illness, notice: 300)),
    DemoException(2_19, [11], 2, .excused(.illness)),
    DemoException(2_19, [11], 21, .lateCancel(.childcare)),
    DemoException(2_19, [5, 8], 15, .noShow),
    DemoException(2_19, [5, 8], 24, .noShow),
    DemoException(2_20, [1], 4, .late(16)),
    DemoException(2_23, [1], 12, .late(17)),
    DemoException(2_23, [5], 17, .late(21)),
    DemoException(2_24, [10], 7, .noShow),
    DemoException(2_24, [12], 20, .noShow),
    DemoException(2_24, [12], 23, .late(12)),
    DemoException(2_24, [5, 7], 15, .excused(.work)),
    DemoException(2_24, [5, 7], 24, .noShow),
    DemoException(2_24, [7], 18, .leftEarly(45)),
    DemoException(2_25, [1], 4, .late(19)),
    DemoException(2_25, [1], 6, .late(25)),
    DemoException(2_25, [1, 3], 9, .noShow),
    DemoException(2_25, [3], 5, .leftEarly(70)),
    DemoException(2_25, [9], 4, .presentByVideo),
    DemoException(2_26, [5], 24, .late(28)),
    DemoException(2_26, [5, 8], 13, .excused(.work)),
    DemoException(2_26, [5, 8], 17, .noShow),
    DemoException(2_26, [5, 8], 18, .noShow),
    DemoException(2_27, [1], 2, .late(8)),
    DemoException(2_27, [1], 4, .late(9)),
    DemoException(2_27, [1, 4], 5, .noShow),
    DemoException(2_27, [1, 4], 12, .noShow),
  ]

  private static let march: [DemoException] = [
    DemoException(3_02, [1], 4, .late(14)),
    DemoException(3_02, [1], 8, .late(6)),
    DemoException(3_02, [5], 17, .late(12)),
    DemoException(3_02, [5, 6], 24, .notAdmitted),
    DemoException(3_03, [12], 21, .excused(.illness, notice: 130)),
    DemoException(3_03, [5], 15, .late(15)),
    DemoException(3_03, [5, 7], 24, .noShow),
    DemoException(3_04, [1], 5, .late(7)),
    DemoException(3_04, [1], 6, .late(18)),
    DemoException(3_04, [3], 6, .leftEarly(40)),
    DemoException(3_04, [3], 12, .steppedOut(20, 31)),
    DemoException(3_05, [5], 18, .late(14)),
    DemoException(3_05, [8], 17, .leftEarly(50)),
    DemoException(3_06, [1], 4, .late(22)),
    DemoException(3_06, [1], 10, .late(10)),
    DemoException(3_06, [1, 4], 6, .noShow),
    DemoException(3_06, [1, 4], 9, .excused(.medicalAppointment)),
  ]
}
