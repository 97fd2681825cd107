import Domain
import Support
import Testing

@Suite struct `A session's rules` {
  static let client = ClientID.of("C01")
  static let breaks: [(String, @Sendable (inout GroupSession) -> Void, SessionViolation)] = [
    ("a status without times", { $0.rows[0].status = .noShow }, .absentWithTimes(client, .noShow)),
    ("an open stay", { $0.rows[0].segments[0].end = nil }, .presentInClosed(client)),
    (
      "no stay", { $0.rows[0].segments = [] }, .attendedWithoutTimes(client, .present)
    ),
    ("two rows", { $0.rows.append($0.rows[0]) }, .twoRows(client)),
    ("a wild number", { $0.rows[0].craving = 11 }, .valueOutOfRange(client)),
    (
      "a stay backwards", { $0.rows[0].segments[0].end = .earliest },
      .departureBeforeArrival(client)
    ),
    (
      "a stay far away", { $0.rows[0].segments[0].end = .latest }, .timesFarAway(client)
    ),
    (
      "stays that overlap", { $0.rows[0].segments.append($0.rows[0].segments[0]) },
      .timesOverlap(client)
    ),
    (
      "a running break",
      {
        $0.state.breaks = [SessionBreak(start: $0.state.scheduledStart, isCreditable: false)]
      }, .breakRunsOn
    ),
    ("no end", { $0.state.actualEnd = nil }, .timesAndStatusDiffer),
    ("an end before the start", { $0.state.actualEnd = .earliest }, .endsBeforeItBegins),
    (
      "a cancelled group", { $0.state.status = .cancelledByProgram }, .notCancelled(client)
    ),
    (
      "an unmarked row",
      {
        $0.rows[0].status = .expected
        $0.rows[0].segments = []
      }, .unmarkedInClosed(client)
    ),
    (
      "too many minutes",
      {
        $0.rows[0].creditOverride = CreditOverride(
          minutes: 91,
          reason: "",
          by: .of("TB"),
          at: .earliest
        )
      }, .creditOutOfRange(client, minutes: 91, length: 90)
    ),
  ]

  @Test(arguments: breaks.indices)
  func `each broken one is found`(place: Int) {
    let (what, damage, violation) = Self.breaks[place]
    var session = held()
    #expect(session.violations == [])
    damage(&session)
    #expect(session.violations.contains(violation), "\(what): \(session.violations)")
  }

  @Test func `hold in the whole demo`() {
    for session in DemoState.data.sessions.values {
      #expect(session.violations == [], "\(session.id)")
    }
  }

  private func held() -> GroupSession {
    var builder = RunningProgram.builder(clients: 1)
    builder.hold("G01", on: RunningProgram.monday)
    return RunningProgram(builder).session()
  }
}
