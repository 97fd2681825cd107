import Domain
import PropertyList

/// A draft as the body of a journal's record that holds the whole of it.
extension NoteDraft: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let authorID = try fields.id("authorID", of: Staff.self)
    let choices = try fields.list("choices", of: StoredChoice.init(stored:))
    let clientID = try fields.optionalID("clientID", of: Client.self)
    let document = try fields.converted("document", to: "the identifier of what is written") {
      NoteDocument(stored: $0)
    }
    let dueAt = try fields.optionalInstant("dueAt")
    let end = try fields.optionalInstant("end")
    let format = try fields.string("format")
    let kind = try fields.choice("kind", as: NoteKind.self)
    let objectives = try fields.list("objectives", of: ObjectiveLink.init(stored:))
    let service = try fields.dictionary("service", of: NoteService.init(stored:))
    let start = try fields.optionalInstant("start")
    let startedAt = try fields.instant("startedAt")
    let texts = try fields.list("texts", of: StoredText.init(stored:))
    var content = NoteContent(objectives: objectives)
    for choice in choices { content.choices[choice.key] = choice.codes }
    for text in texts { content.setText(text.text, of: text.key) }
    var span: Interval?
    if let start, let end { span = Interval(start: start, end: end) }
    self.init(
      document: document,
      kind: kind,
      clientID: clientID,
      service: service,
      format: format,
      authorID: authorID,
      startedAt: startedAt,
      dueAt: dueAt,
      span: span,
      content: content
    )
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("authorID", authorID)
    record.setList(
      "choices",
      content.choices.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
        .map { StoredChoice(key: $0.key, codes: $0.value) }
    )
    record.set("clientID", clientID)
    record.set("document", document.rawValue)
    record.set("dueAt", dueAt)
    record.set("end", span?.end)
    record.set("format", format)
    record.set("kind", kind)
    record.setList("objectives", content.objectives)
    record.set("service", service.propertyList)
    record.set("start", span?.start)
    record.set("startedAt", startedAt)
    record.setList(
      "texts",
      content.texts.sorted { $0.key < $1.key }.map { StoredText(key: $0.key, text: $0.value) }
    )
    return record
  }
}

extension NoteDocument {
  init?(stored text: String) {
    if StoredID.isValid(text, .note) {
      self = .note(NoteID(text))
    } else if StoredID.isValid(text, .session) {
      self = .shared(SessionID(text))
    } else if let dash = text.firstIndex(of: "-"), StoredID.isValid(String(text[..<dash]), .note),
      let supplement = NoteSupplement(rawValue: String(text[text.index(after: dash)...]))
    {
      self = .supplement(NoteID(String(text[..<dash])), supplement)
    } else {
      return nil
    }
  }
}

private struct StoredChoice: StoredRecord {
  var key: String
  var codes: [String]

  init(key: String, codes: [String]) {
    self.key = key
    self.codes = codes
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    codes = try fields.strings("codes")
    key = try fields.string("key")
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("codes", codes)
    record.set("key", key)
    return record
  }
}

/// A part's text; as bytes where XML can't carry it, since later steps count them.
private struct StoredText: StoredRecord {
  var key: String
  var text: String

  init(key: String, text: String) {
    self.key = key
    self.text = text
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let bytes = try fields.optionalData("bytes")
    key = try fields.string("key")
    if let bytes {
      guard let decoded = String(validating: bytes, as: UTF8.self) else {
        throw fields.error("bytes", .unexpected(.utf8, found: "other bytes"))
      }
      text = decoded
    } else {
      text = try fields.string("text")
    }
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("key", key)
    if PropertyListWriter.keepsAll(of: text) {
      record.set("text", text)
    } else {
      record.set("bytes", data: Array(text.utf8))
    }
    return record
  }
}
