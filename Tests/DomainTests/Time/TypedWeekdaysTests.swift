import Domain
import Testing

@Suite struct `Typed weekdays` {
  @Test(
    arguments: [
      ("mon wed fri", "Mon Wed Fri"), ("Mon, Wed", "Mon Wed"), ("mwf", "Mon Wed Fri"),
      ("tth", "Tue Thu"), ("tr", "Tue Thu"), ("mon-thu", "Mon Tue Wed Thu"),
      ("fri-mon", "Mon Fri Sat Sun"), ("weekdays", "Mon Tue Wed Thu Fri"), ("sa su", "Sat Sun"),
      ("daily", "Mon Tue Wed Thu Fri Sat Sun"), ("wednesday", "Wed"), ("th", "Thu"),
    ]
  )
  func `are read as people write them`(typed: String, meant: String) {
    #expect(TypedWeekdays.parse(typed).map(TypedWeekdays.words) == meant)
  }

  @Test(arguments: ["", " ", "x", "mon xyz", "monn", "9", "-", "mon-", "weekend-day"])
  func `that are none are refused`(typed: String) {
    #expect(TypedWeekdays.parse(typed) == nil)
  }
}
