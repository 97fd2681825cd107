package import Domain
import PropertyList

/// Forms that a counselor hasn't done yet, so that neither a crash nor a log-off loses what was typed.
extension DataFolder {
  /// - Returns: Oldest first; of all windows of that person.
  /// - Throws: `untrusted` where they can't be read.
  package func unfinishedForms(of staff: StaffID) throws(StorageError) -> [UnfinishedForm] {
    let stored: RecordFile<StoredForms>? = try ownRecord(of: staff, at: .forms(of: staff))
    return stored?.record.forms ?? []
  }

  /// Puts forms beside those of other windows, and takes off those that are done.
  ///
  /// - Throws: `locked`, `untrusted`, `disk`.
  package func keep(
    _ changed: [UnfinishedForm],
    done: [String],
    of staff: StaffID,
    at now: Instant
  ) throws(StorageError) {
    let place = RecordPlace.forms(of: staff)
    let first = StoredForms(staffID: staff)
    let revision = try changeOwnRecord(of: staff, at: place, orElse: first, now: now) { record in
      record.forms.removeAll { form in
        done.contains(form.id) || changed.contains { $0.id == form.id }
      }
      record.forms = (record.forms + changed).suffix(StoredForms.limit)
    }
    if let revision { memory.untoldForms[staff] = revision }
  }

  /// Tells the audit log which forms this window wrote last, so that older copies are noticed.
  ///
  /// They are written each second while somebody types, and told once, when that person leaves.
  package func tellForms(at now: Instant) {
    let untold = memory.untoldForms.sorted { $0.key < $1.key }
    guard !untold.isEmpty else { return }
    memory.untoldForms = [:]
    audit(
      untold.map { staff, revision in
        let stamp = SaveStamp(at: now, by: staff)
        return AuditEvent(saved: .forms(of: staff), revision: revision, stamp: stamp)
      }
    )
  }
}

struct StoredForms: StoredRecord, Equatable {
  /// So many are kept, the newest.
  static let limit = 50

  var staffID: StaffID
  var forms: [UnfinishedForm] = []

  init(staffID: StaffID) { self.staffID = staffID }

  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    forms = try fields.list("forms", of: UnfinishedForm.init(stored:))
    staffID = try fields.id("staffID", of: Staff.self)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.setList("forms", forms)
    record.set("staffID", staffID)
    return record
  }

  func mismatch(with place: RecordPlace) -> String? { Storage.mismatch(staffID, with: place) }
}

extension UnfinishedForm: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let answers = try fields.list("answers", of: Answer.init(stored:))
    let form = try fields.string("form")
    let id = try fields.string("id")
    self.init(id: id, form: form, words: try fields.string("words"), answers: answers)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.setList("answers", answers)
    record.set("form", form)
    record.set("id", id)
    record.set("words", words)
    return record
  }
}

extension UnfinishedForm.Answer: StoredRecord {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let before = try fields.strings("before")
    let content = try fields.strings("content")
    self.init(field: try fields.string("field"), content: content, before: before)
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("before", before)
    record.set("content", content)
    record.set("field", field)
    return record
  }
}

extension RecordPlace {
  static func forms(of staff: StaffID) -> RecordPlace {
    RecordPlace(
      kind: .forms,
      id: staff.rawValue,
      folder: "settings/forms",
      name: staff.rawValue + Layout.suffix
    )
  }
}
