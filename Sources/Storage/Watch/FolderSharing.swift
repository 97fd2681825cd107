import Glibc

/// Whether a data folder can be shared, as far as the system tells.
package struct FolderSharing: Equatable, Sendable {
  /// What the system calls a network's file system, such as "nfs4"; nil for a local one.
  package var network: String?
  /// Whether one who holds a lock keeps others out.
  package var locksWork: Bool

  package init(network: String?, locksWork: Bool) {
    self.network = network
    self.locksWork = locksWork
  }

  /// What a person has to know of it; nil where there is nothing.
  package var sentence: String? {
    guard locksWork else {
      return "This folder can only be read: file locks don't work there, and two windows could "
        + "overwrite each other. Move it to a local disk, or have the share mounted with locks."
    }
    return network.map {
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
      disk.sharing ?? FolderSharing(network: MountedKind.network(of: root), locksWork: locksWork())
    memory.sharing = found
    return found
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
