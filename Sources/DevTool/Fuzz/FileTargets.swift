import Domain
import Glibc
import PropertyList
import SampleData
import Storage

/// Files of the data folder.
enum FileTargets {
  /// Records in clear, with the checksum that fits and without.
  static func record(_ folder: String) throws(ToolError) -> FuzzTarget {
    let data = folder + "/data"
    let program = try FuzzProgram.make(at: data)
    let paths = FileTree.files(data).filter { $0.hasSuffix(".plist") }
    var corpus: [[UInt8]] = []
    for path in paths { corpus.append(try FileBytes.read(data + "/" + path)) }
    let probe = FileProbe(program)
    let whole = corpus
    return FuzzTarget(corpus: corpus) { bytes, place, dice in
      let path = paths[place]
      if bytes != whole[place], probe.problem(of: bytes, at: path) == nil {
        // Another whole record of the same place may be put together from two.
        return FileProbe.withChecksum(bytes) == bytes
          ? nil : "\(path) is taken though its checksum doesn't fit"
      }
      let mended = FileProbe.withChecksum(bytes)
      guard probe.problem(of: mended, at: path) == nil else { return nil }
      return FuzzProgram.form(of: mended) == FuzzProgram.body(mended)
        ? nil : "\(path) is taken in another form than is written"
    }
  }

  /// Sealed records: nothing but the whole file is taken, whatever the checksum says.
  static func sealed(_ folder: String) throws(ToolError) -> FuzzTarget {
    let data = folder + "/data"
    let (program, paths) = try FuzzProgram.makeSealed(at: data)
    var corpus: [[UInt8]] = []
    for path in paths { corpus.append(try FileBytes.read(data + "/" + path.onDisk)) }
    let probe = FileProbe(program)
    let whole = corpus
    for (place, path) in paths.enumerated()
    where probe.problem(of: whole[place], at: path.plain) != nil {
      throw ToolError("\(path.plain) isn't sound before anything was done to it", status: 1)
    }
    return FuzzTarget(corpus: corpus) { bytes, place, _ in
      for file in [bytes, FileProbe.withChecksum(bytes)] where file != whole[place] {
        if probe.problem(of: file, at: paths[place].plain) == nil {
          return "\(paths[place].plain) is taken though it was changed"
        }
      }
      return nil
    }
  }

  /// Journals: what is taken for sound is the beginning of what was written.
  static func journal(_ folder: String) throws(ToolError) -> FuzzTarget {
    let program = try FuzzProgram.make(at: folder + "/data")
    return try journal(in: program, folder + "/data", renewsSums: true)
  }

  static func sealedJournal(_ folder: String) throws(ToolError) -> FuzzTarget {
    let (program, _) = try FuzzProgram.makeSealed(at: folder + "/data")
    return try journal(in: program, folder + "/data", renewsSums: false)
  }

  private static func journal(
    in program: DataFolder,
    _ data: String,
    renewsSums: Bool
  ) throws(ToolError) -> FuzzTarget {
    let made = try FuzzProgram.makeJournal(in: program)
    let files = FileTree.files(data).filter { $0.hasSuffix(".journal") }
    guard let file = files.first else { throw ToolError("no journal was made", status: 1) }
    let whole = try FileBytes.read(data + "/" + file)
    let probe = FileProbe(program)
    return FuzzTarget(corpus: [whole]) { bytes, _, dice in
      if let found = probe.draft(of: bytes, at: made.path, made.document), found.isSound,
        !whole.starts(with: bytes)
      {
        return "a journal is taken for sound that was changed"
      }
      guard renewsSums, dice.below(2) == 0 else { return nil }
      _ = probe.draft(
        of: FileProbe.withChecksums(bytes, made.document),
        at: made.path,
        made.document
      )
      return nil
    }
  }

  /// One file of a folder in the place of which anything may stand; all of it is checked and its
  /// week loaded.
  static func folder(_ folder: String) throws(ToolError) -> FuzzTarget {
    let data = folder + "/data"
    try FuzzProgram.make(at: data)
    let paths = FileTree.files(data).filter { $0.hasSuffix(".plist") && $0 != "program.plist" }
    var corpus: [[UInt8]] = []
    for path in paths { corpus.append(FuzzProgram.body(try FileBytes.read(data + "/" + path))) }
    let whole = corpus
    return FuzzTarget(corpus: corpus) { bytes, place, _ in
      let path = data + "/" + paths[place]
      do {
        // A signed note is for reading only.
        chmod(path, 0o600)
        try FileBytes.write(FileProbe.withChecksum(bytes), to: path)
        let program = try DataFolder.open(at: data)
        let report = program.check()
        for problem in report.problems where problem.what.isEmpty {
          return "\(paths[place]): a finding without a sentence"
        }
        var state = program.loadStanding()
        program.loadWeek(state.weekStart(of: FuzzProgram.lastDay), into: &state)
        try FileBytes.write(FileProbe.withChecksum(whole[place]), to: path)
        return nil
      } catch {
        return "\(paths[place]): \(error)"
      }
    }
  }
}
