import App
import Domain

/// Clients as lines and as JSON.
struct ClientsReport: PrintedReport {
  private let data: ProgramData
  private let clients: [Client]
  private let today: CalendarDate
  private let now: Instant

  init(_ data: ProgramData, search: String?, now: Instant) {
    self.data = data
    self.now = now
    today = data.today(at: now)
    clients = data.clients.values.filter { client in
      client.enteredInError == nil
        && Search.matches(search ?? "", "\(client.mrn) \(client.fullName) \(client.legalFirst)")
    }.sorted { ($0.mrn, $0.id) < ($1.mrn, $1.id) }
  }

  var text: String {
    var table = TextTable()
    table.add(["mrn", "name", "level", "track", "counselor", "admitted", "hours", "state"])
    for client in clients {
      let facts = ClientSummary(client, data, today: today, now: now)
      table.add([
        client.mrn, client.fullName, facts.level ?? "-", facts.track ?? "-",
        facts.counselor ?? "-", facts.admitted ?? "-",
        facts.hours.map { "\($0.credited)" } ?? "-", facts.state,
      ])
    }
    return table.text
  }

  var json: JSONValue {
    .object([
      (
        "clients",
        .array(clients.map { ClientSummary($0, data, today: today, now: now).json })
      )
    ])
  }
}

/// One client with groups and appointments to come.
struct ClientReport: PrintedReport {
  private let data: ProgramData
  private let client: Client
  private let summary: ClientSummary
  private let contacts: ClientContacts
  private let today: CalendarDate
  private let stay: StayFacts?

  init(_ data: ProgramData, client: Client, stay: StayFacts?, now: Instant) {
    self.data = data
    self.client = client
    self.stay = stay
    today = data.today(at: now)
    contacts = ClientContacts(client, in: stay?.id, data, today: today)
    summary = ClientSummary(client, data, today: today, now: now)
  }

  /// One fact a line.
  var text: String {
    var lines = ["mrn \(client.mrn)", "name \(client.fullName)"]
    if let pronouns = client.pronouns { lines.append("pronouns \(pronouns)") }
    lines.append("born \(client.birthDate)")
    lines += contacts.lines
    if let admitted = summary.admitted { lines.append("admitted \(admitted)") }
    if let level = summary.level { lines.append("level \(level)") }
    if let track = summary.track { lines.append("track \(track)") }
    if let counselor = summary.counselor { lines.append("counselor \(counselor)") }
    if let hours = summary.hours {
      lines.append("credited \(hours.credited)")
      lines.append("projected \(hours.projected)")
    }
    lines.append("state \(summary.state)")
    lines.append("stage \(summary.stage.rawValue)")
    lines += stay?.lines ?? []
    for (latest, place) in places {
      let group = latest.asOf(max(today, place.from))
      let days = TypedWeekdays.words(place.weekdays ?? group.weekdays)
      let end = place.to.map { " to \($0)" } ?? ""
      lines.append(
        "group \(group.code) \(days) \(group.start)-\(group.end) from \(place.from)\(end)"
      )
    }
    for event in StayWords.events(of: client, in: data) {
      let remark = event.remark.isEmpty ? "" : " (\(event.remark))"
      lines.append("stay \(event.date) \(event.words)\(remark)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var places: [(group: GroupSeries, place: Enrollment)] {
    data.groups.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }.flatMap { group in
      group.enrollments.filter { $0.clientID == client.id && ($0.to ?? .latest) >= today }
        .map { (group, $0) }
    }
  }

  var json: JSONValue { .object(pairs) }

  var pairs: [(key: String, value: JSONValue)] {
    let groups = places.map { latest, place in
      let group = latest.asOf(max(today, place.from))
      return JSONValue.object([
        ("group", .string(group.code)), ("title", .string(group.title)),
        ("from", .string(place.from.description)), ("to", .optional(place.to?.description)),
        (
          "weekdays",
          .array((place.weekdays ?? group.weekdays).sorted().map { .string($0.key) })
        ),
      ])
    }
    let course = StayWords.events(of: client, in: data).map { event in
      JSONValue.object([
        ("date", .string(event.date.description)), ("what", .string(event.words)),
        ("remark", .string(event.remark)),
      ])
    }
    return summary.pairs + contacts.pairs + (stay?.pairs ?? [])
      + [("groups", .array(groups)), ("stay", .array(course))]
  }
}

/// What is said of a client in a list.
struct ClientSummary {
  let level: String?
  let track: String?
  let counselor: String?
  let admitted: String?
  let hours: WeekHours?
  /// The state of the week, else where the client stands.
  let state: String
  let stage: ClientStage
  private let client: Client

  init(_ client: Client, _ data: ProgramData, today: CalendarDate, now: Instant) {
    self.client = client
    let stays = data.episodes.values.filter {
      $0.clientID == client.id && $0.enteredInError == nil
    }
    let stay = stays.max { $0.admittedOn < $1.admittedOn }
    stage = ClientStage(of: client, latest: stay, on: today)
    let date = max(stay?.dischargedOn.map { min($0, today) } ?? today, stay?.admittedOn ?? today)
    level = stay?.level(on: date)?.level
    track = stay?.track.stored
    counselor = stay?.counselor(on: date).flatMap { data.staff[$0]?.code }
    admitted = stay?.admittedOn.description
    hours = data.weekHours(of: client.id, week: data.weekStart(of: today), now: now)
    if stay == nil {
      state = "not_admitted"
    } else if let end = stay?.dischargedOn, end < today {
      state = "discharged"
    } else {
      state = hours?.state.rawValue ?? "admitted"
    }
  }

  var pairs: [(key: String, value: JSONValue)] {
    [
      ("mrn", .string(client.mrn)), ("name", .string(client.fullName)),
      ("level", .optional(level)), ("track", .optional(track)),
      ("counselor", .optional(counselor)), ("admitted", .optional(admitted)),
      ("credited", .optional(hours?.credited)), ("projected", .optional(hours?.projected)),
      ("state", .string(state)), ("stage", .string(stage.rawValue)),
    ]
  }

  var json: JSONValue { .object(pairs) }
}

/// The groups as lines and as JSON.
struct GroupsReport: PrintedReport {
  private let data: ProgramData
  private let groups: [GroupSeries]
  private let today: CalendarDate

  init(_ data: ProgramData, today: CalendarDate) {
    self.data = data
    self.today = today
    groups = data.groups.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }
  }

  var text: String {
    var table = TextTable()
    table.add([
      "group", "title", "days", "time", "lead", "room", "places", "from", "to", "changes",
    ])
    for latest in groups {
      let group = latest.asOf(today)
      let changes = latest.changes(after: today).map { "\($0.from) \($0.plan.whenWords)" }
      table.add([
        group.code, group.title, TypedWeekdays.words(group.weekdays),
        "\(group.start)-\(group.end)", lead(group), room(group),
        "\(enrolled(group))/\(group.capacity)", group.effectiveFrom.description,
        group.effectiveTo?.description ?? "-",
        changes.isEmpty ? "-" : changes.joined(separator: ", "),
      ])
    }
    return table.text
  }

  var json: JSONValue {
    .object([("groups", .array(groups.map(json)))])
  }

  private func json(_ latest: GroupSeries) -> JSONValue {
    let group = latest.asOf(today)
    let changes = latest.changes(after: today).map { from, plan in
      JSONValue.object([
        ("from", .string(from.description)),
        ("weekdays", .array(plan.weekdays.sorted().map { .string($0.key) })),
        ("start", .string(plan.start.description)), ("end", .string(plan.end.description)),
        ("lead", .string(lead(plan))), ("room", .string(room(plan))),
      ])
    }
    return .object([
      ("group", .string(group.code)), ("title", .string(group.title)),
      ("type", .string(group.type.stored)),
      ("weekdays", .array(group.weekdays.sorted().map { .string($0.key) })),
      ("start", .string(group.start.description)), ("end", .string(group.end.description)),
      ("lead", .string(lead(group))), ("room", .string(room(group))),
      ("enrolled", .number(enrolled(group))), ("capacity", .number(group.capacity)),
      ("from", .string(group.effectiveFrom.description)),
      ("to", .optional(group.effectiveTo?.description)),
      ("changes", .array(changes)),
    ])
  }

  private func lead(_ group: GroupSeries) -> String { data.staff[group.leadID]?.code ?? "-" }

  private func room(_ group: GroupSeries) -> String {
    group.roomID.flatMap { data.rooms[$0]?.name } ?? "-"
  }

  private func enrolled(_ group: GroupSeries) -> Int {
    group.enrollments.count { $0.from <= today && ($0.to ?? .latest) >= today }
  }
}
