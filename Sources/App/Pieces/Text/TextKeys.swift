package import TerminalCore

/// Which key does what in a text.
///
/// What types a character is always text. Esc, Tab and the function keys but F3 are for the screen
/// around it; so are, for a text of one line, Enter, the keys that go by rows, and finding.
package enum TextKeys {
  package static func command(for key: Key, in mode: TextBuffer.Mode) -> TextCommand? {
    if let scalar = key.typedScalar { return .insert(String(Character(scalar))) }
    if let motion = motion(for: key), mode == .manyLines || !motion.isByRows {
      return key.modifiers.contains(.shift) ? .extend(motion) : .move(motion)
    }
    switch (key.code, key.modifiers) {
    case (.enter, _): return mode == .manyLines ? .newline : nil
    case (.backspace, []), (.backspace, .shift): return .deleteLeft
    case (.backspace, _): return .deleteWordLeft
    case (.delete, []): return .deleteRight
    case (.delete, .control), (.delete, .alt): return .deleteWordRight
    case (.function(3), []): return mode == .manyLines ? .findNext : nil
    case (.character(let letter), .control): return command(forControl: letter, in: mode)
    default: return nil
    }
  }

  private static func command(
    forControl letter: Unicode.Scalar,
    in mode: TextBuffer.Mode
  ) -> TextCommand? {
    switch letter {
    case "a": .move(.rowStart)
    case "c": .copy
    case "e": .move(.rowEnd)
    case "f": mode == .manyLines ? .askFind : nil
    case "k": .mark
    case "u": mode == .oneLine ? .deleteAll : nil
    case "v": .pasteClip
    case "w": .deleteWordLeft
    case "x": .cut
    case "y": .redo
    case "z": .undo
    default: nil
    }
  }

  private static func motion(for key: Key) -> TextMotion? {
    let isByWord = key.modifiers.contains(.control) || key.modifiers.contains(.alt)
    switch key.code {
    case .left: return isByWord ? .wordLeft : .left
    case .right: return isByWord ? .wordRight : .right
    case .home: return isByWord ? .textStart : .rowStart
    case .end: return isByWord ? .textEnd : .rowEnd
    case .up: return isByWord ? nil : .up
    case .down: return isByWord ? nil : .down
    case .pageUp: return isByWord ? nil : .pageUp
    case .pageDown: return isByWord ? nil : .pageDown
    case .character, .enter, .escape, .tab, .backspace, .delete, .insert, .function: return nil
    }
  }
}

extension TextMotion {
  fileprivate var isByRows: Bool {
    switch self {
    case .up, .down, .pageUp, .pageDown: true
    case .left, .right, .wordLeft, .wordRight, .rowStart, .rowEnd, .textStart, .textEnd: false
    }
  }
}
