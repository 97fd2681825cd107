/// A tag without attributes, such as `<key>`, `</key>` or `<true/>`.
struct Tag {
  /// The names of the elements; the raw value is the name's letters, one byte each.
  enum Name: UInt64 {
    case array = 0x61_72_72_61_79
    case data = 0x64_61_74_61
    case date = 0x64_61_74_65
    case dict = 0x64_69_63_74
    case `false` = 0x66_61_6C_73_65
    case integer = 0x69_6E_74_65_67_65_72
    case key = 0x6B_65_79
    case plist = 0x70_6C_69_73_74
    case string = 0x73_74_72_69_6E_67
    case `true` = 0x74_72_75_65
  }

  enum Form {
    case opening
    case closing
    case empty
  }

  let name: Name
  let form: Form
}

extension Parser {
  /// Reads a tag of a known name; nil, and the position is where it was, if there is none.
  mutating func readTag() -> Tag? {
    guard current == ASCII.less else { return nil }
    var next = position + 1
    let isClosing = byte(at: next) == ASCII.slash
    if isClosing { next += 1 }
    var letters: UInt64 = 0
    let start = next
    while ASCII.isSmallLetter(byte(at: next)), next - start < 8 {
      letters = letters << 8 | UInt64(byte(at: next))
      next += 1
    }
    if isLenient {
      while ASCII.isWhiteSpace(byte(at: next)) { next += 1 }
    }
    let isEmpty = !isClosing && byte(at: next) == ASCII.slash
    if isEmpty { next += 1 }
    guard byte(at: next) == ASCII.greater, let name = Tag.Name(rawValue: letters) else {
      return nil
    }
    position = next + 1
    return Tag(name: name, form: isClosing ? .closing : isEmpty ? .empty : .opening)
  }

  mutating func close(_ name: Tag.Name) throws(PropertyListError) {
    let start = position
    guard let tag = readTag(), tag.name == name, tag.form == .closing else {
      throw unexpected(.closingTag("\(name)"), at: start)
    }
  }

  private func byte(at position: Int) -> UInt8 {
    position < bytes.count ? bytes[position] : 0
  }
}
