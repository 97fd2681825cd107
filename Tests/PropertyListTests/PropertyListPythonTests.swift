import Foundation
import PropertyList
import Testing

/// The same files, read and written by Python's `plistlib`.
@Suite(.enabled(if: Python.isPresent, "python3 with plistlib is not installed"))
struct `Agreement with plistlib` {
  @Test func `plistlib reads what is written and writes the same bytes`() throws {
    try Python.inTemporaryFolder { folder in
      var tree = RandomTree(seed: 11)
      var files: [URL: [UInt8]] = [:]
      for number in 0..<200 {
        let file = folder.appending(path: "\(number).plist")
        let bytes = try PropertyListWriter.bytes(of: tree.value())
        try Data(bytes).write(to: file)
        files[file] = bytes
      }
      let script = """
        import pathlib, plistlib, sys
        for path in pathlib.Path(sys.argv[1]).iterdir():
            value = plistlib.loads(path.read_bytes())
            path.write_bytes(plistlib.dumps(value, sort_keys=True))
        """
      #expect(try Python.run(script, folder.path) == 0)
      for (file, bytes) in files {
        #expect(try Array(Data(contentsOf: file)) == bytes, "\(file.lastPathComponent)")
      }
    }
  }

  @Test func `what plistlib writes is read and written as the same bytes`() throws {
    try Python.inTemporaryFolder { folder in
      let script = """
        import datetime, pathlib, plistlib, random, sys
        r = random.Random(7)
        letters = "aZ0 .<>&\\"'\\n\\té界🧘\\u0301\\x7f"
        integers = [0, -1, 2**63 - 1, -2**63]
        def text():
            return "".join(r.choice(letters) for _ in range(r.randrange(9)))
        def date():
            day = datetime.datetime(r.randrange(1, 9999), 2, 28, 23, 59, r.randrange(60))
            return day + datetime.timedelta(r.randrange(3))
        def value(depth):
            kind = r.randrange(10 if depth < 5 else 6)
            if kind < 2: return text()
            if kind == 2: return r.choice(integers + [r.randrange(-10**9, 10**9)])
            if kind == 3: return r.random() < 0.5
            if kind == 4: return date()
            if kind == 5: return r.randbytes(r.randrange(200))
            if kind < 8: return [value(depth + 1) for _ in range(r.randrange(6))]
            return {f"{n}{text()}": value(depth + 1) for n in range(r.randrange(6))}
        for n in range(200):
            path = pathlib.Path(sys.argv[1]) / f"{n}.plist"
            path.write_bytes(plistlib.dumps(value(0), sort_keys=True))
        """
      #expect(try Python.run(script, folder.path) == 0)
      let files = try FileManager.default.contentsOfDirectory(
        at: folder,
        includingPropertiesForKeys: nil
      )
      #expect(files.count == 200)
      for file in files {
        let bytes = try Array(Data(contentsOf: file))
        let value = try PropertyListReader.read(bytes, mode: .strict).value
        #expect(try PropertyListWriter.bytes(of: value) == bytes, "\(file.lastPathComponent)")
      }
    }
  }
}

private enum Python {
  /// Whether `python3` can be started and has `plistlib`.
  static let isPresent = (try? run("import plistlib")) == 0

  /// Runs a script and returns its status.
  static func run(_ script: String, _ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  static func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
