import Domain

/// The last backup, unpacked to look for sound files in it.
///
/// It lies in `backups/` under a temporary name, which the next backup takes away where this wasn't.
final class UnpackedBackup {
  /// The archive, and when it was made.
  let place: String
  private let root: Folder
  private let backups: Folder
  private let name: String
  private let program: ID<Program>

  /// Nil where no backup is known, it isn't where it was, it is another program's, or it can't be
  /// unpacked.
  init?(of folder: DataFolder) {
    guard let last = folder.lastBackup, let archive = last.archive else { return nil }
    name = "." + Disk.randomName() + ".tmp"
    program = folder.program.id
    place = "the backup of \(last.at) (\(archive))"
    let path = folder.path + "/" + Layout.backups + "/" + name
    do throws(StorageError) {
      backups = try folder.root.madeFolder(Layout.backups, isSynced: false)
      _ = try backups.madeFolder(name, isSynced: false)
    } catch { return nil }
    do throws(StorageError) {
      try DataFolder.unpack(archive, to: path)
      root = try Folder.open(path, disk: folder.disk)
      root.seal = folder.root.seal
    } catch {
      Self.remove(name, in: backups)
      return nil
    }
    guard isOfProgram else {
      remove()
      return nil
    }
  }

  private var isOfProgram: Bool {
    do throws(FileFault) {
      let file: RecordFile<ProgramRecord> = try root.record(at: .program(nil))
      return file.record.id == program
    } catch {
      return false
    }
  }

  func remove() { Self.remove(name, in: backups) }

  /// Where that fails it is the next backup's work.
  private static func remove(_ name: String, in backups: Folder) {
    do throws(StorageError) { try backups.removeTree(name) } catch { return }
  }

  // MARK: What is in it

  /// The bytes of a sound file.
  func bytes(at place: RecordPlace) throws(FileFault) -> [UInt8] {
    let folder: Folder?
    do throws(StorageError) { folder = try root.descend(place.folder) } catch {
      throw .unreadable(0)
    }
    guard let folder else { throw .missing }
    let bytes = try folder.read(place.name)
    _ = try place.envelope(of: bytes, under: root.seal)
    return bytes
  }

  /// What its file of a record says of itself; nil where it has no sound one.
  func envelope(at place: RecordPlace) -> Envelope? {
    do throws(FileFault) {
      return try place.envelope(of: try bytes(at: place), under: root.seal)
    } catch {
      return nil
    }
  }

  /// When the text in its copy of a journal was last written; nil where it holds none.
  func textDate(atJournal path: String) -> Instant? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count == 3, let document = Layout.document(ofJournal: parts[2]) else { return nil }
    do {
      guard let folder = try root.descend(parts.dropLast().joined(separator: "/")) else {
        return nil
      }
      let bytes = try folder.read(parts[2], limit: Journal.sizeLimit)
      let sealed = SealedJournal(document, path: path, under: root.seal)
      let reading = JournalReading(try sealed?.plain(bytes) ?? bytes, of: document)
      return reading.draft == nil ? nil : reading.lastWriteAt
    } catch {
      return nil
    }
  }

  func words(_ found: Envelope) -> String {
    "revision \(found.revision) of \(found.changedAt), in \(place)"
  }

  var hasNoneSound: String { "No good version of it is in \(place)." }
}
