import Glibc
import Terminal
import TerminalCore
import Testing

/// A terminal whose other end the test holds: it types, and reads what the program wrote.
@MainActor
final class PseudoTerminal {
  let far: Int32
  let near: Int32
  /// All that was written and not yet taken.
  private var written: [UInt8] = []

  init(columns: Int = 80, rows: Int = 24) throws {
    var ends: (Int32, Int32) = (-1, -1)
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    try #require(openpty(&ends.0, &ends.1, nil, nil, &size) == 0)
    (far, near) = ends
    _ = fcntl(far, F_SETFL, O_NONBLOCK)
  }

  isolated deinit {
    close(far)
    close(near)
  }

  /// Options for a session on this terminal.
  func options(term: String = "xterm-256color") -> TerminalOptions {
    var options = TerminalOptions { _ in nil }
    options.input = near
    options.output = near
    options.term = term
    options.watchesSignals = false
    return options
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(far, bytes, bytes.count)
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    _ = ioctl(far, UInt(TIOCSWINSZ), &size)
  }

  /// What was written, taken once it holds a text; waits for it at most ten seconds.
  func output(until wanted: String) -> String {
    let limit = EventLoop.now + 10_000
    while !String(decoding: written, as: UTF8.self).contains(wanted), EventLoop.now < limit {
      _ = receive(timeout: 100)
    }
    defer { written = [] }
    return String(decoding: written, as: UTF8.self)
  }

  /// What was written up to a mark that is sent through the terminal behind it.
  func output() -> String {
    let mark = "\u{1}mark\u{1}"
    _ = write(near, mark, mark.utf8.count)
    return output(until: mark).replacing(mark, with: "")
  }

  private func receive(timeout: Int32) -> Bool {
    var request = pollfd(fd: far, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, timeout) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(far, &buffer, buffer.count)
    if count > 0 { written += buffer.prefix(count) }
    return count > 0
  }

  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(near, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}

/// A frame with lines of text from the top left, in one role.
func frame(
  _ lines: [String],
  columns: Int = 80,
  rows: Int = 24,
  role: Role = .text,
  cursor: Position = .zero
) -> Frame {
  var buffer = CellBuffer(size: Size(columns: columns, rows: rows))
  for (row, line) in lines.enumerated() { buffer.put(line, at: Row(row), 0, role: role) }
  return Frame(buffer: buffer, cursor: cursor)
}
