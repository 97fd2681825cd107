/// Integers in decimal.
enum Integer {
  /// Reads the shortest form only: no plus sign, no zeros in front, no `-0`.
  ///
  /// - Returns: Nil for any other form and outside of 64 bits.
  static func read(_ text: ArraySlice<UInt8>) -> Int64? {
    let isNegative = text.first == ASCII.hyphen
    let digits = isNegative ? text.dropFirst() : text
    guard let first = digits.first, first != UInt8(ascii: "0") || text.count == 1 else {
      return nil
    }
    var number: Int64 = 0
    for byte in digits {
      guard ASCII.isDigit(byte) else { return nil }
      let digit = Int64(byte - 0x30)
      let (product, overflows) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !overflows, !overflowsToo else { return nil }
      number = sum
    }
    return number
  }
}
