package import App
package import Domain
import Foundation
import SampleData
import TerminalCore

/// The demo with all of its weeks loaded, and states of the program on it.
package enum DemoState {
  package static let zone = loadedZone()
  package static let now = Demo.now(zone: zone)
  package static let data = loadedData()

  /// The Day screen at 10:52 as Tobias Brightwater sees it.
  package static func day(columns: Int, rows: Int) -> AppState {
    let size = Size(columns: columns, rows: rows)
    var state = AppState(data: data, now: now, size: size, seed: 7)
    _ = state.begin(as: data.staff.values.first { $0.code == Demo.counselorCode }?.id)
    return state
  }

  private static func loadedZone() -> ProgramTimeZone {
    do {
      let file = URL(filePath: "/usr/share/zoneinfo/America/New_York")
      let bytes = [UInt8](try Data(contentsOf: file))
      return try ProgramTimeZone(identifier: "America/New_York", zoneFile: bytes)
    } catch { preconditionFailure("install the tzdata package: \(error)") }
  }

  private static func loadedData() -> ProgramData {
    var snapshot = Demo.snapshot(zone: zone)
    Demo.addNotes(to: &snapshot)
    var data = ProgramData(standing: snapshot)
    var week = data.weekStart(of: snapshot.sessions.map(\.serviceDate).min() ?? Demo.date)
    while week <= Demo.date.adding(days: 7) {
      data.load(week: week, from: snapshot)
      week = week.adding(days: 7)
    }
    return data
  }
}

extension AppState {
  /// Types keys in the notation of the key table, and lets every save succeed.
  package mutating func press(_ keys: String) throws {
    for key in try Key.sequence(keys) {
      for case .save(let record) in reduce(&self, .input(.key(key)), at: now) {
        _ = reduce(&self, .saved(record), at: now)
      }
    }
  }
}
