/// Steps through a text by grapheme clusters, each with the cells it takes.
///
/// `CellScanner` reads what one cell holds; this reads what a person calls a character, which is
/// what a cursor steps over and what a line may break before.
package enum ClusterScanner {
  /// The cells of the cluster that starts at an offset; moves the offset behind it.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - bytes: Its UTF-8, taken once for a whole walk.
  ///   - offset: The bytes before the cluster, fewer than there are.
  /// - Returns: The cells, 0 for what has no picture.
  package static func next(in text: String, _ bytes: Span<UInt8>, at offset: inout Int) -> Int {
    let start = offset
    let isFollowedByPlain = start + 1 == bytes.count || bytes[start + 1] < 0xCC
    if bytes[start] < 0x80, isFollowedByPlain {
      offset = start + 1
      return 1
    }
    var index = start
    let width = aloneWidth(CellScanner.decode(bytes, &index))
    if width > 0 {
      var after = index
      if index == bytes.count || aloneWidth(CellScanner.decode(bytes, &after)) > 0 {
        offset = index
        return width
      }
    }
    let rest = text[text.utf8.index(text.startIndex, offsetBy: start)...]
    let cluster = rest[..<rest.index(after: rest.startIndex)]
    offset = start + cluster.utf8.count
    return CellWidth.of(cluster)
  }

  /// The cells of a scalar that beside another such one is always a cluster of its own; else 0.
  ///
  /// Only a short way round the slow general rule: what isn't listed is looked up there.
  static func aloneWidth(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0x09, 0x20..<0x7F, 0xA0..<0x300, 0x370..<0x483, 0x48A..<0x530: 1
    case 0x3041..<0x3097, 0x30A0..<0x3100, 0x4E00..<0xA000, 0xAC00..<0xD7A4: 2
    default: 0
    }
  }
}
