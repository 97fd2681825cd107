import Domain
import Glibc
import SampleData
import Storage

/// A program's folder that was opened, with the clock it lives by.
struct OpenedProgram {
  let folder: DataFolder
  let clock: ProgramClock
  /// What is to be cleared away at the end; only a bare `--demo` has one.
  private var temporary: TemporaryFolder?

  var zone: ProgramTimeZone { folder.program.zone }

  /// Opens what a choice says; whoever does this calls `close` at the end.
  ///
  /// A bare demo is made anew in a folder of its own. The signals that end a process are held back
  /// while that is there, unless the caller watches them.
  static func open(_ choice: StartChoice) throws(CommandError) -> OpenedProgram {
    if choice.isDemo { return try openDemo(choice) }
    let path = try DataPlace.path(of: choice)
    return try opened(path, for: choice)
  }

  private static func opened(_ path: String, for choice: StartChoice) throws(CommandError)
    -> OpenedProgram
  {
    do throws(StorageError) {
      return OpenedProgram(try DataFolder.open(at: path), choice)
    } catch {
      guard case .sealed = error else { throw CommandError(error) }
    }
    return OpenedProgram(try LogIn.open(path, choice), choice)
  }

  private init(
    _ folder: DataFolder,
    _ choice: StartChoice,
    temporary: TemporaryFolder? = nil
  ) {
    self.folder = folder
    self.temporary = temporary
    let zone = folder.program.zone
    var start: Instant?
    // A clock that stands needs no start, which is looked for in every file.
    if folder.isDemo, choice.now == nil {
      let first = Demo.now(zone: zone)
      start = temporary == nil ? max(first, folder.lastChangeAt() ?? first) : first
    }
    clock = ProgramClock(choice, zone: zone, demoFrom: start)
    folder.auditsByMachine = folder.isSealed && clock.isSet
  }

  /// The time by which is judged who may read what, and which the audit log tells: of a sealed program
  /// the machine's, whatever time is worked on.
  var trueNow: Instant { folder.isSealed ? ProgramClock.real.now() : clock.now() }

  /// What a change is stamped with that is made on a day at some time.
  func stamp(of staff: StaffID, at now: Instant, _ id: ChangeID) -> Stamp {
    Stamp(staff: staff, now: now, changeID: id, madeAt: folder.isSealed ? trueNow : now)
  }

  /// Anchors the audit log, and clears away what was made for this process alone.
  func close() {
    if temporary == nil { folder.anchorAudit(at: trueNow) }
    temporary?.remove()
  }
}

extension OpenedProgram {
  /// The zone in which the pretend program lives.
  private static let demoZone = "America/New_York"

  private static func openDemo(_ choice: StartChoice) throws(CommandError) -> OpenedProgram {
    guard let path = choice.dataPath else { return try openPassingDemo(choice) }
    guard DataPlace.isVacant(path) else { return try openKeptDemo(path, choice) }
    return OpenedProgram(try makeDemo(at: path, durable: true), choice)
  }

  private static func openPassingDemo(_ choice: StartChoice) throws(CommandError)
    -> OpenedProgram
  {
    let temporary = try TemporaryFolder.make(named: "caseload-demo")
    do throws(CommandError) {
      let folder = try makeDemo(at: temporary.path, durable: false)
      return OpenedProgram(folder, choice, temporary: temporary)
    } catch {
      temporary.remove()
      throw error
    }
  }

  private static func openKeptDemo(_ path: String, _ choice: StartChoice) throws(CommandError)
    -> OpenedProgram
  {
    let refusal = CommandError(
      .badData,
      "\(path) holds something else than the pretend program. Nothing in it was changed.",
      form: "caseload --demo --data DIR, where DIR is new or empty"
    )
    let folder: DataFolder
    do throws(StorageError) {
      folder = try DataFolder.open(at: path)
    } catch {
      if case .noFolder = error { throw refusal }
      guard case .noProgram = error else { throw CommandError(error) }
      return OpenedProgram(try makeDemo(at: path, durable: true), choice)
    }
    guard folder.isDemo else { throw refusal }
    return OpenedProgram(folder, choice)
  }

  private static func makeDemo(at path: String, durable: Bool) throws(CommandError)
    -> DataFolder
  {
    do throws(StorageError) {
      let zone = try SystemZone.load(demoZone)
      var snapshot = Demo.snapshot(zone: zone)
      Demo.addNotes(to: &snapshot)
      return try DataFolder.create(
        at: path,
        snapshot: snapshot,
        durable: durable,
        now: Demo.now(zone: zone)
      )
    } catch {
      throw CommandError(error, asDemo: true)
    }
  }
}
