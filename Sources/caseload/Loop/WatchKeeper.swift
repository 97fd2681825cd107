import App
import Domain
import Storage
import Terminal
import TerminalCore

/// Watches the data folder for what others do there, and says when to look.
///
/// Notices that come close together are looked at together: an import of a thousand files is a few
/// looks, not a thousand.
final class WatchKeeper {
  private var watch: FolderWatch?
  private var basis: Basis?
  /// The first and the last notice that nobody has looked at.
  private var noticed: (first: MonotonicTime, last: MonotonicTime)?
  private var comparedAt = EventLoop.now

  /// What the watched folders follow from.
  private struct Basis: Equatable {
    var weeks: Int
    var clients: Int
    var staff: StaffID?

    init(_ state: AppState) {
      weeks = state.data.weeks.count
      clients = state.data.clients.count
      staff = state.staffID
    }
  }

  /// So long after the last notice it is looked, and so long after the first at the latest.
  private static let quietMilliseconds = 50
  private static let longestMilliseconds = 800
  /// So many folders are taken up, or compared, between two keys.
  private static let foldersAtOnce = 100
  /// So often everything is compared, since network folders give no notices.
  private static let compareMilliseconds = 60_000

  /// What to wait on beside the terminal.
  var descriptors: [Int32] { watch?.descriptor.map { [$0] } ?? [] }

  /// Whether other folders are to be watched than are.
  func isBehind(_ state: AppState) -> Bool { state.folder == .open && basis != Basis(state) }

  /// Watches what the state's data came from.
  ///
  /// - Parameters:
  ///   - state: What is on the screen.
  ///   - folder: Nil where nobody else can have the program open.
  func cover(_ state: AppState, in folder: DataFolder?) {
    guard let folder else { return basis = Basis(state) }
    let watch = self.watch ?? FolderWatch(folder)
    self.watch = watch
    let isWhole = watch.cover(state.data, draftsOf: state.staffID, most: Self.foldersAtOnce)
    basis = isWhole ? Basis(state) : nil
    if watch.hasNews { notice() }
  }

  /// Watches nothing any more; another program, or the same one opened anew, is watched afresh.
  func forget() {
    watch = nil
    basis = nil
    noticed = nil
  }

  /// Takes the notices that wait.
  func takeNotices() {
    watch?.takeEvents()
    if watch?.hasNews == true { notice() }
  }

  /// Compares everything at the next look, which is due.
  func compare() {
    guard let watch else { return }
    comparedAt = EventLoop.now
    watch.doubtEverything()
    noticed = (.distantPast, .distantPast)
  }

  private func notice() {
    let now = EventLoop.now
    noticed = (noticed?.first ?? now, now)
  }

  /// When to wake at the latest; nil for never.
  var deadline: MonotonicTime? {
    guard watch != nil else { return nil }
    let compare = comparedAt + Self.compareMilliseconds
    guard let noticed else { return compare }
    return min(
      compare,
      noticed.last + Self.quietMilliseconds,
      noticed.first + Self.longestMilliseconds
    )
  }

  /// Looks, if it is due.
  ///
  /// - Returns: The data with what others did, and what came of it; nil where nothing is due.
  func look(
    _ state: AppState,
    isOwn: (NoteDocument) -> Bool
  ) -> (data: ProgramData, news: FolderNews)? {
    guard let watch, let deadline, EventLoop.now >= deadline else { return nil }
    if EventLoop.now >= comparedAt + Self.compareMilliseconds { compare() }
    noticed = nil
    var data = state.data
    let news = watch.look(into: &data, isOwn: isOwn, most: Self.foldersAtOnce)
    if watch.hasNews { noticed = (.distantPast, .distantPast) }
    return (data, news)
  }
}

extension MonotonicTime {
  fileprivate static let distantPast = MonotonicTime(milliseconds: 0)
}
