internal import TerminalCore

/// What stands for a character on a terminal that shows ASCII alone.
nonisolated enum ASCIIFallback {
  /// The plain letters of U+00C0 to U+017F, in order.
  private static let latin = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiJjJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRr"
      + "SsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8
  )

  /// The cell with an ASCII glyph of width 1; of a wide cell both halves.
  static func cell(for cell: Cell) -> Cell {
    if cell.width == 0 { return Cell(" ", role: cell.role) }
    guard let scalar = cell.scalar else { return Cell("?", role: cell.role) }
    return Cell(plain(scalar), role: cell.role)
  }

  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x7F: scalar
    case 0xA0: " "
    case 0xC0..<0x180: Unicode.Scalar(latin[Int(scalar.value) - 0xC0])
    case 0x2010...0x2015, 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: "|"
    case 0x2550: "="
    case 0x250C...0x254B, 0x2552...0x2570: "+"
    case 0x2580...0x2590: "#"
    case 0x2591...0x2593: ":"
    case 0x2018, 0x2019, 0x02BC: "'"
    case 0x201C, 0x201D: "\""
    case 0x2022, 0x00B7, 0x25CF, 0x25CB: "*"
    case 0x2026: "~"
    case 0x2190, 0x25C0, 0x2039, 0x25C4: "<"
    case 0x2192, 0x25B6, 0x203A, 0x25BA, 0x276F: ">"
    case 0x2191, 0x25B2: "^"
    case 0x2193, 0x25BC: "v"
    case 0x2713, 0x2714: "x"
    case 0x2212: "-"
    case 0x00D7: "x"
    default: "?"
    }
  }
}
