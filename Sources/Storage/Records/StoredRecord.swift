import Domain
import PropertyList

/// What can be the record in a file: it reads itself from the stored shape and writes itself.
///
/// Keys are those of the domain's properties. A key that is left out is a value that isn't known, a
/// list without elements, or, inside attendance rows, something that isn't so.
protocol StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError)
  var propertyList: PropertyListDictionary { get }

  /// Why the record can't be the one that belongs to a place; nil where it can.
  func mismatch(with place: RecordPlace) -> String?

  /// What the audit log says about a save.
  ///
  /// - Parameter old: The record as it lay on disk; nil where it is new.
  /// - Returns: One event for each entry of the history that is new.
  func auditEvents(since old: Self?) -> [AuditEvent]

  /// The same of records that lie in one file together.
  static func auditEvents(of records: [Self], since old: [Self]) -> [AuditEvent]
}

extension StoredRecord {
  func mismatch(with place: RecordPlace) -> String? { nil }
  func auditEvents(since old: Self?) -> [AuditEvent] { [] }
  static func auditEvents(of records: [Self], since old: [Self]) -> [AuditEvent] { [] }
}

/// The sentence for a record whose own identifier isn't that of its place.
func mismatch<Entity>(_ id: ID<Entity>, with place: RecordPlace) -> String? {
  id.rawValue == place.id ? nil : "the record in it calls itself \(id)"
}

/// The sentence for a record that lies in another day's folder.
func mismatch(_ date: CalendarDate, with place: RecordPlace) -> String? {
  place.date == nil || place.date == date ? nil : "it is of another day, \(date)"
}

/// An entity whose identifiers have a prefix.
protocol Identified: SendableMetatype {
  static var idPrefix: IDPrefix { get }
}

extension Program: Identified { static var idPrefix: IDPrefix { .program } }
extension Client: Identified { static var idPrefix: IDPrefix { .client } }
extension Episode: Identified { static var idPrefix: IDPrefix { .episode } }
extension Staff: Identified { static var idPrefix: IDPrefix { .staff } }
extension Room: Identified { static var idPrefix: IDPrefix { .room } }
extension GroupSeries: Identified { static var idPrefix: IDPrefix { .group } }
extension Enrollment: Identified { static var idPrefix: IDPrefix { .enrollment } }
extension GroupSession: Identified { static var idPrefix: IDPrefix { .session } }
extension Appointment: Identified { static var idPrefix: IDPrefix { .appointment } }
extension RuleSet: Identified { static var idPrefix: IDPrefix { .ruleSet } }
extension TreatmentPlan: Identified { static var idPrefix: IDPrefix { .plan } }
extension PlanObjective: Identified { static var idPrefix: IDPrefix { .objective } }
extension ProgressNote: Identified { static var idPrefix: IDPrefix { .note } }
extension FollowUp: Identified { static var idPrefix: IDPrefix { .followUp } }
extension Grant: Identified { static var idPrefix: IDPrefix { .grant } }
extension Repetition: Identified { static var idPrefix: IDPrefix { .repetition } }
extension Change: Identified { static var idPrefix: IDPrefix { .change } }
