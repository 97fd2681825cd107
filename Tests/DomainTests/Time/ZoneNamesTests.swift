import Domain
import Testing

@Suite struct `The names of time zones` {
  private let names = ZoneNames(
    zones: [
      "Africa/Cairo", "America/Chicago", "America/Indiana/Knox", "America/Indiana/Vevay",
      "America/Kentucky/Louisville", "America/Los_Angeles", "America/New_York", "America/Toronto",
      "America/Sao_Paulo", "Antarctica/Casey", "Etc/UTC", "Europe/Zurich",
    ],
    links: [
      ("America/Louisville", "America/Kentucky/Louisville"), ("US/Eastern", "America/New_York"),
      ("Canada/Eastern", "America/Toronto"), ("UTC", "Etc/UTC"),
    ],
    unitedStates: [
      "America/Chicago", "America/Indiana/Knox", "America/Indiana/Vevay", "America/Los_Angeles",
      "America/New_York", "America/Kentucky/Louisville",
    ]
  )

  @Test(arguments: [
    ("new york", "America/New_York"), ("NEW_YORK", "America/New_York"),
    ("york", "America/New_York"), ("chicago", "America/Chicago"), ("Chi", "America/Chicago"),
    ("São Paulo", "America/Sao_Paulo"), ("zürich", "Europe/Zurich"),
    ("louisville", "America/Kentucky/Louisville"), ("angeles, los", "America/Los_Angeles"),
    ("america/chicago", "America/Chicago"), ("US/Eastern", "US/Eastern"), ("UTC", "UTC"),
  ])
  func `are found by a part`(typed: String, zone: String) {
    #expect(names.find(typed) == .one(zone))
  }

  @Test func `that several have are said, the best and those of the United States first`() {
    #expect(names.find("eastern") == .several(["America/New_York", "America/Toronto"]))
    #expect(names.find("indiana") == .several(["America/Indiana/Knox", "America/Indiana/Vevay"]))
    guard case .several(let zones) = names.find("ca") else {
      Issue.record("only one has it")
      return
    }
    let best = ["Africa/Cairo", "Antarctica/Casey", "America/Toronto", "America/Chicago"]
    #expect(zones.prefix(4) == best[...])
    #expect(zones.last == "America/Sao_Paulo")
  }

  @Test(arguments: ["", " ", "mars", "new yorkshire"])
  func `are none for anything else`(typed: String) {
    #expect(names.find(typed) == .none)
  }
}
