/// The bytes of a paste, collected between its two marks.
struct PasteBuffer {
  private var bytes: [UInt8] = []

  /// Where collecting stopped.
  enum Progress {
    /// Behind the end mark.
    case ended
    /// Before what may become the end mark.
    case beforeMark
    /// At the end of what came.
    case starved
  }

  private static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  var count: Int { bytes.count }

  /// Moves bytes over, up to the end mark or the end of what came.
  mutating func take(from waiting: [UInt8], at index: inout Int) -> Progress {
    while index < waiting.count {
      if waiting[index] == 0x1B {
        let mark = waiting[index...].prefix(Self.end.count)
        if mark.count == Self.end.count, mark.elementsEqual(Self.end) {
          index += mark.count
          return .ended
        }
        if Self.end.starts(with: mark) { return .beforeMark }
      }
      bytes.append(waiting[index])
      index += 1
    }
    return .starved
  }

  /// The collected text, which is taken out: line ends as `\n`, other control characters dropped.
  ///
  /// - Parameter isWhole: Whether no more follows; else an unfinished character or line end stays.
  /// - Returns: The text, or nil if there is none.
  mutating func takeText(isWhole: Bool) -> String? {
    let kept = isWhole ? 0 : unfinishedCount
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in String(decoding: bytes.dropLast(kept), as: UTF8.self).unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && !isAfterReturn) { scalars.append("\n") }
      isAfterReturn = scalar == "\r"
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      if !isControl || scalar == "\t" { scalars.append(scalar) }
    }
    bytes.removeFirst(bytes.count - kept)
    return scalars.isEmpty ? nil : String(scalars)
  }

  /// How many bytes at the end can't be understood before more come.
  private var unfinishedCount: Int {
    if bytes.last == 0x0D { return 1 }
    for (offset, byte) in bytes.suffix(3).reversed().enumerated() where byte >= 0xC0 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return offset + 1 < length ? offset + 1 : 0
    }
    return 0
  }
}
