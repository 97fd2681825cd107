import ArgumentParser
import Glibc

struct FuzzCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Gives the program's readers inputs made from whole ones by chance.",
    discussion: """
      Kinds: plist, record, sealed, journal, sealed-journal, csv, theme, key-file, template, keys, \
      import, folder, arguments; all of them where none is named.
      Each kind runs in a process of its own; one that traps, hangs, takes more than 200 MB or \
      changes something silently ends the run with status 1. The input is kept as a file, and made \
      again by the seed and the number that are printed.

      Examples:
        DevTool fuzz --count 20000
        DevTool fuzz journal --count 200000 --seed 7
        DevTool fuzz folder --seed 7 --first 4711 --count 1
      """
  )

  @Argument(help: "Which kinds.")
  var kinds: [String] = []

  @Option(help: "How many inputs in all, shared out among the kinds.")
  var count = 1_000_000

  @Option(help: "Another seed is another run.")
  var seed: UInt64 = 1

  @Option(help: "No kind begins after so many seconds, and what runs then is stopped.")
  var seconds: Int?

  @Option(help: "The number of the first input of each kind.")
  var first = 0

  @Option(help: "Where inputs are kept that something is wrong with; else the temporary folder.")
  var keep: String?

  @Option(
    help: ArgumentHelp("A file for the progress of a kind's own process.", visibility: .hidden)
  )
  var progress: String?

  @MainActor func perform() throws {
    let wanted = try chosen()
    if let progress {
      guard let kind = wanted.first else { return }
      return try FuzzWorker(kind, seed: seed, numbers: first..<(first + count), progress, kept)
        .run()
    }
    let begin = Nanoseconds.now()
    let end = seconds.map { begin + .seconds($0) }
    let all = wanted.reduce(0) { $0 + $1.share }
    var total = 0
    for kind in wanted {
      let share = kinds.isEmpty ? count * kind.share / 1_000 : count * kind.share / all
      let run = FuzzRun(kind: kind.name, seed: seed, first: first, count: max(1, share), keep: kept)
      let figures = try run.run(until: end)
      total += figures.count
      print(figures.text)
      // Seen at once also where it goes to a file.
      fflush(nil)
    }
    let time = Decimals.text((Nanoseconds.now() - begin).milliseconds / 1_000, places: 1)
    print("fuzz  seed \(seed)  \(total) inputs, nothing found, \(time) s")
  }

  private var kept: String { keep ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  @MainActor private func chosen() throws(ToolError) -> [FuzzKind] {
    for name in kinds where !FuzzKind.all.contains(where: { $0.name == name }) {
      throw .use(
        "there is no kind \(name); there are \(FuzzKind.all.map(\.name).joined(separator: ", "))"
      )
    }
    return kinds.isEmpty ? FuzzKind.all : FuzzKind.all.filter { kinds.contains($0.name) }
  }
}
