import Glibc

/// One kind's inputs in a process of their own, watched from here.
struct FuzzRun {
  var kind: String
  var seed: UInt64
  var first: Int
  var count: Int
  var keep: String

  struct Figures {
    var kind: String
    var count: Int
    var megabytes: Int
    var seconds: Double

    var text: String {
      "\(kind)  \(count) inputs, at most \(megabytes) MB, "
        + "\(Decimals.text(seconds, places: 1)) s"
    }
  }

  /// Nothing computes longer, in seconds; the slowest machine and a build for debugging included.
  private static let patience = 20
  /// Nothing rests longer, where others take the machine's time.
  private static let restingPatience = 300
  private static let mostKilobytes = 200 * 1_024

  @MainActor func run(until end: Nanoseconds?) throws(ToolError) -> Figures {
    let folder = try TrialFolder("fuzz")
    let progress = folder.path + "/progress"
    let file = open(progress, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw ToolError("\(progress) can't be made", status: 73) }
    defer { close(file) }
    let begin = Nanoseconds.now()
    let child = try ChildProcess(
      BuiltProgram.own,
      [
        "fuzz", kind, "--seed", "\(seed)", "--first", "\(first)", "--count", "\(count)",
        "--keep", keep, "--progress", progress,
      ]
    )
    var (last, moved, most) = (Int64(-1), begin, 0)
    var computed = Nanoseconds(count: 0)
    while child.status == nil {
      child.wait(milliseconds: 100)
      most = max(most, ProcessFacts.number("VmHWM:", in: "/proc/\(child.process)/status") ?? 0)
      var mark = Int64(-1)
      pread(file, &mark, MemoryLayout<Int64>.size, 0)
      let now = Nanoseconds.now()
      let computing = ProcessFacts.computing(child.process) ?? computed
      if mark != last { (last, moved, computed) = (mark, now, computing) }
      if let end, now > end { break }
      guard computing - computed < .seconds(Self.patience),
        now - moved < .seconds(Self.restingPatience), most < Self.mostKilobytes
      else {
        child.kill()
        let what = most < Self.mostKilobytes ? "hangs" : "takes \(most / 1_024) MB"
        throw try failure(Int(last), what)
      }
    }
    let isStopped = child.status == nil
    child.kill()
    if !isStopped, child.status != 0 {
      if child.status == 1 << 8 { throw ToolError("the input above", status: 1) }
      throw try failure(Int(last), "ends the process: \(child.words)")
    }
    return Figures(
      kind: kind,
      count: max(0, Int(last) - first),
      megabytes: most / 1_024,
      seconds: (Nanoseconds.now() - begin).milliseconds / 1_000
    )
  }

  /// Makes the input again that was being tried, and keeps it.
  @MainActor private func failure(_ number: Int, _ what: String) throws(ToolError) -> ToolError {
    guard number >= 0, let kind = FuzzKind.all.first(where: { $0.name == self.kind }) else {
      return ToolError("\(self.kind) \(what) before its first input", status: 1)
    }
    let folder = try TrialFolder("fuzz-again")
    let target = try kind.make(folder.path)
    let input = FuzzInput(target, kind: kind.name, seed: seed, number: number)
    let path = try FuzzWorker.keep(input, kind.name, seed, number, in: keep)
    return ToolError(
      "\(kind.name) --seed \(seed) --first \(number) \(what); the input is \(path)",
      status: 1
    )
  }
}
