import Domain

/// How a draft's journal lies on disk where the program is sealed.
///
/// A line that says what it is, then pieces: what one writing appended, sealed as a whole, or in
/// several where it is long.
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
  /// From here on what is written becomes several pieces.
  private static let pieceSize = 1_048_576
  /// A longer one is none: opening it takes its bytes several times over.
  private static let longestPiece = 24 * 1_048_576

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
    return pieces(records).map { Self.preamble + $0 }
  }

  /// Records that are appended, sealed; nil where the library refuses.
  func pieces(_ plain: [UInt8]) -> [UInt8]? {
    var pieces = JournalBytes()
    for part in JournalRecord.parts(of: plain, size: Self.pieceSize) {
      guard let sealed = seal.seal(Array(plain[part]), as: context) else { return nil }
      pieces.add(raw: Self.magic)
      pieces.add(raw: sealed.key.utf8)
      pieces.add(Int64(sealed.bytes.count))
      pieces.add(raw: sealed.nonce)
      pieces.add(raw: sealed.bytes)
    }
    return pieces.bytes
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
      position = JournalScanner.place(of: Self.magic, in: file, from: 0)
    }
    var isAnyOpen = false
    var missing: FileFault?
    // Heads that claim all the rest, one behind the other, would take for ever.
    var spare = 2 * file.count
    while position < file.count {
      if let piece = Piece(of: file, at: position), piece.body.count <= spare {
        do throws(FileFault) {
          plain += try seal.open(piece.sealed(in: file), as: context)
          isAnyOpen = true
          position = piece.body.upperBound
          continue
        } catch {
          spare -= piece.body.count
          if case .otherKey = error { missing = error }
        }
      }
      plain.append(Self.damage)
      position = JournalScanner.place(of: Self.magic, in: file, from: position + 1)
    }
    if let missing, !isAnyOpen { throw missing }
    return plain
  }

  /// The ids of the keys that a journal's pieces are sealed under.
  static func keys(of file: [UInt8]) -> Set<String> {
    var keys: Set<String> = []
    var position =
      file.starts(with: preamble)
      ? preamble.count : JournalScanner.place(of: magic, in: file, from: 0)
    while position < file.count {
      if let piece = Piece(of: file, at: position) {
        keys.insert(piece.key)
        position = piece.body.upperBound
      } else {
        position = JournalScanner.place(of: magic, in: file, from: position + 1)
      }
    }
    return keys
  }

  /// Where a piece lies, as its head says.
  private struct Piece {
    let key: String
    let body: Range<Int>

    /// Nil where none begins.
    init?(of file: [UInt8], at start: Int) {
      guard file.count - start > overhead, file[start...].starts(with: magic) else { return nil }
      let body = start + overhead
      let head = file[(start + magic.count)..<body]
      key = String(decoding: head.prefix(KeyRing.idLength), as: UTF8.self)
      var scanner = JournalScanner(head.dropFirst(KeyRing.idLength))
      guard let length = scanner.number(), length > 0, length <= Int64(longestPiece),
        length <= Int64(file.count - body)
      else { return nil }
      self.body = body..<(body + Int(length))
    }

    func sealed(in file: [UInt8]) -> SealedBytes {
      let nonce = (body.lowerBound - SealedBytes.nonceLength)..<body.lowerBound
      return SealedBytes(key: key, nonce: Array(file[nonce]), bytes: Array(file[body]))
    }
  }
}
