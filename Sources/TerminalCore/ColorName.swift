/// A colour as a theme file writes it.
enum ColorName: Equatable {
  case terminal
  case number(UInt8)
  case light(Palette.RGB)

  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  /// Reads a name (`red`, `bright-red`), a number 0...255, `#rrggbb`, or `terminal`.
  init?(_ text: String) {
    if text == "terminal" {
      self = .terminal
    } else if text.hasPrefix("#") {
      let digits = text.dropFirst()
      guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
        let value = UInt32(digits, radix: 16)
      else { return nil }
      self = .light(
        Palette.RGB(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
      )
    } else if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt8(text) {
      self = .number(number)
    } else {
      let isBright = text.hasPrefix("bright-")
      let name = isBright ? String(text.dropFirst(7)) : text
      guard let index = Self.names.firstIndex(of: name) else { return nil }
      self = .number(UInt8(index + (isBright ? 8 : 0)))
    }
  }

  /// The palette's number at a depth; nil for the terminal's own colour.
  func color(at depth: ColorDepth) -> ThemeColor? {
    let limit: UInt8
    switch depth {
    case .mono: return nil
    case .colors8: limit = 8
    case .colors16: limit = 16
    case .colors256: limit = .max
    }
    switch self {
    case .terminal: return nil
    case .light(let light): return Palette.nearest(to: light, at: depth)
    case .number(let number) where number < limit || depth == .colors256:
      return ThemeColor(index: number)
    case .number(let number) where number < 16: return ThemeColor(index: number - 8)
    case .number(let number):
      return Palette.nearest(to: Palette.rgb(ThemeColor(index: number)), at: depth)
    }
  }
}
