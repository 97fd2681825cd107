import Domain
import PropertyList

extension Client: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let address = try fields.optionalString("address")
    let alerts = try fields.list("alerts", of: ClientAlert.init(stored:))
    let birthDate = try fields.calendarDate("birthDate")
    let constraints = try fields.list("constraints", of: ScheduleConstraint.init(stored:))
    let email = try fields.optionalString("email")
    let error = try fields.optionalDictionary("enteredInError", of: EnteredInError.init(stored:))
    let gender: Coded<Gender>? = try fields.optionalCoded("genderIdentity")
    let history = try fields.list("history", of: HistoryEntry<RecordEdit<Client>>.init(stored:))
    let id = try fields.id("id", of: Client.self)
    let intake = try fields.list("intake", of: IntakeStep.init(stored:))
    let interpreterNeeded = try fields.boolean("interpreterNeeded")
    let isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    let language = try fields.optionalString("language")
    let first = try fields.string("legalFirst")
    let last = try fields.string("legalLast")
    let mrn = try fields.string("mrn")
    self.init(id: id, mrn: mrn, legalFirst: first, legalLast: last, birthDate: birthDate)
    (self.address, self.alerts, self.constraints) = (address, alerts, constraints)
    (self.email, self.language, enteredInError) = (email, language, error)
    (self.interpreterNeeded, genderIdentity) = (interpreterNeeded, gender)
    (self.history, self.isWithdrawn, self.intake) = (history, isWithdrawn, intake)
    part2NoticeGivenAt = try fields.optionalInstant("part2NoticeGivenAt")
    phones = try fields.list("phones", of: Phone.init(stored:))
    preferredName = try fields.optionalString("preferredName")
    pronouns = try fields.optionalString("pronouns")
    sexForRecord = try fields.optionalCoded("sexForRecord")
    statusOverride = try fields.optionalCoded("statusOverride")
    supports = try fields.list("supports", of: SupportPerson.init(stored:))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("address", address)
    record.setList("alerts", alerts)
    record.set("birthDate", birthDate)
    record.setList("constraints", constraints)
    record.set("email", email)
    record.set("enteredInError", enteredInError?.propertyList)
    record.set("genderIdentity", genderIdentity)
    record.setList("history", history)
    record.set("id", id)
    record.setList("intake", intake)
    record.set("interpreterNeeded", interpreterNeeded)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.set("language", language)
    record.set("legalFirst", legalFirst)
    record.set("legalLast", legalLast)
    record.set("mrn", mrn)
    record.set("part2NoticeGivenAt", part2NoticeGivenAt)
    record.setList("phones", phones)
    record.set("preferredName", preferredName)
    record.set("pronouns", pronouns)
    record.set("sexForRecord", sexForRecord)
    record.set("statusOverride", statusOverride)
    record.setList("supports", supports)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    Storage.mismatch(id, with: place)
  }
}

extension IntakeStep: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let groupIDs = try fields.ids("groupIDs", of: GroupSeries.self)
    let kind: Coded<IntakeKind> = try fields.coded("kind")
    let note = try fields.optionalString("note")
    self.init(
      kind: kind,
      on: try fields.calendarDate("on"),
      note: note,
      groupIDs: groupIDs
    )
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("groupIDs", groupIDs)
    record.set("kind", kind)
    record.set("note", note)
    record.set("on", on)
    return record
  }
}

extension Phone: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let kind: Coded<PhoneKind> = try fields.coded("kind")
    self.init(number: try fields.string("number"), kind: kind)
    okToCall = try fields.boolean("okToCall")
    okToText = try fields.boolean("okToText")
    okVoicemail = try fields.boolean("okVoicemail")
    safeHours = try fields.optionalString("safeHours")
    voicemailScript = try fields.coded("voicemailScript")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("kind", kind)
    record.set("number", number)
    record.set("okToCall", okToCall)
    record.set("okToText", okToText)
    record.set("okVoicemail", okVoicemail)
    record.set("safeHours", safeHours)
    record.set("voicemailScript", voicemailScript)
    return record
  }
}

extension ClientAlert: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    self.init(kind: try fields.coded("kind"))
    note = try fields.optionalString("note")
    otherClient = try fields.optionalID("otherClient")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("kind", kind)
    record.set("note", note)
    record.set("otherClient", otherClient)
    return record
  }
}

extension ScheduleConstraint: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let from = try fields.time("from")
    let kind: Coded<ConstraintKind> = try fields.coded("kind")
    let to = try fields.time("to")
    self.init(weekday: try fields.weekday("weekday"), from: from, to: to, kind: kind)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("from", from)
    record.set("kind", kind)
    record.set("to", to)
    record.set("weekday", weekday)
    return record
  }
}

extension SupportPerson: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    self.init(name: try fields.string("name"), relation: try fields.string("relation"))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("name", name)
    record.set("relation", relation)
    return record
  }
}

extension EnteredInError: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let at = try fields.instant("at")
    let by = try fields.id("by", of: Staff.self)
    self.init(at: at, by: by, reason: try fields.string("reason"))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("at", at)
    record.set("by", by)
    record.set("reason", reason)
    return record
  }
}
