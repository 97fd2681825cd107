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
  func create(_ new: NewProgram) throws(CommandError) -> Opening {
    let path = try DataPlace.path(of: choice)
    let clock = ProgramClock(choice, zone: .utc, demoFrom: nil)
    let (folder, counselor) = try ProgramFounding.make(new, at: path, now: clock.now())
    made = folder
    var data = folder.loadStanding()
    let own = ProgramClock(choice, zone: folder.program.zone, demoFrom: nil)
    folder.loadWeek(data.weekStart(of: data.today(at: own.now())), into: &data)
    return Opening(data: data, staff: counselor.id, clock: own)
  }

  /// Removes what lives only as long as the program.
  func close() {
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
