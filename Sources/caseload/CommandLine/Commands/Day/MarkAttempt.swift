import Domain
import Storage

/// Marking somebody: found, changed by the rules, saved, and said in words.
struct MarkAttempt {
  private let mark: MarkArguments
  private let program: OpenedProgram
  private let session: SessionID
  private let client: ClientID
  private(set) var data: ProgramData
  private let staff: StaffID

  /// How often a record that others save meanwhile is read and changed again.
  private static let attempts = 40

  init(
    _ mark: MarkArguments,
    in program: OpenedProgram,
    _ data: ProgramData,
    on date: CalendarDate,
    by staff: StaffID
  ) throws(CommandError) {
    self.mark = mark
    self.program = program
    self.data = data
    self.staff = staff
    session = try Self.session(mark.groupCode, on: date, in: data, program)
    let isOnRoster = data.clients.values.contains {
      $0.mrn.lowercased() == mark.clientCode.lowercased()
    }
    if !isOnRoster { program.folder.loadCaseload(into: &self.data) }
    client = try RecordFinder(data: self.data).client(mark.clientCode).id
  }

  /// Changes and saves; where someone else saved meanwhile, on what they left.
  ///
  /// - Returns: What happened, in words.
  mutating func save(at now: Instant) throws(CommandError) -> String {
    var ids = IDMaker(seed: .random(in: .min ... .max))
    var refusal = StorageError.notLoaded
    for _ in 0..<Self.attempts {
      data.orderFloor = ProgramClock.milliseconds
      let stamp = program.stamp(of: staff, at: now, ids.next(.change))
      guard let change = try change(stamp) else { return "That is so already.\n" }
      var changed = data
      do throws(RuleViolation) { try changed.apply(change) } catch { throw CommandError(error) }
      do throws(StorageError) {
        try program.folder.save(.session(session), from: changed, by: staff, at: program.trueNow)
        data = changed
        return MarkWords(changed, session: session).text(of: change)
      } catch {
        refusal = error
        try readAgain(after: error)
      }
    }
    throw CommandError(refusal)
  }

  private mutating func readAgain(after error: StorageError) throws(CommandError) {
    switch error {
    case .changedByOthers:
      do throws(StorageError) {
        try program.folder.reload(.session(session), into: &data)
      } catch {
        throw CommandError(error)
      }
    case .locked: break
    case .noFolder, .noProgram, .notEmpty, .untrusted, .notLoaded, .disk, .unwritable,
      .badIdentifier, .otherProgram, .noZone, .badZone, .inUse, .changedUnderneath,
      .alreadySigned, .weakPIN, .sealed, .wrongPassphrase, .weakPassphrase, .noAccess,
      .lastAccess, .backup, .noLocks, .repairPassed, .displaced:
      throw CommandError(error)
    }
  }

  /// The change to make; nil where everything is as asked.
  private func change(_ stamp: Stamp) throws(CommandError) -> Change? {
    do throws(RuleViolation) {
      let request = try request()
      return try data.change(request, in: session, stamp: stamp, because: mark.because)
    } catch {
      if case .nothingToDo = error { return nil }
      throw CommandError(error)
    }
  }

  private func request() throws(RuleViolation) -> SessionRequest {
    guard !mark.status.isUnmarked else { return .clear([client]) }
    let row = data.sessions[session]?.row(of: client)
    if mark.status == .lateLeftEarly {
      guard let row, row.status == .late || row.status == .leftEarly else {
        throw .wrongState("Mark it late with its time first, then left-early with its own.")
      }
      return .mark([client], Mark(row.status == .late ? .leftEarly : .late, at: instant(row)))
    }
    return .mark([client], Mark(mark.status, at: instant(row), reason: mark.reason))
  }

  /// The moment that was typed, on the day of the session.
  private func instant(_ row: AttendanceRow?) -> Instant? {
    guard let time = mark.at, let date = data.sessions[session]?.serviceDate else { return nil }
    return program.zone.instant(date, time, notBefore: row?.firstIn)
  }
}

extension MarkAttempt {
  private static func session(
    _ code: String,
    on date: CalendarDate,
    in data: ProgramData,
    _ program: OpenedProgram
  ) throws(CommandError) -> SessionID {
    let sessions = data.sessions(on: date)
    let found = sessions.first { data.code(of: $0).lowercased() == code.lowercased() }
    if let found { return found.id }
    let codes = sessions.map(data.code(of:)).filter { !$0.isEmpty }
    try program.checkComplete(data.problems)
    throw CommandError(
      .notThere,
      "No group of that code meets on \(date).",
      form: codes.isEmpty
        ? "another --date" : "--group with one of " + codes.joined(separator: ", ")
    )
  }
}
