extension Parser {
  /// The strict form: each key's bytes come after those of the key before it.
  func checkOrder(of key: Int, after previous: Int) throws(PropertyListError) {
    let isOrdered =
      if entries[key].isPlain && entries[previous].isPlain {
        bytes[entries[previous].textRange].lexicographicallyPrecedes(bytes[entries[key].textRange])
      } else {
        keyText(previous).utf8.lexicographicallyPrecedes(keyText(key).utf8)
      }
    guard !isOrdered else { return }
    let text = keyText(key)
    let before = keyText(previous)
    let isSame = text.utf8.elementsEqual(before.utf8)
    throw PropertyListError(
      line: line(at: Int(entries[key].offset)),
      problem: isSame ? .duplicateKey(text) : .keyOutOfOrder(text, after: before)
    )
  }

  /// No key twice, two Unicode forms of one text counted as the same key.
  ///
  /// A set of strings compares just so. Needed where order alone doesn't tell.
  func checkUniqueness(in dictionary: Int) throws(PropertyListError) {
    var seen: Set<String> = []
    var key = dictionary + 1
    while key < Int(entries[dictionary].end) {
      let text = keyText(key)
      guard seen.insert(text).inserted else {
        throw PropertyListError(
          line: line(at: Int(entries[key].offset)),
          problem: .duplicateKey(text)
        )
      }
      key = Int(entries[key + 1].end)
    }
  }

  private func keyText(_ index: Int) -> String {
    let entry = entries[index]
    guard entry.isPlain else { return Reference.resolved(bytes[entry.textRange]) }
    return String(decoding: bytes[entry.textRange], as: UTF8.self)
  }
}
