import Domain
import Support
import Testing

@Suite struct `A caseload` {
  @Test func `is of those in care whose counselor somebody is, against the cap of the day`() {
    var builder = ProgramBuilder()
    for (code, counselor) in [("C01", "TB"), ("C02", "TB"), ("C03", "MQ"), ("C04", "TB")] {
      builder.client(code)
      builder.episode(code) {
        $0.counselors = [CounselorAssignment(staffID: .of(counselor), from: .on("2026-01-05"))]
      }
    }
    builder.episode("C04") { $0.dischargedOn = .on("2026-03-10") }
    builder.change(from: "2026-03-11") { $0.caseloadCap = 1 }
    let data = builder.data()
    let before = data.caseload(of: .of("TB"), on: .on("2026-03-10"))
    #expect(before.count == 3 && before.cap == 24 && !before.isOver)
    let after = data.caseload(of: .of("TB"), on: .on("2026-03-11"))
    #expect(after.count == 2 && after.cap == 1 && after.isOver)
  }
}
