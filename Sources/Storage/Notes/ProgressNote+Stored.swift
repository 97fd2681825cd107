import Domain
import PropertyList

extension ProgressNote: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let clientID = try fields.id("clientID", of: Client.self)
    let end = try fields.optionalInstant("end")
    let episodeID = try fields.optionalID("episodeID", of: Episode.self)
    let format = try fields.string("format")
    let formatTitle = try fields.string("formatTitle")
    let id = try fields.id("id", of: ProgressNote.self)
    let kind = try fields.choice("kind", as: NoteKind.self)
    let lateReason = try fields.optionalString("lateReason")
    let location = try fields.optionalString("location")
    let minutes = try fields.optionalInteger("minutes")
    let modality: Coded<Modality>? = try fields.optionalCoded("modality")
    let needsCosign = try fields.boolean("needsCosign")
    let objectives = try fields.list("objectives", of: ObjectiveLink.init(stored:))
    let sections = try fields.list("sections", of: NoteSection.init(stored:))
    let service = try fields.dictionary("service", of: NoteService.init(stored:))
    let shared = try fields.list("shared", of: NoteSection.init(stored:))
    let signature = try fields.dictionary("signature", of: Signature.init(stored:))
    let similarity = try fields.optionalInteger("similarity", in: 0...100)
    let start = try fields.optionalInstant("start")
    self.init(
      id: id,
      kind: kind,
      clientID: clientID,
      service: service,
      format: format,
      formatTitle: formatTitle,
      sections: sections,
      startedAt: try fields.instant("startedAt"),
      signature: signature,
      needsCosign: needsCosign
    )
    (self.start, self.end, self.minutes) = (start, end, minutes)
    (self.episodeID, self.lateReason, self.similarity) = (episodeID, lateReason, similarity)
    (self.location, self.modality) = (location, modality)
    (self.shared, self.objectives) = (shared, objectives)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("clientID", clientID)
    record.set("end", end)
    record.set("episodeID", episodeID)
    record.set("format", format)
    record.set("formatTitle", formatTitle)
    record.set("id", id)
    record.set("kind", kind)
    record.set("lateReason", lateReason)
    record.set("location", location)
    record.set("minutes", minutes)
    record.set("modality", modality)
    record.set("needsCosign", needsCosign)
    record.setList("objectives", objectives)
    record.setList("sections", sections)
    record.set("service", service.propertyList)
    record.setList("shared", shared)
    record.set("signature", signature.propertyList)
    record.set("similarity", similarity)
    record.set("start", start)
    record.set("startedAt", startedAt)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    guard place.folder == Layout.notesFolder(clientID) else { return "it is a note of \(clientID)" }
    return Storage.mismatch(id, with: place)
  }
}

extension NoteSection: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let codes = try fields.optionalStrings("codes") ?? []
    let key = try fields.string("key")
    let text = try fields.string("text")
    self.init(key: key, title: try fields.string("title"), text: text, codes: codes)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("codes", codes.isEmpty ? nil : codes)
    record.set("key", key)
    record.set("text", text)
    record.set("title", title)
    return record
  }
}

extension Signature: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let at = try fields.instant("at")
    let by = try fields.id("by", of: Staff.self)
    let credentials = try fields.string("credentials")
    self.init(by: by, name: try fields.string("name"), credentials: credentials, at: at)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("at", at)
    record.set("by", by)
    record.set("credentials", credentials)
    record.set("name", name)
    return record
  }
}
