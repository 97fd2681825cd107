internal import Glibc
internal import TerminalCore

/// Reads the terminal's bytes and has them decoded.
///
/// ncurses isn't asked for keys: `get_wch` gives unknown sequences out as text, can't say that a
/// sequence was split, and repaints a window on the way. Here ncurses only writes; what its
/// descriptions know of keys is in the decoder's table.
final class KeyReader {
  private let descriptor: Int32
  private var decoder: KeyDecoder
  private var buffer = [UInt8](repeating: 0, count: 4096)

  init(descriptor: Int32, decoder: KeyDecoder) {
    self.descriptor = descriptor
    self.decoder = decoder
  }

  /// When `expire` has something to give; nil for never.
  var deadline: MonotonicTime? { decoder.deadline }

  /// Reads all that waits.
  ///
  /// - Returns: The events, and whether the terminal is gone.
  func read(at now: MonotonicTime) -> (events: [InputEvent], isGone: Bool) {
    var events: [InputEvent] = []
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return (events, false) }
      guard count > 0 else { return (events, true) }
      events += decoder.feed(Array(buffer.prefix(count)), at: now)
      guard count == buffer.count, isReady else { return (events, false) }
    }
  }

  /// Gives what only the passing of time makes certain.
  func expire(at now: MonotonicTime) -> [InputEvent] {
    decoder.advance(to: now)
  }

  private var isReady: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0 && request.revents & Int16(POLLIN) != 0
  }
}
