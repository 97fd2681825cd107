package import Domain

/// What the program makes of any bytes, for those who try out that no bytes do harm.
package struct FileProbe {
  private let folder: DataFolder

  /// - Parameter folder: A program, open; where it is sealed, with its keys.
  package init(_ folder: DataFolder) { self.folder = folder }

  /// What is wrong with bytes as the file at a path, in plain names; nil where they are that record,
  /// whole.
  package func problem(of bytes: [UInt8], at path: String) -> RecordProblem? {
    guard let place = RecordPlace(path: path, program: folder.program.id) else {
      return .foreign(path)
    }
    do throws(FileFault) {
      _ = try place.envelope(of: bytes, under: folder.root.seal)
      return nil
    } catch {
      return error.problem(at: place)
    }
  }

  /// The text that a journal's bytes give, and whether all of them are sound; nil for no text.
  package func draft(
    of bytes: [UInt8],
    at path: String,
    _ document: NoteDocument
  ) -> (draft: NoteDraft, isSound: Bool)? {
    let plain: [UInt8]
    do throws(FileFault) {
      let sealed = SealedJournal(document, path: path, under: folder.root.seal)
      plain = try sealed?.plain(bytes) ?? bytes
    } catch { return nil }
    let reading = JournalReading(plain, of: document)
    return reading.draft.map { ($0, !reading.isDamaged) }
  }

  /// A plain file with the checksum that fits, in the place of the one that it ends with.
  package static func withChecksum(_ bytes: [UInt8]) -> [UInt8] {
    let isEnded = Checksum(lineOf: bytes) != nil
    let body = isEnded ? Array(bytes.dropLast(Checksum.lineLength)) : bytes
    return body + Checksum(of: body[...]).line
  }

  /// A plain journal whose records have the checksums that fit, whatever is in them.
  package static func withChecksums(_ bytes: [UInt8], _ document: NoteDocument) -> [UInt8] {
    var pen = JournalPen()
    var start = 0
    while start + JournalRecord.overhead <= bytes.count {
      guard bytes[start...].starts(with: JournalRecord.magic) else {
        start += 1
        continue
      }
      var scanner = JournalScanner(bytes[(start + JournalRecord.magic.count)...])
      let kind = scanner.byte().flatMap(JournalRecordKind.init)
      let length = scanner.number() ?? 0
      let seconds = scanner.number() ?? 0
      let body = start + JournalRecord.overhead
      let end = body + Int(max(0, min(length, Int64(bytes.count - body))))
      if let kind {
        pen.add(kind, at: Instant(secondsSince1970: seconds), body: Array(bytes[body..<end]))
      }
      start = max(end, start + 1)
    }
    return Journal.preamble(document) + pen.bytes
  }
}
