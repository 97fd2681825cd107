/// How many colours a terminal shows.
package enum ColorDepth: Int, CaseIterable, Comparable, Sendable {
  case mono
  case colors8
  case colors16
  case colors256

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A colour as the terminal's palette numbers it.
package struct ThemeColor: Hashable, Sendable {
  /// The number in a palette of the depth the style was made for, 0...255.
  package var index: UInt8

  package init(index: UInt8) {
    self.index = index
  }
}

/// How one role looks at one depth.
package struct Style: Hashable, Sendable {
  /// Nil is the terminal's own colour.
  package var foreground: ThemeColor?
  package var background: ThemeColor?
  package var attributes: Attributes

  package init(
    foreground: ThemeColor? = nil,
    background: ThemeColor? = nil,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// What a terminal can do to a cell beside colouring it.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let bold = Self(rawValue: 1)
    package static let dim = Self(rawValue: 2)
    package static let underline = Self(rawValue: 4)
    package static let reverse = Self(rawValue: 8)
    package static let italic = Self(rawValue: 16)
  }
}
