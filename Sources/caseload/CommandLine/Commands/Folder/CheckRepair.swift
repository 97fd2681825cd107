import Domain
import Glibc
import Storage

/// Mending what a check found: asked for one by one on a terminal, all with `--yes`, else only told.
struct CheckRepair {
  private let work: RepairWork
  private let program: OpenedProgram
  private let options: ProgramOptions
  private let mode: Mode
  private(set) var outcomes: [Outcome] = []

  enum Mode {
    case asking, all, telling
  }

  /// What became of one finding.
  struct Outcome {
    let repair: Repair
    let result: Result
  }

  enum Result {
    case mended(kept: String?)
    case refused(String)
    case left
  }

  /// On a terminal it asks, unless everything is to be done.
  static func mode(isYes: Bool, isJSON: Bool) -> Mode {
    if isYes { return .all }
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    return isTerminal && !isJSON ? .asking : .telling
  }

  init(_ work: RepairWork, in program: OpenedProgram, _ options: ProgramOptions, mode: Mode) {
    self.work = work
    self.program = program
    self.options = options
    self.mode = mode
  }

  /// Goes through what can be mended.
  ///
  /// - Parameter isShown: Whether lines are written on the way.
  /// - Throws: Where nothing can be written any more.
  mutating func run(isShown: Bool) throws(CommandError) {
    var isEnded = false
    for repair in work.repairs {
      if isShown {
        try Output.write(
          Output.cleaned("\(repair.record): \(repair.what)") + "\n  "
            + Output.cleaned("Can be mended: \(repair.offer)") + "\n"
        )
      }
      var isWanted = mode == .all
      if mode == .asking, !isEnded {
        switch Self.ask() {
        case .yes: isWanted = true
        case .no: break
        case .end: isEnded = true
        }
      }
      let result = isWanted ? mend(repair) : .left
      outcomes.append(Outcome(repair: repair, result: result))
      if isShown, let words = result.words { try Output.write("  " + words + "\n") }
    }
  }

  private func mend(_ repair: Repair) -> Result {
    do throws(StorageError) {
      let mended = try work.mend(repair, at: program.clock.now())
      program.tell(.update, .program, detail: "mended \(repair.record)", by: options)
      return .mended(kept: mended.kept)
    } catch {
      return .refused(error.message)
    }
  }

  private enum Answer {
    case yes, no, end
  }

  /// Signals end the process while it waits: each thing that was mended is whole.
  private static func ask() -> Answer {
    HeldSignals.release()
    defer { HeldSignals.hold() }
    while true {
      let question = Array("  Mend it? y yes, n no, q end: ".utf8)
      _ = question.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard let line = readLine(strippingNewline: true) else { return .end }
      switch line.lowercased() {
      case "y", "yes": return .yes
      case "n", "no": return .no
      case "q", "quit": return .end
      default: continue
      }
    }
  }
}

extension CheckRepair.Result {
  fileprivate var words: String? {
    switch self {
    case .mended(let kept?): Output.cleaned("Mended. What was there is kept as \(kept).")
    case .mended(nil): "Mended."
    case .refused(let why): Output.cleaned("Not mended: \(why)")
    case .left: nil
    }
  }

  fileprivate var json: [(String, JSONValue)] {
    switch self {
    case .mended(let kept): [("mended", .bool(true))] + (kept.map { [("kept", .string($0))] } ?? [])
    case .refused(let why): [("mended", .bool(false)), ("why", .string(why))]
    case .left: [("mended", .bool(false))]
    }
  }
}

extension CheckRepair {
  private var mended: Int {
    outcomes.count { if case .mended = $0.result { true } else { false } }
  }

  /// Whether nothing is left to be looked after.
  var isAllWell: Bool { mended == outcomes.count && work.unmended.isEmpty }

  /// What can't be mended here, then the sum.
  var text: String {
    var lines: [String] = []
    for rest in work.unmended {
      let problem = rest.problem
      lines.append("\(problem.record): \(problem.kind): \(problem.what) \(problem.doThis)")
      if let good = rest.lastGood { lines.append("  " + good) }
    }
    let left = outcomes.count - mended
    var sum = ["\(work.report.files) files", "\(mended) mended"]
    if left > 0 { sum.append("\(left) that can be mended") }
    if !work.unmended.isEmpty { sum.append("\(work.unmended.count) that can't be mended here") }
    lines.append(sum.joined(separator: ", ") + (isAllWell ? ": all is well." : "."))
    if mode == .telling, left > 0 {
      lines.append("Nothing was changed. With --yes, or on a terminal, they are mended.")
    }
    return lines.map { Output.cleaned($0) + "\n" }.joined()
  }

  var json: JSONValue {
    .object([
      ("files", .number(work.report.files)),
      (
        "repairs",
        .array(
          outcomes.map { outcome in
            .object(
              [
                ("record", .string(outcome.repair.record)),
                ("what", .string(outcome.repair.what)),
                ("offer", .string(outcome.repair.offer)),
              ] + outcome.result.json
            )
          }
        )
      ),
      (
        "problems",
        .array(
          work.unmended.map { rest in
            .object(
              [
                ("record", .string(rest.problem.record)),
                ("kind", .string(rest.problem.kind)),
                ("what", .string(rest.problem.what)),
                ("do", .string(rest.problem.doThis)),
              ] + (rest.lastGood.map { [("lastGood", .string($0))] } ?? [])
            )
          }
        )
      ),
    ])
  }
}
