internal import CNcurses
internal import Glibc
package import TerminalCore

extension TerminalSession {
  /// The size the terminal has now.
  package var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard cn_window_size(options.output, &rows, &columns) else {
      return Size(columns: Int(cn_columns()), rows: Int(cn_rows()))
    }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Whether anything can be written: not after the window was closed.
  var isTerminalAlive: Bool {
    var modes = termios()
    return tcgetattr(options.output, &modes) == 0
  }

  /// Sends what changed since the last update, and leaves the cursor there.
  func update(row: Int32, column: Int32) {
    var start: UnsafePointer<UInt8>?
    let count = cn_update(row, column, &start)
    guard count > 0 else { return }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    send(renditions.filtered(bytes.span))
  }

  /// Brings the terminal's colours to where ncurses believes them, before it writes by itself.
  func settle() {
    send(renditions.settled())
  }

  /// Writes control text beside ncurses, which has sent all it holds after each update.
  func write(_ text: String) {
    send(renditions.settled() + Array(text.utf8))
  }

  /// Has the next update paint every cell, and takes from the screen what is of the program's.
  ///
  /// A terminal may move what it clears into its scrollback, where names would stay: tmux does. So
  /// only blank lines are left to be cleared.
  func repaint() {
    if showsFrame {
      send(renditions.plain() + Array((Self.wipingText() ?? "").utf8))
      showsFrame = false
    }
    cn_repaint()
  }

  /// Forgets what the terminal took out of its window when that got smaller, if there is no other
  /// screen: lines of the program went into the scrollback before it could know.
  func forgetScrollback() {
    guard Self.capability("smcup") == nil else { return }
    write("\u{1B}[3J")
  }

  private func send(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(options.output, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      done += count
    }
  }

  /// What a crash writes: the screen erased, the other screen, plain colours, a cursor.
  static func restoringText() -> String {
    text(of: ["sgr0"]) + (wipingText() ?? "") + text(of: ["clear", "rmcup", "rmkx", "cnorm"])
  }

  /// What makes every line blank without clearing the screen as a whole: all from the second line
  /// on, then the first; nil where the terminal can't.
  static func wipingText() -> String? {
    let names = ["home", "cud1", "ed", "home", "el"]
    guard names.allSatisfy({ capability($0) != nil }) else { return nil }
    return text(of: names)
  }

  private static func text(of names: [String]) -> String {
    names.map { withoutPadding(capability($0) ?? "") }.joined()
  }

  /// A string of the terminal's description, or nil.
  static func capability(_ name: String) -> String? {
    cn_string_capability(name).map { String(cString: $0) }
  }

  /// The text without the waiting times of old terminals, `$<50/>`.
  static func withoutPadding(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      let after = rest.index(after: dollar)
      guard after < rest.endIndex, rest[after] == "<",
        let end = rest[after...].firstIndex(of: ">")
      else { break }
      result += rest[..<dollar]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// Sends the runtime's messages elsewhere while the screen is up, if they would go onto it.
  func redirectError() {
    guard savedError < 0, isatty(2) == 1 else { return }
    savedError = fcntl(2, F_DUPFD_CLOEXEC, 3)
    let sink = open("/dev/null", O_WRONLY | O_CLOEXEC)
    dup2(options.errorLog ?? sink, 2)
    if sink >= 0 { close(sink) }
  }

  func restoreError() {
    guard savedError >= 0 else { return }
    dup2(savedError, 2)
    close(savedError)
    savedError = -1
  }

  /// The key strings of the terminal's description, and its erase character.
  static func sequencesOfTerminal(eraseByte: Int32) -> [[UInt8]: Key] {
    var keys: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kbs", .backspace), ("kcbt", .shiftTab),
      ("kent", .enter), ("kri", Key(.up, .shift)), ("kind", Key(.down, .shift)),
      ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)),
      ("kHOM", Key(.home, .shift)), ("kEND", Key(.end, .shift)),
    ]
    keys += (1...12).map { ("kf\($0)", .function($0)) }
    var sequences: [[UInt8]: Key] = [:]
    for (name, key) in keys {
      guard let bytes = capability(name).map({ Array($0.utf8) }), bytes.count > 1,
        bytes[0] == 0x1B
      else { continue }
      sequences[bytes] = key
    }
    if let byte = UInt8(exactly: eraseByte), byte < 0x20 || byte == 0x7F,
      ![0, 9, 10, 13, 27].contains(byte)
    {
      sequences[[byte]] = .backspace
    }
    return sequences
  }
}
