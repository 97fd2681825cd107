import App
import Domain
import Glibc
import SampleData
import Storage

/// Where the running program's records are, and what is still to be made of it.
///
/// A passing demo starts from memory, with the present week alone; it is made whole and written to
/// its folder in the first idle moment, or before its first save.
final class RunningPlace {
  private let choice: StartChoice
  private var opened: OpenedProgram?
  private var made: DataFolder?
  /// The zone of the passing demo while it isn't written.
  private var unwritten: ProgramTimeZone?
  private var temporary: TemporaryFolder?
  private var renewal: Renewal?

  init(_ choice: StartChoice, opened: OpenedProgram?) {
    self.choice = choice
    self.opened = opened
  }

  /// The folder, made first if it is still to be made; nil where there is no program.
  ///
  /// - Parameter week: The first day of the week whose records are in memory.
  /// - Returns: The folder, with that week's revisions known.
  /// - Throws: `StorageError` where the demo can't be written.
  func folder(week: CalendarDate) throws(StorageError) -> DataFolder? {
    if let folder = made ?? opened?.folder { return folder }
    guard let zone = unwritten else { return nil }
    var snapshot = Demo.snapshot(zone: zone)
    Demo.addNotes(to: &snapshot)
    let temporary = try makeTemporaryFolder()
    let folder = try DataFolder.create(
      at: temporary.path,
      snapshot: snapshot,
      durable: false,
      now: Demo.now(zone: zone)
    )
    var known = folder.loadStanding()
    folder.loadWeek(week, into: &known)
    self.temporary = temporary
    made = folder
    unwritten = nil
    return folder
  }

  /// The folder, where others may have it open too; not the one of a passing demo.
  var shared: DataFolder? { temporary == nil ? made ?? opened?.folder : nil }

  private func makeTemporaryFolder() throws(StorageError) -> TemporaryFolder {
    do throws(CommandError) {
      return try TemporaryFolder.make(named: "caseload-demo")
    } catch {
      throw .disk(.create, path: Environment.value("TMPDIR") ?? "/tmp", errno: errno)
    }
  }

  /// Turns to the passing demo.
  func openDemo() throws(CommandError) -> Opening {
    let zone: ProgramTimeZone
    do throws(StorageError) { zone = try SystemZone.load("America/New_York") } catch {
      throw CommandError(error, asDemo: true)
    }
    let clock = ProgramClock(choice, zone: zone, demoFrom: Demo.now(zone: zone))
    unwritten = zone
    let today = zone.date(of: clock.now())
    let snapshot = Demo.snapshot(zone: zone, weekOf: today)
    var data = ProgramData(standing: snapshot)
    data.load(week: data.weekStart(of: today), from: snapshot)
    for entry in Demo.noteEntries(in: snapshot) { data.notes[entry.id] = entry }
    for plan in Demo.plans(in: snapshot) { data.plans[plan.clientID, default: []].append(plan) }
    let staff = data.staff.values.first { $0.code == Demo.counselorCode }?.id
    return Opening(data: data, staff: staff, clock: clock)
  }

  /// Makes an own program at the place that was chosen, and turns to it.
  ///
  /// - Returns: The program, and the recovery key of a sealed one.
  func create(_ new: NewProgram) throws(CommandError) -> (opening: Opening, recovery: RecoveryKey?)
  {
    let path = try DataPlace.path(of: choice)
    let clock = ProgramClock(choice, zone: .utc, demoFrom: nil)
    let folder: DataFolder
    let counselor: Staff
    var recovery: RecoveryKey?
    if let passphrase = new.passphrase {
      let key = RecoveryKey.random()
      (folder, counselor) = try ProgramFounding.makeSealed(
        new,
        at: path,
        key,
        now: clock.now(),
        passphrase: { _ in passphrase }
      )
      recovery = key
    } else {
      (folder, counselor) = try ProgramFounding.make(new, at: path, now: clock.now())
    }
    made = folder
    var data = folder.loadStanding()
    let own = ProgramClock(choice, zone: folder.program.zone, demoFrom: nil)
    folder.auditsByMachine = folder.isSealed && own.isSet
    folder.loadWeek(data.weekStart(of: data.today(at: own.now())), into: &data)
    return (Opening(data: data, staff: counselor.id, clock: own), recovery)
  }

  /// Logs in to the sealed program at the place that was chosen, and turns to it.
  ///
  /// - Throws: `wrongPassphrase`, and whatever keeps a folder from being opened.
  func logIn(code: String, passphrase: String) throws(StorageError) -> Opening {
    let folder = try unsealed(code: code, passphrase: passphrase)
    made = folder
    let clock = ProgramClock(choice, zone: folder.program.zone, demoFrom: nil)
    folder.auditsByMachine = clock.isSet
    var data = folder.loadStanding()
    folder.loadWeek(data.weekStart(of: data.today(at: clock.now())), into: &data)
    return Opening(data: data, staff: folder.loggedIn, clock: clock)
  }

  /// Whether it is the passphrase of whoever is logged in.
  func unlock(code: String, passphrase: String) throws(StorageError) -> Bool {
    let folder = try unsealed(code: code, passphrase: passphrase)
    return folder.loggedIn == made?.loggedIn
  }

  private func unsealed(code: String, passphrase: String) throws(StorageError) -> DataFolder {
    let path = choice.dataPath ?? DataPlace.byRight ?? ""
    guard let locked = try LockedFolder.open(at: path) else { throw .noProgram(path) }
    return try locked.logIn(code: code, passphrase: passphrase)
  }

  /// Forgets the sealed program and its keys.
  func logOff() {
    made = nil
    renewal = nil
  }

  /// Goes on with a renewal of the keys that was cut off, by one file.
  ///
  /// - Returns: Whether there is more to do; where the disk refuses, the next start tries again.
  func renewOne() -> Bool {
    do throws(StorageError) {
      guard let made, made.isRenewing else { return false }
      if renewal == nil { renewal = try made.renewal() }
      return try renewal?.step() ?? false
    } catch {
      return false
    }
  }

  /// Removes what lives only as long as the program, and forgets its keys.
  func close() {
    logOff()
    temporary?.remove()
    opened?.close()
  }
}

/// A program that was just opened from the first screen.
struct Opening {
  var data: ProgramData
  var staff: StaffID?
  var clock: ProgramClock
}
