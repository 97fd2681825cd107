/// Reads XML property lists.
///
/// Strict is the form that `PropertyListWriter` makes and no other: whatever is read could have been
/// written byte by byte by the writer, but for the references `&quot;` and `&apos;`, which are read
/// and never written. Three fixed lines, tabs, line feeds, sorted keys, dates that exist, canonical
/// base64 in the writer's lines, `</plist>`, a line feed, the end. No comments: a checksum behind
/// the end is the caller's to check and to cut off first.
///
/// Lenient is for files that persons write: comments between elements, any white space and order of
/// keys, CR LF, a byte order mark, `<string/>`, numeric references, no need for the XML declaration
/// and the document type. What doesn't become looser: UTF-8, Apple's document type or none, no
/// entities of one's own, the limits, every check of a single value, no key twice.
package enum PropertyListReader {
  package enum Mode: Sendable {
    case strict
    case lenient
  }

  /// Reads a whole file.
  ///
  /// Everything is checked here, so that nothing taken from the node later can fail by its form.
  /// Linear in the number of bytes; no text is copied yet.
  package static func read(
    _ bytes: [UInt8],
    mode: Mode
  ) throws(PropertyListError) -> PropertyListNode {
    guard bytes.count <= PropertyListLimits.size else {
      throw PropertyListError(line: 1, problem: .tooLarge)
    }
    if let damage = firstDamage(of: bytes) {
      let found = "the byte 0x" + hexadecimal(UInt32(bytes[damage]), digits: 2)
      throw PropertyListError(
        line: Document.line(of: damage, in: bytes),
        problem: .unexpected(.utf8, found: found)
      )
    }
    var parser = Parser(bytes: bytes, isLenient: mode == .lenient)
    try parser.readFile()
    return PropertyListNode(document: parser.document, index: 0)
  }

  /// The offset of the first byte that isn't part of well-formed UTF-8.
  private static func firstDamage(of bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return min(error.byteOffsets.lowerBound, bytes.count - 1)
    }
  }
}

/// A number in capital hexadecimal digits, padded with zeros.
func hexadecimal(_ number: UInt32, digits: Int) -> String {
  let text = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
