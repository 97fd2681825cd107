import Testing

@Suite struct `An import of plans` {
  private static let head = "code,title,type,weekdays,start,end,from,lead,to,room,capacity\n"

  @Test(arguments: [
    (
      "G09,T,skills,Mon Mon,09:00,10:00,2026-01-01,TB,,,",
      "column 4 (weekdays): expected weekdays such as \"Mon Wed Fri\", found \"Mon Mon\""
    ),
    (
      "G09,T,skills,Mo,09:00,10:00,2026-01-01,TB,,,",
      "column 4 (weekdays): expected weekdays such as \"Mon Wed Fri\", found \"Mo\""
    ),
    (
      "G09,T,skills,Mon,25:00,10:00,2026-01-01,TB,,,",
      "column 5 (start): expected a time such as 09:00, found \"25:00\""
    ),
    (
      "G09,T,skills,Mon,9,10:00,2026-01-01,TB,,,",
      "column 5 (start): expected a time such as 09:00, found \"9\""
    ),
    (
      "G09,T,skills,Mon,10:00,10:00,2026-01-01,TB,,,",
      "column 6 (end): it must be after the start, 10:00"
    ),
    (
      "G09,T,skills,Mon,09:00,10:00,2026-01-01,XX,,,",
      "column 8 (lead): no staff member has the code \"XX\""
    ),
    (
      "G09,T,skills,Mon,09:00,10:00,2026-01-02,TB,2026-01-01,,",
      "column 9 (to): it lies before the beginning, 2026-01-02"
    ),
    (
      "G09,T,skills,Mon,09:00,10:00,2026-01-01,TB,,Ash,",
      "column 10 (room): there is no room \"Ash\""
    ),
    (
      "G09,T,skills,Mon,09:00,10:00,2026-01-01,TB,,,many",
      "column 11 (capacity): expected a number from 1 to 1000, found \"many\""
    ),
  ])
  func `names what is wrong with a group`(row: String, expected: String) {
    let folder = ImportFolder([
      "groups.csv": Self.head + row + "\n", "enrollments.csv": ImportFolder.absent,
    ])
    #expect(folder.problems() == ["groups.csv, line 2, \(expected)"])
  }

  @Test(arguments: [
    ("C99,G01,2026-03-02,,", "column 1 (mrn): no client has the number \"C99\""),
    ("C01,G99,2026-03-02,,", "column 2 (group): no group has the code \"G99\""),
    ("C01,G01,2026-01-04,,", "column 3 (from): the client has no open episode on 2026-01-04"),
    ("C03,G01,2026-03-02,,", "column 3 (from): the client has no open episode on 2026-03-02"),
    ("C01,G01,2026-03-02,2026-03-01,", "column 4 (to): it lies before the beginning, 2026-03-02"),
    ("C01,G01,2026-03-02,,Tue", "column 5 (weekdays): the group doesn't meet on all of these days"),
    (
      "C01,G01,2026-03-02,,\nC01,G01,2026-04-01,,",
      "column 1 (mrn): the client is enrolled in the group already in that time"
    ),
  ])
  func `names what is wrong with an enrollment`(rows: String, expected: String) {
    let folder = ImportFolder(["enrollments.csv": "mrn,group,from,to,weekdays\n\(rows)\n"])
    let line = rows.contains("\n") ? 3 : 2
    #expect(folder.problems() == ["enrollments.csv, line \(line), \(expected)"])
  }

  @Test func `refuses more enrollments than a hard capacity allows`() {
    let groups = ImportFolder.files["groups.csv"] ?? ""
    let folder = ImportFolder([
      "groups.csv": groups.split(separator: "\n").map {
        $0.contains("G01") ? $0.dropLast(11) + "1,hard,yes" : $0
      }
      .joined(separator: "\n")
    ])
    #expect(
      folder.problems() == [
        "enrollments.csv, line 3, column 2 (group): G01 has room for 1; 2 would be enrolled on 2026-02-02"
      ]
    )
  }

  @Test(arguments: [
    (
      "C01,NP,individual,2026-03-11,13:30,14:00",
      "column 1 (mrn): the client has another appointment at that time, in line 2"
    ),
    (
      "C02,TB,individual,2026-03-11,12:30,13:01",
      "column 2 (counselor): the counselor has another appointment at that time, in line 2"
    ),
    (
      "C02,TB,coffee,2026-03-11,15:00,16:00",
      "column 3 (kind): expected one of individual, crisis, family_with_client, family_without_client, intake_assessment, asam_reassessment, plan_review, case_management, discharge_planning, peer_session, found \"coffee\""
    ),
    (
      "C03,TB,individual,2026-03-11,15:00,16:00",
      "column 4 (date): the client has no open episode on 2026-03-11"
    ),
    (
      "C02,TB,individual,2026-03-11,16:00,15:00",
      "column 6 (end): it must be after the start, 16:00"
    ),
  ])
  func `names what is wrong with an appointment`(row: String, expected: String) {
    let text = """
      mrn,counselor,kind,date,start,end
      C01,TB,individual,2026-03-11,13:00,13:50
      \(row)
      """
    #expect(
      ImportFolder(["appointments.csv": text]).problems() == [
        "appointments.csv, line 3, \(expected)"
      ]
    )
  }
}
