import Domain
import SampleData
import Storage

/// A folder with a made-up program of many years.
struct LargeData {
  let path: String
  /// What `--now` takes.
  let now: String
  /// Who leads the group that runs at that time.
  let counselor: String

  init(in path: String, clients: Int, weeks: Int) throws(ToolError) {
    self.path = path
    let day = Demo.date
    do throws(StorageError) {
      let zone = try SystemZone.load("America/New_York")
      let snapshot = SampleProgram.snapshot(
        seed: 7,
        clients: clients,
        weeks: weeks,
        zone: zone,
        lastDay: day
      )
      let moment = SampleProgram.now(in: snapshot, on: day)
      _ = try DataFolder.create(at: path, snapshot: snapshot, durable: false, now: moment)
      let local = zone.local(moment)
      now = "\(local.date)T\(local.time)"
      let running = snapshot.groups
        .filter { $0.meets(on: day) && !$0.enrollments(on: day).isEmpty }
        .min { ($0.start, $0.code) < ($1.start, $1.code) }
      counselor = snapshot.staff.first { $0.id == running?.leadID }?.code ?? ""
    } catch {
      throw ToolError(error.message)
    }
  }
}
