internal import CNcurses
internal import Glibc
package import TerminalCore

/// The terminal, taken over from the moment this exists until `leave`.
///
/// There can be one in a process at a time: ncurses keeps one terminal in its globals.
package final class TerminalSession {
  package let options: TerminalOptions
  /// Whether characters beyond ASCII can be shown.
  package let isUTF8: Bool
  package let depth: ColorDepth
  /// A sentence to show once, such as which terminal stands in for an unknown one.
  package let notice: String?
  /// The terminal's own key sequences.
  let keySequences: [[UInt8]: Key]

  private var isOpen = true
  var savedError: Int32 = -1
  var renditions = RenditionFilter()
  /// Whether the terminal's window holds something of the program.
  var showsFrame = false

  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"

  /// Takes the terminal over.
  ///
  /// - Throws: `TerminalError` when it can't be done; the terminal is then as it was.
  package init(_ options: TerminalOptions) throws(TerminalError) {
    self.options = options
    guard isatty(options.input) == 1, isatty(options.output) == 1 else {
      throw .notATerminal
    }
    isUTF8 = cn_set_locale() && options.isUTF8Allowed
    guard cn_save_modes(options.output) else { throw .unavailable(errno: errno) }
    let used = try Self.open(options, isUTF8: isUTF8)
    notice = Self.notice(wanted: options.term, used: used, isUTF8: isUTF8)
    depth = min(options.depth, Self.depthOfTerminal())
    keySequences = Self.sequencesOfTerminal(eraseByte: cn_erase_byte(options.output))
    enter()
  }

  /// Opens the first candidate that is known and able.
  ///
  /// - Returns: Its name.
  private static func open(
    _ options: TerminalOptions,
    isUTF8: Bool
  ) throws(TerminalError) -> String {
    for name in TerminalOptions.candidates(for: options.term) {
      guard cn_open(name, options.input, options.output, isUTF8) else { continue }
      if cn_string_capability("cup") != nil, cn_string_capability("clear") != nil { return name }
      cn_close(false)
      _ = cn_restore_modes(options.output)
      throw .tooSimple(name: name)
    }
    throw .unknown(name: options.term)
  }

  private static func notice(wanted: String, used: String, isUTF8: Bool) -> String? {
    if wanted.isEmpty { return "TERM isn't set; “\(used)” is used." }
    if wanted != used {
      return "This system doesn't know the terminal “\(wanted)”; “\(used)” is used. "
        + "The package ncurses-term would add it."
    }
    return isUTF8 ? nil : "The locale isn't UTF-8: letters beyond ASCII show as ?."
  }

  private static func depthOfTerminal() -> ColorDepth {
    guard cn_start_colors() else { return .mono }
    switch cn_number_capability("colors") {
    case 256...: return .colors256
    case 16...: return .colors16
    case 8...: return .colors8
    default: return .mono
    }
  }

  private func enter() {
    showsFrame = false
    cn_set_modes()
    redirectError()
    cn_erase()
    cn_repaint()
    renditions.forget()
    update(row: 0, column: 0)
    write(Self.pasteOn)
    var text = Self.pasteOff + Self.restoringText()
    _ = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cn_arm_crash(options.output, $0.baseAddress, $0.count)
      }
    }
  }

  /// Gives the terminal back as it was; does nothing the second time.
  ///
  /// The screen is erased first: some terminals have no second screen to return from.
  package func leave() {
    guard isOpen else { return }
    isOpen = false
    let isAlive = isTerminalAlive
    if isAlive {
      write(Self.pasteOff)
      cn_erase()
      repaint()
      update(row: 0, column: 0)
      settle()
    }
    cn_disarm_crash()
    cn_close(isAlive)
    restoreError()
    if isAlive { _ = cn_restore_modes(options.output) }
  }

  /// Gives the terminal to the shell and stops the process until it is continued.
  ///
  /// Does nothing where no shell could continue it, such as a window that runs only this program.
  ///
  /// - Returns: Whether it stopped; everything must then be painted again.
  package func suspend() -> Bool {
    guard isOpen, cn_can_stop() else { return false }
    write(Self.pasteOff)
    cn_erase()
    repaint()
    update(row: 0, column: 0)
    settle()
    cn_disarm_crash()
    cn_suspend()
    restoreError()
    _ = cn_restore_modes(options.output)
    cn_stop()
    resume()
    return true
  }

  /// Takes the terminal again after the process was stopped and continued.
  package func resume() {
    guard isOpen else { return }
    cn_resume()
    cn_disarm_crash()
    enter()
  }

  /// Takes the size the terminal has; the next frame is painted whole.
  func resize(to size: Size) {
    guard isOpen else { return }
    let old = Size(columns: Int(cn_columns()), rows: Int(cn_rows()))
    if showsFrame, size.rows < old.rows || size.columns < old.columns { forgetScrollback() }
    repaint()
    cn_resize(Int32(size.rows), Int32(size.columns))
  }
}
