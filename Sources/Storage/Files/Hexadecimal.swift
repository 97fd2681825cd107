/// Bytes as pairs of small hexadecimal digits.
func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
  String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
    var place = 0
    for byte in bytes {
      text[place] = digit(byte >> 4)
      text[place + 1] = digit(byte & 15)
      place += 2
    }
    return place
  }
}

private func digit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x61 + value - 10
}

/// The bytes of hexadecimal digits in ASCII; nil for anything else.
func bytes(ofHexadecimal text: some Collection<UInt8>) -> [UInt8]? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.count / 2)
  var high: UInt8?
  for digit in text {
    let value: UInt8
    switch digit {
    case 0x30...0x39: value = digit - 0x30
    case 0x61...0x66: value = digit - 0x61 + 10
    default: return nil
    }
    if let first = high {
      bytes.append(first << 4 | value)
      high = nil
    } else {
      high = value
    }
  }
  return high == nil ? bytes : nil
}
