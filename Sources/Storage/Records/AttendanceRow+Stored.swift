import Domain
import PropertyList

extension AttendanceRow: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let absenceReason: Coded<AbsenceReason>? = try fields.optionalCoded("absenceReason")
    let affect = try fields.optionalStrings("affect") ?? []
    let clientID = try fields.id("clientID", of: Client.self)
    let kept: Coded<CommitmentKept>? = try fields.optionalCoded("commitmentKept")
    let craving = try fields.optionalInteger("craving")
    let credit = try fields.optionalDictionary("creditOverride", of: CreditOverride.init(stored:))
    self.init(clientID: clientID, episodeID: try fields.id("episodeID"))
    (self.absenceReason, commitmentKept, self.craving) = (absenceReason, kept, craving)
    self.affect = affect.map(Coded.init(stored:))
    creditOverride = credit
    isMakeup = try fields.optionalBoolean("isMakeup") ?? false
    isWalkin = try fields.optionalBoolean("isWalkin") ?? false
    markedAt = try fields.optionalInstant("markedAt")
    markedBy = try fields.optionalID("markedBy")
    modality = try fields.coded("modality")
    mood = try fields.optionalInteger("mood")
    notice = try fields.optionalDictionary("notice", of: CancelNotice.init(stored:))
    overrides = try fields.list("overrides", of: RuleOverride.init(stored:))
    participation = try fields.optionalInteger("participation")
    quickLine = try fields.optionalString("quickLine")
    segments = try fields.list("segments", of: PresenceSegment.init(stored:))
    status = AttendanceStatus(stored: try fields.string("status"))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("absenceReason", absenceReason)
    record.set("affect", affect.isEmpty ? nil : affect.map(\.stored))
    record.set("clientID", clientID)
    record.set("commitmentKept", commitmentKept)
    record.set("craving", craving)
    record.set("creditOverride", creditOverride?.propertyList)
    record.set("episodeID", episodeID)
    record.setTrue("isMakeup", isMakeup)
    record.setTrue("isWalkin", isWalkin)
    record.set("markedAt", markedAt)
    record.set("markedBy", markedBy)
    record.set("modality", modality)
    record.set("mood", mood)
    record.set("notice", notice?.propertyList)
    record.setList("overrides", overrides)
    record.set("participation", participation)
    record.set("quickLine", quickLine)
    record.setList("segments", segments)
    record.set("status", status.stored)
    return record
  }
}

extension PresenceSegment: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let end = try fields.optionalInstant("end")
    self.init(start: try fields.instant("start"), end: end)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("end", end)
    record.set("start", start)
    return record
  }
}

extension CreditOverride: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let at = try fields.instant("at")
    let by = try fields.id("by", of: Staff.self)
    let minutes = try fields.integer("minutes")
    self.init(minutes: minutes, reason: try fields.string("reason"), by: by, at: at)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("at", at)
    record.set("by", by)
    record.set("minutes", minutes)
    record.set("reason", reason)
    return record
  }
}

extension RuleOverride: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let at = try fields.instant("at")
    let by = try fields.id("by", of: Staff.self)
    let reason = try fields.string("reason")
    self.init(rule: try fields.coded("rule"), reason: reason, by: by, at: at)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("at", at)
    record.set("by", by)
    record.set("reason", reason)
    record.set("rule", rule)
    return record
  }
}

extension CancelNotice: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let at = try fields.instant("at")
    self.init(at: at, channel: try fields.coded("channel"))
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("at", at)
    record.set("channel", channel)
    return record
  }
}
