/// Fills bytes up to a bucket's size before they are sealed, so that their length tells little.
///
/// A bucket is a multiple of the unit, from sixteen units on of a sixteenth of the next power of
/// two: at most one part in eight is added to what is large. The first byte behind the content is
/// 80 (hexadecimal), the rest zeros.
enum Padding {
  /// Bytes of the smallest bucket of a record.
  static let record = 1024
  /// Of a piece of a journal, which holds some keys' work.
  static let journal = 256

  static func size(of count: Int, unit: Int) -> Int {
    var step = unit
    while step * 16 < count + 1 { step *= 2 }
    return (count + step) / step * step
  }

  static func padded(_ bytes: [UInt8], unit: Int) -> [UInt8] {
    let size = size(of: bytes.count, unit: unit)
    var padded = bytes
    padded.reserveCapacity(size)
    padded.append(0x80)
    padded.append(contentsOf: repeatElement(0, count: size - bytes.count - 1))
    return padded
  }

  /// Takes the filling off; false where there is none.
  static func strip(_ bytes: inout [UInt8]) -> Bool {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0 { end -= 1 }
    guard end > 0, bytes[end - 1] == 0x80 else { return false }
    bytes.removeLast(bytes.count - end + 1)
    return true
  }
}
