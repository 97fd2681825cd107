import Domain
import Testing

@Suite struct `Hours of work as typed` {
  @Test(arguments: [
    ("mon-thu 10:30-19:15", "Mon-Thu 10:30-19:15"),
    ("mon-thu 10:30-19:15, fri 9-12", "Mon-Thu 10:30-19:15, Fri 09:00-12:00"),
    ("mwf 8-16; tth 12-20:45", "Mon Wed Fri 08:00-16:00, Tue Thu 12:00-20:45"),
    ("mon 8-12, mon 13-17", "Mon 08:00-12:00, Mon 13:00-17:00"),
    ("weekdays 8 - 16.30", "Mon-Fri 08:00-16:30"),
    ("sat 20-24:00", "Sat 20:00-24:00"),
  ])
  func `are read and written again`(typed: String, words: String) throws {
    let hours = try #require(TypedHours.parse(typed))
    #expect(TypedHours.words(hours) == words)
    #expect(TypedHours.parse(words) == hours)
  }

  @Test(arguments: [
    "", ",", "mon", "9-12", "mon 9", "mon 12-9", "mon 9-9", "xyz 9-12", "mon 9-25", "mon 9-12-15",
    "mon 9-12, mon 11-13", "24:00-24:00",
  ])
  func `are refused where they are none`(typed: String) {
    #expect(TypedHours.parse(typed) == nil)
  }
}
