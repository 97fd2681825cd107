/// Where a person's own files lie.
package enum PersonPath {
  /// The program's folder in one of the base directories of a person.
  ///
  /// - Parameters:
  ///   - variable: Names the directory, such as `XDG_CONFIG_HOME`.
  ///   - place: Where in the home folder it is by right.
  ///   - environment: The value of a variable; nil where it isn't set.
  /// - Returns: Nil where neither the variable nor `HOME` is set to an absolute path.
  /// - Source: XDG Base Directory Specification; a relative path is to be ignored.
  package static func folder(
    _ variable: String,
    orInHome place: String,
    _ environment: (String) -> String?
  ) -> String? {
    if let base = environment(variable), base.hasPrefix("/") { return base + "/caseload" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/" + place + "/caseload"
  }
}
