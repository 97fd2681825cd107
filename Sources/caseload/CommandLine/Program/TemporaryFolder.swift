import Glibc

/// A folder of this process alone, gone when the process ends well or by a signal that can wait.
final class TemporaryFolder {
  let path: String

  private init(path: String) { self.path = path }

  /// Makes a folder with a name of its own in `TMPDIR`, readable by this person alone.
  static func make(named name: String) throws(CommandError) -> TemporaryFolder {
    let base = Environment.value("TMPDIR") ?? "/tmp"
    var template = Array("\(base)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .system(.cantCreate, "A temporary folder can't be made in \(base)")
    }
    let bytes = template.dropLast().map { UInt8(bitPattern: $0) }
    return TemporaryFolder(path: String(decoding: bytes, as: UTF8.self))
  }

  /// Removes it with everything in it; links are removed, not followed.
  func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in FolderNames.of(path) ?? [] {
      let inner = path + "/" + name
      if unlink(inner) != 0 { remove(inner) }
    }
    rmdir(path)
  }
}

/// Holds back the signals that end a process while something must be cleared away.
enum HeldSignals {
  private static let all = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE]

  /// Does something while they are held back, and says what went wrong before one that came meanwhile
  /// ends the process.
  static func during(
    _ work: () throws(CommandError) -> ExitStatus
  ) throws(CommandError) -> ExitStatus {
    hold()
    defer { release() }
    do throws(CommandError) { return try work() } catch {
      guard isOneWaiting else { throw error }
      Output.complain(error)
      return error.status
    }
  }

  static func hold() { change(SIG_BLOCK) }

  /// Lets them through; one that came meanwhile ends the process here.
  static func release() { change(SIG_UNBLOCK) }

  /// Whether one of them came while they are held back.
  static var isOneWaiting: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return all.contains { sigismember(&waiting, $0) == 1 }
  }

  private static func change(_ how: Int32) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in all { sigaddset(&signals, signal) }
    sigprocmask(how, &signals, nil)
  }
}
