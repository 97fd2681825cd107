/// Matching typed fragments against names and titles.
package enum Search {
  /// Whether every fragment of the query is in the text, in any order, case and accents ignored.
  package static func matches(_ query: String, _ text: String) -> Bool {
    let text = folded(text)
    return query.split(separator: " ").allSatisfy { text.contains(folded(String($0))) }
  }

  /// Lower case, Latin letters without their accents, combining marks dropped.
  package static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark {
        continue
      } else {
        result += plainLetters(of: scalar)
      }
    }
    return result
  }

  /// "é" is named LATIN SMALL LETTER E WITH ACUTE: the letter before WITH is the plain one.
  private static func plainLetters(of scalar: Unicode.Scalar) -> String {
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else {
      return String(Character(scalar))
    }
    let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
    switch letter {
    case "SHARP": return "ss"
    case "ETH": return "d"
    case "THORN": return "th"
    default: return letter.lowercased()
    }
  }
}
