import Glibc

/// What this process's terminal and machine are called.
enum Terminal {
  /// As "pts/3 desk2".
  static var name: String {
    var buffer = [CChar](repeating: 0, count: 256)
    let isTerminal = ttyname_r(0, &buffer, buffer.count - 1) == 0
    var terminal = isTerminal ? text(buffer) : "none"
    if terminal.hasPrefix("/dev/") { terminal.removeFirst(5) }
    buffer = [CChar](repeating: 0, count: 256)
    let machine = gethostname(&buffer, buffer.count - 1) == 0 ? text(buffer) : ""
    return machine.isEmpty ? terminal : "\(terminal) \(machine)"
  }

  private static func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
