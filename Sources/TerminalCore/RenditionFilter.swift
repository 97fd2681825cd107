/// Sends of colours and attributes only what a terminal doesn't have in force, and only once
/// something is written with them.
///
/// ncurses sends both colours where one changes, and puts all back behind each frame: half of the
/// bytes of a step through a list. A sequence that isn't one of the few known goes through as it
/// is, and what it leaves in force counts as unknown.
package struct RenditionFilter: Sendable {
  /// What the terminal has in force; nil is not known, until the next reset.
  private var shown: Rendition?
  /// What the bytes so far ask for; nil until they reset what isn't known.
  private var wanted: Rendition?
  private var parameters: [UInt8] = []

  package init() {}

  /// Forgets what the terminal has in force, since someone else wrote to it.
  package mutating func forget() {
    shown = nil
    wanted = nil
  }

  /// What makes the terminal plain for something that is written beside these bytes.
  ///
  /// What they ask for is sent again before the next of them that needs it. Empty where that isn't
  /// known, since it couldn't be.
  package mutating func plain() -> [UInt8] {
    guard wanted != nil else { return [] }
    shown = nil
    return Array("\u{1B}[0m".utf8)
  }

  /// What is still to be sent so that the terminal has in force what the bytes so far ask for.
  package mutating func settled() -> [UInt8] {
    var output: [UInt8] = []
    settle(into: &output)
    return output
  }

  /// What to send in place of some bytes, which are whole characters and sequences.
  package mutating func filtered(_ bytes: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let start = index
      switch TerminalPiece.next(in: bytes, at: &index) {
      case .rendition:
        if take(bytes, start + 2..<index - 1) { continue }
        settleAndForget(into: &output)
      case .moving: break
      case .writing: settle(into: &output)
      case .unknown: settleAndForget(into: &output)
      }
      for place in start..<index { output.append(bytes[place]) }
    }
    return output
  }

  private mutating func settleAndForget(into output: inout [UInt8]) {
    settle(into: &output)
    forget()
  }

  private mutating func settle(into output: inout [UInt8]) {
    guard let wanted else { return }
    wanted.appendSequence(from: shown, to: &output)
    shown = wanted
  }

  /// Takes in the parameters of a rendition, numbers up to 255 with `;` between; an empty one is 0.
  ///
  /// - Returns: Whether all are known, and lead to something known.
  private mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    parameters.removeAll(keepingCapacity: true)
    var number = 0
    for index in range {
      if bytes[index] == UInt8(ascii: ";") {
        parameters.append(UInt8(number))
        number = 0
      } else {
        number = number * 10 + Int(bytes[index] &- UInt8(ascii: "0"))
        guard number <= 255 else { return false }
      }
    }
    parameters.append(UInt8(number))
    guard var next = wanted ?? (parameters[0] == 0 ? Rendition() : nil), next.take(parameters)
    else { return false }
    wanted = next
    return true
  }
}

/// A run of what goes to a terminal, by what colours and attributes mean to it.
enum TerminalPiece {
  /// Sets them: `ESC [ numbers m`.
  case rendition
  /// Neither uses nor changes them: moves the cursor, chooses a character set.
  case moving
  /// Uses them: characters, erasing.
  case writing
  /// May do anything with them.
  case unknown

  /// The run that starts at a place; moves the index behind it.
  static func next(in bytes: Span<UInt8>, at index: inout Int) -> TerminalPiece {
    let escape: UInt8 = 0x1B
    guard bytes[index] == escape else {
      let isMoving = bytes[index] == 0x08 || bytes[index] == 0x0D
      repeat { index += 1 } while index < bytes.count && bytes[index] >= 0x20 && !isMoving
      return isMoving ? .moving : .writing
    }
    index += 1
    guard index < bytes.count else { return .unknown }
    switch bytes[index] {
    case UInt8(ascii: "["):
      index += 1
      return control(in: bytes, at: &index)
    case UInt8(ascii: "("):
      index = min(index + 2, bytes.count)
      return .moving
    default: return .unknown
    }
  }

  /// The rest of a control sequence, from behind its `ESC [`.
  private static func control(in bytes: Span<UInt8>, at index: inout Int) -> TerminalPiece {
    var isPlain = true
    while index < bytes.count, bytes[index] < 0x40 {
      isPlain = isPlain && (0x30...0x3B).contains(bytes[index]) && bytes[index] != 0x3A
      index += 1
    }
    guard index < bytes.count else { return .unknown }
    let final = bytes[index]
    index += 1
    guard isPlain else { return .unknown }
    return switch Unicode.Scalar(final) {
    case "m": .rendition
    case "A", "B", "C", "D", "G", "H", "d": .moving
    case "J", "K", "X", "P", "@", "L", "M", "S", "T", "b": .writing
    default: .unknown
    }
  }
}
