import Domain
import PropertyList

extension Episode: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let admittedOn = try fields.calendarDate("admittedOn")
    let clientID = try fields.id("clientID", of: Client.self)
    let counselors = try fields.list("counselors", of: CounselorAssignment.init(stored:))
    let diagnoses = try fields.list("diagnoses", of: Diagnosis.init(stored:))
    let dischargeLevelTo = try fields.optionalString("dischargeLevelTo")
    let dischargeReason: Coded<DischargeReason>? = try fields.optionalCoded("dischargeReason")
    let dischargedOn = try fields.optionalCalendarDate("dischargedOn")
    let error = try fields.optionalDictionary("enteredInError", of: EnteredInError.init(stored:))
    let history = try fields.list("history", of: HistoryEntry<RecordEdit<Episode>>.init(stored:))
    let id = try fields.id("id", of: Episode.self)
    let isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    self.init(id: id, clientID: clientID, admittedOn: admittedOn)
    (self.counselors, self.diagnoses, enteredInError) = (counselors, diagnoses, error)
    (self.dischargeLevelTo, self.dischargeReason, self.dischargedOn) =
      (dischargeLevelTo, dischargeReason, dischargedOn)
    (self.history, self.isWithdrawn) = (history, isWithdrawn)
    authorizations = try fields.list("authorizations", of: Authorization.init(stored:))
    leaves = try fields.list("leaves", of: Leave.init(stored:))
    legalMandate = try fields.optionalDictionary("legalMandate", of: LegalMandate.init(stored:))
    levels = try fields.list("levels", of: LevelOfCarePeriod.init(stored:))
    payer = try fields.optionalDictionary("payer", of: Payer.init(stored:))
    referralSource = try fields.optionalCoded("referralSource")
    status = try fields.coded("status")
    track = try fields.coded("track")
    weeklyMinutesOverride = try fields.optionalInteger("weeklyMinutesOverride")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("admittedOn", admittedOn)
    record.setList("authorizations", authorizations)
    record.set("clientID", clientID)
    record.setList("counselors", counselors)
    record.setList("diagnoses", diagnoses)
    record.set("dischargeLevelTo", dischargeLevelTo)
    record.set("dischargeReason", dischargeReason)
    record.set("dischargedOn", dischargedOn)
    record.set("enteredInError", enteredInError?.propertyList)
    record.setList("history", history)
    record.set("id", id)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.setList("leaves", leaves)
    record.set("legalMandate", legalMandate?.propertyList)
    record.setList("levels", levels)
    record.set("payer", payer?.propertyList)
    record.set("referralSource", referralSource)
    record.set("status", status)
    record.set("track", track)
    record.set("weeklyMinutesOverride", weeklyMinutesOverride)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    guard place.folder == Layout.clientFolder(clientID) + "/episodes" else {
      return "it is an episode of \(clientID)"
    }
    return Storage.mismatch(id, with: place)
  }
}

extension CounselorAssignment: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let from = try fields.calendarDate("from")
    let staffID = try fields.id("staffID", of: Staff.self)
    self.init(staffID: staffID, from: from, to: try fields.optionalCalendarDate("to"))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("from", from)
    record.set("staffID", staffID)
    record.set("to", to)
    return record
  }
}

extension LevelOfCarePeriod: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let decidedBy = try fields.optionalID("decidedBy", of: Staff.self)
    let edition = try fields.integer("edition")
    let from = try fields.calendarDate("from")
    self.init(level: try fields.string("level"), edition: edition, from: from)
    self.decidedBy = decidedBy
    note = try fields.optionalString("note")
    provider = try fields.optionalString("provider")
    reason = try fields.coded("reason")
    to = try fields.optionalCalendarDate("to")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("decidedBy", decidedBy)
    record.set("edition", edition)
    record.set("from", from)
    record.set("level", level)
    record.set("note", note)
    record.set("provider", provider)
    record.set("reason", reason)
    record.set("to", to)
    return record
  }
}

extension Payer: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let kind: Coded<PayerKind> = try fields.coded("kind")
    self.init(kind: kind, name: try fields.optionalString("name"))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("kind", kind)
    record.set("name", name)
    return record
  }
}

extension LegalMandate: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let agency = try fields.string("agency")
    let contact = try fields.optionalString("contact")
    let days = try fields.optionalInteger("reportEveryDays")
    self.init(agency: agency, contact: contact, reportEveryDays: days)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("agency", agency)
    record.set("contact", contact)
    record.set("reportEveryDays", reportEveryDays)
    return record
  }
}

extension Authorization: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let from = try fields.calendarDate("from")
    let number = try fields.string("number")
    let service = try fields.string("service")
    let to = try fields.calendarDate("to")
    let units = try fields.integer("units")
    self.init(number: number, from: from, to: to, service: service, units: units)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("from", from)
    record.set("number", number)
    record.set("service", service)
    record.set("to", to)
    record.set("units", units)
    return record
  }
}

extension Leave: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let approvedBy = try fields.optionalID("approvedBy", of: Staff.self)
    let from = try fields.calendarDate("from")
    let reason = try fields.string("reason")
    let to = try fields.optionalCalendarDate("to")
    self.init(from: from, to: to, reason: reason, approvedBy: approvedBy)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("approvedBy", approvedBy)
    record.set("from", from)
    record.set("reason", reason)
    record.set("to", to)
    return record
  }
}

extension Diagnosis: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let criteriaMet = try fields.optionalInteger("criteriaMet")
    let diagnosedOn = try fields.optionalCalendarDate("diagnosedOn")
    self.init(icd10: try fields.string("icd10"), criteriaMet: criteriaMet)
    self.diagnosedOn = diagnosedOn
    isPrimary = try fields.boolean("isPrimary")
    remission = try fields.optionalCoded("remission")
    substance = try fields.optionalString("substance")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("criteriaMet", criteriaMet)
    record.set("diagnosedOn", diagnosedOn)
    record.set("icd10", icd10)
    record.set("isPrimary", isPrimary)
    record.set("remission", remission)
    record.set("substance", substance)
    return record
  }
}
