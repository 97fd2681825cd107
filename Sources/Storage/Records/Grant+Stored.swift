import Domain
import PropertyList

extension Grant: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let by = try fields.id("by", of: Staff.self)
    let client = try fields.optionalID("clientID", of: Client.self)
    let colleague = try fields.optionalID("colleagueID", of: Staff.self)
    let from = try fields.instant("from")
    let id = try fields.id("id", of: Grant.self)
    let reader = try fields.id("reader", of: Staff.self)
    let reason = try fields.string("reason")
    let reviewedAt = try fields.optionalInstant("reviewedAt")
    let reviewedBy = try fields.optionalID("reviewedBy", of: Staff.self)
    let until = try fields.instant("until")
    let reach: Reach
    switch (client, colleague) {
    case (let client?, nil): reach = .emergency(client)
    case (nil, let colleague?): reach = .cover(colleague)
    case (nil, nil), (_?, _?):
      throw fields.error(
        "clientID",
        .notConvertible("it", to: "a client or a colleague, one of both")
      )
    }
    self.init(
      id: id,
      reader: reader,
      reach: reach,
      from: from,
      until: until,
      by: by,
      reason: reason
    )
    if let reviewedBy, let reviewedAt { review = Review(by: reviewedBy, at: reviewedAt) }
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("by", by)
    switch reach {
    case .emergency(let client): record.set("clientID", client)
    case .cover(let colleague): record.set("colleagueID", colleague)
    }
    record.set("from", from)
    record.set("id", id)
    record.set("reader", reader)
    record.set("reason", reason)
    record.set("reviewedAt", review?.at)
    record.set("reviewedBy", review?.by)
    record.set("until", until)
    return record
  }
}
