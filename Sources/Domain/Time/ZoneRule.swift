/// The rule in the last line of a zone file, for all times after the file's table.
///
/// A rule has one offset, or two between which the clock changes each year. "Summer" is what the
/// format calls daylight-saving time; in Dublin it is winter's.
struct ZoneRule: Hashable, Sendable {
  /// The yearly second offset and the days on which it begins and ends.
  struct Summer: Hashable, Sendable {
    /// Seconds ahead of UTC.
    let offset: Int
    let start: YearlyChange
    let end: YearlyChange
  }

  /// Seconds ahead of UTC outside summer.
  let standard: Int
  /// Nil if the clock never changes.
  let summer: Summer?

  /// The offset at a moment, in constant time.
  func offset(at second: Int) -> Int {
    guard let summer else { return standard }
    var latest = ZoneTable.Change(at: .min, offset: summer.offset)
    for year in Self.years(around: second) {
      let end = summer.end.seconds(year: year) - summer.offset
      if end <= second, end > latest.at {
        latest = ZoneTable.Change(at: end, offset: standard)
      }
      let start = summer.start.seconds(year: year) - standard
      if start <= second, start >= latest.at {
        latest = ZoneTable.Change(at: start, offset: summer.offset)
      }
    }
    return latest.offset
  }

  /// The changes of the years around a moment, in order, those before it included.
  ///
  /// Where summer ends at the moment at which the next one begins, the beginning comes last: then it
  /// is summer all year.
  func changes(around second: Int) -> [ZoneTable.Change] {
    guard let summer else { return [] }
    let changes = Self.years(around: second).flatMap { year in
      [
        ZoneTable.Change(at: summer.end.seconds(year: year) - summer.offset, offset: standard),
        ZoneTable.Change(at: summer.start.seconds(year: year) - standard, offset: summer.offset),
      ]
    }
    return changes.sorted {
      $0.at == $1.at ? $0.offset == standard && $1.offset != standard : $0.at < $1.at
    }
  }

  /// The years whose changes decide on a moment; a change may lie a week outside its year.
  private static func years(around second: Int) -> ClosedRange<Int> {
    let year = CalendarDate(dayNumber: second.floorDivided(by: 86_400)).year
    return year - 2...year + 1
  }
}

/// A day of each year and a time on it at which the clock changes.
struct YearlyChange: Hashable, Sendable {
  /// The ways in which a rule names a day.
  enum Day: Hashable, Sendable {
    /// "J60": 1...365; 29 February has no number, so 60 is always 1 March.
    case withoutLeapDay(Int)
    /// "59": 0...365, 29 February counted.
    case withLeapDay(Int)
    /// "M3.2.0": the nth such weekday of the month, the fifth being the last.
    case weekday(Weekday, nth: Int, month: Int)
  }

  let day: Day
  /// Seconds after the day's midnight, within 167 hours to either side.
  let time: Int

  /// When the clock that is about to change shows the time of the change, counted as if in UTC.
  func seconds(year: Int) -> Int {
    dayNumber(year: year) * 86_400 + time
  }

  private func dayNumber(year: Int) -> Int {
    let january1 = CalendarDate.dayNumber(year: year, month: 1, day: 1)
    switch day {
    case .withoutLeapDay(let number):
      let isAfterLeapDay = CalendarDate.isLeapYear(year) && number >= 60
      return january1 + number - (isAfterLeapDay ? 0 : 1)
    case .withLeapDay(let number):
      return january1 + number
    case .weekday(let weekday, let nth, let month):
      let first = CalendarDate.dayNumber(year: year, month: month, day: 1)
      let shift = weekday.rawValue - CalendarDate.weekday(dayNumber: first).rawValue
      let number = shift.floorRemainder(by: 7) + (nth - 1) * 7
      let isPastMonth = number >= CalendarDate.daysInMonth(month, year: year)
      return first + number - (isPastMonth ? 7 : 0)
    }
  }
}
