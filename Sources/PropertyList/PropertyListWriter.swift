/// Writes property lists: the same value gives the same bytes, always.
///
/// The form is that of Python's `plistlib.dumps(value, sort_keys=True)`, byte by byte, and the only
/// one that the strict reader reads.
///
/// Texts are written as they are, with three exceptions, so that every XML reader can read the file:
/// CR LF and CR become LF; other control characters below U+0020 are dropped, tab and LF stay;
/// U+FFFE and U+FFFF are dropped. DEL and the control characters from U+0080 stay.
package enum PropertyListWriter {
  /// Whether a text comes back as it is; XML can't carry most control characters.
  package static func keepsAll(of text: String) -> Bool { XMLText.isWritten(text) }

  /// The file of a value.
  ///
  /// What is returned can be read again in the strict mode. Linear in the size of the value.
  ///
  /// - Throws: Where reading back would fail: too deep, too large, a date outside the years 0001 to
  ///   9999, two Unicode forms of one key in a dictionary, a key with characters that are dropped
  ///   from texts. The error's path leads to the value.
  package static func bytes(of value: PropertyListValue) throws(PropertyListError) -> [UInt8] {
    var output = Output()
    try output.writeFile(value)
    guard output.bytes.count <= PropertyListLimits.size else {
      throw PropertyListError(line: 1, problem: .tooLarge)
    }
    return output.bytes
  }
}

/// The file as far as it is written.
private struct Output {
  private(set) var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(4096)
  }

  mutating func writeFile(_ value: PropertyListValue) throws(PropertyListError) {
    write("\(Header.declaration)\n\(Header.documentType)\n\(Header.opening)\n")
    try write(value, depth: 0)
    write("\(Header.closing)\n")
  }

  private mutating func write(
    _ value: PropertyListValue,
    depth: Int
  ) throws(PropertyListError) {
    indent(depth)
    switch value {
    case .string(let text): writeText(text, "<string>", "</string>\n")
    case .integer(let number): write("<integer>\(number)</integer>\n")
    case .boolean(let isTrue): write(isTrue ? "<true/>\n" : "<false/>\n")
    case .date(let seconds):
      guard let text = Instant.text(seconds) else { throw error(.unwritableDate(seconds)) }
      write("<date>")
      bytes += text
      write("</date>\n")
    case .data(let content):
      write("<data>\n")
      Base64.append(content, depth: depth, to: &bytes)
      indent(depth)
      write("</data>\n")
    case .array(let values): try write(values, depth: depth)
    case .dictionary(let dictionary): try write(dictionary, depth: depth)
    }
  }

  private mutating func write(
    _ values: [PropertyListValue],
    depth: Int
  ) throws(PropertyListError) {
    guard depth < PropertyListLimits.depth else { throw error(.tooDeep) }
    guard !values.isEmpty else { return write("<array/>\n") }
    write("<array>\n")
    for (index, value) in values.enumerated() {
      do throws(PropertyListError) {
        try write(value, depth: depth + 1)
      } catch {
        throw error.inside("[\(index)]")
      }
    }
    indent(depth)
    write("</array>\n")
  }

  private mutating func write(
    _ dictionary: PropertyListDictionary,
    depth: Int
  ) throws(PropertyListError) {
    guard depth < PropertyListLimits.depth else { throw error(.tooDeep) }
    guard !dictionary.isEmpty else { return write("<dict/>\n") }
    try checkKeys(of: dictionary)
    write("<dict>\n")
    for (key, value) in dictionary {
      indent(depth + 1)
      writeText(key, "<key>", "</key>\n")
      do throws(PropertyListError) {
        try write(value, depth: depth + 1)
      } catch {
        throw error.inside(excerpt(key))
      }
    }
    indent(depth)
    write("</dict>\n")
  }

  private func checkKeys(of dictionary: PropertyListDictionary) throws(PropertyListError) {
    var isASCII = true
    for (key, _) in dictionary {
      guard XMLText.isWritten(key) else { throw error(.unwritableKey(key)) }
      isASCII = isASCII && key.utf8.allSatisfy { $0 < 0x80 }
    }
    guard !isASCII else { return }
    var seen: Set<String> = []
    for (key, _) in dictionary where !seen.insert(key).inserted {
      throw error(.duplicateKey(key))
    }
  }

  private mutating func writeText(_ text: String, _ opening: String, _ closing: String) {
    write(opening)
    XMLText.append(text, to: &bytes)
    write(closing)
  }

  private mutating func write(_ text: String) {
    bytes += text.utf8
  }

  private mutating func indent(_ tabs: Int) {
    for _ in 0..<tabs { bytes.append(ASCII.tab) }
  }

  private func error(_ problem: PropertyListError.Problem) -> PropertyListError {
    PropertyListError(line: Document.line(of: bytes.count, in: bytes), problem: problem)
  }
}

extension PropertyListError {
  /// The same error, seen from the container that holds the value.
  fileprivate func inside(_ step: String) -> PropertyListError {
    var error = self
    let isJoint = path.isEmpty || path.hasPrefix("[")
    error.path = step + (isJoint ? "" : ".") + path
    return error
  }
}
