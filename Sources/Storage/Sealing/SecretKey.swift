import Crypto
import Glibc

/// Thirty-two secret bytes on a page of their own: kept from swap and core files where the system
/// allows it, and wiped when nobody needs them.
///
/// Where the page can't be locked (a limit of the system) the key works all the same.
final class SecretKey {
  static let length = 32
  private let page: UnsafeMutableRawBufferPointer
  private let isMapped: Bool

  /// - Parameter bytes: Exactly 32.
  init(_ bytes: some Sequence<UInt8>) {
    let size = Int(sysconf(Int32(_SC_PAGESIZE)))
    let mapping = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    if let mapping, mapping != MAP_FAILED {
      _ = mlock(mapping, size)
      _ = madvise(mapping, size, MADV_DONTDUMP)
      page = UnsafeMutableRawBufferPointer(start: mapping, count: size)
      isMapped = true
    } else {
      page = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.length, alignment: 16)
      isMapped = false
    }
    var count = 0
    for byte in bytes.prefix(Self.length) {
      page[count] = byte
      count += 1
    }
    precondition(count == Self.length, "a key has 32 bytes")
  }

  deinit {
    if let start = page.baseAddress { explicit_bzero(start, Self.length) }
    if isMapped { munmap(page.baseAddress, page.count) } else { page.deallocate() }
  }

  /// A new key from the system's randomness.
  static func random() -> SecretKey { SecretKey(SecretKey.randomBytes(length)) }

  static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// The key for one call; its copy is wiped by the library when the call is over.
  var symmetric: SymmetricKey {
    SymmetricKey(data: UnsafeRawBufferPointer(rebasing: page[..<Self.length]))
  }

  /// The bytes themselves, for wrapping only.
  var bytes: [UInt8] { Array(page[..<Self.length]) }

  /// The key for one purpose, from which neither this one nor any other's can be found.
  func subkey(for purpose: String) -> SecretKey {
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: symmetric,
      info: Array("caseload \(purpose) 1".utf8),
      outputByteCount: Self.length
    )
    return derived.withUnsafeBytes { SecretKey($0) }
  }
}
