package import Domain

/// Knows what others change in a data folder, from the system's notices and by comparing.
///
/// What this window read or wrote itself is known by the file's mark (inode, size, time), so that an
/// own save is no news. Network folders send no notices: there only comparing finds anything.
package final class FolderWatch {
  private let folder: DataFolder
  private let events: FolderEvents?
  private var paths: [Int32: String] = [:]
  private var watches: [String: Int32] = [:]
  /// The folders that what is in memory came from.
  private(set) var covered: Set<String> = []
  /// Folders that weren't there, or that the system didn't watch, when they were tried last.
  private var unwatchable: Set<String> = []
  /// What may be another file than the one last seen, by folder and name.
  private var changed: [String: Set<String>] = [:]
  /// Folders of which every name has to be compared.
  private var doubtful: Set<String> = []

  package init(_ folder: DataFolder) {
    self.folder = folder
    events = FolderEvents()
  }

  /// What to wait on beside the terminal; nil where the system gives no notices.
  package var descriptor: Int32? { events?.descriptor }

  /// Whether anything is to be looked at.
  package var hasNews: Bool { !changed.isEmpty || !doubtful.isEmpty }

  /// Watches what the data came from, and what of somebody's drafts lies in the folder.
  ///
  /// What was done to a day's folder before it was watched is found by comparing it.
  ///
  /// - Parameters:
  ///   - data: What is in memory.
  ///   - staff: Whose drafts are looked at.
  ///   - most: So many folders are added at once.
  /// - Returns: Whether all are watched; the next call goes on.
  @discardableResult
  package func cover(
    _ data: ProgramData,
    draftsOf staff: StaffID?,
    most: Int = .max
  ) -> Bool {
    let wanted = folder.folders(of: data, draftsOf: staff)
    for path in covered.subtracting(wanted) {
      if let watch = watches.removeValue(forKey: path) {
        paths[watch] = nil
        events?.end(watch)
      }
    }
    covered = wanted
    var left = most
    for path in wanted where watches[path] == nil && !unwatchable.contains(path) {
      guard left > 0 else { return false }
      left -= 1
      watch(path)
    }
    return true
  }

  private func watch(_ path: String) {
    let isGrowing = path.hasPrefix(Layout.drafts)
    let steps = path.split(separator: "/").map { folder.root.diskName(String($0)) }
    let place = ([folder.path] + steps).joined(separator: "/")
    guard let watch = events?.watch(place, growing: isGrowing) else {
      unwatchable.insert(path)
      return
    }
    unwatchable.remove(path)
    watches[path] = watch
    paths[watch] = path
    if path.hasPrefix(Layout.days + "/") { doubtful.insert(path) }
  }

  /// Takes the notices that wait; those about this window's own files are no news.
  package func takeEvents() {
    for event in events?.take() ?? [] {
      if event.isOverflow { doubtful = covered }
      guard let path = paths[event.watch] else { continue }
      if event.isEnd {
        paths[event.watch] = nil
        watches[path] = nil
        doubtful.insert(path)
        continue
      }
      guard let name = event.name, !Layout.isTemporary(name) else { continue }
      note(folder.root.seal?.names.plain(name) ?? name, in: path)
    }
  }

  private func note(_ name: String, in path: String) {
    let below = path.isEmpty ? name : path + "/" + name
    // A folder that is new, or the files in one that is.
    if covered.contains(below) {
      if watches[below] == nil { watch(below) }
      doubtful.insert(below)
      return
    }
    guard mark(of: name, in: path) != folder.memory.seen[below] || !isRecord(path) else { return }
    changed[path, default: []].insert(name)
  }

  /// Drafts are known by whoever writes them, not by their marks.
  private func isRecord(_ path: String) -> Bool { !path.hasPrefix(Layout.drafts) }

  private func mark(of name: String, in path: String) -> FileMark? {
    var problems: [RecordProblem] = []
    return folder.openFolder(path, problems: &problems)?.facts(of: name)?.mark
  }

  /// Has everything compared with what was last seen of it: once a minute, and when asked.
  package func doubtEverything() {
    doubtful = covered
    for path in covered where watches[path] == nil { watch(path) }
  }

  /// Reads again what others changed.
  ///
  /// - Parameters:
  ///   - data: Takes it in; what of it can't be used stays as it was, with a problem.
  ///   - isOwn: Whether a draft is written in this window.
  ///   - most: So many folders are compared at once; `hasNews` tells whether there are more.
  /// - Returns: What came of it.
  package func look(
    into data: inout ProgramData,
    isOwn: (NoteDocument) -> Bool,
    most: Int = .max
  ) -> FolderNews {
    var names = changed
    let compared = doubtful.prefix(most)
    let seen = compared.isEmpty ? [:] : seenNames
    for path in compared {
      if path == Layout.clients {
        names[path] = unknownClients(in: data)
      } else {
        for name in differing(in: path, seen[path] ?? []) { names[path, default: []].insert(name) }
      }
    }
    changed = [:]
    doubtful.subtract(compared)
    var again = ReadingAgain(folder, data)
    for (path, names) in names.sorted(by: { $0.key < $1.key }) {
      for name in names.sorted() { again.sort(name, in: path, isOwn: isOwn) }
    }
    let news = again.read(into: &data)
    return news
  }

  /// The names in a folder whose files aren't those last seen, and those whose files are gone.
  private func differing(in path: String, _ seen: [String]) -> [String] {
    var problems: [RecordProblem] = []
    guard let open = folder.openFolder(path, problems: &problems) else { return [] }
    var names: [String] = []
    let found = folder.recordNames(in: open, problems: &problems) { !Layout.isTemporary($0) }
    for name in found {
      guard let facts = open.facts(of: name), facts.type == .plain else { continue }
      let below = open.pathOf(name)
      if facts.mark != folder.memory.seen[below] { names.append(name) }
      if !isRecord(path) { folder.memory.seen[below] = facts.mark }
    }
    let there = Set(found)
    return names + seen.filter { !there.contains($0) }
  }

  /// The names of the files that were seen, by their folder.
  private var seenNames: [String: [String]] {
    var names: [String: [String]] = [:]
    for path in folder.memory.seen.keys {
      guard let slash = path.lastIndex(of: "/") else { continue }
      names[String(path[..<slash]), default: []].append(String(path[path.index(after: slash)...]))
    }
    return names
  }

  private func unknownClients(in data: ProgramData) -> Set<String> {
    var problems: [RecordProblem] = []
    let ids = folder.clientIDs(problems: &problems)
    return Set(ids.filter { data.kept($0) == nil }.map(\.rawValue))
  }
}

extension DataFolder {
  /// The folders that what is in memory was read from.
  fileprivate func folders(of data: ProgramData, draftsOf staff: StaffID?) -> Set<String> {
    var folders: Set<String> = [
      Layout.days, Layout.staff, Layout.groups, Layout.clients, "settings", Layout.templates,
    ]
    for first in data.weeks.keys {
      folders.formUnion(data.weekDays(from: first).map(Layout.dayFolder))
    }
    for client in Array(data.clients.keys) + Array(data.withdrawn.clients.keys) {
      let path = Layout.clientFolder(client)
      folders.formUnion([path, path + "/episodes", path + "/plans", path + "/follow-ups"])
    }
    if let staff { folders.formUnion([Layout.drafts, Layout.draftFolder(staff)]) }
    return folders
  }
}
