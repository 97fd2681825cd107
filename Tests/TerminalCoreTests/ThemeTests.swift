import FoundationEssentials
import Testing

@testable import TerminalCore

/// The shape of a theme file, for the reader of these tests alone.
private struct ThemeFile: Decodable {
  struct RoleEntry: Decodable {
    var foreground, background, attributes: String?
    var foreground16, background16, foreground8, background8: String?
  }
  var name: String
  var borders: String
  var roles: [String: RoleEntry]

  var description: ThemeDescription {
    ThemeDescription(
      name: name,
      borders: borders,
      roles: roles.mapValues {
        RoleDescription(
          foreground: $0.foreground,
          background: $0.background,
          attributes: $0.attributes,
          foreground16: $0.foreground16,
          background16: $0.background16,
          foreground8: $0.foreground8,
          background8: $0.background8
        )
      }
    )
  }
}

private func bundled(_ name: String) throws -> ThemeDescription {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let path = folder.deletingLastPathComponent().appending(path: "Themes/\(name).plist")
  return try PropertyListDecoder().decode(ThemeFile.self, from: Data(contentsOf: path)).description
}

@Suite struct `Bundled themes` {
  @Test(arguments: ["night", "day", "high-contrast", "mono"])
  func `load without a problem and name every role`(name: String) throws {
    let description = try bundled(name)
    #expect(Theme.make(description).problems == [])
    #expect(Set(description.roles.keys) == Set(Role.allCases.map(\.name)))
  }

  @Test(arguments: [("night", 4.5), ("day", 4.5), ("high-contrast", 7)])
  func `have enough contrast in every role`(name: String, least: Double) throws {
    let theme = try Theme.make(bundled(name)).theme
    for role in Role.allCases {
      let contrast = try #require(theme.contrast(role, at: .colors256), "\(role)")
      #expect(contrast >= least, "\(role)")
    }
  }

  @Test(arguments: ["night", "day", "high-contrast"])
  func `put no colour on itself at any depth`(name: String) throws {
    let theme = try Theme.make(bundled(name)).theme
    for role in Role.allCases {
      for depth in [ColorDepth.colors8, .colors16, .colors256] {
        let style = theme.style(role, at: depth)
        #expect(style.foreground != style.background, "\(role) \(depth)")
        #expect(style.background != nil, "\(role) \(depth)")
      }
      #expect(theme.style(role, at: .mono).foreground == nil)
    }
  }

  @Test func `fit the pairs of a small terminal`() throws {
    for name in ["night", "day", "high-contrast"] {
      let theme = try Theme.make(bundled(name)).theme
      for depth in ColorDepth.allCases {
        let pairs = Set(
          Role.allCases.map { role in
            [theme.style(role, at: depth).foreground, theme.style(role, at: depth).background]
          }
        )
        #expect(pairs.count < 60)
      }
    }
  }
}

@Suite struct `A theme file` {
  @Test func `with three roles is complete through the parents`() {
    let (theme, problems) = Theme.make(
      ThemeDescription(
        name: "Mine",
        roles: [
          "text": RoleDescription(foreground: "#d0d0d0", background: "#000000"),
          "selected": RoleDescription(background: "#005f87"),
          "error": RoleDescription(foreground: "bright-red", attributes: "bold"),
          "question": RoleDescription(attributes: "reverse"),
        ]
      )
    )
    #expect(problems == [])
    let absent = theme.style(.markAbsent, at: .colors256)
    #expect(absent == theme.style(.error, at: .colors256))
    #expect(absent.background == ThemeColor(index: 16))
    #expect(theme.style(.error, at: .colors8).foreground == ThemeColor(index: 1))
    #expect(theme.style(.selectedUnfocused, at: .colors256).background == ThemeColor(index: 24))
    #expect(theme.style(.selected, at: .mono).attributes == .reverse)
  }

  @Test func `is told what is wrong with it`() {
    let (_, problems) = Theme.make(
      ThemeDescription(
        name: "Broken",
        borders: "thick",
        roles: [
          "text": RoleDescription(foreground: "#505050", background: "#000000"),
          "mark.late": RoleDescription(foreground: "gren", attributes: "blink"),
          "tilte": RoleDescription(foreground: "red"),
        ]
      )
    )
    #expect(
      problems.filter { $0.severity == .error }.map(\.message).prefix(3) == [
        "borders can be line, ascii or none, not “thick”",
        "role “mark.late” has no such colour “gren”",
        "role “mark.late” has no such attribute “blink”",
      ]
    )
    let warnings = problems.filter { $0.severity == .warning }.map(\.message)
    #expect(warnings.contains("there is no role “tilte”"))
    #expect(warnings.contains("role “text” has a contrast of 2.5, less than 4.5"))
    #expect(problems.contains { $0.message == "role “question” looks like “text” in 8 colours" })
  }

  @Test func `can give the colours of a coarser palette by hand`() {
    let theme = Theme.make(
      ThemeDescription(
        name: "Hand",
        roles: [
          "text": RoleDescription(
            foreground: "#ff0000",
            background: "terminal",
            foreground16: "bright-blue"
          )
        ]
      )
    ).theme
    #expect(theme.style(.text, at: .colors256).foreground == ThemeColor(index: 196))
    #expect(theme.style(.text, at: .colors16).foreground == ThemeColor(index: 12))
    #expect(theme.style(.text, at: .colors8).foreground == ThemeColor(index: 4))
    #expect(theme.style(.text, at: .colors256).background == nil)
  }

  @Test func `whose two colours fall together stays readable`() {
    let theme = Theme.make(
      ThemeDescription(
        name: "Dark",
        roles: ["text": RoleDescription(foreground: "#303030", background: "#080808")]
      )
    ).theme
    #expect(theme.style(.text, at: .colors8).foreground == ThemeColor(index: 7))
  }

  @Test func `every role has a name and a letter of its own`() {
    #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    #expect(Role.allCases.allSatisfy { Role(name: $0.name) == $0 })
  }

  @Test func `contrast is that of the standard`() {
    let black = Palette.RGB(0, 0, 0)
    let white = Palette.RGB(255, 255, 255)
    #expect(abs(Palette.contrast(black, white) - 21) < 0.001)
    #expect(abs(Palette.contrast(white, Palette.RGB(118, 118, 118)) - 4.54) < 0.01)
  }
}
