package import Domain
import Glibc
import PropertyList

/// A sealed program's folder before anybody has logged in: nothing of its content can be read.
package final class LockedFolder {
  package let path: String
  package let programID: ID<Program>
  let root: Folder
  private let place: RecordPlace

  private init(path: String, root: Folder, programID: ID<Program>) {
    self.path = path
    self.root = root
    self.programID = programID
    place = .access(programID)
  }

  /// - Returns: Nil where the program isn't sealed, or there is none: `DataFolder.open` says which.
  package static func open(at path: String, disk: Disk = Disk()) throws(StorageError)
    -> LockedFolder?
  {
    let root = try Folder.open(path, disk: disk)
    do throws(FileFault) {
      var bytes = try root.read(Layout.program)
      _ = try FileForm.removeChecksum(from: &bytes)
      let node: PropertyListNode
      do throws(PropertyListError) {
        node = try PropertyListReader.read(bytes, mode: .strict)
      } catch {
        throw FileFault(error)
      }
      guard node["sealed"] != nil, case .string(let id)? = node["id"]?.value else { return nil }
      return LockedFolder(path: path, root: root, programID: ID(id))
    } catch {
      return nil
    }
  }

  /// Logs in.
  ///
  /// A passphrase that was made slow by less than is usual now is made slower.
  ///
  /// - Parameters:
  ///   - code: The counselor's code; case doesn't matter.
  ///   - passphrase: As typed.
  ///   - stretching: The usual slowness.
  /// - Returns: The program, open.
  /// - Throws: `wrongPassphrase`; `untrusted` where the record of who may open it, or the program's
  ///   own record, isn't what was written.
  package func logIn(
    code: String,
    passphrase: String,
    raisingTo stretching: Stretching = .standard
  ) throws(StorageError) -> DataFolder {
    let (record, stamp) = try readAccess()
    guard
      let (access, holder) = try Access.opened(
        record,
        of: programID,
        code: code,
        passphrase: passphrase
      )
    else { throw .wrongPassphrase(seconds: countFailure()) }
    let folder = try unlocked(access, by: holder.staff, readAt: stamp)
    if holder.stretching.work < stretching.work { raise(holder, to: stretching, in: folder) }
    return folder
  }

  /// Opens it with the recovery key; nobody has logged in then.
  package func recover(_ key: RecoveryKey) throws(StorageError) -> DataFolder {
    let (record, stamp) = try readAccess()
    guard let access = try Access.opened(record, of: programID, recovery: key) else {
      throw .wrongPassphrase(seconds: countFailure())
    }
    return try unlocked(access, by: nil, readAt: stamp)
  }

  /// The program, open.
  ///
  /// The stamp is that of the file which the way in was read from: a passphrase takes
  /// its time, and somebody may renew the keys meanwhile.
  func unlocked(
    _ access: Access,
    by staff: StaffID?,
    readAt stamp: FileStamp?
  ) throws(StorageError) -> DataFolder {
    let entry = Entry(access, staff: staff, place: place, readAt: stamp)
    root.seal = entry.seal(watching: root)
    let folder: DataFolder
    do throws(StorageError) {
      folder = try DataFolder.open(root, path: path, entry: entry)
    } catch {
      root.seal = nil
      throw error
    }
    folder.audit(takeWaitingEvents())
    return folder
  }

  private func raise(_ holder: Access.Holder, to stretching: Stretching, in folder: DataFolder) {
    var raised = holder
    raised.stretching = stretching
    // Where it can't be written, the weaker one goes on working.
    do throws(StorageError) { try folder.keepHolder(raised) } catch { return }
  }

  /// The record, and the stamp of its file from before it was read.
  func readAccess() throws(StorageError) -> (AccessRecord, FileStamp?) {
    do throws(FileFault) {
      guard let folder = try descend() else { throw FileFault.missing }
      let stamp = root.stamp(of: place.path)
      let bytes = try folder.read(place.name)
      return (try RecordFile<AccessRecord>(bytes, at: place, under: nil).record, stamp)
    } catch {
      throw .untrusted(error.problem(at: place))
    }
  }

  private func descend() throws(FileFault) -> Folder? {
    do throws(StorageError) { return try root.descend(place.folder) } catch {
      throw .unreadable(EACCES)
    }
  }
}
