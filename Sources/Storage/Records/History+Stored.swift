import Domain
import PropertyList

/// An edit as a history entry holds it: a few keys among the entry's own.
protocol StoredEdit: Hashable, Sendable {
  init(storedIn fields: inout PropertyListFields) throws(PropertyListError)
  func write(to entry: inout PropertyListDictionary)
}

extension HistoryEntry: StoredRecord where EditOfFile: StoredEdit {
  init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    let edit = try EditOfFile(storedIn: &fields)
    let at = try fields.instant("at")
    let by = try fields.id("by", of: Staff.self)
    let change = try fields.id("change", of: Change.self)
    let kind = try ChangeKind(storedIn: &fields)
    let order = try fields.integer("order")
    self.init(
      change: change,
      order: order,
      at: at,
      by: by,
      kind: kind,
      reason: try fields.optionalString("reason"),
      edit: edit
    )
  }

  var propertyList: PropertyListDictionary {
    var record = PropertyListDictionary()
    record.set("at", at)
    record.set("by", by)
    record.set("change", change)
    kind.write(to: &record)
    record.set("order", order)
    record.set("reason", reason)
    edit.write(to: &record)
    return record
  }
}

/// The words of the files for what a change is, for ever.
private enum StoredChangeKind: String, CaseIterable {
  case done, undo, redo, differs
}

extension ChangeKind {
  fileprivate init(storedIn fields: inout PropertyListFields) throws(PropertyListError) {
    switch try fields.choice("kind", as: StoredChangeKind.self) {
    case .done: self = .done
    case .undo: self = .undo(of: try fields.id("of"))
    case .redo: self = .redo(of: try fields.id("of"))
    case .differs: self = .differs
    }
  }

  fileprivate func write(to entry: inout PropertyListDictionary) {
    switch self {
    case .done: entry.set("kind", StoredChangeKind.done)
    case .undo(let id):
      entry.set("kind", StoredChangeKind.undo)
      entry.set("of", id)
    case .redo(let id):
      entry.set("kind", StoredChangeKind.redo)
      entry.set("of", id)
    case .differs: entry.set("kind", StoredChangeKind.differs)
    }
  }
}

/// The words of the files for what an edit of a session is about, for ever.
private enum StoredEditKind: String, CaseIterable {
  case row, state
}

extension SessionEdit: StoredEdit {
  init(storedIn fields: inout PropertyListFields) throws(PropertyListError) {
    switch try fields.choice("edit", as: StoredEditKind.self) {
    case .row:
      self = .row(
        try fields.id("client"),
        before: try fields.optionalDictionary("before", of: AttendanceRow.init(stored:)),
        after: try fields.optionalDictionary("after", of: AttendanceRow.init(stored:))
      )
    case .state:
      self = .state(
        before: try fields.dictionary("before", of: SessionState.init(stored:)),
        after: try fields.dictionary("after", of: SessionState.init(stored:))
      )
    }
  }

  func write(to entry: inout PropertyListDictionary) {
    switch self {
    case .row(let client, let before, let after):
      entry.set("edit", StoredEditKind.row)
      entry.set("client", client)
      entry.set("before", before?.propertyList)
      entry.set("after", after?.propertyList)
    case .state(let before, let after):
      entry.set("edit", StoredEditKind.state)
      entry.set("before", before.propertyList)
      entry.set("after", after.propertyList)
    }
  }
}

extension AppointmentEdit: StoredEdit {
  init(storedIn fields: inout PropertyListFields) throws(PropertyListError) {
    let after = try fields.dictionary("after", of: AppointmentState.init(stored:))
    self.init(
      before: try fields.dictionary("before", of: AppointmentState.init(stored:)),
      after: after
    )
  }

  func write(to entry: inout PropertyListDictionary) {
    entry.set("after", after.propertyList)
    entry.set("before", before.propertyList)
  }
}
