import Domain

/// Marks that are stamped with the time: what they are called, and the same at a time that was typed.
extension Pending {
  /// The mark that it would stamp; nil for what has no time of its own.
  var stampedMark: AttendanceStatus? {
    switch self {
    case .session(_, .mark(_, let mark)): mark.status
    case .appointment(_, .late): .late
    case .session, .appointment, .later, .swap, .substitution, .record, .followUp: nil
    }
  }

  /// The same mark with a typed time instead of now.
  func stamped(at time: Instant) -> Pending {
    switch self {
    case .session(let id, .mark(let clients, var mark)):
      mark.at = time
      return .session(id, .mark(clients, mark))
    case .appointment(let id, .late): return .appointment(id, .late(at: time))
    case .session, .appointment, .later, .swap, .substitution, .record, .followUp: return self
    }
  }
}

extension AppState {
  /// When the session or appointment of a mark was planned to begin: what a typed time is near to.
  func plannedStart(of pending: Pending) -> Instant? {
    switch pending {
    case .session(let id, _): data.sessions[id]?.state.scheduledStart
    case .appointment(let id, _): data.appointments[id]?.state.scheduledStart
    case .later, .swap, .substitution, .record, .followUp: nil
    }
  }
}
