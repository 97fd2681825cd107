import Domain
import PropertyList

extension FollowUp: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let at = try fields.instant("at")
    let by = try fields.id("by", of: Staff.self)
    let cause = try fields.optionalCalendarDate("cause")
    let channel: Coded<OutreachChannel>? = try fields.optionalCoded("channel")
    let clientID = try fields.id("clientID", of: Client.self)
    let decision: Coded<TeamDecision>? = try fields.optionalCoded("decision")
    let episodeID = try fields.id("episodeID", of: Episode.self)
    let history = try fields.list("history", of: HistoryEntry<RecordEdit<FollowUp>>.init(stored:))
    let id = try fields.id("id", of: FollowUp.self)
    let isWithdrawn = try fields.optionalBoolean("isWithdrawn") ?? false
    let kind: Coded<FollowUpKind> = try fields.coded("kind")
    self.init(id: id, of: clientID, in: episodeID, kind: kind, at: at, by: by)
    (self.cause, self.channel, self.decision) = (cause, channel, decision)
    (self.history, self.isWithdrawn) = (history, isWithdrawn)
    nextDueAt = try fields.optionalInstant("nextDueAt")
    result = try fields.optionalCoded("result")
    words = try fields.optionalString("words")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("at", at)
    record.set("by", by)
    record.set("cause", cause)
    record.set("channel", channel)
    record.set("clientID", clientID)
    record.set("decision", decision)
    record.set("episodeID", episodeID)
    record.setList("history", history)
    record.set("id", id)
    record.setTrue("isWithdrawn", isWithdrawn)
    record.set("kind", kind)
    record.set("nextDueAt", nextDueAt)
    record.set("result", result)
    record.set("words", words)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    guard place.folder == Layout.clientFolder(clientID) + "/follow-ups" else {
      return "it is about \(clientID)"
    }
    return Storage.mismatch(id, with: place)
  }
}
