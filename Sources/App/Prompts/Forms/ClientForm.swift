import Domain

/// Admitting a client, and changing what is known of one.
extension AppState {
  func clientForm(_ id: ClientID?, at field: FieldID? = nil) -> Form {
    let client = id.flatMap { data.clients[$0] }
    let fields = personFields(client) + stayFields(client)
    let place = fields.firstIndex { $0.id == (field ?? .firstName) } ?? 0
    return Form(
      .client(client?.id),
      title: client.map { "Change \(name(of: $0.id))" } ?? "New client",
      fields: fields,
      at: place
    )
  }

  private func personFields(_ client: Client?) -> [FormField] {
    let code =
      client?.mrn
      ?? RecordCode.next(after: data.clients.values.map(\.mrn), orElse: "C01")
    let kinds = Set(client?.alerts.compactMap { $0.kind.value?.rawValue } ?? [])
    let alerts = FormChoices.alerts.filter { kinds.contains($0.id) }
    let voicemail = client?.phones.first.map { $0.okVoicemail ? "yes" : "no" } ?? "no"
    return [
      FormField(.code, "Code", .text, .typed(code), help: "The record number.", isRequired: true),
      FormField(
        .firstName,
        "First name",
        .text,
        FormChoices.typed(client?.legalFirst),
        help: "The legal first name.",
        isRequired: true
      ),
      FormField(
        .lastName,
        "Last name",
        .text,
        FormChoices.typed(client?.legalLast),
        help: "The legal last name.",
        isRequired: true
      ),
      FormField(
        .birthDate,
        "Birth date",
        .date,
        FormChoices.typed(client?.birthDate.description),
        help: "With the year: 3/14/1988, 14 Mar 1988, 1988-03-14.",
        isRequired: true
      ),
      FormField(
        .preferredName,
        "Goes by",
        .text,
        FormChoices.typed(client?.preferredName),
        help: "The first name to be used, where it isn't the legal one."
      ),
      FormField(.pronouns, "Pronouns", .text, FormChoices.typed(client?.pronouns)),
      FormField(.phone, "Phone", .text, FormChoices.typed(client?.phones.first?.number)),
      FormField(
        .voicemail,
        "Voicemail",
        .choice(FormChoices.yesNo),
        FormChoices.one(voicemail, of: FormChoices.yesNo),
        help: "Whether a message may be left; no until the client allows it.",
        isRequired: true
      ),
      FormField(.alerts, "Alerts", .choices(FormChoices.alerts), .chosen(alerts)),
    ]
  }

  private func stayFields(_ client: Client?) -> [FormField] {
    let stay = client.flatMap { openStay(of: $0.id) }
    let like = client == nil ? clients.last : nil
    let counselor =
      stay?.counselors.last?.staffID ?? (client == nil ? like?.counselor ?? staffID : nil)
    var fields = [
      FormField(
        .admittedOn,
        "Admitted",
        .date,
        .typed(stay?.admittedOn.description ?? (client == nil ? today.description : "")),
        help: "Nothing where the client isn't admitted yet. " + TypedDate.help
      ),
      FormField(
        .level,
        "Level",
        .choice(FormChoices.levels),
        FormChoices.one(stay?.levels.last?.level ?? like?.level, of: FormChoices.levels),
        isRequired: true
      ),
      FormField(
        .track,
        "Track",
        .choice(FormChoices.tracks),
        FormChoices.one(stay?.track.stored ?? like?.track, of: FormChoices.tracks),
        isRequired: true
      ),
      FormField(
        .counselor,
        "Counselor",
        .pick(.staff, isMany: false),
        counselor.map { .chosen([choice(of: $0)]) } ?? .nothing
      ),
    ]
    if client == nil {
      fields.append(
        FormField(
          .groups,
          "Groups",
          .pick(.groups, isMany: true),
          .chosen((like?.groups ?? []).filter { data.groups[$0] != nil }.map(choice(of:))),
          help:
            "A place in each from the admission on; the next client's form begins with the same. "
            + "Letters or Space search, Backspace takes the last one off."
        )
      )
    }
    if stay != nil {
      fields.append(
        FormField(
          .changedFrom,
          "From",
          .date,
          .typed("today"),
          help: "From when on another level or counselor holds. " + TypedDate.help
        )
      )
    }
    return fields
  }

  func openStay(of client: ClientID) -> Episode? {
    data.episodes.values.first { $0.clientID == client && $0.isOpen(on: today) }
      ?? data.episodes.values.first {
        $0.clientID == client && $0.dischargedOn == nil && $0.enteredInError == nil
      }
  }

  /// Takes a new client in, or changes what is known of one.
  mutating func keepClient(_ id: ClientID?, _ form: Form, _ values: FormValues) -> [Effect] {
    let groups = values.all(.groups).map { GroupID($0) }
    if !groups.isEmpty, values.date(.admittedOn) == nil {
      return refuse(form, "A place begins with an admission; Backspace empties this.", at: .groups)
    }
    let effects = perform(clientRequest(id, values), of: form, values)
    if id == nil, prompt == nil, values.date(.admittedOn) != nil {
      clients.last = LastAdmission(
        level: values.one(.level),
        track: values.one(.track),
        counselor: values.identifier(.counselor),
        groups: groups
      )
    }
    return effects
  }

  /// The client, the stay and the places as the answers have them.
  private mutating func clientRequest(
    _ id: ClientID?,
    _ values: FormValues
  ) -> AdministrationRequest {
    let old = id.flatMap { data.clients[$0] }
    var client =
      old
      ?? Client(
        id: ids.next(.client),
        mrn: "",
        legalFirst: "",
        legalLast: "",
        birthDate: today
      )
    client.mrn = values.text(.code) ?? client.mrn
    client.legalFirst = values.text(.firstName) ?? client.legalFirst
    client.legalLast = values.text(.lastName) ?? client.legalLast
    client.preferredName = values.text(.preferredName)
    client.pronouns = values.text(.pronouns)
    client.birthDate = values.date(.birthDate) ?? client.birthDate
    setPhone(values, of: &client)
    setAlerts(values, of: &client)
    if old == nil, values.date(.admittedOn) == nil {
      client.intake = [IntakeStep(.inquiry, on: today)]
    }
    let stay = stay(of: client.id, values)
    let groups = values.all(.groups).map { GroupID($0) }
    guard let stay, !groups.isEmpty else { return .client(client, stay) }
    let places = groups.map { group in
      PlaceInGroup(
        Enrollment(
          id: ids.next(.enrollment),
          clientID: client.id,
          episodeID: stay.id,
          from: stay.admittedOn
        ),
        in: group
      )
    }
    return .admit(client, stay, places)
  }

  private func setPhone(_ values: FormValues, of client: inout Client) {
    guard let number = values.text(.phone) else {
      if !client.phones.isEmpty { client.phones.removeFirst() }
      return
    }
    var phone = client.phones.first ?? Phone(number: number)
    phone.number = number
    phone.okVoicemail = values.one(.voicemail) == "yes"
    client.phones = [phone] + client.phones.dropFirst()
  }

  /// Alerts with a note or another person stay as they are.
  private func setAlerts(_ values: FormValues, of client: inout Client) {
    let offered = Set(FormChoices.alerts.map(\.id))
    let chosen = values.all(.alerts)
    client.alerts.removeAll { offered.contains($0.kind.stored) && !chosen.contains($0.kind.stored) }
    for word in chosen where !client.alerts.contains(where: { $0.kind.stored == word }) {
      client.alerts.append(ClientAlert(kind: Coded(stored: word)))
    }
  }

  private mutating func stay(of client: ClientID, _ values: FormValues) -> Episode? {
    guard let admitted = values.date(.admittedOn) else { return nil }
    let old = openStay(of: client)
    var stay =
      old ?? Episode(id: ids.next(.episode), clientID: client, admittedOn: admitted)
    let isMoved = stay.admittedOn != admitted
    stay.track = Coded(stored: values.one(.track) ?? stay.track.stored)
    if isMoved { moveStart(of: &stay, to: admitted) }
    let from = old == nil ? admitted : max(values.date(.changedFrom) ?? today, admitted)
    if let level = values.one(.level) { stay.set(level: level, from: from, by: staffID) }
    if let counselor = values.identifier(.counselor, of: Staff.self) {
      stay.set(counselor: counselor, from: from)
    }
    return stay
  }

  private func moveStart(of stay: inout Episode, to date: CalendarDate) {
    if stay.levels.first?.from == stay.admittedOn { stay.levels[0].from = date }
    if stay.counselors.first?.from == stay.admittedOn { stay.counselors[0].from = date }
    stay.admittedOn = date
  }
}
