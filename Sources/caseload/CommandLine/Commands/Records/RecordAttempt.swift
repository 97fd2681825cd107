import Domain
import Storage

/// Entering something from the command line: by the rules, saved, tried again on what others saved.
struct RecordAttempt {
  private let program: OpenedProgram
  private let staff: StaffID
  private let now: Instant
  private let because: String?
  private var data: ProgramData
  private static let attempts = 40

  init(
    _ program: OpenedProgram,
    _ data: ProgramData,
    by staff: StaffID,
    at now: Instant,
    because: String?
  ) {
    self.program = program
    self.data = data
    self.staff = staff
    self.now = now
    self.because = because
  }

  /// Changes and saves; false where everything is as asked.
  mutating func save(_ request: AdministrationRequest) throws(CommandError) -> Bool {
    let because = because
    return try save { data, stamp throws(RuleViolation) in
      try data.change(request, stamp: stamp, because: because)
    }
  }

  mutating func save(_ request: FollowUpRequest) throws(CommandError) -> Bool {
    try save { data, stamp throws(RuleViolation) in try data.change(request, stamp: stamp) }
  }

  /// Refuses what `save` would, and changes nothing; false where everything is as asked.
  func check(_ request: AdministrationRequest) throws(CommandError) -> Bool {
    var ids = IDMaker(seed: 0)
    let stamp = program.stamp(of: staff, at: now, ids.next(.change))
    let because = because
    let made = try change(stamp) { data, stamp throws(RuleViolation) in
      try data.change(request, stamp: stamp, because: because)
    }
    return made != nil
  }

  private typealias Making = (ProgramData, Stamp) throws(RuleViolation) -> Change

  private mutating func save(_ make: Making) throws(CommandError) -> Bool {
    var ids = IDMaker(seed: .random(in: .min ... .max))
    var refusal = StorageError.notLoaded
    for _ in 0..<Self.attempts {
      let stamp = program.stamp(of: staff, at: now, ids.next(.change))
      guard let change = try change(stamp, make) else { return false }
      var changed = data
      do throws(RuleViolation) { try changed.apply(change) } catch { throw CommandError(error) }
      do throws(StorageError) {
        for record in change.records {
          try program.folder.save(record, from: changed, by: staff, at: program.trueNow)
        }
        return true
      } catch {
        refusal = error
        guard case .changedByOthers = error else { throw CommandError(error) }
        for record in change.records {
          do throws(StorageError) {
            try program.folder.reload(record, into: &data)
          } catch { throw CommandError(error) }
        }
      }
    }
    throw CommandError(refusal)
  }

  private func change(_ stamp: Stamp, _ make: Making) throws(CommandError) -> Change? {
    do throws(RuleViolation) { return try make(data, stamp) } catch {
      if case .nothingToDo = error { return nil }
      throw CommandError(error)
    }
  }
}

extension OpenedProgram {
  /// Who enters something, once it is sure that they may.
  ///
  /// Nobody else learns whether there is such a client; what is refused is recorded.
  ///
  /// - Parameters:
  ///   - options: Who says to sit here.
  ///   - code: The client's, as typed.
  ///   - data: With everybody.
  ///   - question: What is asked where nobody is known.
  ///   - refusal: Why somebody may not; nil where they may.
  /// - Returns: Who sits here.
  /// - Throws: `notAllowed` with the reason.
  func whoEnters(
    _ options: ProgramOptions,
    about code: String,
    in data: ProgramData,
    asking question: String,
    _ refusal: (StaffID) -> RuleViolation?
  ) throws(CommandError) -> StaffID {
    let staff = try CounselorChoice.staff(options.counselor, in: data, asking: question)
    guard let refusal = refusal(staff) else { return staff }
    let client = data.clients.values.first { $0.mrn.lowercased() == code.lowercased() }?.id
    folder.audit([
      .refusedReading(
        of: client.map { .client($0) } ?? .program,
        client: client,
        by: staff,
        at: trueNow
      )
    ])
    throw CommandError(refusal)
  }
}
