import Domain
import Support
import Testing

@testable import Reports

@Suite struct `Printed pages` {
  private func program() -> ProgramBuilder {
    var program = ProgramBuilder()
    for code in ["C01", "C02", "C03"] { program.client(code) }
    for (place, last) in ["Abel", "Abbot", "Zeller"].enumerated() {
      program.snapshot.clients[place].legalFirst = "Ann"
      program.snapshot.clients[place].legalLast = last
    }
    program.group("G01", "09:00", "10:30", on: [.monday])
    for code in ["C01", "C02", "C03"] { program.enroll(code, in: "G01") }
    return program
  }

  @Test func `a sign-in sheet has first names and no more letters than tell them apart`() throws {
    let data = program().data(weeks: "2026-03-09")
    let session = try #require(data.sessions(on: .on("2026-03-09")).first)
    let page = PageMaker(data, hasFullNames: true).signIn(session)
    #expect(page.contains("Ann Abe."))
    #expect(page.contains("Ann Abb."))
    #expect(page.contains("Ann Z."))
    #expect(!page.contains("Zeller"))
    #expect(page.contains(Redisclosure.short))
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 78 })
  }

  @Test func `day, week and month tell what is on and what is closed`() {
    var program = program()
    program.close("2026-03-16")
    let data = program.data(
      weeks: "2026-03-02",
      "2026-03-09",
      "2026-03-16",
      "2026-03-23",
      "2026-03-30"
    )
    let pages = PageMaker(data)
    #expect(pages.day(.on("2026-03-09"), of: nil).contains("09:00-10:30  G01"))
    #expect(pages.week(.on("2026-03-16"), of: nil).contains("Mon 16 Mar   holiday: closed"))
    let month = pages.month(.on("2026-03-11"), of: nil)
    #expect(month.contains("16  closed"))
    #expect(month.contains(" 9  1"))
  }
}
