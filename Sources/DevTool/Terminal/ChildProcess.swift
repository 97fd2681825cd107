import Glibc

/// A program that is run beside this one, without a terminal.
final class ChildProcess {
  let process: pid_t
  /// What `waitpid` told; nil while it runs.
  private(set) var status: Int32?

  /// Starts it.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Without its name.
  ///   - folder: Where it is run; nil is here.
  ///   - environment: Nil is this process's own.
  ///   - isSilent: Whether what it prints is thrown away.
  /// - Throws: Where it can't be started.
  init(
    _ path: String,
    _ arguments: [String],
    in folder: String? = nil,
    environment: [String]? = nil,
    isSilent: Bool = false
  ) throws(ToolError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    if isSilent {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var child: pid_t = 0
    // What starts there is the same process in the end.
    let words = folder.map { ["/usr/bin/env", "-C", $0, path] } ?? [path]
    let path = words[0]
    let code = CStrings.with(words + arguments) { words in
      guard let environment else {
        return posix_spawn(&child, path, &actions, nil, words, environ)
      }
      return CStrings.with(environment) { variables in
        posix_spawn(&child, path, &actions, nil, words, variables)
      }
    }
    guard code == 0 else {
      throw ToolError("\(path) can't be started: \(String(cString: strerror(code)))", status: 71)
    }
    process = child
  }

  /// Waits until it ends, or so long.
  func wait(milliseconds: Int32) {
    var rest = milliseconds
    while !noteEnd(), rest > 0 {
      poll(nil, 0, min(5, rest))
      rest -= 5
    }
  }

  func kill() {
    guard !noteEnd() else { return }
    Glibc.kill(process, SIGKILL)
    while !noteEnd() { poll(nil, 0, 1) }
  }

  /// How it ended, in words.
  var words: String {
    guard let status else { return "it runs" }
    let signal = status & 0x7F
    return signal == 0 ? "status \(status >> 8 & 0xFF)" : "signal \(signal)"
  }

  private func noteEnd() -> Bool {
    var found: Int32 = 0
    if status == nil, waitpid(process, &found, WNOHANG) == process { status = found }
    return status != nil
  }

  deinit {
    if status == nil {
      Glibc.kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }
}
