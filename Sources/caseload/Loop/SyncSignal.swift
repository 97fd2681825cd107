import Glibc

/// Tells a test that everything it sent is reduced, saved and shown.
///
/// The descriptor's number is in `CASELOAD_TEST_SYNC`; each turn writes a counter and a line feed.
struct SyncSignal {
  private let descriptor: Int32?
  private var count = 0

  init() {
    descriptor = getenv("CASELOAD_TEST_SYNC").flatMap { Int32(String(cString: $0)) }
  }

  mutating func tell() {
    guard let descriptor else { return }
    count += 1
    let line = "\(count)\n"
    _ = line.utf8CString.withUnsafeBytes { write(descriptor, $0.baseAddress, line.utf8.count) }
  }
}
