import Domain

/// The lines of an iCalendar file (RFC 5545).
struct CalendarLines {
  private(set) var text = ""
  let zone: ProgramTimeZone

  init(zone: ProgramTimeZone) { self.zone = zone }

  /// Adds a line, folded where it is longer than 75 octets, and never inside a letter.
  mutating func add(_ line: String) {
    var octets = 0
    for letter in line {
      let size = String(letter).utf8.count
      if octets + size > 75 {
        text += "\r\n "
        octets = 1
      }
      text.append(letter)
      octets += size
    }
    text += "\r\n"
  }

  /// Adds a text, with what would end it escaped.
  mutating func add(_ name: String, text value: String) {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n": escaped += "\\n"
      default:
        guard scalar.value >= 0x20, scalar.value != 0x7F else { continue }
        escaped.unicodeScalars.append(scalar)
      }
    }
    add(name + ":" + escaped)
  }

  /// Adds a moment as the program's clock shows it, with the zone's name.
  mutating func add(_ name: String, at instant: Instant) {
    add(zone.identifier == "UTC" ? "\(name):\(utc(instant))" : "\(zoned(name)):\(local(instant))")
  }

  func zoned(_ name: String) -> String { "\(name);TZID=\(zone.identifier)" }

  /// "20260311T090000" on the program's clock.
  func local(_ instant: Instant) -> String {
    let (date, time) = zone.local(instant)
    return CalendarText.stamp(date, time)
  }

  /// "20260311T130000Z".
  func utc(_ instant: Instant) -> String {
    let (date, time) = ProgramTimeZone.utc.local(instant)
    return CalendarText.stamp(date, time) + "Z"
  }
}

enum CalendarText {
  static func stamp(_ date: CalendarDate, _ time: TimeOfDay) -> String {
    day(date) + "T" + two(time.minutes / 60) + two(time.minutes % 60) + "00"
  }

  /// "20260311".
  static func day(_ date: CalendarDate) -> String {
    "\(date)".filter { $0 != "-" }
  }

  /// "-0500".
  static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    let rest = size % 60 == 0 ? "" : two(size % 60)
    return (seconds < 0 ? "-" : "+") + two(size / 3_600) + two(size / 60 % 60) + rest
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CalendarLines {
  /// Adds the zone's offsets from before the first day to behind the last: one part for each change
  /// of the clock, so that no reader has to know the zone's rule.
  mutating func addZone(_ days: ClosedRange<CalendarDate>) {
    guard zone.identifier != "UTC" else { return }
    let changes = zone.changes(
      from: zone.instant(days.lowerBound.adding(days: -400), .midnight),
      to: zone.instant(days.upperBound.adding(days: 2), .midnight)
    )
    add("BEGIN:VTIMEZONE")
    add("TZID:\(zone.identifier)")
    for change in changes {
      addObservance(change.from, change.to, since: wall(change.at, change.from))
    }
    if changes.isEmpty {
      let offset = zone.offset(at: zone.instant(days.lowerBound, .noon))
      addObservance(offset, offset, since: "19700101T000000")
    }
    add("END:VTIMEZONE")
  }

  private mutating func addObservance(_ from: Int, _ to: Int, since start: String) {
    let kind = to > from ? "DAYLIGHT" : "STANDARD"
    add("BEGIN:\(kind)")
    add("DTSTART:\(start)")
    add("TZOFFSETFROM:\(CalendarText.offset(from))")
    add("TZOFFSETTO:\(CalendarText.offset(to))")
    add("TZNAME:\(CalendarText.offset(to))")
    add("END:\(kind)")
  }

  /// The time that the clock showed when it was changed.
  private func wall(_ instant: Instant, _ offset: Int) -> String {
    let (date, time) = ProgramTimeZone.utc.local(instant.adding(seconds: offset))
    return CalendarText.stamp(date, time)
  }
}

extension ProgramTimeZone {
  /// The changes of the clock between two moments, found by halving the days on which it changes.
  func changes(from start: Instant, to end: Instant) -> [(at: Instant, from: Int, to: Int)] {
    var found: [(at: Instant, from: Int, to: Int)] = []
    var low = start
    while low < end {
      let high = min(end, low.adding(seconds: 86_400))
      let (before, after) = (offset(at: low), offset(at: high))
      if before != after {
        var (known, changed) = (low, high)
        while changed.secondsSince1970 - known.secondsSince1970 > 1 {
          let middle = known.adding(
            seconds: Int(changed.secondsSince1970 - known.secondsSince1970) / 2
          )
          if offset(at: middle) == before { known = middle } else { changed = middle }
        }
        found.append((at: changed, from: before, to: after))
      }
      low = high
    }
    return found
  }
}
