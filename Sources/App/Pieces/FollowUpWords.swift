package import Domain

/// Attempts to reach a client and decisions about one, in words.
package enum FollowUpWords {
  static func words(of edit: RecordEdit<FollowUp>, in state: AppState) -> String? {
    guard let made = edit.after ?? edit.before else { return nil }
    let name = state.name(of: made.clientID)
    guard edit.after != nil else { return "\(name): not kept, \(what(made))" }
    var words = "\(name) -> \(what(made))"
    if let next = made.nextDueAt { words += ", again \(ChangeWords.moment(next, in: state))" }
    return words
  }

  /// "called: no answer", "step down": where it is said already whether the team decided it.
  static func saidAlone(_ made: FollowUp) -> String {
    guard made.kind == .known(.teamDecision) else { return what(made) }
    return made.words.map { "\(decision(made)), \($0)" } ?? decision(made)
  }

  private static func decision(_ made: FollowUp) -> String {
    made.decision.map { $0.value?.word ?? $0.stored } ?? "?"
  }

  /// "called: no answer", "team: step down".
  package static func what(_ made: FollowUp) -> String {
    var words: String
    switch made.kind {
    case .known(.outreach):
      let channel = made.channel.map { $0.value?.word ?? $0.stored } ?? "tried"
      let result = made.result.map { $0.value?.word ?? $0.stored } ?? "?"
      let isSent = made.channel == .known(.letter) && made.result == .known(.leftMessage)
      words = isSent ? channel : "\(channel): \(result)"
    case .known(.teamDecision):
      words = "team: \(decision(made))"
    case .unknown(let word): words = "unknown: \(word)"
    }
    if let said = made.words { words += ", \(said)" }
    return words
  }
}

/// What may be said to reach a client, and where.
package enum OutreachWords {
  /// Sentences, the most important first.
  ///
  /// - Parameters:
  ///   - client: Whose contacts.
  ///   - showsNumber: Whether numbers may stand on the screen.
  /// - Returns: At least one.
  /// - Source: BR-60; a voicemail that names the program can be a breach (42 CFR Part 2).
  package static func allowed(_ client: Client, showsNumber: Bool) -> [String] {
    guard let phone = client.phones.first(where: \.okToCall) ?? client.phones.first else {
      return ["No phone is known."]
    }
    let number = showsNumber ? " \(phone.number)" : ""
    guard phone.okToCall else { return ["No calls: the client doesn't want them."] + texts(client) }
    var words = ["Call\(number) (\(phone.kind.stored)), F8 shows the number."]
    if showsNumber { words = ["Call\(number) (\(phone.kind.stored))."] }
    if let hours = phone.safeHours { words.append("Safe hours: \(hours).") }
    words.append(voicemail(phone))
    return words + texts(client)
  }

  private static func voicemail(_ phone: Phone) -> String {
    guard phone.okVoicemail else { return "No voicemail: leave no message." }
    switch phone.voicemailScript {
    case .known(.firstNameOnly):
      return "Voicemail: your first name and a number, nothing of the program."
    case .known(.programNamed): return "Voicemail: the program may be named."
    case .known(.noMessage), .unknown:
      return "Voicemail is allowed: ask for a call back, no more."
    }
  }

  private static func texts(_ client: Client) -> [String] {
    client.phones.contains(where: \.okToText) ? ["Texts are allowed: nothing of treatment."] : []
  }

  /// A letter to a client who couldn't be reached; nothing in it is about treatment.
  package static func letter(
    to client: Client,
    from staff: Staff?,
    on date: CalendarDate
  ) -> [String] {
    let address = client.address.map { $0.split(separator: "\n").map(String.init) } ?? []
    return [client.legalFirst + " " + client.legalLast] + address + [
      "", date.shortName, "", "Dear \(client.firstName),", "",
      "I have tried to reach you and would be glad to hear from you.",
      "Please call me when you can. If something keeps you from coming,",
      "we will look for a way together. Your place is kept for now.", "",
      "Kind regards,", "", staff?.name ?? "",
    ]
  }
}
