import Domain
import Testing

@Suite struct `Weekdays` {
  @Test func `the week begins on Monday`() {
    #expect(Weekday.allCases.min() == .monday)
    #expect(Weekday.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6, 7])
  }

  @Test(arguments: Weekday.allCases)
  func `every name that is shown or stored is read again`(weekday: Weekday) {
    #expect(Weekday(name: weekday.shortName) == weekday)
    #expect(Weekday(name: weekday.name.uppercased()) == weekday)
    #expect(Weekday(name: weekday.key) == weekday)
    #expect(Weekday(key: weekday.key) == weekday)
  }

  @Test(arguments: ["", "m", "mo", "monda y", "mondays", " mon", "märz", "today"])
  func `other words are no weekday`(word: String) {
    #expect(Weekday(name: word) == nil)
  }

  @Test(arguments: ["Mon", "monday", "MON", ""])
  func `the stored form is read strictly`(key: String) {
    #expect(Weekday(key: key) == nil)
  }

  @Test func `longer shortenings are read`() {
    #expect(Weekday(name: "tues") == .tuesday)
    #expect(Weekday(name: "Thurs") == .thursday)
  }
}
