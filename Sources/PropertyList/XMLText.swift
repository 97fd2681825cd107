/// Text as XML carries it.
enum XMLText {
  /// Appends a text with `&`, `<` and `>` escaped and without what XML can't carry.
  static func append(_ text: String, to output: inout [UInt8]) {
    guard !isPlain(text) else {
      output += text.utf8
      return
    }
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case ASCII.ampersand: output += "&amp;".utf8
      case ASCII.less: output += "&lt;".utf8
      case ASCII.greater: output += "&gt;".utf8
      case ASCII.carriageReturn:
        output.append(ASCII.lineFeed)
        let isPair = position + 1 < bytes.count && bytes[position + 1] == ASCII.lineFeed
        if isPair { position += 1 }
      case ASCII.tab, ASCII.lineFeed: output.append(bytes[position])
      case 0xEF where ASCII.isNoncharacter(bytes.span, at: position): position += 2
      case 0..<ASCII.space: break
      default: output.append(bytes[position])
      }
      position += 1
    }
  }

  /// Whether all of a text is kept when it is written.
  static func isWritten(_ text: String) -> Bool {
    guard !isPlain(text) else { return true }
    let bytes = Array(text.utf8)
    return bytes.indices.allSatisfy { index in
      switch bytes[index] {
      case ASCII.tab, ASCII.lineFeed: true
      case 0..<ASCII.space: false
      default: !ASCII.isNoncharacter(bytes.span, at: index)
      }
    }
  }

  /// Whether a text can be copied as it is; may be false for one that can.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte > ASCII.greater {
        if byte == 0xEF { return false }
      } else if byte < ASCII.space && byte != ASCII.lineFeed && byte != ASCII.tab
        || byte == ASCII.ampersand || byte == ASCII.less || byte == ASCII.greater
      {
        return false
      }
    }
    return true
  }
}
