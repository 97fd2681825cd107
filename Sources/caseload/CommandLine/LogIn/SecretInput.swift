import Glibc

/// Where passphrases and keys come from: a terminal that doesn't show them, or standard input.
///
/// Never an argument or a variable, which others on the machine can read.
enum SecretInput {
  case terminal
  case standardInput

  /// The longest line that is taken.
  private static let limit = 4096

  /// Asks for one secret.
  func ask(_ question: String) throws(CommandError) -> String {
    switch self {
    case .terminal: try HiddenTerminal.ask(question)
    case .standardInput: try Self.line()
    }
  }

  /// Asks for a new one; on a terminal twice, until both are the same.
  func askNew(_ question: String) throws(CommandError) -> String {
    guard case .terminal = self else { return try ask(question) }
    while true {
      let first = try ask(question)
      if try ask("Once more, to be sure") == first { return first }
      try HiddenTerminal.tell("Those were two different ones. Again:\n")
    }
  }

  /// One line, read byte by byte so that the rest stays for the next.
  private static func line() throws(CommandError) -> String {
    var bytes: [UInt8] = []
    defer { wipe(&bytes) }
    while bytes.count < limit {
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0 && errno == EINTR { continue }
      guard count == 1, byte != UInt8(ascii: "\n") else { break }
      bytes.append(byte)
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    guard !bytes.isEmpty else {
      throw CommandError(
        .wrongUse,
        "No passphrase was given: standard input has no more of it. Nothing was read or changed.",
        form: "--passphrase-stdin, with the passphrase as the first line of standard input"
      )
    }
    return try text(bytes)
  }

  static func text(_ bytes: [UInt8]) throws(CommandError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandError(.badData, "What was given as a passphrase isn't UTF-8 text.")
    }
    return text
  }

  static func wipe(_ bytes: inout [UInt8]) {
    for index in bytes.indices { bytes[index] = 0 }
  }
}

/// The terminal that the process belongs to, wherever its standard streams lead.
enum HiddenTerminal {
  private static func open() throws(CommandError) -> Int32 {
    let descriptor = Glibc.open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0, isatty(descriptor) == 1 else {
      if descriptor >= 0 { close(descriptor) }
      throw CommandError(
        .notAllowed,
        "There is no terminal to ask for the passphrase on.",
        form: "--passphrase-stdin, with the passphrase as the first line of standard input"
      )
    }
    return descriptor
  }

  static func tell(_ text: String) throws(CommandError) {
    let descriptor = try open()
    defer { close(descriptor) }
    write(text, to: descriptor)
  }

  /// Asks a question whose answer may be seen.
  static func askOpenly(_ question: String) throws(CommandError) -> String {
    try ask(question, isHidden: false)
  }

  static func ask(_ question: String) throws(CommandError) -> String {
    try ask(question, isHidden: true)
  }

  /// The terminal shows again what is typed when this is over, also when a signal ends it.
  private static func ask(_ question: String, isHidden: Bool) throws(CommandError) -> String {
    let descriptor = try open()
    defer { close(descriptor) }
    HeldSignals.hold()
    var before = termios()
    tcgetattr(descriptor, &before)
    var during = before
    during.c_lflag &= ~tcflag_t(ICANON | ISIG | ECHO)
    if !isHidden { during.c_lflag |= tcflag_t(ECHO) }
    tcsetattr(descriptor, TCSAFLUSH, &during)
    defer {
      tcsetattr(descriptor, TCSAFLUSH, &before)
      HeldSignals.release()
    }
    write(question + ": ", to: descriptor)
    var bytes: [UInt8] = []
    defer { SecretInput.wipe(&bytes) }
    while true {
      var byte: UInt8 = 0
      guard wait(descriptor), read(descriptor, &byte, 1) == 1 else { break }
      switch byte {
      case 10, 13:
        write("\n", to: descriptor)
        return try SecretInput.text(bytes)
      case 3, 4: break
      case 8, 127:
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        continue
      case 21:
        SecretInput.wipe(&bytes)
        bytes = []
        continue
      default:
        if bytes.count < 4096 { bytes.append(byte) }
        continue
      }
      break
    }
    write("\n", to: descriptor)
    throw CommandError(.notAllowed, "No passphrase was given. Nothing was read or changed.")
  }

  /// Waits for a key; false once a signal wants to end the process.
  private static func wait(_ descriptor: Int32) -> Bool {
    while !HeldSignals.isOneWaiting {
      var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&watched, 1, 200) > 0 { return true }
    }
    return false
  }

  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}
