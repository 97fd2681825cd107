import Domain
import PropertyList

extension NoteEvent: StoredRecord {
  private enum Word: String, CaseIterable {
    case cosigned, returned, addendum, correction
    case signedAgain = "signed_again"
    case enteredInError = "entered_in_error"
  }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let clientID = try fields.id("clientID", of: Client.self)
    let kind = try Self.kind(&fields)
    let noteID = try fields.id("noteID", of: ProgressNote.self)
    let number = try fields.integer("number", in: 1...(.max))
    self.init(
      noteID: noteID,
      clientID: clientID,
      number: number,
      kind: kind,
      signature: try fields.dictionary("signature", of: Signature.init(stored:))
    )
  }

  private static func kind(
    _ fields: inout PropertyListFields
  ) throws(PropertyListError) -> NoteEventKind {
    switch try fields.choice("kind", as: Word.self) {
    case .cosigned: return .cosigned
    case .returned: return .returned(comment: try fields.string("comment"))
    case .signedAgain:
      return .signedAgain(try fields.dictionary("note", of: ProgressNote.init(stored:)))
    case .addendum:
      let reason = try fields.string("reason")
      return .addendum(text: try fields.string("text"), reason: reason)
    case .correction:
      let reason = try fields.string("reason")
      return .correction(text: try fields.string("text"), reason: reason)
    case .enteredInError: return .enteredInError(reason: try fields.string("reason"))
    }
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("clientID", clientID)
    switch kind {
    case .cosigned: record.set("kind", Word.cosigned)
    case .returned(let comment):
      record.set("comment", comment)
      record.set("kind", Word.returned)
    case .signedAgain(let note):
      record.set("kind", Word.signedAgain)
      record.set("note", note.propertyList)
    case .addendum(let text, let reason):
      record.set("kind", Word.addendum)
      record.set("reason", reason)
      record.set("text", text)
    case .correction(let text, let reason):
      record.set("kind", Word.correction)
      record.set("reason", reason)
      record.set("text", text)
    case .enteredInError(let reason):
      record.set("kind", Word.enteredInError)
      record.set("reason", reason)
    }
    record.set("noteID", noteID)
    record.set("number", number)
    record.set("signature", signature.propertyList)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? {
    guard place.folder == Layout.notesFolder(clientID) else {
      return "it belongs to a note of \(clientID)"
    }
    return place.id == "\(noteID).\(number)" ? nil : "it is number \(number) of \(noteID)"
  }
}
