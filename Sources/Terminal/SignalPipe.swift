internal import CNcurses
internal import Glibc

/// A pipe that signal handlers write to, so that the loop's `poll` wakes.
final class SignalPipe {
  let reading: Int32
  private let writing: Int32

  /// Opens the pipe and installs the handlers.
  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .unavailable(errno: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
    guard cn_watch_signals(writing) else {
      close(reading)
      close(writing)
      throw .unavailable(errno: EBUSY)
    }
  }

  /// The signals since the last call, in order.
  func take() -> [Int32] {
    var numbers = [UInt8](repeating: 0, count: 256)
    let count = numbers.withUnsafeMutableBytes { read(reading, $0.baseAddress, $0.count) }
    return count > 0 ? numbers.prefix(count).map { Int32($0) } : []
  }

  /// Puts the earlier handlers back; nothing arrives from then on.
  func close() {
    cn_unwatch_signals()
    close(reading)
    close(writing)
  }

  private func close(_ descriptor: Int32) {
    _ = Glibc.close(descriptor)
  }
}
