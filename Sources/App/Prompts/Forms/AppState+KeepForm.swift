import Domain

/// What is made of a form's answers.
extension AppState {
  mutating func carryOut(_ form: Form, _ values: FormValues) -> [Effect] {
    switch form.purpose {
    case .newProgram: return create(form, values)
    case .client(let id):
      // Whether the code is somebody else's is known once everyone is here.
      guard data.hasAllClients else {
        awaited = .form(form)
        return [.loadCaseload]
      }
      return keepClient(id, form, values)
    case .clientFacts(let id): return keepFacts(of: id, form, values)
    case .staff(let id): return perform(staffRequest(id, values), of: form, values)
    case .room(let id): return perform(roomRequest(id, values), of: form, values)
    case .calendarDay: return keepCalendarDays(form, values)
    case .group(let id): return perform(groupRequest(id, values), of: form, values)
    case .groupFrom(let id): return perform(groupFromRequest(id, values), of: form, values)
    case .groupEnd(let id): return perform(groupEndRequest(id, values), of: form, values)
    case .enrollment(let client, let group, let id):
      switch enrollmentRequest((client, group, id), values) {
      case .failure(let flaw): return refuse(form, flaw.words, at: .client)
      case .success(let request): return perform(request, of: form, values)
      }
    case .outreach(let id): return keepOutreach(id, form, values)
    case .stay(.discharge, let id): return askDischarge(id, form, values)
    case .stay(.facts, let id): return keepStayFacts(id, form, values)
    case .stay(let step, let id): return perform(step, id, form, values)
    case .booking(let client, _): return book(client, form, values)
    case .oneSession(let id):
      return planMeeting(form, values) { .session(id, $0, new: $1) }
    case .extraSession(let id):
      return planMeeting(form, values) { .extraSession(id, $0, new: $1) }
    case .writeOut(let kind): return writeOut(kind, form, values)
    case .setting(let name): return changeSetting(name, form, values)
    }
  }

  /// What is asked about one meeting, once the weeks around its new day are read.
  private mutating func planMeeting(
    _ form: Form,
    _ values: FormValues,
    _ request: (SessionPlan, SessionID) -> AdministrationRequest
  ) -> [Effect] {
    guard let plan = sessionPlan(values) else { return perform(nil, of: form, values) }
    if let reading = reading(around: plan.date, form) { return reading }
    return perform(request(plan, ids.next(.session)), of: form, values)
  }

  /// Asks for the weeks around a date and keeps the form until they are here; nil where they are.
  mutating func reading(around date: CalendarDate, _ form: Form) -> [Effect]? {
    let missing = missingWeeks(around: date)
    guard !missing.isEmpty else { return nil }
    awaited = .form(form)
    return missing.prefix(1).map { .loadWeek($0) }
  }

  /// Asks the domain; where it refuses, the form stays with the reason beside the field.
  mutating func perform(
    _ request: AdministrationRequest?,
    of form: Form,
    _ values: FormValues
  ) -> [Effect] {
    guard let request else { return refuse(form, "Something is still missing.", at: nil) }
    guard let staffID else {
      prompt = .pick(PickPrompt(.counselor))
      return []
    }
    if let onlyRead { return refuse(form, onlyRead, at: nil) }
    let stamp = stamp(of: staffID)
    do throws(RuleViolation) {
      let change = try data.change(request, stamp: stamp, because: values.text(.reason))
      let place = screen == .team ? teamIndex : 0
      let effects = try apply(change)
      prompt = nil
      formDrafts[form.purpose] = nil
      for edit in change.edits { sentForms[edit.record] = form.draft }
      select(after: request)
      if form.purpose == .client(nil) { showInList(clients.cursor) }
      keepTeamCursor(at: place)
      return effects
    } catch {
      return refuse(form, error)
    }
  }

  /// The same for a step of a stay.
  mutating func perform(
    _ step: StayStep,
    _ client: ClientID,
    _ form: Form,
    _ values: FormValues
  ) -> [Effect] {
    do throws(RuleViolation) {
      return perform(try stayRequest(step, client, values), of: form, values)
    } catch {
      return refuse(form, error)
    }
  }

  /// The same for what isn't a record of administration.
  mutating func perform(_ request: FollowUpRequest, of form: Form) -> [Effect] {
    guard let staffID else {
      prompt = .pick(PickPrompt(.counselor))
      return []
    }
    if let onlyRead { return refuse(form, onlyRead, at: nil) }
    let stamp = stamp(of: staffID)
    do throws(RuleViolation) {
      let effects = try apply(try data.change(request, stamp: stamp))
      prompt = nil
      formDrafts[form.purpose] = nil
      refreshDueTasks()
      return effects
    } catch {
      return refuse(form, error)
    }
  }

  mutating func refuse(_ form: Form, _ violation: RuleViolation) -> [Effect] {
    switch violation {
    case .fact(let fact, let why): return refuse(form, why, at: FieldID(fact, in: form))
    case .needsWords(let why):
      var form = form
      form.askReason()
      if case .enrollment = form.purpose { sayFreePlaces(for: form) }
      return refuse(form, why, at: .reason)
    case .nothingToDo(let why):
      prompt = nil
      formDrafts[form.purpose] = nil
      say(why)
      return []
    case .changedSince, .notLoaded, .notOnRoster, .needsReason, .closedNeedsReason, .unmarked,
      .steppedOut, .endsEarly, .presentElsewhere, .timeOutOfRange, .needsTime,
      .onlyLeadOrSupervisor,
      .notPermitted, .onlySameDay, .wrongState, .unknownStatus:
      return refuse(form, violation.message, at: nil)
    }
  }

  /// The new record is the selected one.
  private mutating func select(after request: AdministrationRequest) {
    switch request {
    case .client(let client, _), .admit(let client, _, _): clients.cursor = client.id
    case .discharge: break
    case .merge(let merge):
      clients.cursor = merge.into
      if screen == .card { card.client = merge.into }
    case .staff(let person): setUp.staff = person.id
    case .room(let room): setUp.room = room.id
    case .calendar(let spans):
      guard let first = spans.first?.first else { return }
      setUp.day = first
      if screen == .calendar { calendar.date = first }
    case .readyWeek(_, let groups): setUp.group = groups.first?.id
    case .group(let group), .groupFrom(let group, _): setUp.group = group.id
    case .enrollment(_, let group): setUp.group = group
    case .book(let appointment, _):
      if screen == .day, appointment.serviceDate == day.date { day.appointment = appointment.id }
    case .session(let old, let plan, let new):
      select(session: data.sessions[new] == nil ? old : new, on: plan.date)
    case .extraSession(let group, let plan, let new):
      setUp.group = group
      select(session: new, on: plan.date)
    }
  }
}

extension FieldID {
  /// The field that asks for a fact; nil where the form has none.
  init?(_ fact: RecordFact, in form: Form) {
    let ids: [FieldID] =
      switch fact {
      case .code: [.code]
      case .name: [.name, .firstName, .title]
      case .birthDate: [.birthDate]
      case .admitted: [.admittedOn, .from]
      case .counselor: [.counselor]
      case .level: [.level]
      case .levelTo: [.levelTo]
      case .role: [.role]
      case .supervisor: [.supervisor]
      case .capacity: [.capacity]
      case .weekdays: [.weekdays]
      case .start: [.start]
      case .end: [.end, .minutes]
      case .room: [.room]
      case .lead: [.lead]
      case .from: [.from, .date]
      case .to: [.to]
      case .pause: [.breakStart]
      case .client: [.client]
      case .group: [.group]
      case .topics: [.topics]
      case .diagnoses: [.diagnoses]
      case .mandate: [.agency]
      case .weeklyHours: [.weeklyHours]
      case .constraint: [.cantCome]
      case .support: [.supports]
      case .phone: [.phones, .phone]
      case .notTogether: [.notTogether]
      case .email: [.email]
      case .notice: [.noticeGiven]
      }
    guard let id = ids.first(where: { id in form.fields.contains { $0.id == id } }) else {
      return nil
    }
    self = id
  }
}
