import Glibc

/// The system's `tar`, run to its end.
///
/// Archives are its plain format, so that one can be read where this program isn't.
enum Tar {
  /// Writes the archive of a folder; the file isn't there yet.
  static func create(_ archive: String, of folder: String) throws(StorageError) {
    // What is made is for its owner alone.
    let mask = umask(0o077)
    defer { umask(mask) }
    let status = try run([
      "--create", "--gzip", "--format=posix", "--numeric-owner", "--owner=0", "--group=0",
      "--force-local", "--file=" + archive, "--directory=" + folder, ".",
    ])
    guard status == 0 else { throw .backup(.notWritten(archive, status: status)) }
  }

  /// Whether an archive holds what a folder holds.
  static func isSame(_ archive: String, as folder: String) throws(StorageError) -> Bool {
    try run(["--compare", "--force-local", "--file=" + archive, "--directory=" + folder]) == 0
  }

  /// Takes everything out of an archive into an empty folder; names that lead out of it are refused
  /// by `tar` itself.
  static func extract(_ archive: String, to folder: String) throws(StorageError) -> Bool {
    let mask = umask(0o077)
    defer { umask(mask) }
    return try run([
      "--extract", "--no-same-owner", "--no-same-permissions", "--force-local",
      "--file=" + archive, "--directory=" + folder,
    ]) == 0
  }

  /// - Returns: The status it ended with; 128 and more after a signal.
  private static func run(_ arguments: [String]) throws(StorageError) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    let words = strings([name] + arguments)
    let environment = strings(["PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C"])
    defer { for word in words + environment { free(word) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, name, &actions, nil, words, environment)
    guard code == 0 else {
      throw code == ENOENT ? .backup(.noTar) : .disk(.open, path: name, errno: code)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .disk(.read, path: name, errno: errno) }
    }
    let signal = status & 0x7F
    let ended = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    // What posix_spawnp couldn't start says so with this status.
    if ended == 127 { throw .backup(.noTar) }
    return ended
  }

  private static let name = "tar"

  /// As C wants a list of words: each for the caller to free, nil at the end.
  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
