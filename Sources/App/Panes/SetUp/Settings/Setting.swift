package import Domain

/// One of the program's rules that can be set: what it means, and within which bounds.
package struct Setting: Sendable {
  /// Its stable name, as the files have it.
  package let name: String
  package let title: String
  package let meaning: String
  /// The rule it comes from.
  package let source: String
  let value: SettingValue
  /// What it is listed under.
  package private(set) var group = SettingGroup.hours

  init(
    _ name: String,
    _ title: String,
    _ source: String,
    _ value: SettingValue,
    _ meaning: String
  ) {
    self.name = name
    self.title = title
    self.meaning = meaning
    self.source = source
    self.value = value
  }

  private func listed(under group: SettingGroup) -> Setting {
    var setting = self
    setting.group = group
    return setting
  }

  /// What it is in a rule set, as it is typed: "540", "off", "yes".
  package func words(in rules: RuleSet) -> String { value.words(in: rules) }

  /// Whether anybody may set it.
  package var canChange: Bool { if case .fixed = value { false } else { true } }

  package var standard: String { words(in: .standard) }

  /// The standard as it is said.
  package var saidStandard: String { value.said(standard) }

  /// "360-1140", "0-60 or off", "yes, no".
  package var allowed: String { value.said(value.allowed) }

  /// Puts a typed value in.
  ///
  /// - Returns: Whether it is one of those that are allowed.
  func set(_ text: String, in rules: inout RuleSet) -> Bool { value.set(text, in: &rules) }

  /// Group by group, as they are listed.
  package static let all: [Setting] = SettingGroup.allCases.flatMap { group in
    group.settings.map { $0.listed(under: group) }
  }

  package static func named(_ name: String) -> Setting? { all.first { $0.name == name } }
}
