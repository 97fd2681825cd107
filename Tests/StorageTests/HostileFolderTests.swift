import Domain
import Glibc
import Testing

@testable import Storage

/// What somebody who can write into the folder may put there.
private struct Trap: CustomTestStringConvertible, Sendable {
  let name: String
  let set: @Sendable (_ path: String, _ outside: String) -> Void
  var testDescription: String { name }

  static let all = [
    Trap(name: "a link to a file outside") { path, outside in symlink(outside, path) },
    Trap(name: "a link to itself") { path, _ in symlink(path, path) },
    Trap(name: "a link to a device") { path, _ in symlink("/dev/zero", path) },
    Trap(name: "a pipe nobody writes into") { path, _ in mkfifo(path, 0o600) },
    Trap(name: "a socket") { path, _ in
      let made = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { buffer in
        for (place, byte) in path.utf8.prefix(buffer.count - 1).enumerated() {
          buffer[place] = byte
        }
      }
      withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = bind(made, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      close(made)
    },
    Trap(name: "a folder") { path, _ in mkdir(path, 0o700) },
    Trap(name: "a file of a terabyte") { path, _ in
      TestFile.write([], to: path)
      truncate(path, 1 << 40)
    },
  ]
}

@Suite struct `A folder in which somebody set traps` {
  private let outside = TemporaryFolder()
  /// What stands outside must never be seen.
  private static let secret = Array("OUTSIDE".utf8)

  private var secretFile: String {
    let path = outside.path + "/secret"
    TestFile.write(Self.secret, to: path)
    return path
  }

  private static let places = [
    "settings/rooms.plist", "settings/grants.plist", "settings/phrases.plist",
    "settings/templates/own.plist", "settings/pins/st_000000000001.plist",
    "settings/words/st_000000000001.plist", "staff/st_000000000001.plist",
    "groups/gr_000000000001.plist", "enrollments/2025-11-01/gr_000000000001.plist",
    "clients/cl_000000000001/client.plist", "clients/cl_000000000001/chain.plist",
    "clients/cl_000000000001/episodes/ep_000000000001.plist",
    "clients/cl_000000000001/notes/nt_000000000001.plist", Bench.livePath,
    "days/2026-03-11/notes.plist", "drafts/st_000000000001/nt_000000000001.journal",
    "audit/2026-03-01.log", "audit/st_000000000001.plist", "backups/last",
    "quarantine/days.2026-03-11.x.plist.1", "locks/\(SoundProgram.liveID)", "trash/x",
  ]

  /// Several at once, so that none hides many others.
  private static let groups =
    (0..<3).map { rest in
      places.enumerated().filter { $0.offset % 3 == rest }.map(\.element)
    } + [["incoming"]]

  /// Reads, checks, writes and repairs; whatever is said, it ends and nothing from outside is in it.
  private func use(_ folder: DataFolder) {
    var data = folder.loadStanding()
    folder.loadWeek(SoundProgram.monday, into: &data)
    folder.loadCaseload(into: &data)
    var seen = "\(data)"
    let report = folder.check()
    seen += "\(report)"
    for problem in report.problems { #expect(!problem.what.isEmpty) }
    seen += "\(folder.readDrafts(of: SampleProgram.staffID))\(folder.readAudit())"
    seen += "\(folder.templates())\(folder.phrases())\(folder.notes(of: SampleProgram.clientID))"
    seen += "\(String(describing: folder.lastBackupAt))"
    folder.audit([
      AuditEvent(at: SoundProgram.now, by: nil, action: .known(.login), entity: .program)
    ])
    do throws(StorageError) { _ = try folder.checkPIN("1", for: SampleProgram.staffID) } catch {
      seen += error.message
    }
    do throws(StorageError) {
      try folder.save(Bench.live, from: data, by: SampleProgram.staffID, at: SoundProgram.now)
    } catch { seen += error.message }
    let work = folder.repairs()
    for repair in work.repairs {
      do throws(StorageError) { _ = try work.mend(repair, at: SoundProgram.now) } catch {
        seen += error.message
      }
    }
    work.close()
    #expect(!seen.contains("OUTSIDE"))
    #expect(TestFile.read(outside.path + "/secret") == Self.secret)
  }

  @Test(arguments: Trap.all)
  private func `falls into none of them`(trap: Trap) throws {
    let secret = secretFile
    for places in Self.groups {
      let bench = try Bench()
      for place in places { set(trap, at: bench.path(place), secret) }
      do throws(StorageError) { use(try DataFolder.open(at: bench.temporary.path)) } catch {
        // Only what is being added may keep a folder from opening.
        #expect(places == ["incoming"], "\(places): \(error.message)")
      }
    }
  }

  @Test(arguments: Trap.all)
  private func `falls into none of them where it is sealed`(trap: Trap) throws {
    let secret = secretFile
    let bench = try SealedBench()
    let copy = outside.path + "/copy"
    for places in Self.groups {
      #expect(system("rm -rf '\(copy)'; cp -a '\(bench.temporary.path)' '\(copy)'") == 0)
      for place in places { set(trap, at: copy + "/" + bench.onDisk(place), secret) }
      do throws(StorageError) {
        guard let locked = try LockedFolder.open(at: copy) else { throw .notLoaded }
        use(
          try locked.logIn(
            code: "tb",
            passphrase: SealedBench.passphrase,
            raisingTo: SealedBench.stretching
          )
        )
        _ = locked.checkUnopened()
      } catch {
        #expect(places == ["incoming"], "\(places): \(error.message)")
      }
    }
  }

  private func set(_ trap: Trap, at path: String, _ secret: String) {
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    _ = system("mkdir -p -m 700 '/\(parent)'")
    TemporaryFolder.remove(path)
    trap.set(path, secret)
  }

  @Test func `says at the start that others may get in`() throws {
    let bench = try Bench()
    #expect(bench.folder.loadStanding().problems == [])
    chmod(bench.temporary.path, 0o750)
    let problems = bench.folder.loadStanding().problems
    #expect(problems.map(\.kind) == ["mode"])
    #expect(
      problems.first?.what
        == "Others on this machine may get into the data folder: its mode is 0750."
    )
    #expect(bench.folder.check().problems.map(\.record) == ["."])
  }

  @Test func `stops at the first lines of a log of nothing`() throws {
    let bench = try Bench()
    let lines = AuditFile.head + Array(repeating: 0x0A, count: 1_000_000)
    TestFile.write(lines, to: bench.path("audit/2026-03-01.log"))
    #expect(bench.folder.readAudit().problems.count <= AuditFile.mostUnreadable + 1)
  }
}
