extension String {
  /// Lower case, Latin letters without their accents, combining marks dropped: what two spellings of
  /// a name have in common.
  package var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    var result = ""
    for scalar in lowercased().unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark {
        continue
      } else {
        result += scalar.plainLetters
      }
    }
    return result
  }
}

extension String {
  /// With the typewriter's apostrophe for the printer's.
  var withStraightApostrophes: String {
    utf8.contains(0xE2) ? replacing("\u{2019}", with: "'") : self
  }
}

extension Unicode.Scalar {
  /// "é" is named LATIN SMALL LETTER E WITH ACUTE: the letter before WITH is the plain one.
  fileprivate var plainLetters: String {
    let prefix = "LATIN SMALL LETTER "
    guard let name = properties.name, name.hasPrefix(prefix) else {
      return String(Character(self))
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
