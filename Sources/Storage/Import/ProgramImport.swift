package import Domain
import Reports

/// Imports a program's people and plans from files of comma-separated values.
///
/// | file | columns; * must be there |
/// | --- | --- |
/// | `staff.csv` | code*, name*, role*, credentials, supervisor |
/// | `rooms.csv` | name*, capacity*, kind |
/// | `clients.csv` | mrn*, legalFirst*, legalLast*, birthDate*, preferredName, pronouns, phone, |
/// | | admittedOn, level, track, counselor |
/// | `groups.csv` | code*, title*, type*, weekdays*, start*, end*, from*, lead*, to, room, |
/// | | coLeads, capacity, capacityKind, countsTowardHours |
/// | `topics.csv` | group*, topic* |
/// | `enrollments.csv` | mrn*, group*, from*, to, weekdays |
/// | `appointments.csv` | mrn*, counselor*, kind*, date*, start*, end*, room, modality |
/// | `plans.csv` | mrn*, problem*, goal*, objective*, dimension, targetDate, from |
///
/// A group's rows in `topics.csv` are its curriculum, in their order; they replace the one it had.
///
/// A client's rows in `plans.csv` are one plan, an objective in each row; it holds from the date in
/// its first row, or from the admission, and ends the plan that was in force.
package enum ProgramImport {
  /// Reads the files of a folder; any of them may be left out.
  ///
  /// - Parameters:
  ///   - folder: Where the files are.
  ///   - existing: The program they are added to; its codes and numbers count as taken.
  ///   - makeIDs: Makes the identifiers of new records.
  /// - Returns: What is new: new records, and groups of the program that got enrollments.
  /// - Throws: Everything that is wrong in any of the files, at once.
  package static func read(
    folder: String,
    into existing: ProgramSnapshot,
    makeIDs: inout IDMaker
  ) throws(ImportErrors) -> ProgramSnapshot {
    try plan(folder: folder, into: existing, as: nil, makeIDs: &makeIDs).records
  }

  /// Reads the files of a folder, or one file, and says what they would change; nothing is written.
  ///
  /// A row with a code that the program has changes that record; an empty cell leaves what is there.
  ///
  /// - Parameters:
  ///   - folder: Where the files are, or the one file.
  ///   - existing: The program.
  ///   - change: In whose name and when records of the program are changed; without edits.
  ///   - makeIDs: Makes the identifiers of new records.
  /// - Returns: What would happen.
  /// - Throws: Everything that is wrong in any of the files, at once.
  package static func plan(
    folder: String,
    into existing: ProgramSnapshot,
    as change: Change?,
    makeIDs: inout IDMaker
  ) throws(ImportErrors) -> ImportPlan {
    let files = try ImportFiles(folder: folder)
    var importer = Importer(existing, makeIDs: makeIDs, change: change)
    importer.problems = files.problems
    for columns in ImportTable.Columns.all {
      guard let rows = files.rows[columns.file] else { continue }
      let table = ImportTable(columns, rows, problems: &importer.problems)
      importer.take(table)
    }
    importer.checkTogether()
    guard importer.problems.isEmpty else {
      throw ImportErrors(importer.problems.inFileOrder)
    }
    makeIDs = importer.makeIDs
    return importer.plan
  }
}

/// The files of an import folder, as rows.
private struct ImportFiles {
  private(set) var rows: [String: [CSVRow]] = [:]
  private(set) var problems: [ImportProblem] = []

  init(folder path: String) throws(ImportErrors) {
    let names: [String]
    let folder: Folder
    do throws(StorageError) {
      if path.lowercased().hasSuffix(".csv") {
        let slash = path.lastIndex(of: "/")
        folder = try Folder.open(slash.map { String(path[...$0]) } ?? ".", disk: Disk())
        names = [slash.map { String(path[path.index(after: $0)...]) } ?? path]
      } else {
        folder = try Folder.open(path, disk: Disk())
        names = try folder.names().filter { $0.lowercased().hasSuffix(".csv") }
      }
    } catch {
      throw Self.whole(path, error.message)
    }
    let known = ImportTable.Columns.all.map(\.file)
    guard !names.isEmpty else {
      throw Self.whole(path, "no file to import; there may be \(known.joined(separator: ", "))")
    }
    for name in names {
      if known.contains(name) {
        read(name, in: folder)
      } else {
        fail(name, "no such file is known; there are \(known.joined(separator: ", "))")
      }
    }
  }

  private mutating func read(_ name: String, in folder: Folder) {
    do {
      rows[name] = try CSVReader.read(try folder.read(name), file: name)
    } catch let problem as ImportProblem {
      problems.append(problem)
    } catch let fault as FileFault {
      fail(name, fault.reason)
    } catch {
      fail(name, "it can't be read")
    }
  }

  private mutating func fail(_ file: String, _ message: String) {
    problems.append(ImportProblem(file: file, line: nil, place: .line, message: message))
  }

  private static func whole(_ path: String, _ message: String) -> ImportErrors {
    ImportErrors([ImportProblem(file: path, line: nil, place: .line, message: message)])
  }
}

extension [ImportProblem] {
  /// By file in the order of the table above, then by line.
  fileprivate var inFileOrder: [ImportProblem] {
    let files = ImportTable.Columns.all.map(\.file)
    return enumerated().sorted { left, right in
      let first = (files.firstIndex(of: left.element.file) ?? -1, left.element.line ?? 0)
      let second = (files.firstIndex(of: right.element.file) ?? -1, right.element.line ?? 0)
      return first == second ? left.offset < right.offset : first < second
    }
    .map(\.element)
  }
}
