import Crypto

/// The last line of every record's file: SHA-256 of every byte before it.
///
/// `<!-- caseload sha256 3f9c… -->`, a comment to every reader of property lists.
package struct Checksum: Hashable {
  /// 64 hexadecimal digits.
  private let digits: [UInt8]

  private static let head = Array("<!-- caseload sha256 ".utf8)
  private static let tail = Array(" -->\n".utf8)
  private static let hexadecimal = Array("0123456789abcdef".utf8)
  package static let lineLength = head.count + 64 + tail.count

  /// Computes the checksum of some bytes.
  package init(of bytes: ArraySlice<UInt8>) {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in hash.finalize() {
      digits.append(Self.hexadecimal[Int(byte >> 4)])
      digits.append(Self.hexadecimal[Int(byte & 15)])
    }
    self.digits = digits
  }

  /// Reads the checksum line at the end of a file; nil when there is none.
  init?(lineOf file: [UInt8]) {
    guard file.count >= Self.lineLength else { return nil }
    let line = file[(file.count - Self.lineLength)...]
    guard line.starts(with: Self.head), line.suffix(Self.tail.count).elementsEqual(Self.tail)
    else { return nil }
    digits = Array(line.dropFirst(Self.head.count).dropLast(Self.tail.count))
  }

  /// The 64 digits.
  var text: String { String(decoding: digits, as: UTF8.self) }

  package var line: [UInt8] { Self.head + digits + Self.tail }
}
