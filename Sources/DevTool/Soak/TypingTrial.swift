import Domain
import Glibc
import SampleData
import Storage

/// Typing, killed at any moment: at most the last second is missing when the note opens again.
///
/// Many type at once, each into a program of its own, in the time that it takes a person: the second
/// is that of the clock on the wall, from the moment at which a key was given to the terminal.
enum TypingTrial {
  static func run(_ scale: Scale) throws(ToolError) -> String {
    let folder = try TrialFolder("typing")
    let program = try BuiltProgram.path(scale.program)
    let pace = TypingPace(characters: scale.characters, perSecond: scale.rate)
    var typists: [Typist] = []
    for place in 0..<min(scale.atOnce, scale.typings) {
      let home = folder.path + "/\(place)"
      guard mkdir(home, 0o700) == 0 else { throw ToolError("\(home) can't be made", status: 73) }
      try makeData(home + "/data")
      typists.append(
        try Typist(
          program: program,
          home: home,
          pace: pace,
          seed: scale.seed &+ UInt64(place) << 32
        )
      )
    }
    try type(typists, runs: scale.typings)
    return words(typists.map(\.figures), pace)
  }

  private static func makeData(_ path: String) throws(ToolError) {
    do throws(StorageError) {
      let zone = try SystemZone.load("America/New_York")
      _ = try DataFolder.create(
        at: path,
        snapshot: Demo.snapshot(zone: zone),
        durable: false,
        now: Demo.now(zone: zone)
      )
    } catch { throw ToolError(error.message) }
  }

  private static func type(_ typists: [Typist], runs: Int) throws(ToolError) {
    var waiting = runs
    for typist in typists {
      waiting -= 1
      try typist.begin()
    }
    while typists.contains(where: { !$0.isDone }) {
      for typist in typists where !typist.isDone {
        try typist.tend()
        guard typist.isDone, waiting > 0 else { continue }
        waiting -= 1
        try typist.begin()
      }
      poll(nil, 0, 1)
    }
  }

  private static func words(_ figures: [Typist.Figures], _ pace: TypingPace) -> String {
    var missing = Sample()
    for one in figures { missing.add(all: one.missing) }
    let runs = figures.reduce(0) { $0 + $1.runs }
    let keys = figures.reduce(0) { $0 + $1.keys }
    let recovered = figures.reduce(0) { $0 + $1.recovered }
    let most = Decimals.text(missing.at(1), places: 0)
    let middle = Decimals.text(missing.at(0.5), places: 0)
    return "\(runs) kills in \(keys) keys at \(pace.perSecond) a second, \(figures.count) at once, "
      + "at most the last \(most) ms missing (median \(middle)), "
      + "\(recovered) shown again, none unreadable"
  }
}
