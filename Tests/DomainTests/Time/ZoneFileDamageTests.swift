import Domain
import Testing

@Suite struct `Damage of zone files` {
  private func damage(_ bytes: [UInt8]) -> ZoneFileDamage? {
    do throws(TimeZoneError) {
      _ = try ProgramTimeZone(identifier: "Test/Zone", zoneFile: bytes)
      return nil
    } catch {
      guard case .badFile("Test/Zone", let damage) = error else { return nil }
      return damage
    }
  }

  @Test func `other files aren't zone files`() {
    #expect(damage([]) == .notAZoneFile)
    #expect(damage(Array("TZiX".utf8)) == .notAZoneFile)
    #expect(damage(Array(repeating: 0, count: 100)) == .notAZoneFile)
  }

  @Test(arguments: [1, 49, 53, 255] as [UInt8])
  func `unknown versions are refused`(version: UInt8) {
    #expect(damage(ZoneFileBuilder(version: version).bytes) == .unknownVersion(version))
  }

  @Test(arguments: 0..<6, [1, 2] as [UInt8])
  func `huge counts are refused at once`(count: Int, half: UInt8) {
    var bytes = ZoneFileBuilder(version: half == 1 ? 0 : 50).bytes
    let header = half == 1 ? 0 : 44 + 6 + 4
    for index in 0..<4 { bytes[header + 20 + count * 4 + index] = 0xFF }
    let damage = damage(bytes)
    #expect([.endsEarly, .impossibleCounts, .countsLeapSeconds].contains(damage))
  }

  @Test func `counts of nothing are refused`() {
    #expect(damage(ZoneFileBuilder(offsets: []).bytes) == .impossibleCounts)
    #expect(damage(ZoneFileBuilder(names: []).bytes) == .impossibleCounts)
  }

  @Test func `changes have to be in order and lead somewhere`() {
    #expect(damage(ZoneFileBuilder(changes: [(5, 0), (5, 0)]).bytes) == .impossibleChanges)
    #expect(damage(ZoneFileBuilder(changes: [(6, 0), (5, 0)]).bytes) == .impossibleChanges)
    #expect(damage(ZoneFileBuilder(changes: [(5, 1)]).bytes) == .impossibleChanges)
  }

  @Test func `offsets beyond 26 hours and leap seconds are refused`() {
    #expect(damage(ZoneFileBuilder(offsets: [93_600]).bytes) == .impossibleOffset)
    #expect(damage(ZoneFileBuilder(offsets: [-90_000]).bytes) == .impossibleOffset)
    #expect(damage(ZoneFileBuilder(leapSeconds: 1).bytes) == .countsLeapSeconds)
  }

  @Test func `the error says what happened and what to do`() {
    let name = TimeZoneError.badIdentifier("../x")
    #expect(
      name.description == "\"../x\" isn't the name of a time zone. Nothing was changed. "
        + "Give a name as in America/New_York."
    )
    let file = TimeZoneError.badFile(identifier: "Europe/Berlin", .endsEarly)
    #expect(
      file.description
        == "The system's file for the time zone Europe/Berlin can't be used: it ends too early. "
        + "No records were changed. Install the system's tzdata package anew, then start again."
    )
  }

  @Test(arguments: [
    (ZoneFileDamage.notAZoneFile, "it isn't a zone file"),
    (.unknownVersion(53), "its format has the unknown version byte 53"),
    (.impossibleCounts, "its counts contradict each other"),
    (.impossibleChanges, "its clock changes are out of order"),
    (.impossibleOffset, "it has an offset of more than 26 hours"),
    (.countsLeapSeconds, "it counts leap seconds"),
    (.unreadableRule("X"), "its rule for later years, \"X\", can't be read"),
  ])
  func `each damage has its own words`(damage: ZoneFileDamage, words: String) {
    let error = TimeZoneError.badFile(identifier: "UTC", damage)
    #expect(error.description.contains("can't be used: \(words). "))
  }
}
