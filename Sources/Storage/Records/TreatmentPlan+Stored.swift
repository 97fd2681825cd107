import Domain
import PropertyList

extension TreatmentPlan: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let clientID = try fields.id("clientID", of: Client.self)
    let from = try fields.calendarDate("effectiveFrom")
    let to = try fields.optionalCalendarDate("effectiveTo")
    let episodeID = try fields.id("episodeID", of: Episode.self)
    let id = try fields.id("id", of: TreatmentPlan.self)
    let importedBy = try fields.optionalID("importedBy", of: Change.self)
    let isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    let review = try fields.optionalCalendarDate("nextReviewDue")
    let problems = try fields.list("problems", of: PlanProblem.init(stored:))
    self.init(
      id: id,
      clientID: clientID,
      episodeID: episodeID,
      version: try fields.integer("version", in: 1...(.max)),
      effectiveFrom: from,
      nextReviewDue: review,
      problems: problems
    )
    (effectiveTo, self.importedBy, self.isWithdrawn) = (to, importedBy, isWithdrawn)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("clientID", clientID)
    record.set("effectiveFrom", effectiveFrom)
    record.set("effectiveTo", effectiveTo)
    record.set("episodeID", episodeID)
    record.set("id", id)
    record.set("importedBy", importedBy)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.set("nextReviewDue", nextReviewDue)
    record.setList("problems", problems)
    record.set("version", version)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    guard place.folder == Layout.clientFolder(clientID) + "/plans" else {
      return "it is a plan of \(clientID)"
    }
    return Storage.mismatch(id, with: place)
  }
}

extension PlanProblem: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let dimension = try fields.optionalInteger("dimension", in: 1...6)
    let goals = try fields.list("goals", of: PlanGoal.init(stored:))
    self.init(statement: try fields.string("statement"), dimension: dimension, goals: goals)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("dimension", dimension)
    record.setList("goals", goals)
    record.set("statement", statement)
    return record
  }
}

extension PlanGoal: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let objectives = try fields.list("objectives", of: PlanObjective.init(stored:))
    self.init(text: try fields.string("text"), objectives: objectives)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.setList("objectives", objectives)
    record.set("text", text)
    return record
  }
}

extension PlanObjective: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let id = try fields.id("id", of: PlanObjective.self)
    let targetDate = try fields.optionalCalendarDate("targetDate")
    self.init(id: id, text: try fields.string("text"), targetDate: targetDate)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("id", id)
    record.set("targetDate", targetDate)
    record.set("text", text)
    return record
  }
}
