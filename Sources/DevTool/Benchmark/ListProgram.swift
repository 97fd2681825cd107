import Glibc

/// The bare C list program, built where it is measured.
enum ListProgram {
  /// - Returns: The path of the built program.
  /// - Throws: Where there is no C compiler or no ncurses to build with.
  static func build(in folder: String) throws(ToolError) -> String {
    let source = folder + "/list.c"
    try TextFile.write(String(decoding: PackageResources.list_c_txt, as: UTF8.self), to: source)
    guard system("cc -O2 -o '\(folder)/list' '\(source)' -lncursesw") == 0 else {
      throw ToolError(
        "the C list program can't be built: it wants cc and ncursesw (libncurses-dev)",
        status: 69
      )
    }
    return folder + "/list"
  }
}
