import Glibc

/// One kind's inputs, tried one after the other in this process.
struct FuzzWorker {
  private let kind: FuzzKind
  private let seed: UInt64
  private let numbers: Range<Int>
  private let progress: String
  private let keep: String

  init(_ kind: FuzzKind, seed: UInt64, numbers: Range<Int>, _ progress: String, _ keep: String) {
    self.kind = kind
    self.seed = seed
    self.numbers = numbers
    self.progress = progress
    self.keep = keep
  }

  @MainActor func run() throws(ToolError) {
    let folder = try TrialFolder("fuzz-" + kind.name)
    let target = try kind.make(folder.path)
    let file = open(progress, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw ToolError("\(progress) can't be written", status: 74) }
    defer { close(file) }
    for number in numbers {
      // Before it is tried, so that whoever waits knows what ended this process.
      var mark = Int64(number)
      pwrite(file, &mark, MemoryLayout<Int64>.size, 0)
      var input = FuzzInput(target, kind: kind.name, seed: seed, number: number)
      guard let complaint = target.check(input.bytes, input.place, &input.dice) else { continue }
      let path = try Self.keep(input, kind.name, seed, number, in: keep)
      throw ToolError(
        "\(kind.name) --seed \(seed) --first \(number): \(complaint); the input is \(path)",
        status: 1
      )
    }
    var mark = Int64(numbers.upperBound)
    pwrite(file, &mark, MemoryLayout<Int64>.size, 0)
  }

  /// Writes an input down.
  static func keep(
    _ input: FuzzInput,
    _ kind: String,
    _ seed: UInt64,
    _ number: Int,
    in folder: String
  ) throws(ToolError) -> String {
    let path = "\(folder)/fuzz-\(kind)-\(seed)-\(number)"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw ToolError("\(path) can't be made", status: 73) }
    close(file)
    try FileBytes.write(input.bytes, to: path)
    return path
  }
}
