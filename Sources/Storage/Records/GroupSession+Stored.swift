import Domain
import PropertyList

extension GroupSession: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let title = try fields.optionalString("adHocTitle")
    let countsTowardHours = try fields.boolean("countsTowardHours")
    let groupID = try fields.optionalID("groupID", of: GroupSeries.self)
    let guests = try fields.list("guests", of: Guest.init(stored:))
    let history = try fields.list("history", of: HistoryEntry<SessionEdit>.init(stored:))
    let id = try fields.id("id", of: GroupSession.self)
    let rows = try fields.list("rows", of: AttendanceRow.init(stored:))
    let date = try fields.calendarDate("serviceDate")
    let state = try fields.dictionary("state", of: SessionState.init(stored:))
    self.init(
      id: id,
      groupID: groupID,
      serviceDate: date,
      countsTowardHours: countsTowardHours,
      state: state,
      rows: rows
    )
    adHocTitle = title
    self.guests = guests
    self.history = history
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("adHocTitle", adHocTitle)
    record.set("countsTowardHours", countsTowardHours)
    record.set("groupID", groupID)
    record.setList("guests", guests)
    record.setList("history", history)
    record.set("id", id)
    record.setList("rows", rows)
    record.set("serviceDate", serviceDate)
    record.set("state", state.propertyList)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    Storage.mismatch(id, with: place) ?? Storage.mismatch(serviceDate, with: place)
  }
}

extension SessionState: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let actualEnd = try fields.optionalInstant("actualEnd")
    let actualStart = try fields.optionalInstant("actualStart")
    let breaks = try fields.list("breaks", of: SessionBreak.init(stored:))
    let closedAt = try fields.optionalInstant("closedAt")
    let closedBy = try fields.optionalID("closedBy", of: Staff.self)
    let coLeadIDs = try fields.ids("coLeadIDs", of: Staff.self)
    let leadID = try fields.id("leadID", of: Staff.self)
    let modality: Coded<Modality> = try fields.coded("modality")
    let programReason = try fields.optionalString("programReason")
    let roomID = try fields.optionalID("roomID", of: Room.self)
    let end = try fields.instant("scheduledEnd")
    let start = try fields.instant("scheduledStart")
    let status = SessionStatus(stored: try fields.string("status"))
    self.init(
      status: status,
      scheduledStart: start,
      scheduledEnd: end,
      leadID: leadID,
      coLeadIDs: coLeadIDs,
      roomID: roomID
    )
    (self.actualEnd, self.actualStart, self.breaks) = (actualEnd, actualStart, breaks)
    (self.closedAt, self.closedBy, self.modality) = (closedAt, closedBy, modality)
    self.programReason = programReason
    substituteFor = try fields.optionalID("substituteFor")
    topic = try fields.optionalString("topic")
    isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    movedFrom = try fields.optionalID("movedFrom", of: GroupSession.self)
    movedTo = try fields.optionalID("movedTo", of: GroupSession.self)
    plannedFor = try fields.optionalCalendarDate("plannedFor")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("actualEnd", actualEnd)
    record.set("actualStart", actualStart)
    record.setList("breaks", breaks)
    record.set("closedAt", closedAt)
    record.set("closedBy", closedBy)
    record.set("coLeadIDs", coLeadIDs)
    record.set("leadID", leadID)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.set("modality", modality)
    record.set("movedFrom", movedFrom)
    record.set("movedTo", movedTo)
    record.set("plannedFor", plannedFor)
    record.set("programReason", programReason)
    record.set("roomID", roomID)
    record.set("scheduledEnd", scheduledEnd)
    record.set("scheduledStart", scheduledStart)
    record.set("status", status.stored)
    record.set("substituteFor", substituteFor)
    record.set("topic", topic)
    return record
  }
}

extension SessionBreak: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let end = try fields.optionalInstant("end")
    let isCreditable = try fields.boolean("isCreditable")
    self.init(start: try fields.instant("start"), end: end, isCreditable: isCreditable)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("end", end)
    record.set("isCreditable", isCreditable)
    record.set("start", start)
    return record
  }
}

extension Guest: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let name = try fields.string("name")
    let relation = try fields.string("relation")
    self.init(
      name: name,
      relation: relation,
      signedConfidentiality: try fields.boolean("signedConfidentiality")
    )
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("name", name)
    record.set("relation", relation)
    record.set("signedConfidentiality", signedConfidentiality)
    return record
  }
}
