import Domain
import PropertyList

extension GroupSeries: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let audience: Coded<Audience> = try fields.coded("audience")
    let breaks = try fields.list("breaks", of: SeriesBreak.init(stored:))
    let capacity = try fields.integer("capacity")
    let capacityKind: Coded<CapacityKind> = try fields.coded("capacityKind")
    let coLeadIDs = try fields.ids("coLeadIDs", of: Staff.self)
    let code = try fields.string("code")
    let countsTowardHours = try fields.boolean("countsTowardHours")
    let effectiveFrom = try fields.calendarDate("effectiveFrom")
    let effectiveTo = try fields.optionalCalendarDate("effectiveTo")
    let end = try fields.time("end")
    let enrollments = try fields.list("enrollments", of: Enrollment.init(stored:))
    let history = try fields.list("history", of: HistoryEntry<GroupEdit>.init(stored:))
    let id = try fields.id("id", of: GroupSeries.self)
    let isClosed = try fields.boolean("isClosed")
    let isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    let leadID = try fields.id("leadID", of: Staff.self)
    let level = try fields.string("level")
    let modality: Coded<Modality> = try fields.coded("modality")
    let past = try fields.list("past", of: PastPlan.init(stored:))
    let roomID = try fields.optionalID("roomID", of: Room.self)
    let start = try fields.time("start")
    let title = try fields.string("title")
    let topic = try fields.optionalString("topic")
    let topicAfter = try fields.optionalCalendarDate("topicAfter")
    let topicNext = try fields.optionalInteger("topicNext", in: 0...100_000) ?? 0
    let topics = try fields.optionalStrings("topics") ?? []
    let type: Coded<GroupType> = try fields.coded("type")
    let weekdays = try fields.optionalWeekdays("weekdays") ?? []
    self.init(
      id: id,
      code: code,
      title: title,
      type: type,
      weekdays: weekdays,
      start: start,
      end: end,
      effectiveFrom: effectiveFrom,
      leadID: leadID
    )
    (self.audience, self.breaks, self.capacity) = (audience, breaks, capacity)
    (self.capacityKind, self.coLeadIDs, self.countsTowardHours) =
      (capacityKind, coLeadIDs, countsTowardHours)
    (self.effectiveTo, self.enrollments, self.isClosed) = (effectiveTo, enrollments, isClosed)
    (self.history, self.isWithdrawn, self.past) = (history, isWithdrawn, past)
    (self.level, self.modality, self.roomID, self.topic) = (level, modality, roomID, topic)
    (self.topics, topicCursor) = (topics, TopicCursor(next: topicNext, after: topicAfter))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("audience", audience)
    record.setList("breaks", breaks)
    record.set("capacity", capacity)
    record.set("capacityKind", capacityKind)
    record.set("coLeadIDs", coLeadIDs)
    record.set("code", code)
    record.set("countsTowardHours", countsTowardHours)
    record.set("effectiveFrom", effectiveFrom)
    record.set("effectiveTo", effectiveTo)
    record.set("end", end)
    record.setList("enrollments", enrollments)
    record.setList("history", history)
    record.set("id", id)
    record.set("isClosed", isClosed)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.set("leadID", leadID)
    record.set("level", level)
    record.set("modality", modality)
    record.setList("past", past)
    record.set("roomID", roomID)
    record.set("start", start)
    record.set("title", title)
    record.set("topic", topic)
    record.set("topicAfter", topicCursor.after)
    record.set("topicNext", topicCursor.next == 0 ? nil : topicCursor.next)
    record.set("topics", topics.isEmpty ? nil : topics)
    record.set("type", type)
    record.set("weekdays", weekdays)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    Storage.mismatch(id, with: place)
  }
}

extension PastPlan: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let coLeadIDs = try fields.ids("coLeadIDs", of: Staff.self)
    let end = try fields.time("end")
    let leadID = try fields.id("leadID", of: Staff.self)
    let roomID = try fields.optionalID("roomID", of: Room.self)
    let start = try fields.time("start")
    let until = try fields.calendarDate("until")
    let weekdays = try fields.optionalWeekdays("weekdays") ?? []
    self.init(until: until, weekdays: weekdays, from: start, to: end, leadID: leadID)
    (self.coLeadIDs, self.roomID) = (coLeadIDs, roomID)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("coLeadIDs", coLeadIDs)
    record.set("end", end)
    record.set("leadID", leadID)
    record.set("roomID", roomID)
    record.set("start", start)
    record.set("until", until)
    record.set("weekdays", weekdays)
    return record
  }
}

extension SeriesBreak: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let after = try fields.integer("afterMinutes")
    let isCreditable = try fields.boolean("isCreditable")
    self.init(
      afterMinutes: after,
      minutes: try fields.integer("minutes"),
      isCreditable: isCreditable
    )
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("afterMinutes", afterMinutes)
    record.set("isCreditable", isCreditable)
    record.set("minutes", minutes)
    return record
  }
}

extension Enrollment: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let client = try fields.id("clientID", of: Client.self)
    let endReason = try fields.optionalString("endReason")
    let episode = try fields.id("episodeID", of: Episode.self)
    let from = try fields.calendarDate("from")
    let id = try fields.id("id", of: Enrollment.self)
    let isRequired = try fields.boolean("isRequired")
    let source: Coded<EnrollmentSource> = try fields.coded("source")
    let to = try fields.optionalCalendarDate("to")
    self.init(
      id: id,
      clientID: client,
      episodeID: episode,
      from: from,
      to: to,
      weekdays: try fields.optionalWeekdays("weekdays"),
      isRequired: isRequired,
      source: source,
      endReason: endReason
    )
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("clientID", clientID)
    record.set("endReason", endReason)
    record.set("episodeID", episodeID)
    record.set("from", from)
    record.set("id", id)
    record.set("isRequired", isRequired)
    record.set("source", source)
    record.set("to", to)
    record.set("weekdays", weekdays)
    return record
  }
}

extension TopicCursor: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let after = try fields.optionalCalendarDate("after")
    self.init(next: try fields.integer("next", in: 0...100_000), after: after)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("after", after)
    record.set("next", next)
    return record
  }
}
