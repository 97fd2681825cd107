import PropertyList
package import TerminalCore

/// Reads theme files: property lists that a person may write.
///
/// ```text
/// name      what the list of themes says
/// borders   line, ascii or none; line where it isn't given
/// roles     for each role a dictionary: foreground, background, attributes, and for fewer colours
///           foreground16, background16, foreground8, background8
/// ```
///
/// The names of roles and colours are checked when a theme is made of the description.
package enum ThemeFile {
  /// Reads a theme file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: What the sentence about a problem calls the file.
  /// - Returns: What the file says.
  /// - Throws: The line and what is wrong with it.
  package static func read(bytes: [UInt8], name: String) throws(ThemeFileError) -> ThemeDescription
  {
    do throws(PropertyListError) {
      let node = try PropertyListReader.read(bytes, mode: .lenient)
      var fields = try PropertyListFields(node)
      var theme = ThemeDescription(name: try fields.optionalString("name") ?? name)
      if let borders = try fields.optionalString("borders") { theme.borders = borders }
      if let roles = fields.optionalNode("roles") {
        var inner = try PropertyListFields(roles)
        for role in inner.keys {
          theme.roles[role] = try inner.dictionary(role, of: RoleDescription.init(stored:))
        }
      }
      try fields.finish()
      return theme
    } catch {
      throw ThemeFileError(name: name, line: error.line, problem: error.description)
    }
  }
}

/// A theme file that can't be read.
package struct ThemeFileError: Error, Equatable, Sendable {
  package var name: String
  package var line: Int
  package var problem: String

  /// What happened, what stays, and what to do.
  package var message: String {
    "The theme \(name) can't be used: \(problem). The theme in use stays. "
      + "Correct the file, then choose it again."
  }
}

extension RoleDescription {
  fileprivate init(stored fields: inout PropertyListFields) throws(PropertyListError) {
    self.init(
      foreground: try fields.optionalString("foreground"),
      background: try fields.optionalString("background"),
      attributes: try fields.optionalString("attributes"),
      foreground16: try fields.optionalString("foreground16"),
      background16: try fields.optionalString("background16"),
      foreground8: try fields.optionalString("foreground8"),
      background8: try fields.optionalString("background8")
    )
  }
}
