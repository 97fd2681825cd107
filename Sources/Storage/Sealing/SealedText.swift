/// A short text that isn't a record, as it lies on the disk of a sealed program.
///
/// A line that says what it is, then the id of the key, the nonce and the sealed bytes.
enum SealedText {
  private static let preamble = Array("caseload sealed text 1\n".utf8)
  private static let head = preamble.count + KeyRing.idLength + SealedBytes.nonceLength

  /// - Returns: The bytes as they are where nothing is sealed; nil where the library refuses.
  static func file(_ text: [UInt8], at path: String, under seal: Seal?) -> [UInt8]? {
    guard let seal else { return text }
    guard let sealed = seal.seal(text, as: SealContext(text: path)) else { return nil }
    return preamble + Array(sealed.key.utf8) + sealed.nonce + sealed.bytes
  }

  /// - Throws: `notSealed`, `tampered`, `otherKey`.
  static func text(_ file: [UInt8], at path: String, under seal: Seal?) throws(FileFault) -> [UInt8]
  {
    guard let seal else { return file }
    guard file.count > head, file.starts(with: preamble) else { throw .notSealed }
    let nonce = preamble.count + KeyRing.idLength
    let sealed = SealedBytes(
      key: String(decoding: file[preamble.count..<nonce], as: UTF8.self),
      nonce: Array(file[nonce..<head]),
      bytes: Array(file[head...])
    )
    return try seal.open(sealed, as: SealContext(text: path))
  }
}
