import CNcurses
import Glibc
import TerminalCore
import Testing

/// Whether the C library is the one the table was made from.
private func isTableLibrary() -> Bool {
  String(cString: cn_library_version()) == "2.36"
}

@Suite struct `The width table` {
  @Test(.enabled(if: isTableLibrary()))
  func `agrees with the C library for every scalar`() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var differing: [UInt32] = []
    for value in 1..<UInt32(0x110000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if CellWidth.of(scalar) != Int(cn_width(value)) { differing.append(value) }
    }
    #expect(differing == [])
  }
}
