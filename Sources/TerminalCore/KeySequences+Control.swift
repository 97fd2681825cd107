/// The shapes of escape sequences: where one ends, and which key it is.
extension KeySequences {
  /// A sequence that starts with Esc and `[`.
  static func parseControl(_ bytes: ArraySlice<UInt8>) -> Parse {
    var index = bytes.startIndex + 2
    let start = index
    while index < bytes.endIndex {
      let byte = bytes[index]
      let length = index + 1 - bytes.startIndex
      switch byte {
      case 0x5B where index == start:
        return parseLinuxFunction(bytes)
      case 0x4D where index == start:
        return bytes.count < 6 ? .incomplete : .nothing(6)
      case 0x24 where isRxvtNumber(bytes[start..<index]):
        return key(bytes[start..<index], final: byte, length: length)
      case 0x20...0x3F:
        index += 1
      case 0x40...0x7E:
        return key(bytes[start..<index], final: byte, length: length)
      default:
        return .nothing(index - bytes.startIndex)
      }
    }
    return .incomplete
  }

  /// A sequence that starts with Esc and `O`: one letter, with a modifier before it at some terminals.
  static func parseSingleShift(_ bytes: ArraySlice<UInt8>) -> Parse {
    var index = bytes.startIndex + 2
    let start = index
    while index < bytes.endIndex {
      let byte = bytes[index]
      let length = index + 1 - bytes.startIndex
      switch byte {
      case 0x30...0x39, 0x3B: index += 1
      case 0x61...0x64:
        return letterCode(byte - 0x20).map { .key(Key($0, .control), length) } ?? .nothing(length)
      case 0x20...0x7E:
        let numbers = numbers(bytes[start..<index]) ?? []
        let modifiers = modifiers(numbers.last)
        guard let modifiers, let code = singleShiftCode(byte) else { return .nothing(length) }
        return .key(Key(code, modifiers), length)
      default:
        return .nothing(index - bytes.startIndex)
      }
    }
    return .incomplete
  }

  /// A string such as a title or an answer of the terminal, which ends with BEL or Esc and `\`.
  static func parseString(_ bytes: ArraySlice<UInt8>) -> Parse {
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      let length = index + 1 - bytes.startIndex
      switch bytes[index] {
      case 0x07: return .nothing(length)
      case 0x1B:
        guard index + 1 < bytes.endIndex else { return .incomplete }
        return .nothing(bytes[index + 1] == 0x5C ? length + 1 : length - 1)
      case 0x18, 0x1A: return .nothing(length)
      default: index += 1
      }
    }
    return .incomplete
  }

  /// The Linux console's F1 to F5: Esc, `[`, `[` and a letter.
  private static func parseLinuxFunction(_ bytes: ArraySlice<UInt8>) -> Parse {
    guard bytes.count > 3 else { return .incomplete }
    let byte = bytes[bytes.startIndex + 3]
    guard (0x41...0x45).contains(byte) else { return .nothing(byte < 0x20 ? 3 : 4) }
    return .key(.function(Int(byte) - 0x40), 4)
  }

  /// Whether `$` behind these bytes ends one of rxvt's shifted keys.
  private static func isRxvtNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1...2).contains(bytes.count) && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func key(
    _ parameters: ArraySlice<UInt8>,
    final: UInt8,
    length: Int
  ) -> Parse {
    guard let numbers = numbers(parameters) else { return .nothing(length) }
    if final == 0x7E, numbers.first == 200 { return .pasteBegins(length) }
    guard let key = tableKey(numbers, final: final) else { return .nothing(length) }
    return .key(key, length)
  }

  /// The numbers between semicolons, an empty one as 1; nil if there is anything else.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int]? {
    if bytes.isEmpty { return [] }
    var numbers: [Int] = []
    for part in bytes.split(separator: 0x3B, omittingEmptySubsequences: false) {
      guard part.count <= 7, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      numbers.append(part.isEmpty ? 1 : part.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
    return numbers
  }
}
