package import Domain
import Glibc

/// The system's files of time zones.
package enum SystemZone {
  static let folder = "/usr/share/zoneinfo"

  /// Reads a zone from the system's database.
  ///
  /// The database is the system's own, so links in it are followed.
  ///
  /// - Parameter identifier: A name such as "America/New_York".
  /// - Returns: The zone.
  /// - Throws: `badZone` for a name that no zone has and for a file that can't be understood,
  ///   `noZone` where the system has no such file.
  package static func load(_ identifier: String) throws(StorageError) -> ProgramTimeZone {
    guard ProgramTimeZone.isValidIdentifier(identifier) else {
      throw .badZone(.badIdentifier(identifier))
    }
    let bytes = try zoneFile(identifier)
    do throws(TimeZoneError) {
      return try ProgramTimeZone(identifier: identifier, zoneFile: bytes)
    } catch {
      throw .badZone(error)
    }
  }

  /// The name of the zone that this machine is set to; nil where it says none.
  package static var local: String? {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { room in
      guard let start = room.bindMemory(to: CChar.self).baseAddress else { return nil }
      let count = readlink("/etc/localtime", start, room.count)
      guard count > 0 else { return nil }
      let target = String(decoding: room.prefix(count), as: UTF8.self)
      let parts = target.split(separator: "/")
      guard let mark = parts.lastIndex(of: "zoneinfo") else { return nil }
      let name = parts[(mark + 1)...].joined(separator: "/")
      return ProgramTimeZone.isValidIdentifier(name) ? name : nil
    }
  }

  private static func zoneFile(_ identifier: String) throws(StorageError) -> [UInt8] {
    do throws(FileFault) {
      return try Folder.readSystemFile(folder + "/" + identifier, limit: 1_048_576)
    } catch {
      throw .noZone(identifier)
    }
  }
}
