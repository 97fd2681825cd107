package import Domain

/// Which files are to be taken in, in whose name and when.
package struct ImportRequest: Sendable {
  private let path: String
  private let change: Change?
  private let seed: UInt64

  /// - Parameters:
  ///   - path: The folder, or one file.
  ///   - staff: Who does it; nil leaves the histories of changed records alone.
  ///   - now: When.
  ///   - order: The least order of the change, in milliseconds since 1970.
  package init(_ path: String, by staff: StaffID?, at now: Instant, order: Int) {
    self.path = path
    seed = .random(in: .min ... .max)
    var ids = IDMaker(seed: seed)
    let id: ChangeID = ids.next(.change)
    change = staff.map {
      Change(id: id, order: order, at: now, by: $0, reason: Change.importReason, edits: [])
    }
  }

  /// What it would do; the same each time, as long as files and program are.
  package func plan(into existing: ProgramSnapshot) throws(ImportErrors) -> ImportPlan {
    var ids = IDMaker(seed: seed)
    let _: ChangeID = ids.next(.change)
    var change = change
    let least = ProgramData(standing: existing).highestOrder + 1
    if let order = change?.order, order < least { change?.order = least }
    return try ProgramImport.plan(folder: path, into: existing, as: change, makeIDs: &ids)
  }
}
