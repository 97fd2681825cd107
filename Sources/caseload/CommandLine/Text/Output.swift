import Glibc

/// What the program writes on its standard output and standard error.
enum Output {
  /// Writes lines on standard output, all of them or an error.
  static func write(_ text: String) throws(CommandError) {
    guard !text.isEmpty else { return }
    let bytes = Array((text.hasSuffix("\n") ? text : text + "\n").utf8)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw .system(.inputOutput, "The standard output can't be written")
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Says something on standard error that isn't an error.
  static func tell(_ text: String) {
    let bytes = Array((cleaned(text) + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Says on standard error what went wrong, and the form that is right.
  static func complain(_ error: CommandError) {
    var lines = ["caseload: " + cleaned(error.sentence)]
    lines += error.details.map { "  " + cleaned($0) }
    if let form = error.form { lines.append("Try: " + cleaned(form)) }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// A text of one line, so that nothing typed or stored moves a terminal's cursor.
  static func cleaned(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? " " : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
