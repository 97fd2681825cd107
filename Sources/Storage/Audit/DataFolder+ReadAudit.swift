package import Domain

/// Reading the audit log, and whether it is whole.
extension DataFolder {
  /// All lines of the log, oldest first, and what is wrong with it.
  ///
  /// Reads without a lock: another window may be adding to it.
  package func readAudit() -> (lines: [AuditLine], problems: [RecordProblem]) {
    var problems: [RecordProblem] = []
    guard let folder = openFolder(Layout.audit, problems: &problems) else { return ([], problems) }
    let names = recordNames(in: folder, problems: &problems) {
      Layout.auditMonth($0) != nil || StoredID.inFileName($0, .staff) != nil
    }
    var lines: [AuditLine] = []
    var last = AuditEnd(start: program)
    for month in names.compactMap(Layout.auditMonth).sorted() {
      let file = AuditFile(month: month, seal: root.seal)
      let path = folder.pathOf(file.name)
      do throws(FileFault) {
        let bytes = try folder.read(file.name, limit: AuditFile.sizeLimit)
        guard let found = AuditFile.lines(of: bytes) else {
          throw .badContent("it doesn't begin as an audit log does")
        }
        var unreadable = 0
        for (index, bytes) in found.enumerated() {
          guard let line = file.line(bytes) else {
            problems.append(.audit(path, "line \(index + 1) can't be read"))
            unreadable += 1
            if unreadable == AuditFile.mostUnreadable { break }
            continue
          }
          if let flaw = line.flaw(after: last) { problems.append(.audit(path, flaw)) }
          last = AuditEnd(month: month, size: 0, number: line.number, hash: line.hash)
          lines.append(line)
        }
      } catch {
        problems.append(.audit(path, error.reason))
      }
    }
    return (lines, problems + anchorProblems(names, in: folder, lines))
  }

  /// The anchors that the log no longer reaches.
  private func anchorProblems(
    _ names: [String],
    in folder: Folder,
    _ lines: [AuditLine]
  ) -> [RecordProblem] {
    let hashes = Dictionary(lines.map { ($0.number, $0.hash) }) { first, _ in first }
    return names.compactMap { name -> RecordProblem? in
      guard let id = StoredID.inFileName(name, .staff) else { return nil }
      let place = RecordPlace.auditAnchor(of: StaffID(id))
      do throws(FileFault) {
        let anchor = try folder.record(at: place, as: AuditAnchor.self).record
        guard hashes[anchor.number] != anchor.hash else { return nil }
        return .audit(
          place.path,
          "it had \(anchor.number) lines when that was written, and line \(anchor.number) is "
            + "\(hashes[anchor.number] == nil ? "gone" : "another one")"
        )
      } catch {
        return error.problem(at: place)
      }
    }
  }
}

extension AuditLine {
  /// What is wrong with a line behind another; nil where nothing is.
  fileprivate func flaw(after last: AuditEnd) -> String? {
    guard number == last.number + 1 else {
      return
        "line \(number) stands behind line \(last.number): \(number <= last.number ? "one was put in" : "some are gone")"
    }
    return follows(last.hash) ? nil : "line \(number) was changed, or the one before it was"
  }
}

extension RecordProblem {
  /// What speaks against the audit log.
  fileprivate static func audit(_ path: String, _ what: String) -> RecordProblem {
    RecordProblem(
      record: path,
      kind: ProblemWord.audit.rawValue,
      what: "The audit log isn't whole (\(path)): \(what).",
      doThis: "Keep the file as evidence; a backup has the log as it was then."
    )
  }
}
