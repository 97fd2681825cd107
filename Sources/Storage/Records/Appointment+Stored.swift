import Domain
import PropertyList

extension Appointment: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let clientID = try fields.id("clientID", of: Client.self)
    let countsTowardHours = try fields.boolean("countsTowardHours")
    let episodeID = try fields.id("episodeID", of: Episode.self)
    let history = try fields.list("history", of: HistoryEntry<AppointmentEdit>.init(stored:))
    let id = try fields.id("id", of: Appointment.self)
    let kind: Coded<AppointmentKind> = try fields.coded("kind")
    let repetitionID = try fields.optionalID("repetitionID", of: Repetition.self)
    let date = try fields.calendarDate("serviceDate")
    self.init(
      id: id,
      clientID: clientID,
      episodeID: episodeID,
      kind: kind,
      serviceDate: date,
      countsTowardHours: countsTowardHours,
      repetitionID: repetitionID,
      state: try fields.dictionary("state", of: AppointmentState.init(stored:))
    )
    self.history = history
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("clientID", clientID)
    record.set("countsTowardHours", countsTowardHours)
    record.set("episodeID", episodeID)
    record.setList("history", history)
    record.set("id", id)
    record.set("kind", kind)
    record.set("repetitionID", repetitionID)
    record.set("serviceDate", serviceDate)
    record.set("state", state.propertyList)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    Storage.mismatch(id, with: place) ?? Storage.mismatch(serviceDate, with: place)
  }
}

extension AppointmentState: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let actualEnd = try fields.optionalInstant("actualEnd")
    let actualStart = try fields.optionalInstant("actualStart")
    let cancelNoticeAt = try fields.optionalInstant("cancelNoticeAt")
    let counselorID = try fields.id("counselorID", of: Staff.self)
    let isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    let modality: Coded<Modality> = try fields.coded("modality")
    let programReason = try fields.optionalString("programReason")
    let reason: Coded<AbsenceReason>? = try fields.optionalCoded("reason")
    let rescheduledTo = try fields.optionalID("rescheduledTo", of: Appointment.self)
    let roomID = try fields.optionalID("roomID", of: Room.self)
    let end = try fields.instant("scheduledEnd")
    let start = try fields.instant("scheduledStart")
    let status = AppointmentStatus(stored: try fields.string("status"))
    self.init(
      status: status,
      scheduledStart: start,
      scheduledEnd: end,
      counselorID: counselorID,
      roomID: roomID
    )
    (self.actualEnd, self.actualStart, self.modality) = (actualEnd, actualStart, modality)
    (self.cancelNoticeAt, self.programReason) = (cancelNoticeAt, programReason)
    (self.reason, self.rescheduledTo) = (reason, rescheduledTo)
    self.isWithdrawn = isWithdrawn
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("actualEnd", actualEnd)
    record.set("actualStart", actualStart)
    record.set("cancelNoticeAt", cancelNoticeAt)
    record.set("counselorID", counselorID)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.set("modality", modality)
    record.set("programReason", programReason)
    record.set("reason", reason)
    record.set("rescheduledTo", rescheduledTo)
    record.set("roomID", roomID)
    record.set("scheduledEnd", scheduledEnd)
    record.set("scheduledStart", scheduledStart)
    record.set("status", status.stored)
    return record
  }
}
