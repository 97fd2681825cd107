import Glibc

/// A folder of a test's own, removed when the test is over.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/caseload-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "" }
      return String(cString: made)
    }
  }

  deinit { Self.remove(path) }

  static func remove(_ path: String) {
    for name in TestFile.names(in: path) { remove(path + "/" + name) }
    Glibc.remove(path)
  }
}

/// Plain reading and writing of files, apart from the code that is tested.
enum TestFile {
  static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func write(_ bytes: some Collection<UInt8>, to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let bytes = Array(bytes)
    fwrite(bytes, 1, bytes.count, file)
  }

  /// What is in a folder; nothing for anything else, links among it.
  static func names(in folder: String) -> [String] {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    guard descriptor >= 0, let stream = fdopendir(descriptor) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// All files below a folder, in order, as paths below it.
  static func all(in folder: String, below path: String = "") -> [String] {
    let here = path.isEmpty ? folder : folder + "/" + path
    let names = names(in: here)
    guard !names.isEmpty || path.isEmpty else { return isFolder(here) ? [] : [path] }
    return names.flatMap { all(in: folder, below: path.isEmpty ? $0 : path + "/" + $0) }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
