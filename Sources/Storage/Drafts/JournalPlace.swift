import Domain

/// Whose text of what a journal holds, and so where it lies.
struct JournalPlace: Hashable {
  let author: StaffID
  let document: NoteDocument

  var folder: String { Layout.draftFolder(author) }
  var name: String { Layout.journal(document) }
  var path: String { folder + "/" + name }

  init(_ document: NoteDocument, of author: StaffID) {
    self.author = author
    self.document = document
  }

  /// Nil for a path that no journal has.
  init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == Layout.drafts, StoredID.isValid(parts[1], .staff),
      let document = Layout.document(ofJournal: parts[2])
    else { return nil }
    self.init(document, of: StaffID(parts[1]))
  }

  /// The place that a line of the audit log names: "st_1/nt_1".
  init?(told id: String) {
    self.init(path: "\(Layout.drafts)/\(id)\(Journal.suffix)")
  }

  var told: String { "\(author.rawValue)/\(document.rawValue)" }
}
