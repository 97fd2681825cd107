/// The columns that a file of an import may have.
package struct ImportColumns: Equatable, Sendable {
  package let file: String
  /// Those that must be there.
  package let required: [String]
  package let optional: [String]

  /// "mrn* group* from* to weekdays": those with a star must be there.
  package var words: String { (required.map { $0 + "*" } + optional).joined(separator: " ") }

  package static let all = [
    staff, rooms, clients, groups, topics, enrollments, appointments, plans,
  ]

  package static let staff = ImportColumns(
    file: "staff.csv",
    required: ["code", "name", "role"],
    optional: ["credentials", "supervisor"]
  )
  package static let rooms = ImportColumns(
    file: "rooms.csv",
    required: ["name", "capacity"],
    optional: ["kind"]
  )
  package static let clients = ImportColumns(
    file: "clients.csv",
    required: ["mrn", "legalFirst", "legalLast", "birthDate"],
    optional: [
      "preferredName", "pronouns", "phone", "admittedOn", "level", "track", "counselor",
    ]
  )
  package static let groups = ImportColumns(
    file: "groups.csv",
    required: ["code", "title", "type", "weekdays", "start", "end", "from", "lead"],
    optional: ["to", "room", "coLeads", "capacity", "capacityKind", "countsTowardHours"]
  )
  package static let topics = ImportColumns(
    file: "topics.csv",
    required: ["group", "topic"],
    optional: []
  )
  package static let enrollments = ImportColumns(
    file: "enrollments.csv",
    required: ["mrn", "group", "from"],
    optional: ["to", "weekdays"]
  )
  package static let appointments = ImportColumns(
    file: "appointments.csv",
    required: ["mrn", "counselor", "kind", "date", "start", "end"],
    optional: ["room", "modality"]
  )
  package static let plans = ImportColumns(
    file: "plans.csv",
    required: ["mrn", "problem", "goal", "objective"],
    optional: ["dimension", "targetDate", "from"]
  )
}
