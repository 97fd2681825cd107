import Domain

/// Groups: new ones, other facts, another plan from a date on, a last day.
extension AppState {
  func groupForm(_ id: GroupID?) -> Form {
    let group = id.flatMap { data.groups[$0] }
    let code =
      group?.code ?? RecordCode.next(after: data.groups.values.map(\.code), orElse: "G01")
    let head = [
      FormField(.code, "Code", .text, .typed(code), help: "What is typed: G01.", isRequired: true),
      FormField(.title, "Title", .text, FormChoices.typed(group?.title), isRequired: true),
      FormField(
        .type,
        "Type",
        .choice(FormChoices.groupTypes),
        FormChoices.one(group?.type.stored, of: FormChoices.groupTypes),
        isRequired: true
      ),
    ]
    let tail = [
      FormField(
        .from,
        "First day",
        .date,
        .typed(group?.effectiveFrom.description ?? today.description),
        isRequired: true
      ),
      FormField(
        .capacity,
        "Places",
        .number(1...200),
        .typed("\(group?.capacity ?? 12)"),
        help: "The most clients who may have a place.",
        isRequired: true
      ),
    ]
    let topics = FormField(
      .topics,
      "Topics",
      .longText,
      FormChoices.typed(group?.topics.joined(separator: "\n")),
      help: "The curriculum, a line for each meeting; finished meetings go on to the next. "
        + "Ctrl-T puts in a ready one."
    )
    return Form(
      .group(group?.id),
      title: group.map { "Change \($0.code)" } ?? "New group",
      fields: head + planFields(group) + tail + Self.rareFields(group) + [topics],
      at: 1
    )
  }

  /// Days, times, room and leads.
  private func planFields(_ group: GroupSeries?) -> [FormField] {
    let lead = group?.leadID ?? staffID
    return [
      FormField(
        .weekdays,
        "Weekdays",
        .weekdays,
        FormChoices.typed(group.map { TypedWeekdays.words($0.weekdays) }),
        isRequired: true
      ),
      FormField(
        .start,
        "Begins",
        .time,
        FormChoices.typed(group?.start.description),
        isRequired: true
      ),
      FormField(
        .end,
        "Ends",
        .time,
        FormChoices.typed(group?.end.description),
        isRequired: true
      ),
      FormField(
        .room,
        "Room",
        .pick(.rooms, isMany: false),
        group?.roomID.map { .chosen([choice(of: $0)]) } ?? .nothing
      ),
      FormField(
        .lead,
        "Lead",
        .pick(.staff, isMany: false),
        lead.map { .chosen([choice(of: $0)]) } ?? .nothing,
        isRequired: true
      ),
      FormField(
        .coLeads,
        "Co-leads",
        .pick(.staff, isMany: true),
        .chosen((group?.coLeadIDs ?? []).map { choice(of: $0) })
      ),
    ]
  }

  func groupFromForm(_ group: GroupSeries) -> Form {
    let from = FormField(
      .from,
      "From",
      .date,
      help: "The first day on which it is so. " + TypedDate.help,
      isRequired: true
    )
    return Form(
      .groupFrom(group.id),
      title: "\(group.code) from a date on",
      fields: [from] + planFields(group)
    )
  }

  func groupEndForm(_ group: GroupSeries) -> Form {
    Form(
      .groupEnd(group.id),
      title: "Last day of \(group.code)",
      fields: [
        FormField(
          .to,
          "Last day",
          .date,
          FormChoices.typed(group.effectiveTo?.description),
          help: "Nothing where it goes on. " + TypedDate.help
        )
      ]
    )
  }

  mutating func groupRequest(_ id: GroupID?, _ values: FormValues) -> AdministrationRequest? {
    let old = id.flatMap { data.groups[$0] }
    guard let days = values.weekdays(.weekdays), let start = values.time(.start),
      let end = values.time(.end), let from = values.date(.from),
      let lead = values.identifier(.lead, of: Staff.self)
    else { return nil }
    var group =
      old
      ?? GroupSeries(
        id: ids.next(.group),
        code: "",
        title: "",
        type: .known(.process),
        weekdays: days,
        start: start,
        end: end,
        effectiveFrom: from,
        leadID: lead
      )
    group.code = values.text(.code) ?? group.code
    group.title = values.text(.title) ?? group.title
    group.type = Coded(stored: values.one(.type) ?? group.type.stored)
    group.effectiveFrom = from
    group.capacity = values.number(.capacity) ?? group.capacity
    setRare(values, of: &group)
    group.topics = (values.text(.topics) ?? "").split(separator: "\n")
      .map(\.withoutOuterSpaces).filter { !$0.isEmpty }
    setPlan(values, of: &group)
    return .group(group)
  }

  private func setPlan(_ values: FormValues, of group: inout GroupSeries) {
    group.weekdays = values.weekdays(.weekdays) ?? group.weekdays
    group.start = values.time(.start) ?? group.start
    group.end = values.time(.end) ?? group.end
    group.roomID = values.identifier(.room)
    group.leadID = values.identifier(.lead) ?? group.leadID
    group.coLeadIDs = values.all(.coLeads).map { StaffID($0) }
  }

  func groupFromRequest(_ id: GroupID, _ values: FormValues) -> AdministrationRequest? {
    guard var group = data.groups[id], let from = values.date(.from) else { return nil }
    setPlan(values, of: &group)
    return .groupFrom(group, from)
  }

  func groupEndRequest(_ id: GroupID, _ values: FormValues) -> AdministrationRequest? {
    guard var group = data.groups[id] else { return nil }
    group.effectiveTo = values.date(.to)
    return .group(group)
  }
}
