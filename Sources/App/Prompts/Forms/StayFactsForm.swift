import Domain

/// The form of what is known of a stay beside its course: who sent, who pays, diagnoses, mandate.
extension AppState {
  func stayFactsFields(_ stay: Episode) -> [FormField] {
    let rules = data.rules(on: today)
    let referrals = FormChoices.adding(rules.referralSources, to: FormChoices.referrals)
    let payer = [
      FormField(
        .referral,
        "Referred by",
        .choice(referrals),
        FormChoices.one(stay.referralSource?.stored, of: referrals)
      ),
      FormField(
        .kind,
        "Payer",
        .choice(FormChoices.payers),
        FormChoices.one(stay.payer?.kind.stored, of: FormChoices.payers)
      ),
      FormField(.name, "Its name", .text, FormChoices.typed(stay.payer?.name)),
    ]
    let hours = FormField(
      .weeklyHours,
      "Own weekly hours",
      .text,
      FormChoices.typed(stay.weeklyMinutesOverride.map(TypedWeekHours.words)),
      help: "In place of the minimum that the rules ask for, such as 6 or 9.5; nothing is theirs."
    )
    let isRead = mayReadChart(of: stay.clientID)
    return payer + (isRead ? chartFields(stay) : []) + [hours]
  }

  /// What only those may see who may read the client's chart.
  private func chartFields(_ stay: Episode) -> [FormField] {
    let mandate = stay.legalMandate
    return [
      FormField(
        .diagnoses,
        "Diagnoses",
        .longText,
        FormChoices.typed(TypedDiagnoses.words(stay.diagnoses)),
        help: TypedDiagnoses.help
      ),
      FormField(
        .agency,
        "Mandate by",
        .text,
        FormChoices.typed(mandate?.agency),
        help: "The court or agency that wants the treatment, such as County court; nothing is none."
      ),
      FormField(
        .contact,
        "Its contact",
        .text,
        FormChoices.typed(mandate?.contact),
        help: "Whom to write to there."
      ),
      FormField(
        .reportEvery,
        "Report every",
        .number(LegalMandate.reportDays),
        FormChoices.typed(mandate?.reportEveryDays.map { "\($0)" }),
        help: "Days from one report to the next, 1 to 366; nothing is no fixed time."
      ),
    ]
  }

  /// Whether whoever is at the keyboard may read what is written about a client.
  func mayReadChart(of client: ClientID) -> Bool {
    guard let staffID else { return false }
    return data.refusalToRead(notesOf: client, by: nil, reader: staffID, at: trueNow) == nil
  }

  /// Opens the form of a step, or says why there is none.
  mutating func openStep(_ step: StayStep, of client: ClientID, at field: FieldID?) {
    guard openStay(of: client) != nil, let form = stayForm(step, client) else {
      let end = data.stays(of: client).last?.dischargedOn
      say(end.map { Episode.isOver(since: $0) } ?? "There is no open stay; . admits.", .warning)
      return
    }
    open(form)
    guard case .form(var form) = prompt, let field,
      let place = form.fields.firstIndex(where: { $0.id == field })
    else { return }
    form.cursor = place
    prompt = .form(form)
  }

  /// Takes the facts, once each can be read together with the others.
  mutating func keepStayFacts(_ id: ClientID, _ form: Form, _ values: FormValues) -> [Effect] {
    // A payer whose kind was taken back goes with its name.
    let isNamed = values.text(.name).map { $0 != openStay(of: id)?.payer?.name } ?? false
    if values.one(.kind) == nil, isNamed {
      return refuse(form, "Which kind of payer is it? Left and Right choose.", at: .kind)
    }
    let old = openStay(of: id)?.diagnoses ?? []
    if let typed = values.text(.diagnoses), typed != TypedDiagnoses.words(old),
      case .failure(let flaw) = TypedDiagnoses.parse(typed, keeping: old)
    {
      return refuse(form, flaw.words, at: .diagnoses)
    }
    return perform(.facts, id, form, values)
  }

  /// A field that the form hasn't got leaves the stay as it is.
  func setFacts(of stay: inout Episode, _ values: FormValues) {
    stay.referralSource = values.one(.referral).map { Coded(stored: $0) }
    stay.payer = values.one(.kind).map { Payer(kind: Coded(stored: $0), name: values.text(.name)) }
    stay.weeklyMinutesOverride = values.text(.weeklyHours).flatMap(TypedWeekHours.parse)
    if values.values[.diagnoses] != nil {
      let typed = values.text(.diagnoses) ?? ""
      // Untouched lines stay in their order, also where none of them is the primary one.
      if typed != TypedDiagnoses.words(stay.diagnoses),
        case .success(let read) = TypedDiagnoses.parse(typed, keeping: stay.diagnoses)
      {
        stay.diagnoses = read
      }
    }
    guard values.values[.agency] != nil else { return }
    let mandate = LegalMandate(
      agency: values.text(.agency) ?? "",
      contact: values.text(.contact),
      reportEveryDays: values.number(.reportEvery)
    )
    stay.legalMandate = mandate == LegalMandate(agency: "") ? nil : mandate
  }
}

extension FieldID {
  /// What is wrong with a text that only this field reads; nil where nothing is.
  func flaw(in text: String) -> FieldFlaw? {
    switch self {
    case .diagnoses:
      guard case .failure(let flaw) = TypedDiagnoses.parse(text) else { return nil }
      return FieldFlaw(flaw.words)
    case .weeklyHours:
      return TypedWeekHours.parse(text) == nil ? FieldFlaw(TypedWeekHours.help) : nil
    default: return nil
    }
  }

  /// How such a text is understood.
  func understood(_ text: String) -> String {
    switch self {
    case .diagnoses:
      guard case .success(let read) = TypedDiagnoses.parse(text) else { return "" }
      return read.map { $0.words + "." }.joined(separator: " ")
    case .weeklyHours: return TypedWeekHours.parse(text).map { "\($0) minutes" } ?? ""
    default: return ""
    }
  }
}

extension FormField {
  /// What stands below the fields while the cursor is here: what may be entered, and for texts of
  /// several lines how they are understood.
  package var explanation: String {
    guard kind == .longText, case .success(.text(let text)) = read(today: .latest) else {
      return help
    }
    let understood = id.understood(text)
    return understood.isEmpty ? help : understood
  }
}
