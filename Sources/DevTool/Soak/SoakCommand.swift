import ArgumentParser

struct SoakCommand: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Long trials from a seed; each ends with its figures.",
    discussion: """
      random-keys: whatever is pressed at any size, nothing traps and all can be undone.
      kills: the program is killed at any moment; what it called saved is on disk.
      typing: killed while a note is typed, at most the last second is missing afterwards.
      windows: several windows on one folder, some of them killed, lose nothing and end alike.
      sealed-windows: the same on a sealed program, each window with its counselor's passphrase.
      damage: a damaged file of any kind gets its sentence, and nothing else changes.
      --quick takes a small share of each, under a minute in all. Where something doesn't hold, \
      the status is 1 and the sentence says with which numbers it comes again.
      """
  )

  @Argument(help: "Which ones; all of them where none is named.")
  var names: [String] = []

  @Option(help: "Another seed is another run.")
  var seed: UInt64 = 1

  @Option(help: "How many seeds random-keys takes; 10, quickly 2.")
  var seeds: Int?

  @Option(help: "How many keys each of them presses; 10000, quickly 500.")
  var keys: Int?

  @Option(help: "How often the program is killed; 200, quickly 8.")
  var kills: Int?

  @Option(help: "How often the program is killed while a note is typed; 1000, quickly 6.")
  var typings: Int?

  @Option(help: "How many notes are typed at once; 40, quickly 6.")
  var atOnce: Int?

  @Option(help: "How many characters a note has at most; 2000, quickly 200.")
  var characters: Int?

  @Option(help: "How many characters are typed in a second; 20, quickly 50.")
  var rate: Int?

  @Option(help: "How many windows are open at once; 8, quickly 2.")
  var windows: Int?

  @Option(help: "How many pieces of work windows does; 10000, quickly 40.")
  var marks: Int?

  @Option(help: "Every how many bytes a file is cut and a bit of it is turned; 1, quickly 499.")
  var every: Int?

  @Option(help: "The program to kill; else the caseload beside this tool.")
  var program: String?

  @Flag(help: "A small share of each.")
  var quick = false

  @MainActor func perform() throws {
    for name in names where !Trial.all.contains(where: { $0.name == name }) {
      let known = Trial.all.map(\.name).joined(separator: ", ")
      throw ToolError.use("there is no trial \(name); there are \(known)")
    }
    let scale = Scale(
      seed: seed,
      seeds: max(1, seeds ?? (quick ? 2 : 10)),
      keys: max(1, keys ?? (quick ? 500 : 10_000)),
      kills: max(1, kills ?? (quick ? 8 : 200)),
      windows: max(1, windows ?? (quick ? 2 : 8)),
      marks: max(1, marks ?? (quick ? 40 : 10_000)),
      every: max(1, every ?? (quick ? 499 : 1)),
      typings: max(1, typings ?? (quick ? 6 : 1_000)),
      atOnce: max(1, atOnce ?? (quick ? 6 : 40)),
      characters: max(1, characters ?? (quick ? 200 : 2_000)),
      rate: max(1, rate ?? (quick ? 50 : 20)),
      program: program
    )
    for trial in Trial.all where names.isEmpty || names.contains(trial.name) {
      let begin = Nanoseconds.now()
      let figures = try trial.run(scale)
      let seconds = Decimals.text((Nanoseconds.now() - begin).milliseconds / 1_000, places: 1)
      print("\(trial.name)  seed \(seed)  \(figures), \(seconds) s")
    }
  }
}
