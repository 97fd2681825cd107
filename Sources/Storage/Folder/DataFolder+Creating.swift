package import Domain
import Glibc

extension DataFolder {
  /// Makes a folder for a program and writes everything of a snapshot into it.
  ///
  /// `program.plist` comes last: a folder that was cut off while it was made holds no program, and
  /// the next attempt takes its place.
  ///
  /// - Parameters:
  ///   - path: A folder that is empty or isn't there yet.
  ///   - snapshot: What to write.
  ///   - durable: Whether everything is brought to disk before this returns.
  ///   - now: When the records were made.
  /// - Returns: The folder, open.
  /// - Throws: `notEmpty` for a folder with anything in it, `noZone` where the system doesn't know
  ///   the program's zone, `badIdentifier`, `disk`.
  package static func create(
    at path: String,
    snapshot: ProgramSnapshot,
    durable: Bool,
    now: Instant
  ) throws(StorageError) -> DataFolder {
    try create(at: path, snapshot: snapshot, options: CreateOptions(durable: durable, now: now))
  }

  static func create(
    at path: String,
    snapshot: ProgramSnapshot,
    options: CreateOptions
  ) throws(StorageError) -> DataFolder {
    try snapshot.checkIdentifiers()
    _ = try SystemZone.load(snapshot.program.zone.identifier)
    try makeFolders(to: path)
    let root = try Folder.open(path, disk: options.disk)
    try clear(root, path: path)
    // An empty folder may have been made open to others; where it isn't ours, a start says so.
    fchmod(root.descriptor, 0o700)
    if let entry = options.entry { root.seal = entry.seal(watching: root) }
    try root.write([], toNew: Layout.unfinished, isSynced: options.durable)
    for name in Layout.folders { _ = try root.madeFolder(name, isSynced: false) }
    var writer = BulkWriter(
      root: root,
      stamp: SaveStamp(at: options.now, by: nil),
      today: snapshot.program.zone.date(of: options.now)
    )
    try writer.write(snapshot)
    if let entry = options.entry {
      let envelope = Envelope(new: entry.place, at: .earliest, by: nil)
      let bytes = try accessFile(entry.access.record, envelope)
      try writer.write(bytes, in: entry.place.folder, toNew: entry.place.name)
    }
    if options.durable { try root.syncEverything() }
    let place = RecordPlace.program(snapshot.program.id)
    let envelope = Envelope(new: place, at: options.now, by: nil)
    let bytes = try root.file(
      of: ProgramRecord(snapshot.program),
      envelope: envelope,
      at: place
    )
    if options.durable {
      try root.replace(place.name, with: bytes)
    } else {
      try root.write(bytes, toNew: place.name, isSynced: false)
    }
    try root.remove(Layout.unfinished)
    return try open(root, path: path, entry: options.entry)
  }

  /// Makes the folders of a path that aren't there yet.
  static func makeFolders(to path: String) throws(StorageError) {
    var walked = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      walked += (walked.isEmpty || walked.hasSuffix("/") ? "" : "/") + part
      guard mkdir(walked, 0o700) == 0 || errno == EEXIST else {
        throw .disk(.create, path: walked, errno: errno)
      }
    }
  }

  /// Refuses a folder with anything in it, but for one that was cut off while it was made.
  private static func clear(_ root: Folder, path: String) throws(StorageError) {
    let names = try root.names()
    guard !names.isEmpty else { return }
    guard names.contains(Layout.unfinished), !names.contains(Layout.program),
      names.allSatisfy({
        Layout.folders.contains($0) || Layout.isTemporary($0) || $0 == Layout.unfinished
      })
    else { throw .notEmpty(path) }
    for name in names { try root.removeTree(name) }
  }
}

/// How a folder is made.
struct CreateOptions {
  var durable: Bool
  var now: Instant
  var disk = Disk()
  /// The first way in; nil makes a plain program.
  var entry: Entry?
}
