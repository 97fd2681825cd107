import Domain

/// Makes zone files for tests, sound ones and unsound ones.
struct ZoneFileBuilder {
  var version: UInt8 = UInt8(ascii: "2")
  var changes: [(at: Int, type: UInt8)] = []
  var offsets: [Int] = [0]
  var names: [UInt8] = Array("LMT\0".utf8)
  var leapSeconds = 0
  var rule = ""

  var bytes: [UInt8] {
    guard version != 0 else { return half(width: 4) }
    return half(width: 4) + half(width: 8) + [10] + Array(rule.utf8) + [10]
  }

  func zone() throws(TimeZoneError) -> ProgramTimeZone {
    try ProgramTimeZone(identifier: "Test/Zone", zoneFile: bytes)
  }

  /// A zone that only has a rule for all times.
  static func zone(rule: String) throws(TimeZoneError) -> ProgramTimeZone {
    try ZoneFileBuilder(rule: rule).zone()
  }

  private func half(width: Int) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, leapSeconds, changes.count, offsets.count, names.count] {
      bytes += Self.number(count, width: 4)
    }
    for change in changes { bytes += Self.number(change.at, width: width) }
    bytes += changes.map(\.type)
    for offset in offsets { bytes += Self.number(offset, width: 4) + [0, 0] }
    return bytes + names + [UInt8](repeating: 0, count: leapSeconds * (width + 4))
  }

  static func number(_ number: Int, width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> ((width - 1 - $0) * 8)) }
  }
}
