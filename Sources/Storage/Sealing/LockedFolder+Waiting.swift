import Domain
import Glibc

/// What happened to a sealed program while nobody had its keys: it waits for the audit log until
/// somebody logs in.
///
/// One line each, `time TAB action TAB terminal and machine`: no name, no code, nothing that was
/// typed. Whoever can write in the folder can take lines away, as they could the whole folder.
extension LockedFolder {
  /// The longest wait after a wrong passphrase, in seconds.
  private static let longestWait = 30

  /// How long to wait after so many wrong passphrases: 1, 2, 4 … seconds.
  static func wait(after failures: Int) -> Int {
    min(longestWait, 1 << min(max(0, failures - 1), 5))
  }

  /// Remembers a failure, for every window; where that can't be written it counts as one.
  func countFailure() -> Int {
    root.addWaiting(.loginFailed)
    let failures = root.waitingEvents().count { $0.action == .known(.loginFailed) }
    return Self.wait(after: failures)
  }

  /// What waits, for whoever can write it down; it waits no longer.
  func takeWaitingEvents() -> [AuditEvent] {
    let events = root.waitingEvents()
    unlinkat(root.descriptor, Layout.waiting, 0)
    return events
  }
}

extension Folder {
  /// More than fit in here nobody types.
  private static let mostWaiting = 65_536

  /// Writes down that something happened, in the root of a sealed program.
  ///
  /// Where that can't be written it is lost: nobody is there to be told.
  func addWaiting(_ action: AuditAction.Known) {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = openat(descriptor, Layout.waiting, flags, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, FileType(mode: facts.st_mode) == .plain,
      facts.st_size < Self.mostWaiting
    else { return }
    let line = [Instant.ofSystem.description, action.rawValue, Terminal.name]
    let bytes = Array((line.joined(separator: "\t") + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
  }

  /// What was written down, oldest first; lines of another shape are passed over.
  fileprivate func waitingEvents() -> [AuditEvent] {
    let file = openat(descriptor, Layout.waiting, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, FileType(mode: facts.st_mode) == .plain else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(Int(facts.st_size), 2 * Self.mostWaiting))
    let got = pread(file, &bytes, bytes.count, 0)
    return bytes.prefix(max(0, got)).split(separator: 0x0A).compactMap(AuditEvent.init(waiting:))
  }
}

extension AuditEvent {
  fileprivate init?(waiting line: ArraySlice<UInt8>) {
    guard let text = String(validating: line, as: UTF8.self) else { return nil }
    let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 3, let at = Instant(fields[0]),
      case .known(let action) = AuditAction(stored: fields[1])
    else { return nil }
    self.init(at: at, by: nil, action: .known(action), entity: .program, detail: fields[2])
  }
}

extension Instant {
  /// By the machine's clock.
  static var ofSystem: Instant { Instant(secondsSince1970: Int64(time(nil))) }
}
