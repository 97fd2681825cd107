import App
import Domain

/// What is known of a client beside name, stay and groups, as lines and as JSON.
struct ClientContacts {
  private let client: Client
  private let alerts: [ClientAlert]
  private let data: ProgramData

  init(_ client: Client, in stay: EpisodeID?, _ data: ProgramData, today: CalendarDate) {
    self.client = client
    self.data = data
    alerts = data.alerts(
      of: client.id,
      in: stay,
      following: data.followingAlerts(on: today)
    )
  }

  /// One fact a line; nothing about what isn't known.
  var lines: [String] {
    var lines = alerts.map(words(of:))
    lines += client.phones.map { "phone \(TypedPhones.line($0))" }
    if let address = client.address {
      lines.append("address \(address.split(whereSeparator: \.isNewline).joined(separator: ", "))")
    }
    if let email = client.email { lines.append("email \(email)") }
    if let language = client.language { lines.append("language \(language)") }
    if client.interpreterNeeded { lines.append("interpreter needed") }
    if let gender = client.genderIdentity { lines.append("gender \(gender.stored)") }
    if let sex = client.sexForRecord { lines.append("sex \(sex.stored)") }
    lines += TypedConstraints.lines(client.constraints).map { "cannot_come \($0)" }
    lines += client.supports.map { "support \(TypedSupports.line($0))" }
    if let notice { lines.append("notice \(notice)") }
    return lines
  }

  private func words(of alert: ClientAlert) -> String {
    let parts = ["alert", alert.kind.stored, other(of: alert), alert.note]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// The other one's record number.
  private func other(of alert: ClientAlert) -> String? {
    alert.otherClient.map { data.clients[$0]?.mrn ?? $0.rawValue }
  }

  /// The day on which the notice of 42 CFR part 2 was given.
  private var notice: String? {
    client.part2NoticeGivenAt.map { data.program.zone.date(of: $0).description }
  }

  var pairs: [(key: String, value: JSONValue)] {
    [
      ("alerts", .array(alerts.map(json))), ("phones", .array(client.phones.map(json))),
      ("address", .optional(client.address)), ("email", .optional(client.email)),
      ("language", .optional(client.language)), ("interpreter", .bool(client.interpreterNeeded)),
      ("genderIdentity", .optional(client.genderIdentity?.stored)),
      ("sexForRecord", .optional(client.sexForRecord?.stored)),
      ("constraints", .array(client.constraints.map(json))),
      ("supports", .array(client.supports.map(json))), ("noticeGivenOn", .optional(notice)),
    ]
  }

  private func json(_ alert: ClientAlert) -> JSONValue {
    .object([
      ("kind", .string(alert.kind.stored)), ("with", .optional(other(of: alert))),
      ("note", .optional(alert.note)),
    ])
  }

  private func json(_ phone: Phone) -> JSONValue {
    .object([
      ("number", .string(phone.number)), ("kind", .string(phone.kind.stored)),
      ("call", .bool(phone.okToCall)), ("text", .bool(phone.okToText)),
      ("voicemail", .bool(phone.okVoicemail)), ("script", .string(phone.voicemailScript.stored)),
      ("safeHours", .optional(phone.safeHours)),
    ])
  }

  private func json(_ constraint: ScheduleConstraint) -> JSONValue {
    .object([
      ("weekday", .string(constraint.weekday.key)),
      ("from", .string(constraint.from.description)), ("to", .string(constraint.to.description)),
      ("kind", .string(constraint.kind.stored)),
    ])
  }

  private func json(_ person: SupportPerson) -> JSONValue {
    .object([("name", .string(person.name)), ("relation", .string(person.relation))])
  }
}
