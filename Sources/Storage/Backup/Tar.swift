import Glibc

/// The system's `tar`, run to its end.
///
/// Archives are its plain format, so that one can be read where this program isn't.
enum Tar {
  /// Writes the archive of a folder; the file isn't there yet.
  ///
  /// - Throws: `backup`; `stopped` where it was ended since `stops` said so, as all of these.
  static func create(
    _ archive: String,
    of folder: String,
    stops: () -> Bool
  ) throws(StorageError) {
    // What is made is for its owner alone.
    let mask = umask(0o077)
    defer { umask(mask) }
    let status = try run(
      [
        "--create", "--gzip", "--format=posix", "--numeric-owner", "--owner=0", "--group=0",
        "--force-local", "--file=" + archive, "--directory=" + folder, ".",
      ],
      stops: stops
    )
    guard status == 0 else { throw .backup(.notWritten(archive, status: status)) }
  }

  /// Whether an archive holds what a folder holds.
  static func isSame(
    _ archive: String,
    as folder: String,
    stops: () -> Bool
  ) throws(StorageError) -> Bool {
    let arguments = ["--compare", "--force-local", "--file=" + archive, "--directory=" + folder]
    return try run(arguments, stops: stops) == 0
  }

  /// Takes everything out of an archive into an empty folder; names that lead out of it are refused
  /// by `tar` itself.
  static func extract(
    _ archive: String,
    to folder: String,
    stops: () -> Bool
  ) throws(StorageError) -> Bool {
    let mask = umask(0o077)
    defer { umask(mask) }
    return try run(
      [
        "--extract", "--no-same-owner", "--no-same-permissions", "--force-local",
        "--file=" + archive, "--directory=" + folder,
      ],
      stops: stops
    ) == 0
  }

  /// - Returns: The status it ended with; 128 and more after a signal.
  private static func run(
    _ arguments: [String],
    stops: () -> Bool
  ) throws(StorageError) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let words = strings([name] + arguments)
    let environment = strings(["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C"])
    defer { for word in words + environment { free(word) } }
    // A group of its own, so that what packs for it ends with it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var process: pid_t = 0
    let code = posix_spawnp(&process, name, &actions, &attributes, words, environment)
    guard code == 0 else {
      throw code == ENOENT ? .backup(.noTar) : .disk(.open, path: name, errno: code)
    }
    let status = try wait(for: process, stops: stops)
    let signal = status & 0x7F
    let ended = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    // What posix_spawnp couldn't start says so with this status.
    if ended == 127 { throw .backup(.noTar) }
    return ended
  }

  /// - Returns: As `waitpid` has it.
  private static func wait(for process: pid_t, stops: () -> Bool) throws(StorageError) -> Int32 {
    var status: Int32 = 0
    var pause: Int32 = 1
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status }
      guard ended == 0 || errno == EINTR else { throw .disk(.read, path: name, errno: errno) }
      if stops() {
        // It may hold back the gentler ones, as this process does.
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        throw .backup(.stopped)
      }
      poll(nil, 0, pause)
      pause = min(20, 2 * pause)
    }
  }

  private static let name = "tar"

  /// As C wants a list of words: each for the caller to free, nil at the end.
  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
