// Data table: the weekly individual sessions of the demo, and what became of some of them.

import Domain

/// A client's hour of the week with the primary counselor.
struct DemoBooking {
  var client: Int
  var weekday: Weekday
  var start: TimeOfDay

  init(_ client: Int, _ weekday: Weekday, _ start: Int) {
    self.client = client
    self.weekday = weekday
    self.start = .at(start)
  }

  static let minutes = 50

  /// - Source: `domain.md` 8.3; C24's is of the time before the discharge.
  static let all: [DemoBooking] = [
    DemoBooking(1, .monday, 13_00),
    DemoBooking(2, .monday, 14_00),
    DemoBooking(6, .monday, 13_00),
    DemoBooking(7, .monday, 14_00),
    DemoBooking(24, .monday, 14_00),
    DemoBooking(13, .monday, 15_00),
    DemoBooking(14, .monday, 16_00),
    DemoBooking(3, .tuesday, 9_00),
    DemoBooking(4, .tuesday, 10_00),
    DemoBooking(8, .tuesday, 11_00),
    DemoBooking(10, .tuesday, 14_30),
    DemoBooking(15, .tuesday, 15_00),
    DemoBooking(16, .tuesday, 16_00),
    DemoBooking(5, .wednesday, 13_00),
    DemoBooking(9, .wednesday, 13_00),
    DemoBooking(11, .wednesday, 14_00),
    DemoBooking(12, .wednesday, 15_00),
    DemoBooking(17, .wednesday, 14_00),
    DemoBooking(18, .wednesday, 15_00),
    DemoBooking(20, .thursday, 13_00),
    DemoBooking(21, .thursday, 14_00),
    DemoBooking(22, .thursday, 15_00),
    DemoBooking(19, .thursday, 15_00),
    DemoBooking(23, .thursday, 16_00),
  ]

  /// Month and day of 2026 times 100, and the client's number.
  static func key(day: CalendarDate, client: Int) -> Int {
    (day.month * 100 + day.day) * 100 + client
  }

  /// What wasn't plainly kept; those after the demo's moment are booked unless they are here.
  static let outcomes: [Int: AppointmentOutcome] = [
    1_27_08: .cancelled(.transportation),
    1_22_22: .noShow,
    1_29_19: .cancelledLate(.illness, notice: 120),
    2_03_03: .lateKept(9),
    2_05_21: .cancelled(.work),
    2_10_16: .cancelled(.medicalAppointment),
    2_16_07: .kept(minutes: 40),
    2_17_15: .lateKept(12),
    2_18_17: .noShow,
    2_19_22: .cancelled(.work),
    2_23_24: .noShow,
    2_24_04: .cancelledLate(.childcare, notice: 75),
    2_25_09: .noShow,
    2_25_18: .lateKept(7),
    2_26_20: .kept(minutes: 45),
    3_02_24: .lateKept(14),
    3_03_15: .kept(minutes: 50),
    3_04_05: .lateKept(6),
    3_05_22: .cancelled(.transportation),
    3_09_06: .noShow,
    3_09_07: .kept(minutes: 45),
    3_10_04: .cancelled(.childcare, notice: 1_525),
    3_10_15: .cancelledLate(.work, notice: 1_360),
    3_11_09: .cancelledByProgram("on leave", notice: 8_465),
  ]
}
