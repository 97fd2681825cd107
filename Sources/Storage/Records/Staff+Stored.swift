import Domain
import PropertyList

extension Staff: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let code = try fields.string("code")
    let credentials = try fields.string("credentials")
    let history = try fields.list("history", of: HistoryEntry<RecordEdit<Staff>>.init(stored:))
    let id = try fields.id("id", of: Staff.self)
    let isActive = try fields.boolean("isActive")
    let isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    let name = try fields.string("name")
    let requiresCosign = try fields.boolean("requiresCosign")
    let role: Coded<StaffRole> = try fields.coded("role")
    self.init(id: id, code: code, name: name, credentials: credentials, role: role)
    (self.history, self.isActive, self.isWithdrawn) = (history, isActive, isWithdrawn)
    self.requiresCosign = requiresCosign
    supervisorID = try fields.optionalID("supervisorID")
    weeklyCaseloadCap = try fields.optionalInteger("weeklyCaseloadCap")
    workHours = try fields.list("workHours", of: WorkHours.init(stored:))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("code", code)
    record.set("credentials", credentials)
    record.setList("history", history)
    record.set("id", id)
    record.set("isActive", isActive)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.set("name", name)
    record.set("requiresCosign", requiresCosign)
    record.set("role", role)
    record.set("supervisorID", supervisorID)
    record.set("weeklyCaseloadCap", weeklyCaseloadCap)
    record.setList("workHours", workHours)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    Storage.mismatch(id, with: place)
  }
}

extension WorkHours: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let from = try fields.time("from")
    let to = try fields.time("to")
    self.init(weekday: try fields.weekday("weekday"), from: from, to: to)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("from", from)
    record.set("to", to)
    record.set("weekday", weekday)
    return record
  }
}
