import Glibc
import Storage
import TerminalCore
import Testing

@Suite struct `A file of one's own keys` {
  private let temporary = TemporaryFolder()
  private var config: ConfigFolder { ConfigFolder(path: temporary.path) }

  private func file(_ text: String) throws -> KeyFile? {
    TestFile.write(text.utf8, to: config.keysPath)
    return try KeyFile.read(at: config.keysPath)
  }

  @Test func `is lines of place, command and keys`() throws {
    let file = try file(
      """
      <!-- mine -->
      <plist version="1.0"><dict>
        <key>attendance</key><dict>
          <key>no-show</key><string>N F4</string>
          <!-- <key>late</key><string>L</string> -->
          <key>present</key>
          <string></string>
        </dict>
        <key>list</key><dict/>
        <key>week</key><dict><key>sort-before</key><string>&lt; &#60;lt></string></dict>
      </dict></plist>
      """
    )
    #expect(file?.problems == [])
    #expect(
      file?.lines == [
        KeyLine(context: "attendance", command: "no-show", keys: "N F4", line: 4),
        KeyLine(context: "attendance", command: "present", keys: "", line: 7),
        KeyLine(context: "week", command: "sort-before", keys: "< <lt>", line: 10),
      ]
    )
  }

  @Test func `need not be there`() throws {
    #expect(config.keysPath == temporary.path + "/keys.plist")
    #expect(try KeyFile.read(at: config.keysPath) == nil)
    #expect(try KeyFile.read(at: temporary.path + "/no/keys.plist") == nil)
  }

  @Test func `keeps its good lines beside others`() throws {
    let file = try file(
      """
      <plist><dict>
      <key>attendance</key><dict>
      <key>no-show</key><integer>4</integer>
      <key>late</key><string>L</string>
      </dict>
      <key>week</key><string>b</string>
      </dict></plist>
      """
    )
    #expect(
      file?.lines == [KeyLine(context: "attendance", command: "late", keys: "L", line: 4)]
    )
    #expect(
      file?.problems.map { $0.words(file: "keys.plist") } == [
        "keys.plist line 3: attendance.no-show: expected a string, found an integer; the standard "
          + "keys stay there.",
        "keys.plist line 6: week: expected a dictionary, found a string; the standard keys stay "
          + "there.",
      ]
    )
  }

  @Test(arguments: [
    ("<plist><dict>\n<key>list</key>\n</dict></plist>", 3, "expected a value, found "),
    ("<plist><array/></plist>", 1, "expected a dictionary, found an array. Until that is right "),
    ("<plist><dict><key>a</key><dict/>\n<key>a</key><dict/></dict></plist>", 2, "the key 'a' "),
    ("", 1, "expected "), ("bplist00\u{1}\u{0}\u{7F}", 1, "expected "),
  ])
  func `that can't be read is refused with the line`(text: String, line: Int, words: String) {
    let problem = #expect(throws: KeyFileProblem.self) { try file(text) }
    #expect(problem?.line == line)
    #expect(problem?.isOfAll == true)
    #expect(problem?.sentence.hasPrefix(words) == true, "\(problem?.sentence ?? "")")
    #expect(problem?.sentence.hasSuffix("no line of the file is used.") == true)
  }

  @Test func `that isn't text is refused`() {
    TestFile.write([0x3C, 0xFF, 0xFE, 0x00], to: config.keysPath)
    let problem = #expect(throws: KeyFileProblem.self) { try KeyFile.read(at: config.keysPath) }
    #expect(problem?.sentence.hasPrefix("expected UTF-8 text, found the byte 0xFF.") == true)
  }

  @Test(arguments: [
    ("a pipe", "isn't used: it is a pipe, not a file. The standard keys count."),
    ("a folder", "isn't used: it is a folder, not a file. The standard keys count."),
    ("a link to itself", "isn't used: it can't be read: Too many levels of symbolic links."),
    ("a device", "isn't used: it is a device, not a file."),
    ("a large file", "isn't used: it has more than 64 KB. The standard keys count."),
  ])
  func `is nothing else than a file of some length`(trap: String, words: String) {
    switch trap {
    case "a pipe": mkfifo(config.keysPath, 0o600)
    case "a folder": mkdir(config.keysPath, 0o700)
    case "a link to itself": symlink(config.keysPath, config.keysPath)
    case "a device": symlink("/dev/zero", config.keysPath)
    default:
      TestFile.write([], to: config.keysPath)
      truncate(config.keysPath, 1 << 40)
    }
    let problem = #expect(throws: KeyFileProblem.self) { try KeyFile.read(at: config.keysPath) }
    #expect(problem?.line == 0)
    #expect(problem?.sentence.hasPrefix(words) == true, "\(problem?.sentence ?? "")")
  }
}
