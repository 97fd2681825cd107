/// What may stand in a text: everything but control characters.
///
/// Tabs and line breaks stay, with every form of line end as a line feed; a text of one line has
/// spaces instead. Nothing is normalized: what was typed is what is kept.
package enum TextCleaning {
  package static func cleaned(_ text: String, for mode: TextBuffer.Mode) -> String {
    if isClean(text, for: mode) { return text }
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": scalars.append(mode == .oneLine ? " " : "\n")
      case "\n": if !isAfterReturn { scalars.append(mode == .oneLine ? " " : "\n") }
      case "\t": scalars.append(mode == .oneLine ? " " : "\t")
      default: if !isControl(scalar.value) { scalars.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
    }
    return String(scalars)
  }

  private static func isControl(_ value: UInt32) -> Bool {
    value < 0x20 || (0x7F..<0xA0).contains(value)
  }

  private static func isClean(_ text: String, for mode: TextBuffer.Mode) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20, mode == .oneLine || (byte != 0x09 && byte != 0x0A) { return false }
      if byte == 0x7F || (last == 0xC2 && byte < 0xA0) { return false }
      last = byte
    }
    return true
  }
}
