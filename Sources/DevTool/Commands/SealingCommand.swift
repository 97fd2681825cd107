import ArgumentParser
import Domain
import Glibc
import SampleData
import Storage

/// What sealing costs: opening the demo at its day, then a day of another week, and saving a mark
/// with its line in the audit log, plain and sealed, in turns.
struct SealingCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "sealing",
    abstract: "Measures what sealing adds to opening a day and to a mark; release builds only."
  )

  @Argument(help: "A folder that isn't there yet; the two programs are made in it and left there.")
  var place: String

  @Option(help: "How often each is done.")
  var rounds = 41

  @MainActor func perform() throws {
    let zone = try SystemZone.load("America/New_York")
    var snapshot = Demo.snapshot(zone: zone)
    Demo.addNotes(to: &snapshot)
    let now = Demo.now(zone: zone)
    _ = try DataFolder.create(at: place + "/plain", snapshot: snapshot, durable: true, now: now)
    guard let staff = snapshot.staff.first else { return }
    _ = try DataFolder.createSealed(
      at: place + "/sealed",
      snapshot: snapshot,
      for: staff,
      passphrase: Self.passphrase,
      recovery: .random(),
      now: now
    )
    var times: [[Double]] = [[], [], [], [], [], []]
    for _ in 0..<rounds {
      // Opened anew each time, as a window is: nothing of the last round is remembered.
      let folders = [try DataFolder.open(at: place + "/plain"), try logIn(staff)]
      for (index, folder) in folders.enumerated() {
        var data = ProgramData(program: folder.program)
        times[index].append(
          Self.milliseconds {
            data = folder.loadStanding()
            folder.loadWeek(data.weekStart(of: data.today(at: now)), into: &data)
          }
        )
        let lastWeek = data.weekStart(of: data.today(at: now).adding(days: -7))
        times[2 + index].append(Self.milliseconds { folder.loadWeek(lastWeek, into: &data) })
        guard let session = data.sessions(on: data.today(at: now)).first else { return }
        try times[4 + index].append(
          Self.milliseconds {
            try folder.save(.session(session.id), from: data, by: staff.id, at: now)
            folder.audit([
              AuditEvent(
                at: now,
                by: staff.id,
                action: .known(.attendanceChanged),
                entity: .session(session.id)
              )
            ])
          }
        )
      }
    }
    let medians = times.map { $0.sorted()[$0.count / 2] }
    let works = ["opening the program at its day", "opening another week", "saving a mark"]
    for (index, work) in works.enumerated() {
      let (plain, sealed) = (medians[2 * index], medians[2 * index + 1])
      print("\(work): plain \(Self.text(plain)), sealed \(Self.text(sealed)) ms")
    }
  }

  private static let passphrase = "seven quiet herons wading"

  private func logIn(_ staff: Staff) throws -> DataFolder {
    guard let locked = try LockedFolder.open(at: place + "/sealed") else {
      throw StorageError.notLoaded
    }
    return try locked.logIn(code: staff.code, passphrase: Self.passphrase)
  }

  private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    try work()
    clock_gettime(CLOCK_MONOTONIC, &end)
    return Double(end.tv_sec - start.tv_sec) * 1000 + Double(end.tv_nsec - start.tv_nsec) / 1e6
  }

  private static func text(_ milliseconds: Double) -> String {
    String((milliseconds * 100).rounded() / 100)
  }
}
