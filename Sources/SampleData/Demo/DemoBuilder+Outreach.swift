// Data table: attempts to reach clients of the demo who missed.

import Domain

extension DemoBuilder {
  /// Identifiers of their own, so that no other one changes.
  mutating func addOutreach() {
    var ids = IDMaker(seed: 0xCEDA_0000_2026_0A11)
    for one in DemoAttempt.all {
      let zone = snapshot.program.zone
      var made = FollowUp(
        id: ids.next(.followUp),
        of: clientIDs[one.client - 1],
        in: episodeIDs[one.client - 1],
        kind: .known(.outreach),
        at: zone.instant(one.day, one.time),
        by: staffIDs[one.by.rawValue]
      )
      made.cause = one.cause
      made.channel = .known(.call)
      made.result = .known(one.result)
      made.nextDueAt = one.next.map { zone.instant($0.day, $0.time) }
      snapshot.followUps.append(made)
    }
  }
}

private struct DemoAttempt {
  let client: Int
  let by: DemoStaff
  let cause: CalendarDate
  let day: CalendarDate
  let time: TimeOfDay
  let result: OutreachResult
  var next: (day: CalendarDate, time: TimeOfDay)?

  static let all: [DemoAttempt] = [
    DemoAttempt(
      client: 6,
      by: .tb,
      cause: .on(2026_03_06),
      day: .on(2026_03_06),
      time: .at(11_05),
      result: .noAnswer
    ),
    DemoAttempt(
      client: 6,
      by: .tb,
      cause: .on(2026_03_06),
      day: .on(2026_03_09),
      time: .at(14_10),
      result: .noAnswer,
      next: (.on(2026_03_11), .at(12_30))
    ),
    DemoAttempt(
      client: 10,
      by: .tb,
      cause: .on(2026_03_10),
      day: .on(2026_03_10),
      time: .at(14_05),
      result: .reached
    ),
    DemoAttempt(
      client: 18,
      by: .np,
      cause: .on(2026_03_09),
      day: .on(2026_03_09),
      time: .at(19_05),
      result: .noAnswer
    ),
    DemoAttempt(
      client: 18,
      by: .np,
      cause: .on(2026_03_09),
      day: .on(2026_03_10),
      time: .at(12_20),
      result: .reached
    ),
  ]
}
