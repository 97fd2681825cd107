import Domain
import Glibc
import PropertyList
import SampleData
import Storage

/// The small programs whose files are changed.
enum FuzzProgram {
  static let lastDay = Demo.date

  static func zone() throws(ToolError) -> ProgramTimeZone {
    do throws(StorageError) { return try SystemZone.load("America/New_York") } catch {
      throw ToolError(error.message)
    }
  }

  private static func snapshot() throws(ToolError) -> (ProgramSnapshot, Instant) {
    let snapshot = SampleProgram.snapshot(
      seed: 3,
      clients: 4,
      weeks: 1,
      zone: try zone(),
      lastDay: lastDay
    )
    return (snapshot, SampleProgram.now(in: snapshot, on: lastDay))
  }

  @discardableResult
  static func make(at path: String) throws(ToolError) -> DataFolder {
    let (snapshot, now) = try snapshot()
    do throws(StorageError) {
      return try DataFolder.create(at: path, snapshot: snapshot, durable: false, now: now)
    } catch { throw ToolError(error.message) }
  }

  /// A sealed program, and the paths of its records both as they are called and as they lie there.
  static func makeSealed(
    at path: String
  ) throws(ToolError) -> (DataFolder, [(plain: String, onDisk: String)]) {
    let (snapshot, now) = try snapshot()
    guard let staff = snapshot.staff.first else { throw ToolError("nobody works there") }
    do throws(StorageError) {
      let folder = try DataFolder.createSealed(
        at: path,
        snapshot: snapshot,
        for: staff,
        passphrase: "seven quiet herons wading",
        recovery: .random(),
        now: now
      )
      let files = FileTree.files(path).filter {
        $0.hasSuffix(".plist") && $0 != "settings/access.plist"
      }
      return (folder, files.map { (folder.calledName($0), $0) })
    } catch { throw ToolError(error.message) }
  }

  /// A text that was written for a while, in steps.
  static func makeJournal(
    in folder: DataFolder
  ) throws(ToolError) -> (path: String, document: NoteDocument) {
    var state = folder.loadStanding()
    folder.loadWeek(state.weekStart(of: lastDay), into: &state)
    let now = Demo.now(zone: folder.program.zone)
    guard let session = state.sessions(on: lastDay).first,
      let staff = state.staff.values.min(by: { $0.id < $1.id })
    else { throw ToolError("no session is held") }
    let draft = NoteDraft(
      document: .shared(session.id),
      kind: .group,
      clientID: nil,
      service: .session(session.id, lastDay),
      format: NoteTemplates.sharedID,
      authorID: staff.id,
      startedAt: now,
      content: NoteContent(texts: ["topic": "Cravings"])
    )
    do throws(StorageError) {
      let writer = try folder.openDraft(draft, at: now)
      for number in 0..<40 {
        let step = DraftStep.edit(
          part: "topic",
          offset: 8,
          removed: number % 2,
          inserted: "x é\(number)"
        )
        try writer.append([step], at: now)
        if number % 16 == 15 {
          try writer.whole(writer.draft, at: now, asVersion: true)
        }
      }
      try writer.leave(at: now)
    } catch { throw ToolError(error.message) }
    return ("drafts/\(staff.id)/\(session.id).journal", .shared(session.id))
  }

  /// A file without its checksum line.
  static func body(_ file: [UInt8]) -> [UInt8] {
    let line = Array("<!-- caseload".utf8)
    guard let last = file.dropLast().lastIndex(of: 0x0A), file[(last + 1)...].starts(with: line)
    else { return file }
    return Array(file[...last])
  }

  /// The form in which a file's content is written; nil where it isn't a property list.
  static func form(of file: [UInt8]) -> [UInt8]? {
    do throws(PropertyListError) {
      let node = try PropertyListReader.read(body(file), mode: .strict)
      return try PropertyListWriter.bytes(of: node.value)
    } catch {
      return nil
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(ToolError) {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw ToolError("\(path) can't be made", status: 73) }
    close(file)
    try FileBytes.write(bytes, to: path)
  }
}
