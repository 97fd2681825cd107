import Domain
import PropertyList

extension RecordEdit: StoredEdit where Record: StoredRecord {
  init(storedIn fields: inout PropertyListFields) throws(PropertyListError) {
    let after = try fields.optionalDictionary("after", of: Record.init(stored:))
    self.init(
      before: try fields.optionalDictionary("before", of: Record.init(stored:)),
      after: after
    )
  }

  func write(to entry: inout PropertyListDictionary) {
    entry.set("after", after?.propertyList)
    entry.set("before", before?.propertyList)
  }
}

/// The words of the files for what an edit of a group is about, for ever.
private enum StoredGroupEdit: String, CaseIterable {
  case series, enrollment, cursor
}

extension GroupEdit: StoredEdit {
  init(storedIn fields: inout PropertyListFields) throws(PropertyListError) {
    switch try fields.choice("edit", as: StoredGroupEdit.self) {
    case .series: self = .series(try RecordEdit(storedIn: &fields))
    case .enrollment:
      let id = try fields.id("enrollment", of: Enrollment.self)
      self = .enrollment(id, try RecordEdit(storedIn: &fields))
    case .cursor:
      let after = try fields.dictionary("after", of: TopicCursor.init(stored:))
      self = .cursor(
        before: try fields.dictionary("before", of: TopicCursor.init(stored:)),
        after: after
      )
    }
  }

  func write(to entry: inout PropertyListDictionary) {
    switch self {
    case .series(let edit):
      entry.set("edit", StoredGroupEdit.series)
      edit.write(to: &entry)
    case .enrollment(let id, let edit):
      entry.set("edit", StoredGroupEdit.enrollment)
      entry.set("enrollment", id)
      edit.write(to: &entry)
    case .cursor(let before, let after):
      entry.set("edit", StoredGroupEdit.cursor)
      entry.set("after", after.propertyList)
      entry.set("before", before.propertyList)
    }
  }
}
