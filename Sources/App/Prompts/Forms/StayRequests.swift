import Domain

/// What is asked of the domain by the forms of a stay.
extension AppState {
  mutating func stayRequest(
    _ step: StayStep,
    _ id: ClientID,
    _ values: FormValues
  ) throws(RuleViolation) -> AdministrationRequest? {
    guard var client = data.clients[id]?.bare else { return nil }
    let from = values.date(.from) ?? today
    switch step {
    case .intake(let kind):
      let groups = values.all(.groups).map { GroupID($0) }
      let step = IntakeStep(kind, on: from, note: values.text(.words), groupIDs: groups)
      let next = client.intake.firstIndex { $0.on > from } ?? client.intake.endIndex
      client.intake.insert(step, at: next)
      return .client(client, nil)
    case .admission: return admission(client, from: from, values)
    case .discharge: return discharge(id, values).map { .discharge($0) }
    case .merge:
      let count = data.appointmentsToMove(of: id, after: now).count
      return values.identifier(.client, of: Client.self).map { into in
        .merge(
          ClientMerge(
            id,
            into: into,
            episodeID: ids.next(.episode),
            appointmentIDs: (0..<count).map { _ in ids.next(.appointment) }
          )
        )
      }
    case .leave, .comeBack, .counselor, .level, .authorization, .facts:
      guard var stay = openStay(of: id)?.bare else { return nil }
      try change(&stay, step, from: from, values)
      return .client(client, stay)
    }
  }

  private func change(
    _ stay: inout Episode,
    _ step: StayStep,
    from: CalendarDate,
    _ values: FormValues
  ) throws(RuleViolation) {
    switch step {
    case .leave:
      let reason = values.text(.words) ?? ""
      stay.leaves.append(
        Leave(from: from, to: values.date(.to), reason: reason, approvedBy: staffID)
      )
      if stay.leave(on: today) != nil { stay.status = .known(.onLeave) }
    case .comeBack: try stay.comeBack(on: from, today: today)
    case .counselor:
      guard let counselor = values.identifier(.counselor, of: Staff.self) else { return }
      try stay.transfer(to: counselor, from: from)
    case .level:
      try stay.decide(
        level: values.one(.level) ?? "",
        from: from,
        as: levelReason(values),
        note: values.text(.words),
        by: staffID
      )
    case .authorization: authorize(&stay, from: from, values)
    case .facts: setFacts(of: &stay, values)
    case .intake, .admission, .discharge, .merge: break
    }
  }

  private func authorize(_ stay: inout Episode, from: CalendarDate, _ values: FormValues) {
    stay.payer = values.one(.kind).map { Payer(kind: Coded(stored: $0), name: values.text(.name)) }
    guard let number = values.text(.code), let to = values.date(.to),
      let units = values.number(.minutes)
    else { return }
    stay.authorizations.removeAll { $0.number == number }
    stay.authorizations.append(
      Authorization(
        number: number,
        from: from,
        to: to,
        service: values.text(.title) ?? "H0015",
        units: units
      )
    )
  }

  private func levelReason(_ values: FormValues) -> LevelReason? {
    values.one(.cause).flatMap(LevelReason.init(rawValue:))
  }

  /// A stay that goes on from the facts of the one before.
  private mutating func admission(
    _ client: Client,
    from: CalendarDate,
    _ values: FormValues
  ) -> AdministrationRequest {
    var admission = Admission(on: from)
    admission.level = values.one(.level)
    admission.track = values.one(.track).map { Coded(stored: $0) }
    admission.counselor = values.identifier(.counselor)
    admission.referral = values.one(.referral).map { Coded(stored: $0) }
    admission.groups = values.all(.groups).map { GroupID($0) }
    return data.request(admitting: client, admission, by: staffID, ids: &ids)
  }

  func discharge(_ id: ClientID, _ values: FormValues) -> Discharge? {
    guard let stay = openStay(of: id), let last = values.date(.to),
      let reason = values.one(.cause)
    else { return nil }
    return Discharge(
      of: stay.id,
      on: last,
      because: Coded(stored: reason),
      levelTo: values.text(.levelTo)
    )
  }

  /// What a discharge ends, shown before it is done.
  mutating func askDischarge(_ id: ClientID, _ form: Form, _ values: FormValues) -> [Effect] {
    // None is offered first: the wrong one would be kept unseen.
    guard values.one(.cause) != nil else {
      return refuse(form, "A discharge has a reason. Left and Right choose.", at: .cause)
    }
    guard let discharge = discharge(id, values) else {
      return refuse(form, "There is no open stay.", at: nil)
    }
    if let staffID {
      // What can't be is said before it is asked whether it is meant.
      let stamp = stamp(of: staffID)
      do throws(RuleViolation) {
        _ = try data.change(.discharge(discharge), stamp: stamp)
      } catch {
        return refuse(form, error)
      }
    }
    let effects = data.effects(of: discharge)
    covered.append(.form(form))
    prompt = .question(
      Question(
        title: "Discharge \(name(of: id)) on \(discharge.on.shortName)?",
        lines: lines(about: effects) + whatIsOpen(about: id) + ["One undo takes all of it back."],
        answers: [Answer("g", "Go back", .nothing), Answer("d", "Discharge", .confirm(form))]
      )
    )
    return []
  }

  private func lines(about effects: DischargeEffects) -> [String] {
    let groups = effects.places.compactMap { data.groups[$0.groupID]?.code }
    let meetings = effects.appointments.map {
      ChangeWords.moment($0.state.scheduledStart, in: self)
    }
    let more = meetings.count > 3 ? " and \(meetings.count - 3) more" : ""
    return [
      groups.isEmpty ? "No places in groups." : "Places end: \(groups.joined(separator: ", ")).",
      meetings.isEmpty
        ? "No appointments to come."
        : "Cancelled: \(meetings.prefix(3).joined(separator: ", "))\(more).",
    ]
  }

  /// What should be finished before a stay ends, and can be afterwards too.
  private func whatIsOpen(about client: ClientID) -> [String] {
    var lines: [String] = []
    let unmarked = data.unmarkedMeetings(with: client, at: now)
    if let first = unmarked.first {
      let more = unmarked.count > 1 ? " and \(unmarked.count - 1) more" : ""
      lines.append("Not marked yet: \(words(of: first))\(more).")
    }
    let unsigned = data.unsignedTexts(about: client, at: now, templates: templates)
    guard !unsigned.isEmpty else { return lines + ["All texts are signed."] }
    let authors = Set(unsigned).compactMap { data.staff[$0]?.shortName }.sorted()
    let texts = unsigned.count == 1 ? "1 text" : "\(unsigned.count) texts"
    return lines + ["Not signed yet: \(texts), by \(authors.joined(separator: ", "))."]
  }

  /// What was asked about the answers of a form is meant so.
  mutating func confirm(_ form: Form) -> [Effect] {
    if covered.last == .form(form) { covered.removeLast() }
    prompt = .form(form)
    var read = form
    guard let values = read.read(today: today) else { return [] }
    switch form.purpose {
    case .stay(let step, let id): return perform(step, id, form, values)
    case .booking(let client, _): return bookFree(client, form, values)
    default: return []
    }
  }
}
