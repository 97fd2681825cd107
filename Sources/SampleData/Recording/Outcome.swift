import Domain

/// How one client's place in a meeting turned out; times are minutes after its start.
enum Outcome {
  case present, presentByVideo
  case late(Int)
  case leftEarly(Int)
  case lateLeftEarly(Int, Int)
  /// Out of the room from a minute to a minute.
  case steppedOut(Int, Int)
  /// Asked to leave at a minute.
  case removed(Int)
  /// The notice came so many minutes before the start.
  case excused(AbsenceReason, notice: Int = 1_570)
  case lateCancel(AbsenceReason, notice: Int = 190)
  case noShow, notAdmitted

  /// Whether there is nothing to say but that the client was there.
  var isPlain: Bool {
    switch self {
    case .present: true
    case .presentByVideo, .late, .leftEarly, .lateLeftEarly, .steppedOut, .removed, .excused,
      .lateCancel, .noShow, .notAdmitted:
      false
    }
  }

  /// Whether the client is in the room when the meeting ends.
  var staysToTheEnd: Bool {
    switch self {
    case .present, .presentByVideo, .late, .steppedOut: true
    case .leftEarly, .lateLeftEarly, .removed, .excused, .lateCancel, .noShow, .notAdmitted: false
    }
  }
}

/// How one booked meeting turned out.
enum AppointmentOutcome {
  case kept(minutes: Int? = nil)
  /// The client came so many minutes late.
  case lateKept(Int)
  case noShow
  /// The notice came so many minutes before the start.
  case cancelled(AbsenceReason, notice: Int = 1_630)
  case cancelledLate(AbsenceReason, notice: Int = 200)
  case cancelledByProgram(String, notice: Int)
  case rescheduled(to: AppointmentID, notice: Int)
}

/// What a client says at check-in, with a line for the note.
struct CheckIn {
  var craving: Int
  var mood: Int
  var participation: Int
  var line: String?
}
