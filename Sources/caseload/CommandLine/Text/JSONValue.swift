/// A value of JSON, whose keys keep the order in which they were given.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  static func optional(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }

  /// The text, two spaces a level, ending in a line feed.
  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += "\(value)"
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      Self.write("[", values, "]", to: &text, indent: indent) { value, text, inner in
        value.write(to: &text, indent: inner)
      }
    case .object(let pairs):
      Self.write("{", pairs, "}", to: &text, indent: indent) { pair, text, inner in
        Self.write(pair.key, to: &text)
        text += ": "
        pair.value.write(to: &text, indent: inner)
      }
    }
  }

  private static func write<Element>(
    _ opening: String,
    _ elements: [Element],
    _ closing: String,
    to text: inout String,
    indent: String,
    element: (Element, inout String, String) -> Void
  ) {
    text += opening
    let inner = indent + "  "
    for (index, item) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + inner
      element(item, &text, inner)
    }
    if !elements.isEmpty { text += "\n" + indent }
    text += closing
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
