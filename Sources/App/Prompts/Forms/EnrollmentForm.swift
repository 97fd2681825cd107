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
      let group = purpose.group ?? values.identifier(.group),
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
}
