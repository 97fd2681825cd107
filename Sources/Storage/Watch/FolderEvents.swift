import Glibc

/// The system's own notices of what happens to names in folders (`inotify`).
///
/// None come from a network folder for what other machines do there.
final class FolderEvents {
  struct Event {
    let watch: Int32
    /// Nil where it is about the folder itself.
    let name: String?
    /// Whether notices were lost, so that everything has to be looked at.
    let isOverflow: Bool
    /// Whether the folder is gone, and with it its watch.
    let isEnd: Bool
  }

  let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  /// Nil where the system gives no more of them.
  init?() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Begins to watch a folder; links are not followed.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - growing: Whether its files are written in place, as journals are.
  /// - Returns: The watch's number; nil where it isn't there, or there are too many.
  func watch(_ path: String, growing: Bool) -> Int32? {
    var mask =
      IN_MOVED_TO | IN_MOVED_FROM | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_DONT_FOLLOW
      | IN_EXCL_UNLINK
    if growing { mask |= IN_MODIFY }
    let number = inotify_add_watch(descriptor, path, UInt32(mask) | UInt32(IN_ONLYDIR))
    return number >= 0 ? number : nil
  }

  func end(_ watch: Int32) { inotify_rm_watch(descriptor, watch) }

  /// Everything that waits.
  func take() -> [Event] {
    var events: [Event] = []
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return events }
      buffer.withUnsafeBytes { bytes in
        var place = 0
        while place + Self.headLength <= count {
          let length = Int(bytes.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))
          let mask = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
          let first = place + Self.headLength
          let name = bytes[first..<min(first + length, count)].prefix { $0 != 0 }
          events.append(
            Event(
              watch: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self),
              name: name.isEmpty ? nil : String(decoding: name, as: UTF8.self),
              isOverflow: mask & UInt32(IN_Q_OVERFLOW) != 0,
              isEnd: mask & UInt32(IN_IGNORED) != 0
            )
          )
          place = first + length
        }
      }
    }
  }

  /// Watch, mask, cookie, length of the name.
  private static let headLength = 16
}
