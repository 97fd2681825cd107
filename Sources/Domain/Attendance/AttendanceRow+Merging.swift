/// Two windows' changes of one row, put together fact by fact.
extension AttendanceRow {
  /// This row with what others changed of it since both began from the same.
  ///
  /// A row holds three facts that are changed apart: the mark with its times, how the client takes
  /// part (in person or by video), and what was noted.
  ///
  /// - Parameters:
  ///   - before: What both began from.
  ///   - theirs: What the others made of it.
  /// - Returns: Nil where both changed the same fact differently.
  func merged(since before: AttendanceRow, with theirs: AttendanceRow) -> AttendanceRow? {
    var row = theirs
    if !isMarked(as: before) {
      guard theirs.isMarked(as: before) || theirs.isMarked(as: self) else { return nil }
      if !theirs.isMarked(as: self) { row.takeMark(of: self) }
    }
    if modality != before.modality {
      guard theirs.modality == before.modality || theirs.modality == modality else { return nil }
      row.modality = modality
    }
    if !isNoted(as: before) {
      guard theirs.isNoted(as: before) || theirs.isNoted(as: self) else { return nil }
      row.takeNotes(of: self)
    }
    return row
  }

  /// Whether the mark is the same, whoever gave it when.
  func isMarked(as other: AttendanceRow) -> Bool {
    status == other.status && segments == other.segments
      && creditOverride?.minutes == other.creditOverride?.minutes
      && absenceReason == other.absenceReason && notice == other.notice
      && isWalkin == other.isWalkin && isMakeup == other.isMakeup && episodeID == other.episodeID
  }

  private func isNoted(as other: AttendanceRow) -> Bool {
    participation == other.participation && affect == other.affect && craving == other.craving
      && mood == other.mood && commitmentKept == other.commitmentKept
      && quickLine == other.quickLine
  }

  private mutating func takeMark(of other: AttendanceRow) {
    (status, segments, creditOverride) = (other.status, other.segments, other.creditOverride)
    (absenceReason, notice, overrides) = (other.absenceReason, other.notice, other.overrides)
    (isWalkin, isMakeup, episodeID) = (other.isWalkin, other.isMakeup, other.episodeID)
    (markedBy, markedAt) = (other.markedBy, other.markedAt)
  }

  private mutating func takeNotes(of other: AttendanceRow) {
    (participation, affect, craving) = (other.participation, other.affect, other.craving)
    (mood, commitmentKept, quickLine) = (other.mood, other.commitmentKept, other.quickLine)
  }

  /// Whether this is another row with its last stay ended, as finishing a group makes it.
  func onlyEnds(_ before: AttendanceRow) -> Bool {
    guard before.hasOpenSegment, let end = segments.last?.end else { return false }
    return before.ended(at: end) == self
  }

  /// The row with its open stay ended, no earlier than it began.
  func ended(at end: Instant) -> AttendanceRow {
    guard hasOpenSegment, let last = segments.last else { return self }
    var row = self
    row.segments[segments.count - 1].end = max(end, last.start)
    return row
  }
}
