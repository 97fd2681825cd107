/// The zone whose clock the program lives by, as a value made from the bytes of its zone file.
///
/// Changes of the clock are looked up in the file's table by binary search; after the table's last
/// change, the file's rule holds. Before the first change it is the file's first offset, mostly
/// local mean time, whose offsets have seconds.
///
/// Invariants:
/// 1. `identifier` was good for a file's path, unless the zone is a fixed one.
/// 2. `changes` ascend.
/// 3. With a rule, the last change leads to the offset that the rule gives.
package struct ProgramTimeZone: Hashable, Sendable {
  /// The name in the IANA database, as "America/New_York".
  package let identifier: String
  let table: ZoneTable

  /// Reads the bytes of a zone file, of version 1 to 4 of the TZif format.
  ///
  /// - Parameters:
  ///   - identifier: The zone's name.
  ///   - bytes: The whole file.
  /// - Throws: `badIdentifier` for a name that no zone has, `badFile` for bytes that aren't sound.
  package init(identifier: String, zoneFile bytes: [UInt8]) throws(TimeZoneError) {
    guard Self.isValidIdentifier(identifier) else { throw .badIdentifier(identifier) }
    do {
      self.init(identifier: identifier, table: try ZoneTable(zoneFile: bytes))
    } catch {
      throw .badFile(identifier: identifier, error)
    }
  }

  private init(identifier: String, table: ZoneTable) {
    self.identifier = identifier
    self.table = table
  }

  package static let utc = fixed(identifier: "UTC", secondsEast: 0)

  /// A zone whose clock never changes, under any name.
  ///
  /// `secondsEast` are the seconds that its clock is ahead of UTC, cut down to 26 hours.
  package static func fixed(identifier: String, secondsEast: Int) -> ProgramTimeZone {
    let offset = secondsEast.clamped(to: ZoneTable.offsets)
    return ProgramTimeZone(
      identifier: identifier,
      table: ZoneTable(first: offset, changes: [], rule: nil)
    )
  }

  /// Whether a name may become a path below the system's folder of zone files.
  ///
  /// Letters, digits and `_+-` in parts parted by slashes, no part empty, 64 characters at most.
  package static func isValidIdentifier(_ identifier: String) -> Bool {
    let slash = UInt8(ascii: "/")
    let parts = identifier.utf8.split(separator: slash, omittingEmptySubsequences: false)
    return identifier.utf8.count <= 64
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isNameByte) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "+", "-": true
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(identifier)
  }
}

extension ProgramTimeZone {
  /// Seconds that the zone's clock is ahead of UTC at a moment.
  package func offset(at instant: Instant) -> Int {
    table.offset(at: Int(instant.secondsSince1970))
  }

  /// The date and the begun minute that the zone's clock shows at a moment.
  package func local(_ instant: Instant) -> (date: CalendarDate, time: TimeOfDay) {
    let seconds = Int(instant.secondsSince1970) + offset(at: instant)
    return (
      CalendarDate(dayNumber: seconds.floorDivided(by: 86_400)),
      TimeOfDay(clamping: seconds.floorRemainder(by: 86_400) / 60)
    )
  }

  /// The date that the zone's calendar shows at a moment.
  package func date(of instant: Instant) -> CalendarDate {
    local(instant).date
  }

  /// The moment at which the zone's clock shows a date and time.
  ///
  /// A time that the clock skips moves forward by what is skipped. A time that it shows twice is the
  /// first, unless that lies before `notBefore`: then the second. 24:00 is the next day's midnight.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - time: The time on that day's clock.
  ///   - notBefore: The stamp that this one follows, nil if there is none.
  /// - Returns: A moment at the beginning of that minute.
  package func instant(
    _ date: CalendarDate,
    _ time: TimeOfDay,
    notBefore: Instant? = nil
  ) -> Instant {
    let wall = date.dayNumber * 86_400 + time.minutes * 60
    let periods = table.periods(around: wall)
    let matches = periods.filter { $0.seconds.contains(wall - $0.offset) }
      .map { Instant(secondsSince1970: Int64(wall - $0.offset)) }
    if let notBefore, let match = matches.first(where: { $0 >= notBefore }) ?? matches.last {
      return match
    }
    if let match = matches.first { return match }
    let beforeGap = periods.last { $0.seconds.lowerBound + $0.offset <= wall }
    return Instant(secondsSince1970: Int64(wall - (beforeGap?.offset ?? table.first)))
  }
}
