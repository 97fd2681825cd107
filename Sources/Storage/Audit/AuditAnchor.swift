import Domain
import PropertyList

/// How far the audit log had come when somebody left: a log that was cut off since is shorter.
struct AuditAnchor: StoredRecord, Equatable {
  var staffID: StaffID
  /// The last line's number.
  var number: Int
  var hash: String

  init(staffID: StaffID, number: Int, hash: String) {
    self.staffID = staffID
    self.number = number
    self.hash = hash
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    hash = try fields.string("hash")
    number = try fields.integer("number", in: 1...Int.max)
    staffID = try fields.id("staffID", of: Staff.self)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("hash", hash)
    record.set("number", number)
    record.set("staffID", staffID)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? { Storage.mismatch(staffID, with: place) }
}

extension RecordPlace {
  static func auditAnchor(of staff: StaffID) -> RecordPlace {
    RecordPlace(
      kind: .auditAnchor,
      id: staff.rawValue,
      folder: Layout.audit,
      name: staff.rawValue + Layout.suffix
    )
  }
}
