import Domain
import Glibc
import SampleData
import Storage

/// A small program on disk of which one file at a time is damaged.
final class DamageBench {
  let path: String
  /// One file of each kind of record, by path below the folder.
  let files: [String]
  private(set) var count = 0
  private(set) var longest = Nanoseconds(count: 0)
  private let sound: ProgramSnapshot

  init(_ path: String, seed: UInt64) throws(ToolError) {
    self.path = path
    do throws(StorageError) {
      let snapshot = SampleProgram.snapshot(
        seed: seed,
        clients: 4,
        weeks: 1,
        zone: try SystemZone.load("America/New_York"),
        lastDay: Demo.date
      )
      let now = SampleProgram.now(in: snapshot, on: Demo.date)
      let folder = try DataFolder.create(at: path, snapshot: snapshot, durable: false, now: now)
      sound = folder.readAll().0
    } catch { throw ToolError(error.message) }
    var kinds: Set<String> = []
    files = FileTree.files(path).filter { file in
      // Signed notes hang together in chains: one damage is told of others too. Their own tests
      // (StorageTests, Notes) try each damage.
      let isOfNotes = file.contains("/notes") || file.hasSuffix("/chain.plist")
      guard file.hasSuffix(".plist"), !isOfNotes else { return false }
      let name = file.split(separator: "/").last ?? ""
      let isNamedByID = name.prefix(3).hasSuffix("_")
      return kinds.insert(isNamedByID ? String(name.prefix(3)) : String(name)).inserted
    }
  }

  /// Puts a damaged file in the place of a sound one and reads the folder.
  ///
  /// - Throws: Where it isn't reported in a sentence, where anything else of the program is
  ///   otherwise, or where the file was touched.
  func tryOut(_ name: String, _ damage: DamagedFile, on file: String) throws(ToolError) {
    let place = path + "/" + file
    switch damage {
    case .bytes(let bytes): try FileBytes.write(bytes, to: place)
    case .zeros(let size):
      try FileBytes.write([], to: place)
      guard truncate(place, size) == 0 else { throw ToolError("\(place) can't be made larger") }
    }
    let before = FileBytes.facts(place)
    let begin = Nanoseconds.now()
    let complaint = try complaint(about: file)
    longest = max(longest, Nanoseconds.now() - begin)
    count += 1
    if let complaint { throw ToolError("\(file), \(name): \(complaint)", status: 1) }
    guard FileBytes.facts(place) == before else {
      throw ToolError("\(file), \(name): the file was touched", status: 1)
    }
    // The same bytes again are a new file to the next damage.
    if case .zeros = damage { try FileBytes.write([], to: place) }
  }

  /// Whether the folder is read without any problem, as before all damages.
  func checkUndamaged() throws(ToolError) {
    do throws(StorageError) {
      let (found, problems) = try DataFolder.open(at: path).readAll()
      guard found == sound, problems.isEmpty else {
        throw StorageError.unwritable(path, reason: "the whole files read otherwise than before")
      }
    } catch { throw ToolError(error.message, status: 1) }
  }

  /// What is wrong with how the folder is read; nil where all is as it should be.
  private func complaint(about file: String) throws(ToolError) -> String? {
    let found: ProgramSnapshot
    let problems: [RecordProblem]
    do throws(StorageError) {
      (found, problems) = try DataFolder.open(at: path).readAll()
    } catch {
      return file == "program.plist" && !error.message.isEmpty ? nil : error.message
    }
    guard file != "program.plist" else { return "the program was opened" }
    guard let problem = problems.first(where: { $0.record == file }), !problem.what.isEmpty,
      !problem.doThis.isEmpty
    else { return "no sentence says so" }
    guard problems.allSatisfy({ $0.record == file }) else {
      return "others are complained of too: \(problems.map(\.record))"
    }
    return difference(of: found, without: file)
  }

  private func difference(of found: ProgramSnapshot, without file: String) -> String? {
    let parts: [(String, (found: Int, sound: Int, alike: Int))] = [
      ("settings/rule-sets", compared(found.ruleSets, sound.ruleSets)),
      ("settings/rooms", compared(found.rooms, sound.rooms)),
      ("settings/calendar", compared(found.calendar, sound.calendar)),
      ("staff/", compared(found.staff, sound.staff)),
      ("groups/", compared(found.groups, sound.groups)),
      ("clients/", compared(found.clients, sound.clients)),
      ("/episodes/", compared(found.episodes, sound.episodes)),
      ("/plans/", compared(found.plans, sound.plans)),
      ("/gs_", compared(found.sessions, sound.sessions)),
      ("/ap_", compared(found.appointments, sound.appointments)),
    ]
    for (part, counts) in parts {
      let isItsPart = file.contains(part)
      let isClient = part == "clients/" && !file.hasSuffix("/client.plist")
      let missing = counts.sound - counts.found
      guard counts.alike == counts.found else { return "a record of \(part) reads otherwise" }
      if missing != 0, !isItsPart || isClient { return "\(missing) records of \(part) are gone" }
      if missing == 0, isItsPart, !isClient, counts.sound > 0 { return "it is used all the same" }
    }
    return nil
  }

  private func compared<Record: Equatable>(_ found: [Record], _ sound: [Record])
    -> (found: Int, sound: Int, alike: Int)
  {
    (found.count, sound.count, found.count { sound.contains($0) })
  }
}

/// Whole files of bytes.
enum FileBytes {
  static func read(_ path: String) throws(ToolError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw ToolError("\(path) can't be read", status: 66) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes in place, so that the file keeps its mode.
  static func write(_ bytes: [UInt8], to path: String) throws(ToolError) {
    let file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard file >= 0 else { throw ToolError("\(path) can't be written", status: 73) }
    let count = Glibc.write(file, bytes, bytes.count)
    guard close(file) == 0, count == bytes.count else {
      throw ToolError("\(path) can't be written", status: 74)
    }
  }

  /// What changes when a file is touched.
  static func facts(_ path: String) -> [Int] {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return [] }
    return [
      facts.st_size, Int(facts.st_ino), facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec,
    ]
  }
}
