import ArgumentParser
import Domain
import SampleData
import Storage

struct SampleDataCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample-data",
    abstract: "Writes a made-up program of any size, the same for the same numbers."
  )

  @Argument(help: "A folder that is empty or isn't there yet.")
  var folder: String

  @Option(help: "Another seed is another program.")
  var seed: UInt64 = 7

  @Option(help: "How many people were ever admitted.")
  var clients = 24

  @Option(help: "How many weeks the book has.")
  var weeks = 6

  @Option(help: "The day that it is, as 2026-03-11.")
  var lastDay = "2026-03-11"

  @MainActor func perform() throws {
    guard (1...100_000).contains(clients), (1...1_040).contains(weeks) else {
      throw ToolError.use("between 1 and 100000 clients, 1 and 1040 weeks")
    }
    guard let day = CalendarDate(lastDay) else {
      throw ToolError.use("--last-day is a date such as 2026-03-11")
    }
    do throws(StorageError) {
      let zone = try SystemZone.load("America/New_York")
      let snapshot = SampleProgram.snapshot(
        seed: seed,
        clients: clients,
        weeks: weeks,
        zone: zone,
        lastDay: day
      )
      let now = SampleProgram.now(in: snapshot, on: day)
      _ = try DataFolder.create(at: folder, snapshot: snapshot, durable: false, now: now)
      let local = zone.local(now)
      print("caseload --data \(folder) --now \(local.date)T\(local.time)")
    } catch {
      throw ToolError(error.message)
    }
  }
}
