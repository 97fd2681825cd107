import Domain
import Glibc
import Storage
import Testing

@Suite struct `Names of a path that is typed` {
  private let temporary = TemporaryFolder()

  init() {
    for name in ["clients.csv", "Closed.ics", "cases.txt", ".hidden.csv", "staff.csv"] {
      TestFile.write([], to: temporary.path + "/" + name)
    }
    mkdir(temporary.path + "/cases", 0o700)
    symlink(temporary.path + "/cases", temporary.path + "/current")
  }

  private func names(_ beginning: String) throws -> [String] {
    try PathNames.names(in: temporary.path, beginning: beginning, endings: [".csv", ".ics"])
  }

  @Test func `are folders, links to them and the files that are read`() throws {
    #expect(
      try names("") == ["Closed.ics", "cases/", "clients.csv", "current/", "staff.csv"]
    )
    #expect(try names("c") == ["cases/", "clients.csv", "current/"])
    #expect(try names(".h") == [".hidden.csv"])
    #expect(try names("STA") == ["staff.csv"])
    #expect(try names("x") == [])
  }

  @Test func `of a folder that isn't there say so`() {
    #expect(throws: StorageError.noFolder("/nowhere")) {
      try PathNames.names(in: "/nowhere", beginning: "", endings: [".csv"])
    }
  }

  @Test func `of time zones are in the system's list`() {
    let zones = SystemZone.names
    #expect(zones.find("new york") == .one("America/New_York"))
    #expect(zones.find("chicago") == .one("America/Chicago"))
    guard case .several(let eastern) = zones.find("eastern") else {
      Issue.record("one alone is eastern")
      return
    }
    #expect(eastern.first == "America/New_York")
  }
}
