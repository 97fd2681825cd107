import Glibc

/// Programs of the system that make paper of plain text; none of them has to be there.
enum PaperTool {
  /// Each way to a PDF: programs one behind the other, the text going in and the PDF coming out.
  private static let ways: [[[String]]] = [
    [["paps", "--format=pdf", "--paper=letter", "--font=Monospace 10"]],
    // Before 0.8, as Debian 12 has it, paps knows PostScript alone.
    [["paps", "--paper=letter", "--font=Monospace 10"], ["ps2pdf", "-", "-"]],
    [["cupsfilter", "-i", "text/plain", "-m", "application/pdf", "-"]],
  ]

  /// - Throws: `notThere` where the system has no such program, with what to install.
  static func pdf(of text: String) throws(CommandError) -> [UInt8] {
    for way in ways {
      var bytes = Array(text.utf8)
      var isDone = true
      for step in way {
        guard isDone, let made = try run(step, on: bytes) else {
          isDone = false
          break
        }
        bytes = made
      }
      if isDone, bytes.starts(with: Array("%PDF".utf8)) { return bytes }
    }
    throw CommandError(
      .notThere,
      "No program that makes a PDF of a text is installed. Nothing was written.",
      form: "apt install paps ghostscript, or -o FILE for plain text"
    )
  }

  static func sendToPrinter(_ text: String) throws(CommandError) {
    guard try run(["lp", "-t", "caseload"], on: Array(text.utf8)) != nil else {
      throw CommandError(
        .notThere,
        "lp isn't installed, or knows no printer. Nothing was printed.",
        form: "-o FILE for plain text"
      )
    }
  }

  /// Runs a program on bytes that lie in no file with a name.
  ///
  /// - Returns: What it wrote; nil where it isn't there, or ended with an error.
  private static func run(_ words: [String], on bytes: [UInt8]) throws(CommandError) -> [UInt8]? {
    let input = try namelessFile()
    defer { close(input) }
    let output = try namelessFile()
    defer { close(output) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { throw .system(.inputOutput, "A temporary file can't be written") }
      rest = rest.dropFirst(count)
    }
    lseek(input, 0, SEEK_SET)
    guard spawn(words, input, output) == 0 else { return nil }
    lseek(output, 0, SEEK_SET)
    var made: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { return made }
      made += buffer[..<count]
    }
  }

  /// A file whose name is gone at once, so that nothing of a text stays behind.
  private static func namelessFile() throws(CommandError) -> Int32 {
    var template = Array("\(Environment.value("TMPDIR") ?? "/tmp")/caseload-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0, fcntl(file, F_SETFD, FD_CLOEXEC) == 0 else {
      throw .system(.cantCreate, "A temporary file can't be made")
    }
    unlink(template)
    return file
  }

  private static func spawn(_ words: [String], _ input: Int32, _ output: Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let arguments = words.map { strdup($0) } + [nil]
    let path = "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin"
    let variables = [strdup(path), strdup("LANG=C.UTF-8"), strdup("HOME=/"), nil]
    defer { for word in arguments + variables { free(word) } }
    var process: pid_t = 0
    guard let name = words.first,
      posix_spawnp(&process, name, &actions, nil, arguments, variables) == 0
    else { return 127 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return 127 } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }
}
