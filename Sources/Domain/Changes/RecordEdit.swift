/// One before-and-after of the facts of a whole record.
///
/// Nil before is a record that wasn't there; nil after takes it away again: its file stays, marked as
/// withdrawn, so that taking back and doing again are edits like any other.
package struct RecordEdit<Record: Hashable & Sendable>: Hashable, Sendable {
  package var before: Record?
  package var after: Record?

  package init(before: Record?, after: Record?) {
    self.before = before
    self.after = after
  }

  package var inverse: RecordEdit { RecordEdit(before: after, after: before) }
}

/// What can be edited in a group's file.
///
/// Enrollments are edited one by one, so that two people can enroll at the same time, and so that no
/// entry of the history repeats all of them.
package enum GroupEdit: Hashable, Sendable {
  /// The group's own facts, without enrollments.
  case series(RecordEdit<GroupSeries>)
  case enrollment(EnrollmentID, RecordEdit<Enrollment>)
  /// Where the group is in its curriculum.
  case cursor(before: TopicCursor, after: TopicCursor)

  package var inverse: GroupEdit {
    switch self {
    case .series(let edit): .series(edit.inverse)
    case .enrollment(let id, let edit): .enrollment(id, edit.inverse)
    case .cursor(let before, let after): .cursor(before: after, after: before)
    }
  }
}

/// A record of administration, which remembers every change of its facts.
package protocol KeptRecord: Hashable, Sendable, SendableMetatype {
  associatedtype EditOfRecord: Hashable & Sendable
  var id: ID<Self> { get }
  var history: [HistoryEntry<EditOfRecord>] { get set }
  /// Whether its making was taken back: the file stays, and the record is in no list.
  var isWithdrawn: Bool { get set }
  /// The facts alone: without history, and without what is edited apart.
  var bare: Self { get }
  /// Its facts as two people may change them at the same time.
  static var separateFacts: [SeparateFact<Self>] { get }
}

extension KeptRecord {
  package var bare: Self {
    var bare = self
    (bare.history, bare.isWithdrawn) = ([], false)
    return bare
  }
}

extension Client: KeptRecord {}
extension Episode: KeptRecord {}
extension Staff: KeptRecord {}
extension Room: KeptRecord {}
extension CalendarEntry: KeptRecord {}

extension GroupSeries: KeptRecord {
  package var bare: GroupSeries {
    var bare = self
    (bare.history, bare.isWithdrawn, bare.enrollments) = ([], false, [])
    bare.topicCursor = TopicCursor()
    return bare
  }
}
