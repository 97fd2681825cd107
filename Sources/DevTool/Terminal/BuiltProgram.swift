import Glibc

/// The program that was built beside this tool.
enum BuiltProgram {
  /// - Parameter named: A path that was given instead; nil looks beside the tool.
  /// - Returns: The path of a program that is there.
  /// - Throws: What to do where there is none.
  static func path(_ named: String?) throws(ToolError) -> String {
    let path = named ?? beside("caseload")
    guard access(path, X_OK) == 0 else {
      throw ToolError(
        "there is no program at \(path): build it first with "
          + "swift build --product caseload (and -c release to measure it), or say --program PATH",
        status: 66
      )
    }
    return path
  }

  /// The path of this tool.
  static var own: String {
    var bytes = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &bytes, bytes.count - 1)
    return String(
      decoding: bytes.prefix(max(0, count)).map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
  }

  private static func beside(_ name: String) -> String {
    own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/" + name
  }
}
