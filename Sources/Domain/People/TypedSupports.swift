/// Who stands by a client, as people type it: a line each, with name and relation.
package enum TypedSupports {
  package static let help =
    "A line each: name, relation. Their names are kept out of other clients' notes."

  /// Reads the lines; one without a name or a relation is named.
  package static func parse(_ text: String) throws(TypedFlaw) -> [SupportPerson] {
    var people: [SupportPerson] = []
    for line in text.typedLines {
      let parts = line.split(separator: ",", maxSplits: 1).map(\.withoutOuterSpaces)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw TypedFlaw("\"\(line)\": name, relation, with a comma between, such as Ann Lee, aunt.")
      }
      people.append(SupportPerson(name: parts[0], relation: parts[1]))
    }
    return people
  }

  /// A line as it may be typed again.
  package static func line(_ person: SupportPerson) -> String {
    let name = person.name.filter { $0 != "," && !$0.isNewline }
    return "\(name), \(person.relation.filter { !$0.isNewline })"
  }
}

/// Alerts that need no other client, as people type them: a line each, with a note behind a comma.
package enum TypedAlerts {
  /// What may be typed; alerts about two clients are entered otherwise.
  package static let kinds = AlertKind.allCases.filter { $0 != .doNotPair && $0 != .nameAlert }

  package static let help =
    "A line each, with a note behind a comma: allergy, penicillin. Also suicide risk, overdose risk, "
    + "violence risk, no contact person, court mandated, minor, pregnancy, mobility."

  /// Whether an alert is one of those that are typed.
  package static func isTyped(_ alert: ClientAlert) -> Bool {
    guard alert.otherClient == nil, let kind = alert.kind.value else { return false }
    return kinds.contains(kind)
  }

  /// Reads the lines; a word that is no alert is named.
  package static func parse(_ text: String) throws(TypedFlaw) -> [ClientAlert] {
    var alerts: [ClientAlert] = []
    for line in text.typedLines {
      let end = line.firstIndex { $0 == "," || $0 == ":" } ?? line.endIndex
      guard let kind = line[..<end].typedWord(of: kinds) else {
        throw TypedFlaw("\"\(line[..<end])\" isn't an alert. \(help)")
      }
      let note = line[end...].dropFirst().withoutOuterSpaces
      let alert = ClientAlert(kind: kind, note: note.isEmpty ? nil : note)
      if !alerts.contains(alert) { alerts.append(alert) }
    }
    return alerts
  }

  /// A line as it may be typed again.
  package static func line(_ alert: ClientAlert) -> String {
    let note = alert.note.map { ", \($0.filter { !$0.isNewline })" } ?? ""
    return String.typedWord(alert.kind) + note
  }
}
