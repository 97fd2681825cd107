import Domain
import PropertyList

/// Values that drafts, signed notes and the days' lists have in common.
extension NoteService: StoredRecord {
  private enum Word: String, CaseIterable {
    case session, appointment, none
    case missedDay = "missed_day"
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let date = try fields.calendarDate("date")
    let session = try fields.optionalID("sessionID", of: GroupSession.self)
    let appointment = try fields.optionalID("appointmentID", of: Appointment.self)
    switch try fields.choice("kind", as: Word.self) {
    case .session:
      guard let session else { throw fields.error("sessionID", .missingKey("sessionID")) }
      self = .session(session, date)
    case .appointment:
      guard let appointment else {
        throw fields.error("appointmentID", .missingKey("appointmentID"))
      }
      self = .appointment(appointment, date)
    case .missedDay: self = .missedDay(date)
    case .none: self = .none(date)
    }
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("date", date)
    switch self {
    case .session(let id, _):
      record.set("kind", Word.session)
      record.set("sessionID", id)
    case .appointment(let id, _):
      record.set("appointmentID", id)
      record.set("kind", Word.appointment)
    case .missedDay: record.set("kind", Word.missedDay)
    case .none: record.set("kind", Word.none)
    }
    return record
  }
}

extension ObjectiveLink: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let isCopied = try fields.optionalBoolean("isCopied") ?? false
    let id = try fields.id("objectiveID", of: PlanObjective.self)
    let progress = try fields.choice("progress", as: ObjectiveProgress.self)
    let text = try fields.string("text")
    self.init(objectiveID: id, text: text, progress: progress, isCopied: isCopied)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.setTrue("isCopied", isCopied)
    record.set("objectiveID", objectiveID)
    record.set("progress", progress)
    record.set("text", text)
    return record
  }
}
