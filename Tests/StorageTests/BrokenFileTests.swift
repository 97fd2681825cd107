import Domain
import Glibc
import PropertyList
import Testing

@testable import Storage

/// A way in which a session's file can be wrong, and what is said about it.
struct Damage: CustomTestStringConvertible, Sendable {
  let name: String
  let word: ProblemWord
  /// What follows the record's kind, day and path.
  let what: String
  let spoil: @Sendable (_ path: String, _ bytes: [UInt8]) -> Void

  var testDescription: String { name }

  static let all: [Damage] = [
    Damage("cut", .damaged, "is damaged: its checksum doesn't fit") { path, bytes in
      TestFile.write(bytes.dropLast(), to: path)
    },
    Damage("appended to", .damaged, "is damaged: its checksum doesn't fit") { path, bytes in
      TestFile.write(bytes + [10], to: path)
    },
    Damage("empty", .damaged, "is damaged: its file is empty") { path, _ in
      TestFile.write([], to: path)
    },
    Damage("other text", .foreign, "isn't used: its file wasn't written by this program") {
      path,
      _ in TestFile.write("hello".utf8, to: path)
    },
    Damage("OpenStep", .foreign, "isn't used: its file wasn't written by this program") {
      path,
      _ in TestFile.write("{ a = b; }".utf8, to: path)
    },
    Damage("binary list", .foreign, "isn't used: its file wasn't written by this program") {
      path,
      _ in TestFile.write("bplist00\u{1}\u{2}".utf8, to: path)
    },
    Damage(
      "newer",
      .newer,
      "was written by a newer version of the program: format 2, this one knows 1"
    ) { path, bytes in
      rewrite(path, bytes, "<key>version</key>\n\t<integer>1<", "<key>version</key>\n\t<integer>2<")
    },
    Damage(
      "other kind",
      .foreign,
      "isn't used: the file holds a record of the kind \"appointment\""
    ) { path, bytes in rewrite(path, bytes, ">group-session<", ">appointment<") },
    Damage("wrong type", .damaged, "is damaged: line 10, id: expected a string, found an integer") {
      path,
      bytes in
      rewrite(
        path,
        bytes,
        "<string>\(SoundProgram.liveID)</string>\n\t<key>kind",
        "<integer>1</integer>\n\t<key>kind"
      )
    },
    Damage("other id", .foreign, "isn't used: the file holds the record gs_x1") { path, bytes in
      rewrite(
        path,
        bytes,
        "<string>\(SoundProgram.liveID)</string>\n\t<key>kind",
        "<string>gs_x1</string>\n\t<key>kind"
      )
    },
    Damage("other day", .foreign, "isn't used: it is of another day, 2026-03-12") { path, bytes in
      rewrite(path, bytes, ">2026-03-11<", ">2026-03-12<")
    },
    Damage(
      "unknown key",
      .damaged,
      "is damaged: line 46, record.starte: this key is not known here"
    ) { path, bytes in
      rewrite(
        path,
        bytes,
        "\t\t<key>state</key>",
        "\t\t<key>starte</key>\n\t\t<true/>\n\t\t<key>state</key>"
      )
    },
    Damage("sealed", .foreign, "isn't used: it is sealed, and this program's files aren't") {
      path,
      bytes in
      rewrite(
        path,
        bytes,
        "\t<key>version</key>",
        "\t<key>sealed</key>\n\t<true/>\n\t<key>version</key>"
      )
    },
    Damage(
      "nested",
      .tooDeep,
      "isn't used: from line 36 on it is nested deeper than any record"
    ) { path, _ in write(path, body: nested(40)) },
    Damage("sparse 100 MB", .tooLarge, "isn't used: it has 100 MB, and 8 MB is the most") {
      path,
      _ in truncate(path, 104_857_600)
    },
    Damage("link", .notPlain, "isn't used: a link stands where a file should be") { path, bytes in
      TestFile.write(bytes, to: path + ".txt")
      unlink(path)
      symlink(path + ".txt", path)
    },
    Damage("pipe", .notPlain, "isn't used: a pipe stands where a file should be") { path, _ in
      unlink(path)
      mkfifo(path, 0o600)
    },
    Damage("folder", .notPlain, "isn't used: a folder stands where a file should be") { path, _ in
      unlink(path)
      mkdir(path, 0o700)
    },
  ]

  init(
    _ name: String,
    _ word: ProblemWord,
    _ what: String,
    _ spoil: @escaping @Sendable (String, [UInt8]) -> Void
  ) {
    self.name = name
    self.word = word
    self.what = what
    self.spoil = spoil
  }

  /// Replaces a text in a file, with a checksum that fits.
  static func rewrite(_ path: String, _ bytes: [UInt8], _ old: String, _ new: String) {
    let text = String(decoding: bytes.dropLast(Checksum.lineLength), as: UTF8.self)
    guard let range = text.firstRange(of: old) else { return }
    write(path, body: Array(text.replacingCharacters(in: range, with: new).utf8))
  }

  static func write(_ path: String, body: [UInt8]) {
    TestFile.write(body + Checksum(of: body[...]).line, to: path)
  }

  static func nested(_ depth: Int) -> [UInt8] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
      "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">

      """
    for level in 0..<depth { text += String(repeating: "\t", count: level) + "<array>\n" }
    for level in (0..<depth).reversed() {
      text += String(repeating: "\t", count: level) + "</array>\n"
    }
    return Array((text + "</plist>\n").utf8)
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

@Suite struct `A file that can't be trusted` {
  @Test(arguments: Damage.all)
  func `is reported in a sentence, isn't replaced, and the rest works`(damage: Damage) throws {
    let bench = try Bench()
    let path = bench.path(Bench.livePath)
    damage.spoil(path, bench.bytes())
    let spoiled = fingerprint(path)
    let other = try bench.other()
    let problem = other.data.problems.first { $0.record == Bench.livePath }
    #expect(problem?.kind == damage.word.rawValue)
    #expect(
      problem?.what == "A group session of Wed 11 Mar 2026 (\(Bench.livePath)) \(damage.what)."
    )
    #expect(problem?.date == SampleProgram.date)
    #expect(other.data.sessions[SoundProgram.liveID] == nil)
    #expect(other.data.sessions[SoundProgram.finishedID] != nil)
    #expect(other.data.appointments.count == 1)

    try bench.mark(.noShow)
    let error = #expect(throws: StorageError.self) { try bench.save() }
    #expect(error?.message.contains("It was not written over.") == true)
    #expect(fingerprint(path) == spoiled)
  }

  @Test func `can be moved to quarantine, and its place is free again`() throws {
    let bench = try Bench()
    TestFile.write("hello".utf8, to: bench.path(Bench.livePath))
    let kept = try bench.folder.quarantine(file: Bench.livePath)
    #expect(bench.bytes(kept) == Array("hello".utf8))
    #expect(try bench.folder.quarantined() == [kept])
    #expect(try bench.other().data.problems == [])
  }

  @Test func `doesn't keep its week from being read when the day's folder is a link`() throws {
    let bench = try Bench()
    rename(bench.path("days/2026-03-11"), bench.path("moved"))
    symlink(bench.path("moved"), bench.path("days/2026-03-11"))
    let other = try bench.other()
    #expect(other.data.problems.map(\.kind) == ["not_plain"])
    #expect(other.data.problems.map(\.record) == ["days/2026-03-11"])
    #expect(other.data.sessions[SoundProgram.liveID] == nil)
    #expect(other.data.sessions[SoundProgram.finishedID] != nil)
  }

  /// What stands at a path, to the byte.
  private func fingerprint(_ path: String) -> String {
    var status = stat()
    lstat(path, &status)
    let type = FileType(mode: status.st_mode)
    let bytes = type == .plain && status.st_size < 1_000_000 ? TestFile.read(path) : []
    return "\(type) \(status.st_size) \(status.st_ino) \(bytes)"
  }
}

@Suite struct `A session's file` {
  private func file() throws -> (bytes: [UInt8], place: RecordPlace) {
    let bench = try Bench()
    return (bench.bytes(), .session(SoundProgram.liveID, on: SampleProgram.date))
  }

  @Test func `is refused with any single bit flipped`() throws {
    let (bytes, place) = try file()
    _ = try RecordFile<GroupSession>(bytes, at: place, under: nil)
    var accepted: [String] = []
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << UInt8(bit)
        if (try? RecordFile<GroupSession>(flipped, at: place, under: nil)) != nil {
          accepted.append("byte \(index) bit \(bit)")
        }
      }
    }
    #expect(accepted == [])
  }

  @Test func `is refused when cut at any byte`() throws {
    let (bytes, place) = try file()
    for count in 0..<bytes.count {
      let cut = Array(bytes.prefix(count))
      let fault = #expect(throws: FileFault.self) {
        try RecordFile<GroupSession>(cut, at: place, under: nil)
      }
      #expect(fault?.word == .damaged, "cut at \(count)")
    }
  }
}
