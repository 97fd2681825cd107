import Domain

/// The values that one row has after each of its marks.
struct RowPath {
  private let row: AttendanceRow
  private let start: Instant
  private let staff: StaffID

  /// - Parameters:
  ///   - row: The row before it is marked.
  ///   - start: When the meeting is to begin.
  ///   - staff: Who marks it.
  init(_ row: AttendanceRow, start: Instant, by staff: StaffID) {
    self.row = row
    self.start = start
    self.staff = staff
  }

  /// The marks that lead to an outcome, each with its second after the start.
  ///
  /// - Parameters:
  ///   - outcome: How it turned out.
  ///   - first: The second at which someone who is there from the start is marked.
  /// - Returns: The row after each mark, in the order of time.
  func steps(_ outcome: Outcome, first: Int) -> [(second: Int, row: AttendanceRow)] {
    switch outcome {
    case .present: return [here(.present, from: 0, second: first)]
    case .presentByVideo:
      var step = here(.present, from: 0, second: first)
      step.row.modality = .known(.video)
      return [step]
    case .late(let minute): return [here(.late, from: minute, second: minute * 60 + 20)]
    case .leftEarly(let minute):
      let step = here(.present, from: 0, second: first)
      return [step, gone(step.row, .leftEarly, at: minute)]
    case .lateLeftEarly(let from, let to):
      let step = here(.late, from: from, second: from * 60 + 20)
      return [step, gone(step.row, .lateLeftEarly, at: to)]
    case .removed(let minute):
      let step = here(.present, from: 0, second: first)
      return [step, gone(step.row, .removed, at: minute)]
    case .steppedOut(let from, let to):
      let step = here(.present, from: 0, second: first)
      let out = gone(step.row, .present, at: from)
      var back = marked(out.row, .present, second: to * 60 + 15)
      back.row.segments.append(PresenceSegment(start: start.adding(minutes: to)))
      return [step, out, back]
    case .excused(let reason, let notice):
      return [absent(.excused, reason, notice: notice, second: first)]
    case .lateCancel(let reason, let notice):
      return [absent(.cancelledClient, reason, notice: notice, second: first)]
    case .noShow: return [marked(row, .noShow, second: 930 + first)]
    case .notAdmitted: return [marked(row, .notAdmitted, second: first)]
    }
  }

  private func marked(_ row: AttendanceRow, _ status: AttendanceStatus, second: Int)
    -> (second: Int, row: AttendanceRow)
  {
    var row = row
    row.status = status
    row.markedBy = staff
    row.markedAt = start.adding(seconds: second)
    return (second, row)
  }

  private func here(_ status: AttendanceStatus, from minute: Int, second: Int)
    -> (second: Int, row: AttendanceRow)
  {
    var step = marked(row, status, second: second)
    step.row.segments = [PresenceSegment(start: start.adding(minutes: minute))]
    return step
  }

  private func gone(_ row: AttendanceRow, _ status: AttendanceStatus, at minute: Int)
    -> (second: Int, row: AttendanceRow)
  {
    var step = marked(row, status, second: minute * 60 + 10)
    step.row.segments[row.segments.count - 1].end = start.adding(minutes: minute)
    return step
  }

  private func absent(
    _ status: AttendanceStatus,
    _ reason: AbsenceReason,
    notice: Int,
    second: Int
  ) -> (second: Int, row: AttendanceRow) {
    var step = marked(row, status, second: second)
    step.row.absenceReason = .known(reason)
    step.row.notice = CancelNotice(
      at: start.adding(minutes: -notice),
      channel: .known(notice > 1_440 ? .phone : .text)
    )
    return step
  }
}
