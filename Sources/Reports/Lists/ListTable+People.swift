package import Domain

/// People, rooms and groups: with the columns of the import, so that what was written out can be read
/// in again.
extension ListTable {
  package static func clients(_ data: ProgramData, today: CalendarDate) -> ListTable {
    var latest: [ClientID: Episode] = [:]
    for stay in data.episodes.values where stay.enteredInError == nil {
      if latest[stay.clientID].map({ $0.admittedOn < stay.admittedOn }) ?? true {
        latest[stay.clientID] = stay
      }
    }
    let clients = data.clients.values.filter { $0.enteredInError == nil }
    return ListTable(
      [
        "mrn", "legalFirst", "legalLast", "birthDate", "preferredName", "pronouns", "phone",
        "admittedOn", "level", "track", "counselor",
      ],
      clients.sorted { ($0.mrn, $0.id) < ($1.mrn, $1.id) }.map { client in
        let stay = latest[client.id]
        let date = stay.map { max($0.admittedOn, min($0.dischargedOn ?? today, today)) } ?? today
        return [
          client.mrn, client.legalFirst, client.legalLast, "\(client.birthDate)",
          client.preferredName ?? "", client.pronouns ?? "", client.phones.first?.number ?? "",
          stay.map { "\($0.admittedOn)" } ?? "", stay?.level(on: date)?.level ?? "",
          stay?.track.stored ?? "", data.code(stay?.counselor(on: date)),
        ]
      }
    )
  }

  package static func staff(_ data: ProgramData) -> ListTable {
    ListTable(
      ["code", "name", "role", "credentials", "supervisor"],
      data.staff.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }.map {
        [$0.code, $0.name, $0.role.stored, $0.credentials, data.code($0.supervisorID)]
      }
    )
  }

  package static func rooms(_ data: ProgramData) -> ListTable {
    ListTable(
      ["name", "capacity", "kind"],
      data.rooms.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map {
        [$0.name, "\($0.capacity)", $0.kind.stored]
      }
    )
  }

  package static func groups(_ data: ProgramData) -> ListTable {
    ListTable(
      [
        "code", "title", "type", "weekdays", "start", "end", "from", "to", "lead", "coLeads",
        "room", "capacity", "capacityKind", "countsTowardHours",
      ],
      data.orderedGroups.map { group in
        [
          group.code, group.title, group.type.stored, words(group.weekdays), "\(group.start)",
          "\(group.end)", "\(group.effectiveFrom)", group.effectiveTo.map { "\($0)" } ?? "",
          data.code(group.leadID), group.coLeadIDs.map(data.code).joined(separator: " "),
          data.name(group.roomID), "\(group.capacity)", group.capacityKind.stored,
          group.countsTowardHours ? "yes" : "no",
        ]
      }
    )
  }

  /// The curricula, each topic a row, in their order.
  package static func topics(_ data: ProgramData) -> ListTable {
    ListTable(
      ["group", "topic"],
      data.orderedGroups.flatMap { group in group.topics.map { [group.code, $0] } }
    )
  }

  package static func enrollments(_ data: ProgramData) -> ListTable {
    ListTable(
      ["mrn", "group", "from", "to", "weekdays"],
      data.orderedGroups.flatMap { group in
        group.enrollments.map { place in
          (data.clients[place.clientID]?.mrn ?? place.clientID.rawValue, place)
        }
        .sorted { ($0.0, $0.1.from, $0.1.id) < ($1.0, $1.1.from, $1.1.id) }
        .map { mrn, place in
          [
            mrn, group.code, "\(place.from)", place.to.map { "\($0)" } ?? "",
            place.weekdays.map(words) ?? "",
          ]
        }
      }
    )
  }

  package static func calendar(_ data: ProgramData) -> ListTable {
    ListTable(
      ["date", "kind", "note"],
      data.calendar.values.sorted { $0.date < $1.date }.map {
        ["\($0.date)", $0.kind.stored, $0.note]
      }
    )
  }

  static func words(_ days: Set<Weekday>) -> String {
    days.sorted().map(\.shortName).joined(separator: " ")
  }
}

extension ProgramData {
  var orderedGroups: [GroupSeries] {
    groups.values.sorted { ($0.code, $0.id) < ($1.code, $1.id) }
  }

  /// Empty where nobody is meant.
  func code(_ person: StaffID?) -> String {
    person.map { staff[$0]?.code ?? $0.rawValue } ?? ""
  }

  func name(_ room: RoomID?) -> String { room.map { rooms[$0]?.name ?? $0.rawValue } ?? "" }

  func mrn(_ client: ClientID) -> String { clients[client]?.mrn ?? client.rawValue }

  func fullName(_ client: ClientID) -> String { clients[client]?.fullName ?? "" }

  func clock(_ instant: Instant?) -> String {
    instant.map { program.zone.local($0).time.description } ?? ""
  }
}
