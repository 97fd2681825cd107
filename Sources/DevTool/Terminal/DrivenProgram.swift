import CPseudoTerminal
import Glibc
import TerminalCore

/// How a program is started on a terminal of its own.
struct ProgramStart {
  var path: String
  var arguments: [String] = []
  /// Added to an environment with little else in it.
  var environment: [String: String] = [:]
  /// Stands in for the person's home.
  var home: String
  var size = Size(columns: 80, rows: 24)
}

/// A program on a terminal of its own: keys go in, what it paints is read with the time it came.
final class DrivenProgram {
  /// The time at which a piece of the output was there, and where it ends.
  private struct Chunk {
    var at: Nanoseconds
    var end: Int
  }

  private var program = pt_program()
  private let size: Size
  private var output: [UInt8] = []
  private var chunks: [Chunk] = []
  private var model: ScreenModel
  private var modelled = 0
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// What `waitpid` told; nil while it runs.
  private(set) var status: Int32?

  /// Puts the program on a terminal, parked until `begin`.
  init(_ start: ProgramStart) throws(ToolError) {
    size = start.size
    model = ScreenModel(size: start.size)
    var environment = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "HOME": start.home, "USER": "user", "SHELL": "/bin/sh",
    ]
    environment.merge(start.environment) { $1 }
    let isParked = CStrings.with([start.path] + start.arguments) { arguments in
      CStrings.with(environment.map { "\($0)=\($1)" }) { variables in
        pt_park(
          start.path,
          arguments,
          variables,
          Int32(size.rows),
          Int32(size.columns),
          &program
        )
      }
    }
    guard isParked else {
      throw ToolError(
        "there is no terminal for it: \(String(cString: strerror(errno)))",
        status: 71
      )
    }
  }

  /// Lets the parked program begin.
  ///
  /// - Returns: When.
  @discardableResult
  func begin() -> Nanoseconds {
    let now = Nanoseconds.now()
    var byte: UInt8 = 1
    _ = Glibc.write(program.gate, &byte, 1)
    return now
  }

  func send(_ keys: String) { send(Array(keys.utf8)) }

  private func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count, status == nil {
      let count = bytes[sent...].withUnsafeBytes {
        write(program.terminal, $0.baseAddress, $0.count)
      }
      if count > 0 { sent += count } else { receive(within: 20) }
    }
  }

  /// The bytes painted so far.
  var bytesPainted: Int { output.count }

  /// The screen after all that was read.
  var screen: ScreenModel {
    model.feed(output[modelled...])
    modelled = output.count
    return model
  }

  /// Whether a row of the screen has a text.
  func shows(_ text: String) -> Bool { screen.lines.contains { $0.contains(text) } }

  // MARK: Reading

  /// Reads what comes within so many milliseconds, once.
  ///
  /// - Returns: When it came; nil if nothing did.
  @discardableResult
  func receive(within milliseconds: Int) -> Nanoseconds? {
    var request = pollfd(fd: program.terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, Int32(milliseconds)) > 0 else { return nil }
    let now = Nanoseconds.now()
    let count = read(program.terminal, &buffer, buffer.count)
    guard count > 0 else {
      if count < 0, errno == EAGAIN || errno == EINTR { return nil }
      noteEnd()
      return nil
    }
    output += buffer[..<count]
    chunks.append(Chunk(at: now, end: output.count))
    return now
  }

  /// Reads until the program sleeps, has read its keys and has painted nothing for a while.
  ///
  /// - Parameters:
  ///   - reading: The count of bytes that it must have read; see `bytesRead`.
  ///   - quiet: The milliseconds without output that end a response.
  /// - Returns: When the last byte came; nil where none did.
  @discardableResult
  func settle(reading: Int = 0, quiet: Int = 20) -> Nanoseconds? {
    var last: Nanoseconds?
    let end = Nanoseconds.now() + .seconds(10)
    while status == nil, Nanoseconds.now() < end {
      if let time = receive(within: quiet) {
        last = time
      } else if isAsleep, bytesRead >= reading {
        return last
      }
    }
    return last
  }

  /// Whether a text is on the screen within five seconds.
  func comes(_ text: String) -> Bool {
    let end = Nanoseconds.now() + .seconds(5)
    while !shows(text) {
      guard status == nil, Nanoseconds.now() < end else { return false }
      receive(within: 20)
    }
    return true
  }

  /// Reads until all of some texts are in one row of the screen.
  ///
  /// - Throws: After twenty seconds, or when the program ends before.
  func wait(for texts: String...) throws(ToolError) {
    let end = Nanoseconds.now() + .seconds(20)
    while !screen.lines.contains(where: { line in texts.allSatisfy { line.contains($0) } }) {
      guard status == nil, Nanoseconds.now() < end else {
        throw ToolError(
          "“\(texts.joined(separator: " … "))” didn't come; the screen is\n"
            + screen.lines.joined(separator: "\n"),
          status: 1
        )
      }
      receive(within: 20)
    }
  }

  /// When all of some texts were in one row of the screen for the first time, found by painting
  /// the output again.
  ///
  /// - Parameters:
  ///   - texts: Parts of one row.
  ///   - start: Only what is painted after so many bytes counts.
  /// - Returns: Nil where they never were.
  func time(of texts: String..., after start: Int = 0) -> Nanoseconds? {
    var model = ScreenModel(size: size)
    var done = 0
    for chunk in chunks {
      model.feed(output[done..<chunk.end])
      done = chunk.end
      guard done > start else { continue }
      if model.lines.contains(where: { line in texts.allSatisfy { line.contains($0) } }) {
        return chunk.at
      }
    }
    return nil
  }

  // MARK: What the system says of the process

  /// The bytes that the process has read from anywhere so far.
  var bytesRead: Int { ProcessFacts.number("rchar:", in: "/proc/\(program.process)/io") ?? 0 }

  /// Whether it waits for keys or a time.
  var isAsleep: Bool {
    ProcessFacts.text("/proc/\(program.process)/stat").split(separator: ")").last?
      .hasPrefix(" S") ?? true
  }

  /// The kilobytes of memory it holds now, and the most it held.
  var memory: (now: Int, most: Int) {
    let file = "/proc/\(program.process)/status"
    return (
      ProcessFacts.number("VmRSS:", in: file) ?? 0, ProcessFacts.number("VmHWM:", in: file) ?? 0
    )
  }

  // MARK: The end

  /// Ends it as a power cut would, and reads what it had painted.
  func kill() {
    if status == nil { Glibc.kill(program.process, SIGKILL) }
    while status == nil { if receive(within: 20) == nil { noteEnd() } }
    while receive(within: 0) != nil {}
  }

  /// Gives the keys that leave it time to do so, and kills it if they don't.
  func leave(with keys: String) {
    send(keys)
    let end = Nanoseconds.now() + .seconds(5)
    while status == nil, Nanoseconds.now() < end { receive(within: 20) }
    kill()
  }

  private func noteEnd() {
    var status: Int32 = 0
    guard self.status == nil, waitpid(program.process, &status, WNOHANG) == program.process else {
      return
    }
    self.status = status
  }

  deinit {
    if status == nil {
      Glibc.kill(program.process, SIGKILL)
      waitpid(program.process, nil, 0)
    }
    close(program.terminal)
    close(program.gate)
  }
}
