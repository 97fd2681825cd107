import Domain
import Glibc
import Storage
import TerminalCore
import Testing

@Suite struct `A person's settings` {
  private let id = ID<Program>("pr_000000000001")

  @Test func `are kept, and made where there are none`() throws {
    let temporary = TemporaryFolder()
    let config = ConfigFolder(path: temporary.path + "/config/caseload")
    #expect(PersonSettings.load(from: config).settings == PersonSettings())
    let settings = PersonSettings(theme: "Night", counselors: [id: "TB"])
    try settings.save(to: config)
    let (found, problem) = PersonSettings.load(from: config)
    #expect(found == settings)
    #expect(problem == nil)
  }

  @Test func `that can't be read are reported, and not written over`() throws {
    let temporary = TemporaryFolder()
    let config = ConfigFolder(path: temporary.path)
    TestFile.write(
      "<plist><dict><key>theme</key><integer>1</integer></dict></plist>".utf8,
      to: temporary.path + "/settings.plist"
    )
    let before = TestFile.read(temporary.path + "/settings.plist")
    let (found, problem) = PersonSettings.load(from: config)
    #expect(found == PersonSettings())
    #expect(
      problem?.what
        == "Your settings file \(temporary.path)/settings.plist can't be used: "
        + "line 1, theme: expected a string, found an integer."
    )
    #expect(throws: StorageError.self) { try PersonSettings(theme: "Day").save(to: config) }
    #expect(TestFile.read(temporary.path + "/settings.plist") == before)
  }

  @Test func `keep what another version wrote among them`() throws {
    let temporary = TemporaryFolder()
    let config = ConfigFolder(path: temporary.path)
    TestFile.write(
      "<plist><dict><key>sound</key><true/></dict></plist>".utf8,
      to: temporary.path + "/settings.plist"
    )
    try PersonSettings(theme: "Day").save(to: config)
    let text = String(decoding: TestFile.read(temporary.path + "/settings.plist"), as: UTF8.self)
    #expect(text.contains("<key>sound</key>"))
    #expect(PersonSettings.load(from: config).settings.theme == "Day")
  }

  @Test func `lie where the environment says`() {
    #expect(ConfigFolder.standard { ["XDG_CONFIG_HOME": "/c"][$0] }?.path == "/c/caseload")
    #expect(ConfigFolder.standard { ["HOME": "/h"][$0] }?.path == "/h/.config/caseload")
    #expect(
      ConfigFolder.standard { ["XDG_CONFIG_HOME": "c", "HOME": "/h"][$0] }?.path
        == "/h/.config/caseload"
    )
    #expect(ConfigFolder.standard { _ in nil } == nil)
  }
}

@Suite struct `A theme's file` {
  private let text = """
    <!-- mine -->
    <plist version="1.0"><dict>
      <key>name</key><string>Mine</string>
      <key>borders</key><string>ascii</string>
      <key>roles</key><dict>
        <key>title</key><dict>
          <key>foreground</key><string>#ff0000</string>
          <key>attributes</key><string>bold</string>
          <key>background8</key><string>blue</string>
        </dict>
      </dict>
    </dict></plist>
    """

  @Test func `says its name, its borders and its roles`() throws {
    let theme = try ThemeFile.read(bytes: Array(text.utf8), name: "mine")
    #expect(
      theme
        == ThemeDescription(
          name: "Mine",
          borders: "ascii",
          roles: [
            "title": RoleDescription(
              foreground: "#ff0000",
              attributes: "bold",
              background8: "blue"
            )
          ]
        )
    )
  }

  @Test func `is refused with the line of what is wrong`() {
    let lines = text.split(separator: "\n").map { line in
      line.contains("bold") ? "<key>attributes</key><integer>1</integer>" : line
    }
    let wrong = lines.joined(separator: "\n")
    let error = #expect(throws: ThemeFileError.self) {
      try ThemeFile.read(bytes: Array(wrong.utf8), name: "mine")
    }
    #expect(error?.line == 8)
    #expect(
      error?.message
        == "The theme mine can't be used: line 8, roles.title.attributes: expected a string, "
        + "found an integer. The theme in use stays. Correct the file, then choose it again."
    )
  }

  @Test func `is found among the person's own`() throws {
    let temporary = TemporaryFolder()
    mkdir(temporary.path + "/themes", 0o700)
    TestFile.write(text.utf8, to: temporary.path + "/themes/mine.plist")
    TestFile.write(text.utf8, to: temporary.path + "/themes/readme.txt")
    let config = ConfigFolder(path: temporary.path)
    #expect(try config.themeNames() == ["mine"])
    #expect(try config.theme("mine").name == "Mine")
    #expect(try ConfigFolder(path: temporary.path + "/no").themeNames() == [])
    let error = #expect(throws: ThemeFileError.self) { try config.theme("../mine") }
    #expect(error?.message.hasPrefix("The theme ../mine can't be used: it isn't there.") == true)
  }
}

@Suite struct `The system's time zones` {
  @Test func `are read by name`() throws {
    let zone = try SystemZone.load("America/New_York")
    #expect(zone.local(SampleProgram.at("14:40:00")).time == SampleProgram.time("10:40"))
  }

  @Test(arguments: ["Atlantis/Capital", "America"])
  func `that aren't there are named, with the package to install`(name: String) {
    let error = #expect(throws: StorageError.noZone(name)) { try SystemZone.load(name) }
    #expect(
      error?.message
        == "The system has no file for the time zone \(name). No records were changed. "
        + "Install the tzdata package, or correct the name."
    )
  }

  @Test func `have names that lead nowhere else`() {
    #expect(throws: StorageError.badZone(.badIdentifier("../../etc/passwd"))) {
      try SystemZone.load("../../etc/passwd")
    }
  }
}
