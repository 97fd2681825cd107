import Domain

/// What is known of a client beside name, code and stay: times, contacts, who supports, who isn't to be
/// met.
extension AppState {
  func clientFactsForm(_ id: ClientID, at field: FieldID = .cantCome) -> Form? {
    guard let client = data.clients[id] else { return nil }
    let fields = lineFields(client) + peopleFields(client) + contactFields(client)
    return Form(
      .clientFacts(id),
      title: "Change \(name(of: id)): contacts and times",
      fields: fields,
      at: fields.firstIndex { $0.id == field } ?? 0
    )
  }

  private func lines(
    _ id: FieldID,
    _ label: String,
    _ kind: LineKind,
    _ lines: [String]
  ) -> FormField {
    FormField(id, label, .lines(kind), FormChoices.typed(lines.joined(separator: "\n")))
  }

  private func lineFields(_ client: Client) -> [FormField] {
    [
      lines(.cantCome, "Can't come", .constraints, TypedConstraints.lines(client.constraints)),
      lines(.supports, "Support", .supports, client.supports.map(TypedSupports.line)),
      lines(.phones, "Phones", .phones, client.phones.map(TypedPhones.line)),
    ]
  }

  private func peopleFields(_ client: Client) -> [FormField] {
    let alerts = client.alerts.filter(TypedAlerts.isTyped).map(TypedAlerts.line)
    return [
      FormField(
        .notTogether,
        "Not together with",
        .pick(.clients, isMany: true),
        .chosen(notTogether(with: client).map(choice(of:))),
        help: "Who must not be in one room; it stands in both records. "
          + "Letters or Space search, Backspace takes the last one off."
      ),
      lines(.alerts, "Alerts", .alerts, alerts),
    ]
  }

  private func contactFields(_ client: Client) -> [FormField] {
    let language = client.language.map(TypedLanguage.words)
    let notice = client.part2NoticeGivenAt.map { data.program.zone.date(of: $0).description }
    return [
      FormField(.language, "Language", .language, FormChoices.typed(language)),
      FormField(
        .interpreter,
        "Interpreter",
        .choice(FormChoices.yesNo),
        FormChoices.one(client.interpreterNeeded ? "yes" : "no", of: FormChoices.yesNo),
        help: "Whether one is needed.",
        isRequired: true
      ),
      FormField(
        .address,
        "Address",
        .longText,
        FormChoices.typed(client.address),
        help: "As it stands on a letter."
      ),
      FormField(.email, "E-mail", .text, FormChoices.typed(client.email)),
      FormField(
        .genderIdentity,
        "Gender identity",
        .choice(FormChoices.genders),
        FormChoices.one(client.genderIdentity?.stored, of: FormChoices.genders)
      ),
      FormField(
        .sexForRecord,
        "Sex for record",
        .choice(FormChoices.genders),
        FormChoices.one(client.sexForRecord?.stored, of: FormChoices.genders),
        help: "As payer and state want it. Left and Right choose, or the first letter."
      ),
      FormField(
        .noticeGiven,
        "Notice given",
        .date,
        FormChoices.typed(notice),
        help: "When the client got the notice of 42 CFR part 2. " + TypedDate.help
      ),
    ]
  }

  /// Whom a client must not meet, by either record.
  private func notTogether(with client: Client) -> [ClientID] {
    client.notToPairWith + namedOnlyByOthers(client)
  }

  /// Those whose records alone say it.
  private func namedOnlyByOthers(_ client: Client) -> [ClientID] {
    data.clients.values.filter {
      $0.enteredInError == nil && $0.notToPairWith.contains(client.id)
        && !client.notToPairWith.contains($0.id)
    }.map(\.id).sorted()
  }

  /// Takes what is known of a client from the answers.
  mutating func keepFacts(of id: ClientID, _ form: Form, _ values: FormValues) -> [Effect] {
    guard let old = data.clients[id]?.bare else {
      return refuse(form, "This client's record isn't here any more.", at: nil)
    }
    let others = values.all(.notTogether).map { ClientID($0) }
    let pairsChange = Set(others) != Set(old.notToPairWith)
    // Who must not be met is changed in the other's record too.
    if pairsChange, !data.hasAllClients {
      awaited = .form(form)
      return [.loadCaseload]
    }
    if let other = namedOnlyByOthers(old).first(where: { !others.contains($0) }) {
      let name = choice(of: other).label
      return refuse(
        form,
        "That stands in the record of \(name); take it off there.",
        at: .notTogether
      )
    }
    var client = old
    do throws(TypedFlaw) {
      try setLines(values, of: &client)
    } catch {
      return refuse(form, error.words, at: nil)
    }
    setPairs(others, of: &client)
    setContacts(values, of: &client)
    let effects = perform(.client(client, nil), of: form, values)
    if prompt == nil, pairsChange { sayWhereTogether(client, before: old) }
    return effects
  }

  private func setLines(_ values: FormValues, of client: inout Client) throws(TypedFlaw) {
    let times = try TypedConstraints.parse(values.text(.cantCome) ?? "")
    if Set(times) != Set(client.constraints) { client.constraints = times }
    client.supports = kept(
      try TypedSupports.parse(values.text(.supports) ?? ""),
      over: client.supports,
      as: TypedSupports.line
    )
    client.phones = kept(
      try TypedPhones.parse(values.text(.phones) ?? ""),
      over: client.phones,
      as: TypedPhones.line
    )
    let old = client.alerts.filter(TypedAlerts.isTyped)
    let typed = try TypedAlerts.parse(values.text(.alerts) ?? "")
    let alerts = kept(typed, over: old, as: TypedAlerts.line)
    client.alerts.removeAll { old.contains($0) && !alerts.contains($0) }
    client.alerts += alerts.filter { !old.contains($0) }
  }

  /// What a line says as before stays as it is stored, with what no line can say.
  private func kept<Fact>(
    _ typed: [Fact],
    over old: [Fact],
    as line: (Fact) -> String
  ) -> [Fact] {
    typed.map { fact in old.first { line($0) == line(fact) } ?? fact }
  }

  private func setPairs(_ others: [ClientID], of client: inout Client) {
    client.alerts.removeAll { alert in
      alert.kind == .known(.doNotPair)
        && !(alert.otherClient.map { others.contains($0) } ?? true)
    }
    for other in others where !client.notToPairWith.contains(other) {
      client.alerts.append(ClientAlert(kind: .known(.doNotPair), otherClient: other))
    }
  }

  private func setContacts(_ values: FormValues, of client: inout Client) {
    client.language = values.text(.language)
    client.interpreterNeeded = values.one(.interpreter) == "yes"
    client.address = values.text(.address)
    client.email = values.text(.email)
    client.genderIdentity = values.one(.genderIdentity).map { Coded(stored: $0) }
    client.sexForRecord = values.one(.sexForRecord).map { Coded(stored: $0) }
    let zone = data.program.zone
    guard let day = values.date(.noticeGiven) else {
      client.part2NoticeGivenAt = nil
      return
    }
    if client.part2NoticeGivenAt.map({ zone.date(of: $0) }) == day { return }
    client.part2NoticeGivenAt = day == today ? now : zone.instant(day, .noon)
  }

  /// Names the groups in which somebody would meet whom they must not.
  private mutating func sayWhereTogether(_ client: Client, before old: Client) {
    let new = Set(client.notToPairWith).subtracting(old.notToPairWith)
    let groups = data.groups.values.filter { group in
      let here = Set(group.enrollments.filter { ($0.to ?? .latest) >= today }.map(\.clientID))
      return here.contains(client.id) && !new.isDisjoint(with: here)
    }
    guard !groups.isEmpty else { return }
    let codes = groups.map(\.code).sorted().joined(separator: ", ")
    say("\(status.text)  Both are in \(codes).", .warning)
  }
}
