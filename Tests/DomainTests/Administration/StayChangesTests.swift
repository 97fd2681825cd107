import Domain
import Support
import Testing

@Suite struct `What becomes of a stay` {
  private var stay: Episode {
    var stay = Episode(id: .of("E"), clientID: .of("C01"), admittedOn: .on("2026-02-02"))
    stay.levels = [LevelOfCarePeriod(level: "2.1", from: .on("2026-03-02"))]
    stay.counselors = [CounselorAssignment(staffID: .of("TB"), from: .on("2026-03-02"))]
    return stay
  }

  private func early(_ change: (inout Episode) throws(RuleViolation) -> Void) -> RecordFact? {
    var stay = stay
    do throws(RuleViolation) {
      try change(&stay)
      return nil
    } catch {
      guard case .fact(let fact, _) = error else { return nil }
      return fact
    }
  }

  private func level(_ code: String, _ date: String, _ reason: LevelReason? = nil)
    -> (inout Episode) throws(RuleViolation) -> Void
  {
    { (stay: inout Episode) throws(RuleViolation) in
      try stay.decide(level: code, from: .on(date), as: reason, note: "so", by: .of("TB"))
    }
  }

  @Test func `begins no earlier than what there is`() {
    #expect(early(level("1.5", "2026-03-01")) == .from)
    #expect(early(level("1.5", "2026-03-02")) == nil)
    #expect(
      early { stay throws(RuleViolation) in
        try stay.transfer(to: .of("NP"), from: .on("2026-03-01"))
      }
        == .from
    )
    #expect(
      early { stay throws(RuleViolation) in
        stay.leaves = [Leave(from: .on("2026-03-09"), to: nil, reason: "travel")]
        try stay.comeBack(on: .on("2026-03-08"), today: .on("2026-03-11"))
      } == .from
    )
  }

  @Test func `is another level or counselor than there is, or the same on the way down`() throws {
    #expect(early(level("2.1", "2026-03-11")) == .level)
    #expect(early(level("2.1", "2026-03-11", .stepDown)) == .level)
    #expect(early(level("2.1", "2026-03-11", .transitionTaper)) == nil)
    #expect(
      early { stay throws(RuleViolation) in
        try stay.transfer(to: .of("TB"), from: .on("2026-03-11"))
      }
        == .counselor
    )
    var changed = stay
    try changed.decide(
      level: "1.5",
      from: .on("2026-03-11"),
      as: nil,
      note: "steady",
      by: .of("TB")
    )
    #expect(changed.levels.map(\.level) == ["2.1", "1.5"])
    #expect(changed.levels[0].to == .on("2026-03-10"))
    #expect(changed.levels[1].reason == .known(.stepDown))
    #expect(changed.levels[1].note == "steady")
  }
}
