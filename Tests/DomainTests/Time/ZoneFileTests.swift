import Domain
import Testing

@Suite struct `Zone files` {
  private let instants = [-5_000_000_000, 0, 1_773_240_552, 2_000_000_000, 9_000_000_000].map {
    Instant(secondsSince1970: $0)
  }

  @Test(arguments: [0, 50, 51, 52] as [UInt8])
  func `versions 1 to 4 are read`(version: UInt8) throws {
    let file = ZoneFileBuilder(
      version: version,
      changes: [(100, 1), (200, 0)],
      offsets: [3_600, 7_200]
    )
    let zone = try file.zone()
    #expect(zone.offset(at: Instant(secondsSince1970: 99)) == 3_600)
    #expect(zone.offset(at: Instant(secondsSince1970: 100)) == 7_200)
    #expect(zone.offset(at: Instant(secondsSince1970: 199)) == 7_200)
    #expect(zone.offset(at: .latest) == 3_600)
  }

  @Test func `equal bytes make equal zones`() throws {
    let zone = try SystemZone.zone("Europe/Berlin")
    #expect(try zone == SystemZone.zone("Europe/Berlin"))
    #expect(try zone.hashValue == SystemZone.zone("Europe/Berlin").hashValue)
    #expect(try zone != SystemZone.zone("Europe/Paris"))
  }

  @Test(arguments: ["America/New_York", "Etc/UTC", "Africa/Casablanca"])
  func `a file cut off anywhere is refused`(name: String) throws {
    let bytes = try SystemZone.bytes(name)
    for count in 0..<bytes.count {
      #expect(throws: TimeZoneError.self, "\(count)") {
        try ProgramTimeZone(identifier: name, zoneFile: Array(bytes[..<count]))
      }
    }
  }

  @Test(arguments: ["America/New_York", "Africa/Casablanca", "Pacific/Apia", "Asia/Gaza"])
  func `a file with damaged bytes is refused or read, but never trapped on`(name: String) throws {
    let bytes = try SystemZone.bytes(name)
    var seed: UInt64 = 20_260_311
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0...3 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(seed >> 33) % bytes.count] ^= UInt8(truncatingIfNeeded: seed >> 24)
      }
      guard let zone = try? ProgramTimeZone(identifier: name, zoneFile: damaged) else { continue }
      use(zone)
    }
  }

  @Test func `every single damaged bit of a small file is survived`() throws {
    let file = ZoneFileBuilder(
      changes: [(-9_000, 1), (86_400, 0)],
      offsets: [-3_600, 0],
      rule: "<-01>1<+00>,M3.5.0/-1,M10.5.0/0"
    )
    let bytes = file.bytes
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << bit
        guard let zone = try? ProgramTimeZone(identifier: "Test", zoneFile: damaged) else {
          continue
        }
        use(zone)
      }
    }
  }

  @Test func `changes at the ends of 64 bits are survived`() throws {
    let changes: [(at: Int, type: UInt8)] = [(.min, 1), (0, 0), (.max, 1)]
    for rule in ["", "EST5EDT,M3.2.0,M11.1.0", "EST5EDT,0/0,J365/25"] {
      use(try ZoneFileBuilder(changes: changes, offsets: [-89_999, 93_599], rule: rule).zone())
    }
  }

  private func use(_ zone: ProgramTimeZone) {
    for instant in instants + [.earliest, .latest] {
      let local = zone.local(instant)
      for time in [TimeOfDay.midnight, local.time, .endOfDay] {
        _ = zone.instant(local.date, time)
        _ = zone.instant(local.date, time, notBefore: instant)
      }
    }
  }
}
