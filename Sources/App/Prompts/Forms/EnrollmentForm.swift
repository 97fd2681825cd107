import Domain

/// Places in groups.
extension AppState {
  /// - Parameters:
  ///   - client: Whose place; nil is asked for.
  ///   - group: In which group; nil is asked for.
  ///   - id: The place that is changed; nil is a new one.
  /// - Returns: The form, with what is known filled in.
  func enrollmentForm(
    _ client: ClientID?,
    in group: GroupID?,
    _ id: EnrollmentID? = nil
  ) -> Form {
    let old = id.flatMap { id in
      group.flatMap { data.groups[$0]?.enrollments.first { $0.id == id } }
    }
    var fields: [FormField] = []
    if client == nil {
      fields.append(FormField(.client, "Client", .pick(.clients, isMany: false), isRequired: true))
    }
    if group == nil {
      fields.append(FormField(.group, "Group", .pick(.groups, isMany: false), isRequired: true))
    }
    fields += [
      FormField(
        .from,
        "From",
        .date,
        .typed(old?.from.description ?? "today"),
        isRequired: true
      ),
      FormField(
        .to,
        "To",
        .date,
        FormChoices.typed(old?.to?.description),
        help: "The last day; nothing where it goes on. " + TypedDate.help
      ),
      FormField(
        .weekdays,
        "Only on",
        .weekdays,
        FormChoices.typed(old?.weekdays.map(TypedWeekdays.words)),
        help: "Some of the group's days; nothing is all of them. " + TypedWeekdays.help
      ),
      FormField(
        .source,
        "The place",
        .choice(FormChoices.placeKinds),
        FormChoices.one(
          old?.source.stored ?? EnrollmentSource.treatmentPlan.rawValue,
          of: FormChoices.placeKinds
        ),
        isRequired: true
      ),
    ]
    return Form(
      .enrollment(client, group, id),
      title: enrollmentTitle(client, group, isNew: old == nil),
      fields: fields,
      at: old == nil ? 0 : 1
    )
  }

  private func enrollmentTitle(_ client: ClientID?, _ group: GroupID?, isNew: Bool) -> String {
    let who = client.map { name(of: $0) }
    let code = group.flatMap { data.groups[$0]?.code }
    switch (who, code) {
    case (let who?, let code?): return isNew ? "\(who) in \(code)" : "\(who)'s place in \(code)"
    case (let who?, nil): return "\(who) in a group"
    case (nil, let code?): return "A client in \(code)"
    case (nil, nil): return "A client in a group"
    }
  }

  mutating func enrollmentRequest(
    _ purpose: (client: ClientID?, group: GroupID?, id: EnrollmentID?),
    _ values: FormValues
  ) -> Result<AdministrationRequest, FieldFlaw> {
    guard let client = purpose.client ?? values.identifier(.client),
      let group = values.identifier(.group) ?? purpose.group,
      let from = values.date(.from)
    else { return .failure(FieldFlaw("A client and a group are needed.")) }
    let old = data.groups[group]?.enrollments.first { $0.id == purpose.id }
    guard let episode = old?.episodeID ?? openStay(of: client)?.id else {
      return .failure(FieldFlaw("This client isn't admitted; g c and = admit."))
    }
    var enrollment =
      old
      ?? Enrollment(
        id: ids.next(.enrollment),
        clientID: client,
        episodeID: episode,
        from: from
      )
    enrollment.from = from
    enrollment.to = values.date(.to)
    let days = values.weekdays(.weekdays)
    enrollment.source = Coded(stored: values.one(.source) ?? enrollment.source.stored)
    enrollment.weekdays = days == data.groups[group]?.weekdays ? nil : days
    return .success(.enrollment(enrollment, in: group))
  }

  /// Ctrl-F: puts the next free place of the same kind and level into the form.
  mutating func findFreePlace(_ form: Form) -> [Effect] {
    guard case .enrollment(let client, let group, let id) = form.purpose else { return [] }
    var asked = withoutReason(form)
    guard let values = asked.read(today: today) else {
      prompt = .form(asked)
      return []
    }
    switch enrollmentRequest((client, group, id), values) {
    case .failure(let flaw): return refuse(form, flaw.words, at: .client)
    case .success(.enrollment(let wanted, let asked)):
      let free = freePlaces(like: wanted, in: asked, isNew: id == nil)
      let here = free.firstIndex {
        $0.groupID == asked && $0.enrollment.weekdays == wanted.weekdays
      }
      let code = data.groups[asked]?.code ?? ""
      let next =
        free.isEmpty
        ? nil
        : here.map { free[($0 + 1) % free.count] }
          ?? free.first { code <= data.groups[$0.groupID]?.code ?? "" } ?? free[0]
      guard let next else {
        return refuse(form, "No group of this kind and level has a free place then.", at: nil)
      }
      take(next, into: form)
      say("Free: \(words(ofFree: next)). Ctrl-F looks further, Ctrl-S keeps.")
    case .success: break
    }
    return []
  }

  private mutating func take(_ place: PlaceInGroup, into form: Form) {
    var form = form
    let days = place.enrollment.weekdays.map(TypedWeekdays.words) ?? ""
    form.set(days, in: .weekdays)
    if let field = form.fields.firstIndex(where: { $0.id == .group }) {
      form.fields[field].chosen = [choice(of: place.groupID)]
      form.fields[field].problem = nil
    } else if case .enrollment(let client, let group, _) = form.purpose, group != place.groupID {
      var field = FormField(.group, "Group", .pick(.groups, isMany: false), isRequired: true)
      field.chosen = [choice(of: place.groupID)]
      form.fields.insert(field, at: client == nil ? 1 : 0)
      form.cursor += 1
      form.title = enrollmentTitle(client, nil, isNew: true)
    }
    form.fields.removeAll { $0.id == .reason && $0.isEmpty }
    form.cursor = min(form.cursor, form.fields.count - 1)
    form.problem = nil
    prompt = .form(form)
  }

  /// What is free needs no reason.
  private func withoutReason(_ form: Form) -> Form {
    var form = form
    form.fields.removeAll { $0.id == .reason }
    form.cursor = min(form.cursor, form.fields.count - 1)
    return form
  }

  /// Another place is for somebody new; one that is there already may have other days.
  private func freePlaces(
    like wanted: Enrollment,
    in group: GroupID,
    isNew: Bool
  ) -> [PlaceInGroup] {
    data.freePlaces(like: wanted, in: group).filter { isNew || $0.groupID == group }
  }

  private func words(ofFree place: PlaceInGroup) -> String {
    guard let group = data.groups[place.groupID] else { return "" }
    let days = TypedWeekdays.words(place.enrollment.weekdays ?? group.weekdays)
    let only = place.enrollment.weekdays == nil ? "" : "only "
    return "\(group.code) \(only)\(days) \(group.start)"
  }

  /// What is free where something speaks against a place.
  mutating func sayFreePlaces(for form: Form) {
    guard case .enrollment(let client, let group, let id) = form.purpose else { return }
    var asked = withoutReason(form)
    guard let values = asked.read(today: today),
      case .success(.enrollment(let wanted, let place)) = enrollmentRequest(
        (client, group, id),
        values
      )
    else { return }
    let free = freePlaces(like: wanted, in: place, isNew: id == nil)
    guard !free.isEmpty else {
      say("No group of this kind and level has a free place then.", .warning)
      return
    }
    let words = free.prefix(2).map(words(ofFree:)).joined(separator: "; ")
    say("Free: \(words). Ctrl-F puts it in.", .question)
  }
}
