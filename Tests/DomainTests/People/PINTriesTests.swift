import Domain
import Support
import Testing

@Suite struct `Wrong signing PINs` {
  private func waits(_ count: Int) -> [Int?] {
    var tries = PINTries()
    return (0..<count).map { _ in tries.record(isRight: false, of: .of("TB"), at: 0) }
  }

  @Test func `cost a wait from the third on, which grows to half a minute`() {
    #expect(waits(9) == [nil, nil, 2, 4, 8, 16, 30, 30, 30])
  }

  @Test func `refuse others for so long, and nobody else`() {
    var tries = PINTries()
    for _ in 1...3 { _ = tries.record(isRight: false, of: .of("TB"), at: 5_000) }
    #expect(tries.wait(of: .of("TB"), at: 5_000) == 2)
    #expect(tries.wait(of: .of("TB"), at: 6_500) == 1)
    #expect(tries.wait(of: .of("TB"), at: 7_000) == nil)
    #expect(tries.wait(of: .of("NP"), at: 5_000) == nil)
  }

  @Test func `are forgotten with a right one`() {
    var tries = PINTries()
    for _ in 1...4 { _ = tries.record(isRight: false, of: .of("TB"), at: 0) }
    #expect(tries.record(isRight: true, of: .of("TB"), at: 9_000) == nil)
    #expect(tries.wait(of: .of("TB"), at: 0) == nil)
    #expect(tries.record(isRight: false, of: .of("TB"), at: 9_000) == nil)
  }

  @Test func `stand in the audit log as a failed log-in, by whom`() {
    let data = ProgramBuilder().data(weeks: "2026-03-09")
    let event = AuditEvent.wrongPIN(of: .of("TB"), at: .latest)
    #expect(event.action == .known(.loginFailed) && event.by == .of("TB"))
    #expect(data.auditDetail(of: event) == "TB: signing PIN")
  }
}
