/// A theme as its file says it, nothing checked yet.
package struct ThemeDescription: Equatable, Sendable {
  package var name: String
  /// `line`, `ascii` or `none`.
  package var borders: String
  /// By the role's name in theme files.
  package var roles: [String: RoleDescription]

  package init(name: String, borders: String = "line", roles: [String: RoleDescription] = [:]) {
    self.name = name
    self.borders = borders
    self.roles = roles
  }
}

/// How a theme file describes one role; what is nil comes from the parent role.
///
/// A colour is a name (`red`, `bright-blue`), a number of the palette, `#rrggbb`, or `terminal`
/// for the terminal's own. Attributes are words separated by spaces; `plain` for none.
package struct RoleDescription: Equatable, Sendable {
  package var foreground: String?
  package var background: String?
  package var attributes: String?
  package var foreground16: String?
  package var background16: String?
  package var foreground8: String?
  package var background8: String?

  package init(
    foreground: String? = nil,
    background: String? = nil,
    attributes: String? = nil,
    foreground16: String? = nil,
    background16: String? = nil,
    foreground8: String? = nil,
    background8: String? = nil
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.foreground16 = foreground16
    self.background16 = background16
    self.foreground8 = foreground8
    self.background8 = background8
  }
}
