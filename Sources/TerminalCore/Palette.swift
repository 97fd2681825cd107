/// The colours terminals number, and how a theme's colours become those numbers.
package enum Palette {
  /// A colour as light: red, green and blue, 0...255 each.
  package struct RGB: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// What xterm shows for the first 16; people change these, so they are only for finding a near one.
  private static let first16 = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
    RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
    RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]

  private static let colors: [RGB] =
    first16
    + (0..<216).map { RGB(steps[$0 / 36], steps[$0 / 6 % 6], steps[$0 % 6]) }
    + (0..<24).map { step in
      let gray = UInt8(8 + 10 * step)
      return RGB(gray, gray, gray)
    }

  /// The light of a numbered colour.
  package static func rgb(_ color: ThemeColor) -> RGB {
    colors[Int(color.index)]
  }

  /// Whether every terminal shows the number alike.
  package static func isKnown(_ color: ThemeColor) -> Bool {
    color.index >= 16
  }

  /// The number whose colour comes nearest; at 256 colours never one of the first 16.
  package static func nearest(to wanted: RGB, at depth: ColorDepth) -> ThemeColor {
    let numbers: Range<Int>
    switch depth {
    case .mono, .colors8: numbers = 0..<8
    case .colors16: numbers = 0..<16
    case .colors256: numbers = 16..<256
    }
    let best = numbers.min { distance(colors[$0], wanted) < distance(colors[$1], wanted) }
    return ThemeColor(index: UInt8(best ?? numbers.lowerBound))
  }

  /// How different two colours look, the channels weighted as the eye does by a simple formula.
  private static func distance(_ left: RGB, _ right: RGB) -> Int {
    let mean = (Int(left.red) + Int(right.red)) / 2
    let red = Int(left.red) - Int(right.red)
    let green = Int(left.green) - Int(right.green)
    let blue = Int(left.blue) - Int(right.blue)
    return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
  }

  /// The contrast of two colours as WCAG 2 defines it, 1...21.
  package static func contrast(_ left: RGB, _ right: RGB) -> Double {
    let (first, second) = (luminance(left), luminance(right))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ color: RGB) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // The power 2.4 without a mathematics library: the square times the fifth root of the square.
    var root = 1.0
    for _ in 0..<40 { root = (4 * root + base * base / (root * root * root * root)) / 5 }
    return base * base * root
  }
}
