package import Domain

/// Which zones the system has.
extension SystemZone {
  /// The names in the system's own list; none where it has no list.
  package static var names: ZoneNames {
    do throws(FileFault) {
      let list = try lines(of: "tzdata.zi")
      var zones: [String] = []
      var links: [(name: String, zone: String)] = []
      for line in list {
        let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count > 2 else { continue }
        switch parts[0] {
        case "Z" where parts[1] != "Factory": zones.append(parts[1])
        case "L": links.append((name: parts[2], zone: parts[1]))
        default: break
        }
      }
      return ZoneNames(zones: zones, links: links, unitedStates: unitedStates)
    } catch {
      return ZoneNames()
    }
  }

  /// "US<tab>+404251-0740023<tab>America/New_York<tab>Eastern (most areas)".
  private static var unitedStates: Set<String> {
    do throws(FileFault) {
      let rows = try lines(of: "zone.tab").map { $0.split(separator: "\t") }
      return Set(rows.filter { $0.count > 2 && $0[0] == "US" }.map { String($0[2]) })
    } catch {
      return []
    }
  }

  private static func lines(of name: String) throws(FileFault) -> [Substring] {
    let bytes = try Folder.readSystemFile(folder + "/" + name, limit: 1_048_576)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
