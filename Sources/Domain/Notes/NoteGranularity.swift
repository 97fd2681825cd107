/// How much one note of a group is about.
///
/// Stored words, for ever.
///
/// - Source: BR-30.
package enum NoteGranularity: String, Hashable, Sendable, CaseIterable {
  case session, day, week
}
