import Glibc

/// Whether a data folder can be shared, as far as the system tells.
package struct FolderSharing: Equatable, Sendable {
  /// What the system calls a network's file system, such as "nfs4"; nil for a local one.
  package var network: String?
  /// Whether one who holds a lock keeps others out.
  package var locksWork: Bool
  /// The error number with which the system refuses to write there; nil where it doesn't.
  package var refusal: Int32?

  package init(network: String?, locksWork: Bool, refusal: Int32? = nil) {
    self.network = network
    self.locksWork = locksWork
    self.refusal = refusal
  }

  /// What a person has to know of it; nil where there is nothing.
  package var sentence: String? { onlyRead ?? mention }

  /// Why nothing may be written there; nil where it may.
  package var onlyRead: String? {
    if let refusal {
      let whom =
        refusal == EROFS
        ? "Ask whoever looks after this machine." : "Ask for permission to write to it."
      return
        "This folder can only be read (\(StorageError.reason(refusal).lowercased())): nothing can "
        + "be entered. \(whom)"
    }
    guard !locksWork else { return nil }
    return "This folder can only be read: file locks don't work there, and two windows could "
      + "overwrite each other. Move it to a local disk, or have the share mounted with locks."
  }

  private var mention: String? {
    network.map {
      "This folder is on a network (\($0)): what other machines change shows within a minute, and "
        + "before each save; F5 looks at once."
    }
  }
}

extension DataFolder {
  /// Looks whether the folder is on a network and whether its file locks work; once, then known.
  ///
  /// Locks are tried with two descriptors of one file: the second one must be kept out. What can't
  /// be tried, since nothing can be written there, doesn't matter.
  package func sharing() -> FolderSharing {
    if let known = memory.sharing { return known }
    let found =
      disk.sharing
      ?? FolderSharing(
        network: MountedKind.network(of: root),
        locksWork: locksWork(),
        refusal: refusalToWrite
      )
    memory.sharing = found
    return found
  }

  /// Whether the folder is still where it was opened.
  package var isInPlace: Bool { disk.home?.isInPlace ?? true }

  /// Why nothing can be written now, in a sentence; nil where it can.
  ///
  /// Asks the system each time, of the folder and of those in it that everybody writes to, and makes
  /// nothing.
  package var onlyRead: String? {
    guard isInPlace else { return StorageError.displaced(path).message }
    if let given = disk.sharing { return given.onlyRead }
    if let code = refusalToWrite {
      return FolderSharing(network: nil, locksWork: true, refusal: code).onlyRead
    }
    return memory.sharing?.locksWork == false ? memory.sharing?.onlyRead : nil
  }

  private var refusalToWrite: Int32? {
    let names = [".", Layout.locks, Layout.drafts, Layout.days]
    for name in names where faccessat(root.descriptor, name, W_OK, AT_EACCESS) != 0 {
      if [EROFS, EACCES, EPERM].contains(errno) { return errno }
    }
    return nil
  }

  private func locksWork() -> Bool {
    do throws(StorageError) {
      let locks = try root.madeFolder(Layout.locks, isSynced: false)
      // A name of its own, taken away again: looking leaves nothing behind.
      let trial = "." + Disk.randomName() + ".tmp"
      defer { do throws(StorageError) { try locks.remove(trial) } catch {} }
      let held: FileLock
      do throws(StorageError) {
        held = try FileLock.take(trial, in: locks, patience: 0)
      } catch {
        guard case .disk(.lock, _, let code) = error else { return true }
        return ![ENOLCK, ENOSYS, EOPNOTSUPP, EINVAL].contains(code)
      }
      defer { withExtendedLifetime(held) {} }
      do throws(StorageError) {
        _ = try FileLock.take(trial, in: locks, patience: 0)
        return false
      } catch { return true }
    } catch { return true }
  }
}

/// Finds out on what kind of file system a folder lies, from the system's table of mounts.
private enum MountedKind {
  private static let networks = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "lustre", "gfs2", "ocfs2",
    "glusterfs", "vboxsf", "vmhgfs", "prl_fs", "davfs", "fuse",
  ]

  static func network(of folder: Folder) -> String? {
    guard let device = folder.facts(of: ".")?.device else { return nil }
    let major = ((device >> 8) & 0xfff) | ((device >> 32) & ~0xfff)
    let minor = (device & 0xff) | ((device >> 12) & ~0xff)
    let table: String
    do throws(FileFault) {
      let bytes = try Folder.readUnsized("/proc/self/mountinfo", limit: 1_048_576)
      table = String(decoding: bytes, as: UTF8.self)
    } catch { return nil }
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count > 4, parts[2] == "\(major):\(minor)",
        let dash = parts.firstIndex(of: "-"), parts.count > dash + 1
      else { continue }
      return kind(String(parts[dash + 1]))
    }
    return nil
  }

  /// `fuse.sshfs` is one by its first half; `fuseblk` is a local disk.
  private static func kind(_ name: String) -> String? {
    let first = name.split(separator: ".").first.map(String.init) ?? name
    return networks.contains(first) ? name : nil
  }
}
