package import Domain

/// Made-up programs of any size, for tests, trials and measurements.
///
/// Each is the same for the same seed and sizes. People come in, stay 8 to 14 weeks or leave
/// before, go on to aftercare or not, and some come back.
package enum SampleProgram {
  /// A program as it stands on a day, twelve minutes into that day's first group.
  ///
  /// - Parameters:
  ///   - seed: Another seed is another program.
  ///   - clients: How many people were ever admitted, 1 or more.
  ///   - weeks: How many weeks the book has, the last day's included, 1 or more.
  ///   - zone: The program's zone.
  ///   - lastDay: The day that it is.
  /// - Returns: What a folder of records would hold.
  /// - Precondition: `clients` and `weeks` are positive.
  package static func snapshot(
    seed: UInt64,
    clients: Int,
    weeks: Int,
    zone: ProgramTimeZone,
    lastDay: CalendarDate
  ) -> ProgramSnapshot {
    precondition(clients > 0 && weeks > 0, "a program has clients and weeks")
    let firstDay = lastDay.startOfWeek().adding(days: -7 * (weeks - 1))
    var plan = SamplePlan(seed: seed, clients: clients, days: firstDay...lastDay)
    plan.placeEveryone()
    var builder = SampleBuilder(plan: plan, zone: zone)
    builder.addStanding()
    builder.addMeetings()
    builder.addAppointments()
    builder.addNotes()
    return builder.snapshot
  }

  /// The moment at which such a program stands: twelve minutes after the day's first group began,
  /// noon where there is none.
  package static func now(in snapshot: ProgramSnapshot, on lastDay: CalendarDate) -> Instant {
    let zone = snapshot.program.zone
    let starts = snapshot.groups
      .filter { $0.meets(on: lastDay) && !$0.enrollments(on: lastDay).isEmpty }.map(\.start)
    guard let first = starts.min() else { return zone.instant(lastDay, .at(12_00)) }
    return zone.instant(lastDay, first).adding(minutes: 12)
  }
}
