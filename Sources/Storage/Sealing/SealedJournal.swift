import Domain

/// How a draft's journal lies on disk where the program is sealed.
///
/// A line that says what it is, then pieces: what one writing appended, sealed as a whole.
///
/// ```text
/// bytes   what
/// 4       F5 "CS1"
/// 8       the id of the key
/// 8       length of the sealed bytes, the least byte first
/// 12      nonce
/// n       sealed: records of the plain journal
/// ```
///
/// In which order the pieces follow is told by the records in them, each of which names the one
/// before.
struct SealedJournal {
  static let preamble = Array("caseload sealed journal 1\n".utf8)
  private static let magic: [UInt8] = [0xF5, 0x43, 0x53, 0x31]
  private static let overhead = magic.count + KeyRing.idLength + 8 + SealedBytes.nonceLength
  /// Stands in the plain journal where a piece can't be opened; no record begins with it.
  private static let damage: UInt8 = 0

  let seal: Seal
  let context: SealContext
  let document: NoteDocument

  /// - Parameters:
  ///   - document: What is written.
  ///   - path: Where its journal lies.
  ///   - seal: Nil in a plain program, whose journals lie as they are.
  init?(_ document: NoteDocument, path: String, under seal: Seal?) {
    guard let seal else { return nil }
    self.seal = seal
    self.document = document
    context = SealContext(journal: path, of: document)
  }

  /// A whole plain journal as it lies on disk, under a seal where there is one.
  static func file(
    _ plain: [UInt8],
    of document: NoteDocument,
    path: String,
    under seal: Seal?
  ) throws(StorageError) -> [UInt8] {
    guard let sealed = SealedJournal(document, path: path, under: seal) else { return plain }
    guard let file = sealed.file(plain) else {
      throw .unwritable(path, reason: "it can't be sealed")
    }
    return file
  }

  /// A whole plain journal as it lies on disk; nil where the library refuses.
  func file(_ plain: [UInt8]) -> [UInt8]? {
    let records = Array(plain.dropFirst(Journal.preamble(document).count))
    return piece(records).map { Self.preamble + $0 }
  }

  /// Records that were appended.
  func piece(_ plain: [UInt8]) -> [UInt8]? {
    guard let sealed = seal.seal(plain, as: context) else { return nil }
    var piece = JournalBytes()
    piece.add(raw: Self.magic)
    piece.add(raw: sealed.key.utf8)
    piece.add(Int64(sealed.bytes.count))
    piece.add(raw: sealed.nonce)
    piece.add(raw: sealed.bytes)
    return piece.bytes
  }

  /// The plain journal of a file; a damaged piece leaves a byte that no record begins with.
  ///
  /// - Throws: `notSealed`; `otherKey` where no piece can be opened for want of a key.
  func plain(_ file: [UInt8]) throws(FileFault) -> [UInt8] {
    var plain = Journal.preamble(document)
    if Journal.version(file) != nil { throw .notSealed }
    var position = 0
    if file.starts(with: Self.preamble) {
      position = Self.preamble.count
    } else {
      plain.append(Self.damage)
      position = Self.nextMagic(in: file, from: 0)
    }
    var isAnyOpen = false
    var missing: FileFault?
    while position < file.count {
      if let (sealed, end) = Self.piece(of: file, at: position) {
        do throws(FileFault) {
          plain += try seal.open(sealed, as: context)
          isAnyOpen = true
          position = end
          continue
        } catch {
          if case .otherKey = error { missing = error }
        }
      }
      plain.append(Self.damage)
      position = Self.nextMagic(in: file, from: position + 1)
    }
    if let missing, !isAnyOpen { throw missing }
    return plain
  }

  /// The ids of the keys that a journal's pieces are sealed under.
  static func keys(of file: [UInt8]) -> Set<String> {
    var keys: Set<String> = []
    var position = file.starts(with: preamble) ? preamble.count : nextMagic(in: file, from: 0)
    while position < file.count {
      if let (sealed, end) = piece(of: file, at: position) {
        keys.insert(sealed.key)
        position = end
      } else {
        position = nextMagic(in: file, from: position + 1)
      }
    }
    return keys
  }

  private static func piece(of file: [UInt8], at start: Int) -> (SealedBytes, end: Int)? {
    guard file.count - start > overhead, file[start...].starts(with: magic) else { return nil }
    var scanner = JournalScanner(file[(start + magic.count)...])
    var id: [UInt8] = []
    for _ in 0..<KeyRing.idLength { if let byte = scanner.byte() { id.append(byte) } }
    guard let length = scanner.number() else { return nil }
    let body = start + overhead
    guard length > 0, length <= Int64(file.count - body) else { return nil }
    let end = body + Int(length)
    let sealed = SealedBytes(
      key: String(decoding: id, as: UTF8.self),
      nonce: Array(file[(body - SealedBytes.nonceLength)..<body]),
      bytes: Array(file[body..<end])
    )
    return (sealed, end)
  }

  private static func nextMagic(in file: [UInt8], from start: Int) -> Int {
    var place = start
    while place < file.count {
      if file[place] == magic[0], file[place...].starts(with: magic) { return place }
      place += 1
    }
    return place
  }
}
