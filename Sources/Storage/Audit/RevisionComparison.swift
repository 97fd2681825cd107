package import Domain

/// Compares what a window has read, and what lies beside that, with the log's last two months, a
/// piece at a time.
package final class RevisionComparison {
  private let folder: DataFolder
  private let known: [String: KnownRecord]
  private var pieces: [Piece] = []
  /// How many lines of each month are among them.
  private var counts: [CalendarDate: Int] = [:]
  private var newest = NewestRevisions()
  /// What is still to be looked at; nil until the log is read.
  private var files: [ToldFile]?
  private var found: [(file: ToldFile, problem: RecordProblem)] = []

  private typealias Piece = (file: AuditFile, line: ArraySlice<UInt8>)

  /// So many lines take a few milliseconds.
  private static let piece = 400
  /// So many files do.
  private static let fewFiles = 4
  /// More lines than any month has; a file of nothing but line ends takes no memory beyond that.
  private static let most = 500_000

  package init(_ folder: DataFolder) {
    self.folder = folder
    known = folder.memory.known
    pieces = Self.lines(in: folder, behind: [:])
    for piece in pieces { counts[piece.file.month, default: 0] += 1 }
  }

  /// What can't be read of the log is told by `check`.
  private static func lines(in folder: DataFolder, behind counts: [CalendarDate: Int]) -> [Piece] {
    var pieces: [Piece] = []
    do throws(StorageError) {
      guard let audit = try folder.root.descend(Layout.audit) else { return [] }
      for month in try audit.names().compactMap(Layout.auditMonth).sorted().suffix(2) {
        let file = AuditFile(month: month, seal: folder.root.seal)
        let bytes: [UInt8]
        do throws(FileFault) {
          bytes = try audit.read(file.name, limit: AuditFile.sizeLimit)
        } catch { continue }
        guard let lines = AuditFile.lines(of: bytes) else { continue }
        pieces += lines.dropFirst(counts[month] ?? 0).prefix(most).map { (file, $0) }
      }
    } catch { return pieces }
    return pieces
  }

  /// Reads one piece of the log, or looks at a few files.
  ///
  /// - Returns: Whether there is more to do.
  package func step() -> Bool {
    if let file = files?.suffix(Self.fewFiles) {
      found += file.compactMap { file in folder.problem(of: file).map { (file, $0) } }
      files?.removeLast(file.count)
    } else {
      for (file, line) in pieces.suffix(Self.piece) {
        if let line = file.line(line) { newest.take(line) }
      }
      pieces.removeLast(min(Self.piece, pieces.count))
      if pieces.isEmpty { files = newest.files(of: folder.program.id) }
    }
    return files?.isEmpty != true
  }

  /// The files that are older than the log says.
  package func problems() -> [RecordProblem] {
    newest.problems(of: known, in: folder) + problemsBeside()
  }

  /// Without drafts that somebody told more of in the meantime.
  private func problemsBeside() -> [RecordProblem] {
    guard !found.isEmpty else { return [] }
    var later = newest
    for (file, line) in Self.lines(in: folder, behind: counts) {
      if let line = file.line(line) { later.take(line) }
    }
    return found.filter { !$0.file.isDraft || later.isLast($0.file) }.map(\.problem)
  }
}
