/// A client's phones and what may be said there, as people type them: a line each, the first is the
/// main one.
///
/// | typed | meaning |
/// |---|---|
/// | `555-0103` | a mobile phone that may be called: no texts, no voicemail |
/// | `555-0103 home, no calls, text` | texts alone |
/// | `555-0103, voicemail first name, 9-17` | a message with the first name alone; safe from 9 to 17 |
/// | `"0103, ask for Ann" work, hours after 5` | a number and hours in words |
package enum TypedPhones {
  package static let help =
    "A line each, main one first: 555-0103 mobile, call, text, voicemail first name, 9-17. "
    + "Or home, work, no calls, voicemail program."

  /// Reads the lines; a word that isn't understood is named.
  package static func parse(_ text: String) throws(TypedFlaw) -> [Phone] {
    var phones: [Phone] = []
    for line in text.typedLines {
      let phone = try read(line)
      if phones.contains(where: { $0.number == phone.number }) {
        throw TypedFlaw("\(phone.number) stands there twice.")
      }
      phones.append(phone)
    }
    return phones
  }

  /// A line as it may be typed again.
  package static func line(_ phone: Phone) -> String {
    let number = phone.number.filter { $0 != "\"" && !$0.isNewline }
    let isPlain = !number.isEmpty && number.split(separator: " ").allSatisfy(isOfNumber)
    var parts = ["\(isPlain ? number : "\"\(number)\"") \(String.typedWord(phone.kind))"]
    parts.append(phone.okToCall ? "call" : "no calls")
    if phone.okToText { parts.append("text") }
    if phone.okVoicemail { parts.append("voicemail" + script(phone.voicemailScript)) }
    if let hours = phone.safeHours {
      let parted = hours.split { $0 == "," || $0.isNewline }.map(\.withoutOuterSpaces)
      parts += parted.map { isHours($0) ? $0 : "hours \($0)" }
    }
    return parts.joined(separator: ", ")
  }

  private static func script(_ script: Coded<VoicemailScript>) -> String {
    switch script {
    case .known(.noMessage): ""
    case .known(.firstNameOnly): " first name"
    case .known(.programNamed): " program"
    case .unknown(let word): " \"\(word)\""
    }
  }

  private static func read(_ line: String) throws(TypedFlaw) -> Phone {
    var rest = line[...]
    var number = ""
    if rest.first == "\"" {
      rest.removeFirst()
      number = rest.prefix { $0 != "\"" }.withoutOuterSpaces
      rest = rest.drop { $0 != "\"" }.dropFirst()
    }
    var parts = rest.split(separator: ",", omittingEmptySubsequences: false)
      .map(\.withoutOuterSpaces)
    if number.isEmpty {
      let words = (parts.first ?? "").split(separator: " ")
      let digits = words.prefix(while: isOfNumber)
      number = digits.joined(separator: " ")
      parts[0] = words.dropFirst(digits.count).joined(separator: " ")
    }
    guard number.contains(where: \.isNumber) else {
      throw TypedFlaw("\"\(line)\" begins with no number. \(help)")
    }
    var phone = Phone(number: number)
    for part in parts where !part.isEmpty { try take(part, into: &phone) }
    return phone
  }

  /// A word with a digit in it, a mark, or what stands before an extension.
  private static func isOfNumber(_ word: Substring) -> Bool {
    let marks = "0123456789+-().#/xX"
    return word.allSatisfy(marks.contains) || word.lowercased() == "ext" || word == "ext."
  }

  private static func take(_ part: String, into phone: inout Phone) throws(TypedFlaw) {
    let words = part.lowercased().split(separator: " ").map(String.init)
    switch (words.first ?? "", words.dropFirst().first) {
    case ("call", nil), ("calls", nil): phone.okToCall = true
    case ("no", "call"?) where words.count == 2, ("no", "calls"?) where words.count == 2:
      phone.okToCall = false
    case ("text", nil), ("texts", nil): phone.okToText = true
    case ("no", "text"?) where words.count == 2, ("no", "texts"?) where words.count == 2:
      phone.okToText = false
    case ("no", "voicemail"?) where words.count == 2: phone.okVoicemail = false
    case ("voicemail", _):
      phone.okVoicemail = true
      phone.voicemailScript = try script(of: part)
    case ("hours", _?): add(hours: part.dropFirst("hours".count).withoutOuterSpaces, to: &phone)
    case ("cell", nil): phone.kind = .known(.mobile)
    default:
      if isHours(part) { return add(hours: part, to: &phone) }
      guard let kind = part.typedWord(of: PhoneKind.allCases) else {
        throw TypedFlaw("\"\(part)\" isn't understood. \(help)")
      }
      phone.kind = kind
    }
  }

  private static func script(of part: String) throws(TypedFlaw) -> Coded<VoicemailScript> {
    let what = part.dropFirst("voicemail".count).withoutOuterSpaces
    if what.isEmpty { return .known(.noMessage) }
    guard let script = what.typedWord(of: VoicemailScript.allCases) else {
      throw TypedFlaw("\"\(part)\": voicemail, voicemail first name, or voicemail program.")
    }
    return script
  }

  private static func add(hours: String, to phone: inout Phone) {
    phone.safeHours = phone.safeHours.map { "\($0), \(hours)" } ?? hours
  }

  /// "9-17", "after 5", "before noon".
  private static func isHours(_ part: String) -> Bool {
    let text = part.lowercased()
    return text.first?.isNumber == true || text.hasPrefix("after ") || text.hasPrefix("before ")
  }
}
