import Domain
import PropertyList

/// What can be seen of a sealed program's files without a passphrase.
extension LockedFolder {
  /// Looks whether every file is there as it was written, and sealed; what it holds isn't looked at.
  package func checkUnopened() -> CheckReport {
    let walk = FolderWalk(root, isSealed: true)
    let problems = walk.problems + Self.problems(below: root)
    return CheckReport(files: walk.files, problems: problems.sorted { $0.record < $1.record })
  }

  private static func problems(below folder: Folder) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    do throws(StorageError) {
      for name in try folder.names() where !Layout.isTemporary(name) {
        let path = folder.pathOf(name)
        switch folder.facts(of: name)?.type {
        case .folder where !passed.contains(path):
          if let inner = try folder.folder(name, path: path) {
            problems += Self.problems(below: inner)
          }
        case .plain where name.hasSuffix(Layout.suffix):
          if let fault = fault(of: name, in: folder) {
            problems.append(fault.problem(ofFile: path))
          }
        case .plain where name.hasSuffix(Journal.suffix):
          if let fault = faultOfJournal(name, in: folder) {
            problems.append(fault.problem(ofFile: path))
          }
        case .folder, .plain, .link, .fifo, .socket, .device, .unknown, nil: break
        }
      }
    } catch {
      problems.append(.folder(folder.path, error))
    }
    return problems
  }

  /// What isn't sealed, or isn't in use.
  private static let passed: Set<String> = [
    Layout.locks, Layout.backups, Layout.quarantine, Layout.templates, "trash",
  ]

  private static func fault(of name: String, in folder: Folder) -> FileFault? {
    let path = folder.pathOf(name)
    guard path != Layout.phrases else { return nil }
    do throws(FileFault) {
      var bytes = try folder.read(name)
      _ = try FileForm.removeChecksum(from: &bytes)
      let node: PropertyListNode
      do throws(PropertyListError) {
        node = try PropertyListReader.read(bytes, mode: .strict)
      } catch {
        throw FileFault(error)
      }
      return path == Layout.access || node["sealed"] != nil ? nil : .notSealed
    } catch {
      return error
    }
  }

  private static func faultOfJournal(_ name: String, in folder: Folder) -> FileFault? {
    do throws(FileFault) {
      let bytes = try folder.read(name, limit: Journal.sizeLimit)
      return bytes.starts(with: SealedJournal.preamble) ? nil : .notSealed
    } catch {
      return error
    }
  }
}
