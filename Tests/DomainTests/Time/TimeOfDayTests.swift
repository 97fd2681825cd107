import Domain
import Testing

@Suite struct `Times of day` {
  @Test func `every minute of the day is read and written`() {
    for minutes in 0...1_440 {
      let time = TimeOfDay(minutes: minutes)
      #expect(time?.description.utf8.count == 5)
      #expect(time.flatMap { TimeOfDay($0.description) } == time)
    }
  }

  @Test func `24 o'clock is only the end of a day`() {
    #expect(TimeOfDay(hour: 24, minute: 0) == .endOfDay)
    #expect(TimeOfDay("24:00")?.minutes == 1_440)
    #expect(TimeOfDay(hour: 24, minute: 1) == nil)
    #expect(TimeOfDay.parse(typed: "24:00") == nil)
    #expect(TimeOfDay.parse(typed: "24") == nil)
    #expect(TimeOfDay.parse(typed: "24:00", asEnd: true) == .endOfDay)
  }

  @Test func `times that no clock shows are refused`() {
    #expect(TimeOfDay(hour: 9, minute: 60) == nil)
    #expect(TimeOfDay(hour: 25, minute: 0) == nil)
    #expect(TimeOfDay(hour: -1, minute: 0) == nil)
    #expect(TimeOfDay(hour: .max, minute: .min) == nil)
    #expect(TimeOfDay(minutes: 1_441) == nil)
    #expect(TimeOfDay(minutes: -1) == nil)
  }

  @Test(arguments: ["", "9:05", "09:5", "0905", "09:05 ", "009:05", "24:01", "09:60", "09.05"])
  func `the stored form is read strictly`(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test(arguments: [
    ("9", "09:00"), ("9:12", "09:12"), ("912", "09:12"), ("0912", "09:12"), ("09:12", "09:12"),
    ("9.12", "09:12"), ("9h12", "09:12"), ("9H12", "09:12"), ("9h", "09:00"), ("21", "21:00"),
    ("9:12 pm", "21:12"), ("912pm", "21:12"), ("9 AM", "09:00"), ("9p", "21:00"),
    ("12am", "00:00"), ("12:30 a", "00:30"), ("12pm", "12:00"), ("0", "00:00"), ("00", "00:00"),
    ("2359", "23:59"), (" 9:12 ", "09:12"), ("1200", "12:00"),
  ])
  func `times are read as people type them`(typed: String, stored: String) {
    #expect(TimeOfDay.parse(typed: typed)?.description == stored)
  }

  @Test(arguments: [
    "", " ", "pm", "9:", "9:1", "9:123", "9:60", "25", "2400", "13pm", "0am", "2112 pm", "9 12",
    "9:12 xm", "9:12 pm x", "-9", "+9", "09120", "9::12", "9h1", "noon", "９", "9:12:00",
    "99999999999999999999999",
  ])
  func `anything else is no time`(typed: String) {
    #expect(TimeOfDay.parse(typed: typed) == nil)
  }
}
