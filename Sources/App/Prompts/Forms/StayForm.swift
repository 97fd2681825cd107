import Domain

/// The forms of a stay: from a first call to another admission.
extension AppState {
  func stayForm(_ step: StayStep, _ id: ClientID) -> Form? {
    guard let client = data.clients[id] else { return nil }
    let stays = data.stays(of: id)
    let (title, fields): (String, [FormField])
    switch step {
    case .intake(let kind): (title, fields) = (kind.word, intakeFields(kind))
    case .admission:
      title = stays.isEmpty ? "admission" : "admission \(stays.count + 1)"
      fields = admissionFields(client, last: stays.last)
    case .leave: (title, fields) = ("leave", leaveFields)
    case .comeBack: (title, fields) = ("back from leave", [Self.day("Back on", .from)])
    case .counselor: (title, fields) = ("transfer", transferFields(stays.last))
    case .level: (title, fields) = ("another level", levelFields(stays.last))
    case .authorization: (title, fields) = ("authorization", authorizationFields(stays.last))
    case .facts:
      guard let stay = openStay(of: id) else { return nil }
      (title, fields) = ("stay", stayFactsFields(stay))
    case .merge: (title, fields) = ("entered twice", mergeFields(client))
    case .discharge: (title, fields) = ("discharge", dischargeFields(stays.last))
    }
    return Form(.stay(step, id), title: "\(name(of: id)): \(title)", fields: fields)
  }

  private static func day(_ label: String, _ id: FieldID, _ text: String = "today") -> FormField {
    FormField(id, label, .date, .typed(text), isRequired: true)
  }

  private static func words(_ label: String, isRequired: Bool, _ help: String) -> FormField {
    FormField(.words, label, .text, help: help, isRequired: isRequired)
  }

  private func intakeFields(_ kind: IntakeKind) -> [FormField] {
    let groups = FormField(
      .groups,
      "Waits for",
      .pick(.groups, isMany: true),
      help: "Groups with no place now; nothing is any place. Letters or Space search."
    )
    let note = Self.words(
      kind == .declined ? "Why" : "Note",
      isRequired: kind == .declined,
      "A few words; they stand in the history."
    )
    return [Self.day("On", .from)] + (kind == .waitlisted ? [groups] : []) + [note]
  }

  private func admissionFields(_ client: Client, last: Episode?) -> [FormField] {
    let counselor = last?.counselors.last.map(\.staffID) ?? staffID
    let groups = last.map { lastGroups(of: $0) } ?? waitedFor(client)
    let own = data.rules(on: today).referralSources
    let referrals = FormChoices.adding(own, to: FormChoices.referrals)
    return [
      Self.day("Admitted", .from),
      FormField(
        .level,
        "Level",
        .choice(FormChoices.levels),
        FormChoices.one(last?.levels.last?.level, of: FormChoices.levels),
        isRequired: true
      ),
      FormField(
        .track,
        "Track",
        .choice(FormChoices.tracks),
        FormChoices.one(last?.track.stored, of: FormChoices.tracks),
        isRequired: true
      ),
      FormField(
        .counselor,
        "Counselor",
        .pick(.staff, isMany: false),
        counselor.map { .chosen([choice(of: $0)]) } ?? .nothing,
        isRequired: true
      ),
      FormField(
        .referral,
        "Referred by",
        .choice(referrals),
        FormChoices.one(last?.referralSource?.stored, of: referrals)
      ),
      FormField(.groups, "Groups", .pick(.groups, isMany: true), .chosen(groups.map(choice(of:)))),
    ]
  }

  /// The groups that a stay ended in and that are still held.
  private func lastGroups(of stay: Episode) -> [GroupID] {
    data.groups.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }
      .filter { group in
        (group.effectiveTo ?? .latest) >= today
          && group.enrollments.contains {
            $0.episodeID == stay.id && ($0.to ?? .latest) >= stay.dischargedOn ?? today
          }
      }
      .map(\.id)
  }

  private func waitedFor(_ client: Client) -> [GroupID] {
    let waiting = client.intake.last { $0.kind == .known(.waitlisted) }
    return (waiting?.groupIDs ?? []).filter { data.groups[$0] != nil }
  }

  private var leaveFields: [FormField] {
    [
      Self.day("From", .from),
      FormField(.to, "To", .date, help: "The last day; nothing where it isn't known yet."),
      Self.words("Reason", isRequired: true, "Such as surgery, travel, in jail."),
    ]
  }

  private func transferFields(_ stay: Episode?) -> [FormField] {
    [
      FormField(.counselor, "Counselor", .pick(.staff, isMany: false), isRequired: true),
      Self.day("From", .from),
    ]
  }

  private func levelFields(_ stay: Episode?) -> [FormField] {
    [
      FormField(
        .level,
        "Level",
        .choice(FormChoices.levels),
        FormChoices.one(stay?.level(on: today)?.level, of: FormChoices.levels),
        isRequired: true
      ),
      Self.day("From", .from),
      FormField(
        .cause,
        "As",
        .choice(FormChoices.levelReasons),
        help: "Nothing: step up or step down, as the levels say. "
          + "A taper may have fewer hours for a while."
      ),
      Self.words("Why", isRequired: true, "What the team goes by; it stands in the history."),
    ]
  }

  private func authorizationFields(_ stay: Episode?) -> [FormField] {
    [
      FormField(
        .kind,
        "Payer",
        .choice(FormChoices.payers),
        FormChoices.one(stay?.payer?.kind.stored, of: FormChoices.payers),
        isRequired: true
      ),
      FormField(.name, "Its name", .text, FormChoices.typed(stay?.payer?.name)),
      FormField(.code, "Number", .text, help: "Of the authorization.", isRequired: true),
      FormField(
        .title,
        "Service",
        .text,
        .typed(stay?.authorizations.last?.service ?? "H0015"),
        help: "H0015 counts days of the program; others count 15 minutes of individual sessions.",
        isRequired: true
      ),
      FormField(.minutes, "Units", .number(1...999), isRequired: true),
      Self.day("From", .from),
      Self.day("To", .to, "+30d"),
    ]
  }

  private func mergeFields(_ client: Client) -> [FormField] {
    [
      FormField(
        .client,
        "The same as",
        .pick(.clients, isMany: false),
        data.twin(of: client).map { .chosen([choice(of: $0.id)]) } ?? .nothing,
        help:
          "The record that stays. What is known here and not there moves; one undo takes it back.",
        isRequired: true
      )
    ]
  }

  private func dischargeFields(_ stay: Episode?) -> [FormField] {
    let own = data.rules(on: today).dischargeReasons
    let reasons = FormChoices.adding(own, to: FormChoices.dischargeReasons)
    return [
      Self.day("Last day", .to, stay?.dischargedOn?.description ?? "today"),
      FormField(
        .cause,
        "Reason",
        .choice(reasons),
        FormChoices.one(stay?.dischargeReason?.stored, of: reasons)
      ),
      FormField(
        .levelTo,
        "Goes on to",
        .text,
        FormChoices.typed(stay?.dischargeLevelTo),
        help: "The next level of care, such as 1.0 or 3.5; nothing where there is none."
      ),
    ]
  }
}
