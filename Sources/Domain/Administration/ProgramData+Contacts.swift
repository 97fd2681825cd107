/// Rules of what is known of a client beside name and code, and of two who must not meet.
///
/// - Source: `domain.md` 4.1.
extension ProgramData {
  /// Contacts, times, supports and alerts that can't be so.
  func checkContacts(of client: Client, today: CalendarDate) throws(RuleViolation) {
    for one in client.constraints where one.from >= one.to {
      throw .fact(.constraint, "\(one.from)-\(one.to) ends before it begins.")
    }
    for person in client.supports where !person.name.hasWords || !person.relation.hasWords {
      throw .fact(.support, "Somebody who supports a client has a name and a relation.")
    }
    for phone in client.phones where !phone.number.hasWords {
      throw .fact(.phone, "A phone has a number.")
    }
    if client.notToPairWith.contains(client.id) {
      throw .fact(.notTogether, "That is the client; choose somebody else.")
    }
    if let email = client.email, !email.isAddress {
      throw .fact(.email, "\(email) is no e-mail address, such as ann@example.com.")
    }
    if let notice = client.part2NoticeGivenAt, program.zone.date(of: notice) > today {
      throw .fact(.notice, "That day is still to come.")
    }
  }

  /// A phone that was entered has a number in it.
  ///
  /// What stood there before stands in nobody's way.
  func checkPhones(of client: Client, since before: Client?) throws(RuleViolation) {
    let known = Set((before?.phones ?? []).map(\.number))
    for phone in client.phones where !known.contains(phone.number) {
      guard phone.number.contains(where: \.isNumber) else {
        throw .fact(.phone, "\"\(phone.number)\" has no number in it, such as 555-0103.")
      }
    }
  }

  /// Who must not meet stands in both records: the edits of the others' that go with a client's.
  ///
  /// Only what changes: a pair that stands in one record alone since before is left as it is.
  func editsOfOthers(with client: Client) -> [Edit] {
    let before = Set(clients[client.id]?.notToPairWith ?? [])
    let after = Set(client.notToPairWith)
    let others = before.symmetricDifference(after).subtracting([client.id])
    return others.sorted().compactMap { id in
      guard let other = clients[id]?.bare else { return nil }
      var changed = other
      if !after.contains(id) {
        changed.alerts.removeAll { $0.isNotToPair(with: client.id) }
      } else if !other.notToPairWith.contains(client.id) {
        changed.alerts.append(ClientAlert(kind: .known(.doNotPair), otherClient: client.id))
      }
      return changed == other ? nil : .client(id, RecordEdit(before: other, after: changed))
    }
  }

  /// Where one record becomes another, those who must not meet the client are told of the one that stays.
  func editsOfOthers(notToMeet gone: ClientID, but stays: ClientID) -> [Edit] {
    let others = clients.values.filter {
      $0.id != stays && $0.enteredInError == nil && $0.notToPairWith.contains(gone)
    }
    return others.sorted { $0.id < $1.id }.map { other in
      var changed = other.bare
      changed.alerts = []
      for var alert in other.alerts {
        if alert.isNotToPair(with: gone) { alert.otherClient = stays }
        if !changed.alerts.contains(alert) { changed.alerts.append(alert) }
      }
      return .client(other.id, RecordEdit(before: other.bare, after: changed))
    }
  }
}

extension ClientAlert {
  fileprivate func isNotToPair(with client: ClientID) -> Bool {
    kind == .known(.doNotPair) && otherClient == client
  }
}

extension String {
  /// Something before and behind one "@", without spaces.
  fileprivate var isAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !contains(where: \.isWhitespace)
  }
}
