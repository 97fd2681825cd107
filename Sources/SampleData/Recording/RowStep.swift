import Domain

/// One thing that is done to a row, some seconds after the meeting's start.
struct RowStep {
  var second: Int
  /// A place in the session's rows; the one after the last is a walk-in's.
  var row: Int
  var edit: RowEdit
}

/// What is done to a row; times are minutes after the meeting's start.
enum RowEdit {
  case arrive(AttendanceStatus, minute: Int, Modality)
  case leave(AttendanceStatus, minute: Int)
  case comeBack(minute: Int)
  case mark(AttendanceStatus)
  case excuse(AttendanceStatus, AbsenceReason, notice: Int)
  case checkIn(CheckIn)
}

extension Outcome {
  /// The marks that lead to the outcome, in the order of time.
  ///
  /// - Parameters:
  ///   - row: The row's place.
  ///   - first: The second at which someone who is there from the start is marked.
  ///   - steps: Where they are added.
  func addSteps(row: Int, first: Int, to steps: inout [RowStep]) {
    func add(_ second: Int, _ edit: RowEdit) {
      steps.append(RowStep(second: second, row: row, edit: edit))
    }
    func here() { add(first, .arrive(.present, minute: 0, .inPerson)) }
    func late(_ minute: Int) { add(minute * 60 + 20, .arrive(.late, minute: minute, .inPerson)) }
    func gone(_ status: AttendanceStatus, _ minute: Int) {
      add(minute * 60 + 10, .leave(status, minute: minute))
    }
    switch self {
    case .present: here()
    case .presentByVideo: add(first, .arrive(.present, minute: 0, .video))
    case .late(let minute): late(minute)
    case .leftEarly(let minute):
      here()
      gone(.leftEarly, minute)
    case .lateLeftEarly(let from, let to):
      late(from)
      gone(.lateLeftEarly, to)
    case .steppedOut(let from, let to):
      here()
      gone(.present, from)
      add(to * 60 + 15, .comeBack(minute: to))
    case .removed(let minute):
      here()
      gone(.removed, minute)
    case .excused(let reason, let notice): add(first, .excuse(.excused, reason, notice: notice))
    case .lateCancel(let reason, let notice):
      add(first, .excuse(.cancelledClient, reason, notice: notice))
    case .noShow: add(930 + first, .mark(.noShow))
    case .notAdmitted: add(first, .mark(.notAdmitted))
    }
  }
}

extension RowEdit {
  /// Does it to a row of a meeting that begins at `start`.
  func apply(to row: inout AttendanceRow, start: Instant, change: ChangeMark) {
    switch self {
    case .arrive(let status, let minute, let modality):
      row.status = status
      row.segments = [PresenceSegment(start: start.adding(minutes: minute))]
      row.modality = .known(modality)
    case .leave(let status, let minute):
      row.status = status
      row.segments[row.segments.count - 1].end = start.adding(minutes: minute)
    case .comeBack(let minute):
      row.segments.append(PresenceSegment(start: start.adding(minutes: minute)))
    case .mark(let status): row.status = status
    case .excuse(let status, let reason, let notice):
      row.status = status
      row.absenceReason = .known(reason)
      row.notice = CancelNotice(
        at: start.adding(minutes: -notice),
        channel: .known(notice > 1_440 ? .phone : .text)
      )
    case .checkIn(let checkIn):
      row.craving = checkIn.craving
      row.mood = checkIn.mood
      row.participation = checkIn.participation
      row.quickLine = checkIn.line
      return
    }
    row.markedBy = change.by
    row.markedAt = change.at
  }
}
