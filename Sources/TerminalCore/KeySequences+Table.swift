/// Which numbers and letters mean which key.
extension KeySequences {
  /// The key of a control sequence by its numbers and final byte, or nil.
  static func tableKey(_ numbers: [Int], final: UInt8) -> Key? {
    switch final {
    case 0x7E:
      if numbers.first == 27, numbers.count == 3 { return typed(numbers[2], with: numbers[1]) }
      return numberedKey(numbers)
    case 0x24: return numberedKey(numbers)?.adding(.shift)
    case 0x5E: return numberedKey(numbers)?.adding(.control)
    case 0x40: return numberedKey(numbers)?.adding([.shift, .control])
    case 0x75:
      guard let code = numbers.first, numbers.count <= 2 else { return nil }
      return typed(code, with: numbers.count == 2 ? numbers[1] : 1)
    case 0x5A: return .shiftTab
    case 0x61...0x64: return letterCode(final - 0x20).map { Key($0, .shift) }
    default:
      guard numbers.count <= 2, let code = letterCode(final) else { return nil }
      if numbers.count == 2, numbers[0] != 1 { return nil }
      return modifiers(numbers.last).map { Key(code, $0) }
    }
  }

  /// The keys of the form number and `~`, a second number being the modifiers.
  private static func numberedKey(_ numbers: [Int]) -> Key? {
    guard let number = numbers.first, numbers.count <= 2 else { return nil }
    let code: KeyCode
    switch number {
    case 1, 7: code = .home
    case 2: code = .insert
    case 3: code = .delete
    case 4, 8: code = .end
    case 5: code = .pageUp
    case 6: code = .pageDown
    case 11...15: code = .function(number - 10)
    case 17...21: code = .function(number - 11)
    case 23...26: code = .function(number - 12)
    case 28, 29: code = .function(number - 13)
    case 31...34: code = .function(number - 14)
    default: return nil
    }
    return modifiers(numbers.count == 2 ? numbers[1] : 1).map { Key(code, $0) }
  }

  /// The final letters that mean a key behind `[` as well as behind `O`.
  static func letterCode(_ letter: UInt8) -> KeyCode? {
    switch letter {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x50...0x53: .function(Int(letter) - 0x4F)
    default: nil
    }
  }

  /// The letters behind Esc and `O`: also those of the keypad.
  static func singleShiftCode(_ letter: UInt8) -> KeyCode? {
    switch letter {
    case 0x4D: .enter
    case 0x49: .tab
    case 0x20: .character(" ")
    case 0x58: .character("=")
    case 0x6A...0x79: .character(Unicode.Scalar(letter - 0x40))
    default: letterCode(letter)
    }
  }

  /// The modifiers a number stands for: 1 and Shift 1, Alt 2, Control 4; nil for any other.
  static func modifiers(_ number: Int?) -> Key.Modifiers? {
    guard let number else { return [] }
    guard (1...8).contains(number) else { return nil }
    var modifiers: Key.Modifiers = []
    if (number - 1) & 1 != 0 { modifiers.insert(.shift) }
    if (number - 1) & 2 != 0 { modifiers.insert(.alt) }
    if (number - 1) & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// The key of a scalar sent as a number with modifiers, or nil.
  private static func typed(_ code: Int, with number: Int) -> Key? {
    guard var modifiers = modifiers(number), let scalar = Unicode.Scalar(UInt32(code)) else {
      return nil
    }
    switch scalar.value {
    case 13, 10: return Key(.enter, modifiers)
    case 9: return Key(.tab, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    case 0..<0x20, 0x7F..<0xA0, 0xE000..<0xF900: return nil
    case 0x61...0x7A where modifiers.contains(.shift) && !modifiers.contains(.control):
      modifiers.remove(.shift)
      return Key(.character(Unicode.Scalar(UInt8(scalar.value - 0x20))), modifiers)
    case 0x41...0x5A where modifiers.contains(.control):
      return Key(.character(Unicode.Scalar(UInt8(scalar.value + 0x20))), modifiers)
    default:
      if !modifiers.contains(.control) { modifiers.remove(.shift) }
      return Key(.character(scalar), modifiers)
    }
  }
}

extension Key {
  fileprivate func adding(_ more: Modifiers) -> Key {
    Key(code, modifiers.union(more))
  }
}
