/// Diagnoses as people type them, a line each: "F10.20 alcohol 6", "F11.21 opioid 7 early remission".
///
/// The first line is the primary one. Severity is never typed: it follows from the criteria.
package enum TypedDiagnoses {
  package static let help =
    "A line each, the primary first: code, substance, criteria met of 11, such as F10.20 alcohol 6 "
    + "or F11.21 opioid 7 early remission. Severity follows."
  package static let most = 20

  /// Reads typed diagnoses.
  ///
  /// - Parameters:
  ///   - text: Lines; empty ones are passed over.
  ///   - old: What stood there: what isn't typed of it, such as the day, stays with its code; nil
  ///     where that isn't known, and any word may stand before "remission".
  /// - Returns: The diagnoses, or what is wrong with the first line that can't be read.
  package static func parse(
    _ text: String,
    keeping old: [Diagnosis]? = nil
  ) -> Result<[Diagnosis], TypedFlaw> {
    let lines = text.split(whereSeparator: \.isNewline)
      .filter { !$0.allSatisfy(\.isWhitespace) }
    guard lines.count <= most else { return .failure(TypedFlaw("At most \(most) diagnoses.")) }
    let codes = lines.map { code(of: $0) }
    let gone = old?.filter { !codes.contains($0.icd10) } ?? []
    var found: [Diagnosis] = []
    for (line, code) in zip(lines, codes) {
      let family = code.prefix(3)
      let before =
        old?.first { $0.icd10 == code } ?? gone.first { $0.icd10.prefix(3) == family }
      switch read(line, keeping: before, isKnown: old != nil) {
      case .failure(let flaw): return .failure(flaw)
      case .success(var one):
        guard !found.contains(where: { $0.icd10 == one.icd10 }) else {
          return .failure(TypedFlaw("\(one.icd10) stands there twice."))
        }
        one.isPrimary = found.isEmpty
        found.append(one)
      }
    }
    return .success(found)
  }

  /// The diagnoses as they may be typed again, the primary one first; empty for none.
  package static func words(_ diagnoses: [Diagnosis]) -> String {
    inOrder(diagnoses).map(words).joined(separator: "\n")
  }

  /// The primary one first, else as they were entered.
  package static func inOrder(_ diagnoses: [Diagnosis]) -> [Diagnosis] {
    diagnoses.filter(\.isPrimary) + diagnoses.filter { !$0.isPrimary }
  }

  private static func words(_ one: Diagnosis) -> String {
    var parts = [one.icd10]
    if let substance = one.substance { parts.append(substance) }
    if let met = one.criteriaMet { parts.append("\(met)") }
    if let remission = one.remission, remission != .known(.none) {
      parts.append("\(remission.stored) remission")
    }
    return parts.joined(separator: " ")
  }

  private static func parts(of line: Substring) -> [String] {
    line.split { $0.isWhitespace || ",;()".contains($0) }.map(String.init)
  }

  /// The first word as a code is written: "F10.20" also for "f1020".
  private static func code(of line: Substring) -> String {
    let code = parts(of: line).first?.uppercased() ?? ""
    guard Diagnosis.isCode(code), code.count > 3, !code.contains(".") else { return code }
    return code.prefix(3) + "." + code.dropFirst(3)
  }

  private static func read(
    _ line: Substring,
    keeping before: Diagnosis?,
    isKnown: Bool
  ) -> Result<Diagnosis, TypedFlaw> {
    var parts = parts(of: line)
    let code = code(of: line)
    guard Diagnosis.isCode(code) else {
      return .failure(TypedFlaw("\"\(parts.first ?? "")\" isn't an ICD-10 code, such as F10.20."))
    }
    parts.removeFirst()
    var one = Diagnosis(icd10: code)
    one.diagnosedOn = before?.diagnosedOn
    if parts.last?.lowercased() == "remission" {
      parts.removeLast()
      let word = parts.popLast()?.lowercased() ?? ""
      if parts.last?.lowercased() == "in" { parts.removeLast() }
      one.remission = remission(word, before)
      guard one.remission != nil || !isKnown else {
        return .failure(TypedFlaw("\(one.icd10): remission is early or sustained."))
      }
    } else {
      one.remission = before?.remission.map { _ in .known(.none) }
    }
    if let last = takeNumber(from: &parts) {
      guard let met = Int(last), Diagnosis.criteria.contains(met) else {
        return .failure(TypedFlaw("\(one.icd10): the criteria met are 0 to 11, not \(last)."))
      }
      one.criteriaMet = met
    }
    if let word = parts.last?.lowercased(), Severity(rawValue: word) != nil {
      return .failure(
        TypedFlaw("\(one.icd10): severity isn't typed, it follows from how many criteria are met.")
      )
    }
    one.substance = parts.isEmpty ? nil : parts.joined(separator: " ")
    return .success(one)
  }

  /// "6" of "6", "6/11" and "6 of 11" at the end; nil where there is no number.
  private static func takeNumber(from parts: inout [String]) -> String? {
    if parts.suffix(2) == ["of", "11"] { parts.removeLast(2) }
    guard var last = parts.last else { return nil }
    if last.hasSuffix("/11") { last.removeLast(3) }
    guard !last.isEmpty, last.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    parts.removeLast()
    return last
  }

  /// A word of a newer version stands as it is.
  private static func remission(_ word: String, _ before: Diagnosis?) -> Coded<Remission>? {
    switch word {
    case "early": .known(.early)
    case "sustained": .known(.sustained)
    case "no", "none": .known(.none)
    default: before?.remission?.stored == word ? before?.remission : nil
    }
  }
}

extension Diagnosis {
  /// "F10.20 alcohol, severe (6 of 11), early remission".
  package var words: String {
    var parts = [[icd10, substance].compactMap(\.self).joined(separator: " ")]
    if let criteriaMet, let severity {
      parts.append("\(severity.rawValue) (\(criteriaMet) of 11)")
    }
    if let remission, remission != .known(.none) { parts.append("\(remission.stored) remission") }
    return parts.joined(separator: ", ")
  }
}

/// Hours of a week as people type them: "9", "9.5", "9:30".
package enum TypedWeekHours {
  package static let help = "Read as hours of a week: 6, 9.5, 9:30."

  /// Whole minutes, 1...10080; nil for what isn't hours of a week.
  package static func parse(_ text: String) -> Int? {
    let isClock = text.contains(":")
    let parts = text.split(omittingEmptySubsequences: false) { ":.,".contains($0) }.map(String.init)
    guard parts.count <= 2, let hours = number(parts[0], digits: 1...3) else { return nil }
    var minutes = hours * 60
    if parts.count == 2 {
      guard let rest = number(parts[1], digits: isClock ? 2...2 : 1...2) else { return nil }
      guard !isClock || rest < 60 else { return nil }
      let hundredths = parts[1].utf8.count == 1 ? rest * 10 : rest
      minutes += isClock ? rest : (hundredths * 60 + 50) / 100
    }
    return Episode.weeklyMinutes.contains(minutes) ? minutes : nil
  }

  /// The minutes as they may be typed again.
  package static func words(_ minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    if rest == 0 { return "\(hours)" }
    if rest.isMultiple(of: 6) { return "\(hours).\(rest / 6)" }
    return "\(hours):\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
