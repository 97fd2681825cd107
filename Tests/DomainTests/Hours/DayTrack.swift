import Domain
import Support
import Testing

extension ProgramBuilder {
  /// C01 in two groups of 90 minutes on Monday, Wednesday and Friday: 540 minutes a week.
  static func dayTrack(
    zone: ProgramTimeZone = .utc,
    admitted: String = "2026-01-05",
    born: String = "1990-06-15",
    level: String = "2.1"
  ) -> ProgramBuilder {
    var program = ProgramBuilder(zone: zone)
    program.client("C01", admitted: admitted, born: born, level: level)
    program.group("G01", "09:00", "10:30", on: [.monday, .wednesday, .friday])
    program.group("G02", "10:40", "12:10", on: [.monday, .wednesday, .friday])
    program.enroll("C01", in: "G01")
    program.enroll("C01", in: "G02")
    return program
  }

  /// C01's hours in the week of a date, seen at noon of that date unless told.
  func hours(_ date: String, at time: String = "12:30") throws -> WeekHours {
    let data = data(weeks: date)
    return try #require(
      data.weekHours(of: .of("C01"), week: data.weekStart(of: .on(date)), now: at(date, time))
    )
  }

  /// The same numbers in the order of the panel: planned, credited, possible, minimum.
  func numbers(_ date: String, at time: String = "12:30") throws -> [Int?] {
    let hours = try hours(date, at: time)
    return [hours.planned, hours.credited, hours.possible, hours.minimum]
  }
}
