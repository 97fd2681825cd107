import Domain
import Glibc

/// How a window got into a sealed program: its holder's keys, for as long as it is open.
final class Entry {
  private(set) var access: Access
  /// Who logged in; nil with the recovery key.
  let staff: StaffID?
  let place: RecordPlace
  /// Whether this window's holder was found to have no way in any more.
  private(set) var isShutOut = false
  /// The file that `access` came from; nil where that has to be looked up.
  private var stamp: FileStamp?

  /// The stamp is that of the record's file, taken before it was read: what came between is read again,
  /// and never taken for what is known.
  init(_ access: Access, staff: StaffID?, place: RecordPlace, readAt stamp: FileStamp?) {
    self.access = access
    self.staff = staff
    self.place = place
    self.stamp = stamp
  }

  func take(_ access: Access) { self.access = access }

  /// The seal, which looks before each writing whether somebody renewed the keys.
  func seal(watching root: Folder) -> Seal {
    let seal = Seal(access.ring)
    seal.newerRing = { [weak root, weak self] in
      guard let root, let self else { return nil }
      return self.newerRing(in: root)
    }
    return seal
  }

  /// Looks whether the record of who may open the program is another one now.
  ///
  /// - Returns: The keys that it gives; nil where it is the same, can't be read, or gives none.
  func newerRing(in root: Folder) -> KeyRing? {
    let found = root.stamp(of: place.path)
    guard let found, found != stamp else { return nil }
    do {
      guard let folder = try root.descend(place.folder) else { return nil }
      let file = try RecordFile<AccessRecord>(
        try folder.read(place.name),
        at: place,
        under: nil
      )
      stamp = found
      guard let newer = refreshed(file.record) else {
        // A record that nobody with a key wrote shuts nobody out.
        isShutOut = access.isVouched(file.record)
        return nil
      }
      isShutOut = false
      access = newer
      return newer.ring
    } catch {
      return nil
    }
  }

  /// What the present record gives to the keys of this window; nil where their holder has no way
  /// in any more, or the record is nobody's.
  func refreshed(_ record: AccessRecord) -> Access? {
    let own = access.keys.publicKey
    guard let slot = (record.slots + [record.recovery]).first(where: { $0.publicKey == own }) else {
      return nil
    }
    return Access(record, of: access.program, slot: slot, keys: access.keys)
  }
}

/// Tells a file from another one that took its place.
struct FileStamp: Equatable {
  let inode: UInt64
  let size: Int
  let seconds: Int
  let nanoseconds: Int
}

extension Folder {
  /// Nil where there is nothing at the path.
  func stamp(of path: String) -> FileStamp? {
    var facts = stat()
    guard fstatat(descriptor, path, &facts, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStamp(
      inode: UInt64(facts.st_ino),
      size: Int(facts.st_size),
      seconds: facts.st_mtim.tv_sec,
      nanoseconds: facts.st_mtim.tv_nsec
    )
  }
}
