import ArgumentParser
import Domain
import Glibc
import SampleData
import Storage

/// What sealing costs: opening the demo's day and saving a mark, plain and sealed, in turns.
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
    let plain = try DataFolder.create(
      at: place + "/plain",
      snapshot: snapshot,
      durable: true,
      now: now
    )
    guard let staff = snapshot.staff.first else { return }
    let sealed = try DataFolder.createSealed(
      at: place + "/sealed",
      snapshot: snapshot,
      for: staff,
      passphrase: "seven quiet herons wading",
      now: now
    ).folder
    var times: [[Double]] = [[], [], [], []]
    for _ in 0..<rounds {
      for (index, folder) in [plain, sealed].enumerated() {
        var data = folder.loadStanding()
        times[index].append(
          Self.milliseconds {
            data = folder.loadStanding()
            folder.loadWeek(data.weekStart(of: data.today(at: now)), into: &data)
          }
        )
        guard let session = data.sessions(on: data.today(at: now)).first else { return }
        try times[2 + index].append(
          Self.milliseconds {
            try folder.save(.session(session.id), from: data, by: staff.id, at: now)
          }
        )
      }
    }
    let medians = times.map { $0.sorted()[$0.count / 2] }
    print("opening the day  plain \(Self.text(medians[0]))  sealed \(Self.text(medians[1])) ms")
    print("saving a mark    plain \(Self.text(medians[2]))  sealed \(Self.text(medians[3])) ms")
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
