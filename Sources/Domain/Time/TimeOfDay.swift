/// A time on the program's clock, to the minute.
///
/// Invariant: `minutes` is 0...1440, where 1440 is the end of a day, "24:00", and never a start.
package struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since the day's midnight as the clock shows them, 0...1440.
  ///
  /// On a day when the clock changes it isn't the time that has passed.
  package let minutes: Int

  package static let midnight = TimeOfDay(clamping: 0)
  package static let noon = TimeOfDay(clamping: 720)
  package static let endOfDay = TimeOfDay(clamping: 1_440)

  /// Makes a time if the clock shows such a one, or 24:00.
  package init?(hour: Int, minute: Int) {
    guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else {
      return nil
    }
    self.init(clamping: hour * 60 + minute)
  }

  /// Makes a time of 0...1440 minutes after midnight.
  package init?(minutes: Int) {
    guard (0...1_440).contains(minutes) else { return nil }
    self.init(clamping: minutes)
  }

  /// Reads the stored form, exactly as "09:05"; "24:00" is the end of a day.
  package init?(_ text: String) {
    var scanner = AsciiScanner(text)
    guard let time = scanner.time(), scanner.isAtEnd else { return nil }
    self = time
  }

  init(clamping minutes: Int) {
    self.minutes = minutes.clamped(to: 0...1_440)
  }

  package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.minutes < right.minutes
  }

  /// The hour of the clock, 0...24.
  package var hour: Int { minutes / 60 }

  /// The minute of the hour, 0...59.
  package var minute: Int { minutes % 60 }
}

extension TimeOfDay: CustomStringConvertible {
  /// The stored form, as "09:05".
  package var description: String {
    let (hour, minute) = (hour, minute)
    return unsafe String(unsafeUninitializedCapacity: 5) { bytes in
      let zero = UInt8(ascii: "0")
      unsafe bytes[0] = zero + UInt8(hour / 10)
      unsafe bytes[1] = zero + UInt8(hour % 10)
      unsafe bytes[2] = UInt8(ascii: ":")
      unsafe bytes[3] = zero + UInt8(minute / 10)
      unsafe bytes[4] = zero + UInt8(minute % 10)
      return 5
    }
  }
}

extension AsciiScanner {
  /// Reads a time in its stored form.
  mutating func time() -> TimeOfDay? {
    guard let hour = number(width: 2), skip(":"), let minute = number(width: 2) else { return nil }
    return TimeOfDay(hour: hour, minute: minute)
  }
}
