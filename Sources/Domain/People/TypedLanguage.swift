/// A language as people type it: its English name, or its tag by BCP 47.
package enum TypedLanguage {
  package static let help = "Its name or its tag: Spanish, es, Haitian Creole, pt-BR."

  /// Reads a name or a tag; nil for a text that is neither.
  ///
  /// - Returns: The tag, as "es" or "pt-BR".
  package static func parse(_ text: String) -> String? {
    var typed = text.withoutOuterSpaces
    // As `words` says it: "Portuguese (pt-BR)".
    if typed.last == ")", let tag = typed.dropLast().split(separator: "(").last {
      typed = tag.withoutOuterSpaces
    }
    let folded = typed.folded
    if let known = names.first(where: { $0.name.lowercased() == folded }) { return known.tag }
    let parts = typed.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter }),
      parts.dropFirst().allSatisfy(isSubtag)
    else { return onlyOne(beginningWith: folded) }
    let rest = parts.dropFirst().map { $0.count == 2 ? $0.uppercased() : String($0) }
    return ([first.lowercased()] + rest).joined(separator: "-")
  }

  /// The name of a tag's language; the tag itself where it isn't known.
  package static func words(_ tag: String) -> String {
    if let known = names.first(where: { $0.tag.lowercased() == tag.lowercased() }) {
      return known.name
    }
    let first = tag.split(separator: "-").first.map { $0.lowercased() }
    guard let known = names.first(where: { $0.tag == first }) else { return tag }
    return "\(known.name) (\(tag))"
  }

  private static func isSubtag(_ part: Substring) -> Bool {
    (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// A name of which four letters at least are typed.
  private static func onlyOne(beginningWith typed: String) -> String? {
    guard typed.count >= 4 else { return nil }
    let found = names.filter { $0.name.lowercased().hasPrefix(typed) }
    return found.count == 1 ? found[0].tag : nil
  }

  private static let names: [(tag: String, name: String)] = [
    ("en", "English"), ("es", "Spanish"), ("ase", "American Sign Language"), ("am", "Amharic"),
    ("ar", "Arabic"), ("hy", "Armenian"), ("bn", "Bengali"), ("bs", "Bosnian"),
    ("my", "Burmese"), ("yue", "Cantonese"), ("zh", "Chinese"), ("hr", "Croatian"),
    ("cs", "Czech"), ("prs", "Dari"), ("nl", "Dutch"), ("fa", "Persian"), ("fa", "Farsi"),
    ("fr", "French"), ("de", "German"), ("el", "Greek"), ("gu", "Gujarati"),
    ("ht", "Haitian Creole"), ("he", "Hebrew"), ("hi", "Hindi"), ("hmn", "Hmong"),
    ("hu", "Hungarian"), ("ig", "Igbo"), ("ilo", "Ilocano"), ("it", "Italian"),
    ("ja", "Japanese"), ("kar", "Karen"), ("km", "Khmer"), ("rw", "Kinyarwanda"),
    ("ko", "Korean"), ("lo", "Lao"), ("cmn", "Mandarin"), ("mh", "Marshallese"),
    ("nv", "Navajo"), ("ne", "Nepali"), ("om", "Oromo"), ("ps", "Pashto"), ("pl", "Polish"),
    ("pt", "Portuguese"), ("pa", "Punjabi"), ("ro", "Romanian"), ("ru", "Russian"),
    ("sm", "Samoan"), ("sr", "Serbian"), ("so", "Somali"), ("sw", "Swahili"),
    ("tl", "Tagalog"), ("ta", "Tamil"), ("te", "Telugu"), ("th", "Thai"), ("ti", "Tigrinya"),
    ("tr", "Turkish"), ("uk", "Ukrainian"), ("ur", "Urdu"), ("vi", "Vietnamese"),
    ("yi", "Yiddish"), ("yo", "Yoruba"),
  ]
}
