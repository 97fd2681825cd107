/// One key as it was pressed, whatever bytes the terminal sent for it.
///
/// Letters typed with Shift arrive as their upper-case scalar without `.shift`; Ctrl-L is the
/// scalar `l` with `.control`; Shift-Tab is `.tab` with `.shift`.
package struct Key: Hashable, Sendable {
  package var code: KeyCode
  package var modifiers: Modifiers

  package init(_ code: KeyCode, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  package init(_ scalar: Unicode.Scalar) {
    self.init(.character(scalar))
  }

  /// The keys held down together with another.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let shift = Self(rawValue: 1)
    package static let control = Self(rawValue: 2)
    package static let alt = Self(rawValue: 4)
  }
}

/// Which key it was, without the modifiers.
package enum KeyCode: Hashable, Sendable {
  case character(Unicode.Scalar)
  case enter
  case escape
  case tab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// F1 is `function(1)`.
  case function(Int)
}

extension Key {
  package static let enter = Key(.enter)
  package static let escape = Key(.escape)
  package static let tab = Key(.tab)
  package static let shiftTab = Key(.tab, .shift)
  package static let backspace = Key(.backspace)
  package static let delete = Key(.delete)
  package static let insert = Key(.insert)
  package static let up = Key(.up)
  package static let down = Key(.down)
  package static let left = Key(.left)
  package static let right = Key(.right)
  package static let home = Key(.home)
  package static let end = Key(.end)
  package static let pageUp = Key(.pageUp)
  package static let pageDown = Key(.pageDown)
  package static let space = Key(" ")

  package static func function(_ number: Int) -> Key {
    Key(.function(number))
  }

  package static func control(_ scalar: Unicode.Scalar) -> Key {
    Key(.character(scalar), .control)
  }

  /// The scalar this key types into a text, or nil for a key that types nothing.
  package var typedScalar: Unicode.Scalar? {
    guard modifiers.isEmpty, case .character(let scalar) = code else { return nil }
    return scalar
  }
}
