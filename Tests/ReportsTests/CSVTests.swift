import Domain
import Support
import Testing

@testable import Reports

@Suite struct `Lists as comma-separated values` {
  @Test func `quotes what has commas, quotes or line breaks`() {
    let table = ListTable(["a", "b"], [["O\"Neil, Ann", "one\ntwo"], ["", " plain "]])
    #expect(table.csv == "a,b\r\n\"O\"\"Neil, Ann\",\"one\ntwo\"\r\n, plain \r\n")
  }

  @Test(arguments: ["=1+2", "+49 30", "-x", "@sum", "\tx", "-1.5", "--1"])
  func `keeps a spreadsheet from running a text, and the import gets it back`(_ text: String) {
    #expect(CSVText.guarded(text) == "'" + text)
    #expect(CSVText.unguarded("'" + text) == text)
  }

  @Test(arguments: ["-270", "540", "", "O'Neil", "'tis", "a=b", "'"])
  func `leaves numbers and other texts alone`(_ text: String) {
    #expect(CSVText.guarded(text) == text)
    #expect(CSVText.unguarded(text) == text)
  }

  @Test func `writes attendance of groups and appointments by day and start`() {
    var program = ProgramBuilder()
    program.client("C01")
    program.group("G01", "09:00", "10:30", on: [.monday])
    program.enroll("C01", in: "G01")
    program.hold("G01", on: "2026-03-09", ["C01": .late("09:20")])
    program.book("C01", on: "2026-03-10", (start: "11:00", end: "11:50"), .kept)
    let data = program.data(weeks: "2026-03-09")
    let days = CalendarDate.on("2026-03-09")...CalendarDate.on("2026-03-10")
    let now = program.at("2026-03-11", "09:00")
    let table = ListTable.attendance(data, days, of: nil, now: now)
    #expect(table.rows.map { $0[0] } == ["2026-03-09", "2026-03-10"])
    #expect(table.rows.map { $0[9] } == ["late", "kept"])
    #expect(table.rows.map { $0[10] } == ["09:20", "11:00"])
    #expect(table.rows[0][12] == "70")
    #expect(ListTable.attendance(data, days, of: .of("XX"), now: now).rows.isEmpty)
    let hours = ListTable.hours(data, days, now: now)
    #expect(hours.rows.map { Array($0.prefix(2)) } == [["2026-03-09", "C01"]])
  }
}
