package import Domain

/// Something that a check found and that can be mended, with what would be done.
package struct Repair: Equatable, Sendable {
  /// The path below the data folder.
  package let record: String
  /// What is the matter.
  package let what: String
  /// What is done about it, and where what was there is kept.
  package let offer: String
  let way: RepairWay
}

/// What is done to mend something; whatever is changed is kept.
enum RepairWay: Equatable, Sendable {
  /// Gives a file or a folder back to its owner alone.
  case mode
  /// Puts the signed notes of a day into its list.
  case list(CalendarDate)
  /// Writes a sound journal in the place of a torn one.
  case journal
  /// Takes a text that is signed out of the drafts.
  case putAside
  /// Takes a sound record from the quarantine to its empty place.
  case putBack(from: String)
  /// Takes a record from the last backup.
  case backup
}

/// Something that a check found and that isn't mended.
package struct Unmended: Equatable, Sendable {
  package let problem: RecordProblem
  /// Where the last good version of it is known to be; nil for what isn't one file's matter.
  package let lastGood: String?
}

/// What was done about a finding.
package struct Mended: Equatable, Sendable {
  /// Where what was there before lies now, below the data folder; nil where nothing was changed
  /// that could be missed.
  package let kept: String?
}
