/// What is entered about a stay beside its course.
///
/// - Source: `domain.md` 4.2.
extension ProgramData {
  /// Refuses facts that can't be so, where they are new or were changed.
  ///
  /// What stood there before, and what goes on from another stay, stands in nobody's way.
  func checkFacts(of stay: Episode, since before: Episode?, today: CalendarDate)
    throws(RuleViolation)
  {
    if let before { try checkIsOpen(before, after: stay, today: today) }
    let leaves = stay.leaves.filter { before?.leaves.contains($0) != true }
    let units = stay.authorizations.filter { before?.authorizations.contains($0) != true }
    guard leaves.allSatisfy({ $0.from <= $0.to ?? $0.from }), units.allSatisfy({ $0.from <= $0.to })
    else { throw .fact(.to, "The last day is before the first.") }
    let known = [before].compactMap(\.self) + episodes.values.filter { $0.id != stay.id }
    if !known.contains(where: { $0.diagnoses == stay.diagnoses }) {
      try stay.diagnoses.checkRules()
    }
    if let minutes = stay.weeklyMinutesOverride,
      !known.contains(where: { $0.weeklyMinutesOverride == minutes }),
      !Episode.weeklyMinutes.contains(minutes)
    {
      throw .fact(.weeklyHours, "A week has up to 168 hours; nothing is what the rules ask for.")
    }
    guard let mandate = stay.legalMandate, mandate != before?.legalMandate else { return }
    guard mandate.agency.hasWords else {
      throw .fact(.mandate, "Which court or agency is it? Nothing in all three is no mandate.")
    }
    if let days = mandate.reportEveryDays, !LegalMandate.reportDays.contains(days) {
      throw .fact(.mandate, "A report is due every 1 to 366 days, or at no fixed time.")
    }
  }

  /// A stay that is over is only read.
  private func checkIsOpen(
    _ before: Episode,
    after: Episode,
    today: CalendarDate
  ) throws(RuleViolation) {
    guard let end = before.dischargedOn, end < today, after.dischargedOn == end else { return }
    var same = before
    same.copyFacts(of: after)
    guard same != before else { return }
    throw .wrongState(Episode.isOver(since: end))
  }
}

extension Episode {
  package static let weeklyMinutes = 1...10_080

  /// Why nothing is entered about a stay that is over, and what to do instead.
  package static func isOver(since end: CalendarDate) -> String {
    "The stay ended on \(end.shortName) and is only read. What was wrong goes into an addendum of a "
      + "note; who is back is admitted again: . a"
  }

  /// Takes over what is entered beside the course of a stay.
  fileprivate mutating func copyFacts(of other: Episode) {
    referralSource = other.referralSource
    diagnoses = other.diagnoses
    payer = other.payer
    legalMandate = other.legalMandate
    weeklyMinutesOverride = other.weeklyMinutesOverride
  }
}

extension Diagnosis {
  package static let criteria = 0...11

  /// Whether a text has the shape of an ICD-10 code: "F10.20", "F1020", "F41".
  package static func isCode(_ text: String) -> Bool {
    let letters = Array(text.utf8)
    guard letters.count >= 3, isLetter(letters[0]), isDigit(letters[1]), isDigit(letters[2]) else {
      return false
    }
    var rest = letters[3...]
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      if rest.isEmpty { return false }
    }
    return rest.count <= 4 && rest.allSatisfy { isLetter($0) || isDigit($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension [Diagnosis] {
  fileprivate func checkRules() throws(RuleViolation) {
    for one in self {
      guard Diagnosis.isCode(one.icd10) else {
        throw .fact(.diagnoses, "\"\(one.icd10)\" isn't an ICD-10 code, such as F10.20.")
      }
      if let met = one.criteriaMet, !Diagnosis.criteria.contains(met) {
        throw .fact(.diagnoses, "\(one.icd10): of 11 criteria \(met) can't be met.")
      }
    }
    guard isEmpty || count(where: \.isPrimary) == 1 else {
      throw .fact(.diagnoses, "One diagnosis is the primary one.")
    }
  }
}
