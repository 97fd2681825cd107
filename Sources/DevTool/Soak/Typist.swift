import Domain
import Glibc
import SampleData
import Storage

/// Somebody who types into a note until the program is killed; then it is started again.
///
/// Everything is done in small steps, so that many can type at once in one process.
final class Typist {
  /// What typing came to, of all runs of this one.
  struct Figures {
    var runs = 0
    var keys = 0
    /// The milliseconds before a kill from which on keys were missing.
    var missing = Sample()
    /// How many times the screen showed what was recovered.
    var recovered = 0
  }

  private(set) var figures = Figures()
  private let start: ProgramStart
  private let data: String
  private let pace: TypingPace
  private var dice: SplitMix
  private var program: DrivenProgram?
  private var step = Step.opening(0)
  private var text: [UInt8] = []
  /// When each character was given to the terminal.
  private var sent: [Nanoseconds] = []
  private var began = Nanoseconds(count: 0)
  private var killAt = Nanoseconds(count: 0)
  /// Nothing that a step waits for takes longer.
  private var limit = Nanoseconds(count: 0)

  private enum Step {
    /// By how many of the ways to the text are gone.
    case opening(Int)
    /// The text is open; for so many looks the program has slept.
    ///
    /// What a start leaves for later is done then: a build for debugging takes seconds for it.
    case settling(Int)
    case typing
    /// Started again, with the last whole word that was on disk; nil where none was.
    case reading(String?)
    case done
  }

  /// What is waited for, and the keys that go on from there.
  private static let way = [
    ("F1 help", "\r"), ("Attendance]", "1E"), ("Nothing is final until you sign", ""),
  ]

  init(program: String, home: String, pace: TypingPace, seed: UInt64) throws(ToolError) {
    self.pace = pace
    data = home + "/data"
    dice = SplitMix(state: seed)
    start = ProgramStart(
      path: program,
      arguments: ["--data", data, "--now", "\(Demo.date)T\(Demo.startTime)"],
      home: home
    )
  }

  var isDone: Bool { if case .done = step { true } else { false } }

  /// Begins a run: an empty note, a text of its own, a moment to be killed at.
  func begin() throws(ToolError) {
    for file in FileTree.files(data + "/drafts") {
      unlink(data + "/drafts/" + file)
    }
    text = (0..<pace.characters).map { place in
      // A word of one to eight letters, then a blank.
      place % 9 == 8 || place > 0 && dice.below(7) == 0
        ? UInt8(ascii: " ") : UInt8(ascii: "a") + UInt8(dice.below(26))
    }
    sent = []
    try startProgram(.opening(0))
  }

  private func startProgram(_ next: Step) throws(ToolError) {
    let new = try DrivenProgram(start)
    new.begin()
    program = new
    step = next
    limit = Nanoseconds.now() + .seconds(120)
  }

  /// Does what is due, and takes in what was painted.
  func tend() throws(ToolError) {
    guard let program else { return }
    let came = program.receive(within: 0) != nil
    switch step {
    case .opening(let place): if came { try open(place, program) }
    case .settling(let looks): settle(looks, program)
    case .typing: try type(program)
    case .reading(let word): if came { try read(word, program) }
    case .done: return
    }
    guard !isDone, Nanoseconds.now() < limit, self.program?.status == nil else {
      if isDone { return }
      throw failure("the program ended by itself, or did nothing for two minutes")
    }
  }

  private func open(_ place: Int, _ program: DrivenProgram) throws(ToolError) {
    let (wanted, keys) = Self.way[place]
    guard program.shows(wanted) else { return }
    program.send(keys)
    guard place + 1 == Self.way.count else {
      step = .opening(place + 1)
      return
    }
    step = .settling(0)
  }

  private func settle(_ looks: Int, _ program: DrivenProgram) {
    guard program.isAsleep else {
      step = .settling(0)
      return
    }
    guard looks == Self.quietLooks else {
      step = .settling(looks + 1)
      return
    }
    began = Nanoseconds.now()
    let length = pace.characters * 1_000_000_000 / pace.perSecond
    killAt = began + Nanoseconds(count: dice.below(length))
    limit = killAt + .seconds(120)
    step = .typing
  }

  private static let quietLooks = 50

  private func type(_ program: DrivenProgram) throws(ToolError) {
    let now = Nanoseconds.now()
    guard now < killAt else {
      program.kill()
      try look(killed: now)
      return
    }
    let due = began + Nanoseconds(count: sent.count * 1_000_000_000 / pace.perSecond)
    guard sent.count < text.count, now >= due else { return }
    // Taken before the key can have been read.
    sent.append(Nanoseconds.now())
    program.send(String(UnicodeScalar(text[sent.count - 1])))
  }

  // MARK: What is on disk

  private func look(killed: Nanoseconds) throws(ToolError) {
    let kept = Array(try keptText().utf8)
    guard kept.count <= sent.count, kept.elementsEqual(text[..<kept.count]) else {
      throw failure(
        "what is on disk isn't what was typed: \(String(decoding: kept, as: UTF8.self))"
      )
    }
    let missing =
      kept.count == sent.count ? Nanoseconds(count: 0) : killed - sent[kept.count]
    guard missing <= .seconds(1) else {
      throw failure(
        "\(sent.count - kept.count) characters are missing, the first of them typed "
          + "\(Decimals.text(missing.milliseconds, places: 0)) ms before the kill"
      )
    }
    figures.runs += 1
    figures.keys += sent.count
    figures.missing.add(missing.milliseconds)
    let words = kept.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: true)
    let isWhole = kept.last == UInt8(ascii: " ")
    let last = isWhole ? words.last : words.dropLast().last
    guard let last else {
      step = .done
      return
    }
    try startProgram(.reading(String(decoding: last, as: UTF8.self)))
  }

  /// The one draft there is, read as a start reads it; nothing of it may be damaged.
  private func keptText() throws(ToolError) -> String {
    do throws(StorageError) {
      let folder = try DataFolder.open(at: data)
      var texts: [String] = []
      for staff in FileTree.names(data + "/drafts") {
        let (drafts, problems) = folder.readDrafts(of: ID(staff))
        guard problems.isEmpty, drafts.allSatisfy({ $0.aside.isEmpty }) else {
          throw StorageError.unwritable(
            "the draft",
            reason: problems.first?.what ?? "a piece of it couldn't be joined"
          )
        }
        texts += drafts.flatMap { $0.draft.content.texts.values }
      }
      return texts.joined()
    } catch { throw failure(error.message) }
  }

  private func read(_ word: String?, _ program: DrivenProgram) throws(ToolError) {
    guard program.shows("Recovered what you typed"), word.map(program.shows) ?? true else { return }
    figures.recovered += 1
    program.kill()
    step = .done
  }

  private func failure(_ why: String) -> ToolError {
    let lines = program?.screen.lines.joined(separator: "\n") ?? ""
    return ToolError(
      "after \(figures.runs) kills in \(data): \(why); the screen is\n\(lines)",
      status: 1
    )
  }
}

/// How it is typed.
struct TypingPace {
  var characters: Int
  var perSecond: Int
}
