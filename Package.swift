// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let pure = strict + [.strictMemorySafety()]
let mainActor = strict + [.defaultIsolation(MainActor.self)]

/// A release brings the Swift library along and lies at a fixed address: nothing to load and nothing
/// to relocate was half of the start.
let quickStart = LinkerSetting.unsafeFlags(
  [
    "-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections", "-lswiftSynchronization",
    "-Xclang-linker",
    "-no-pie", "-Xlinker", "-s",
  ],
  .when(platforms: [.linux], configuration: .release)
)

let package = Package(
  name: "Caseload",
  products: [.executable(name: "caseload", targets: ["caseload"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .target(name: "CSpelling"),
    .target(name: "TerminalCore", swiftSettings: pure),
    .target(
      name: "Terminal",
      dependencies: ["CNcurses", "TerminalCore"],
      swiftSettings: mainActor
    ),
    .target(name: "PropertyList", swiftSettings: pure),
    .target(name: "Domain", exclude: ["README.md"], swiftSettings: pure),
    .target(
      name: "Storage",
      dependencies: [
        "Domain", "PropertyList", "Reports", "Templates", "TerminalCore",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      exclude: ["README.md"],
      swiftSettings: strict
    ),
    .target(name: "Reports", dependencies: ["Domain", "TerminalCore"], swiftSettings: pure),
    .target(name: "App", dependencies: ["Domain", "Reports", "TerminalCore"], swiftSettings: pure),
    .target(name: "UI", dependencies: ["App", "Domain", "TerminalCore"], swiftSettings: pure),
    .target(
      name: "Themes",
      path: "Themes",
      exclude: ["README.md"],
      resources: [
        .embedInCode("night.plist"), .embedInCode("day.plist"),
        .embedInCode("high-contrast.plist"), .embedInCode("mono.plist"),
      ],
      swiftSettings: pure
    ),
    .target(
      name: "Templates",
      exclude: ["README.md"],
      resources: [
        .embedInCode("dap.plist"), .embedInCode("soap.plist"), .embedInCode("birp.plist"),
        .embedInCode("girp.plist"), .embedInCode("pirp.plist"), .embedInCode("narrative.plist"),
        .embedInCode("group.plist"), .embedInCode("group-shared.plist"),
        .embedInCode("no-show.plist"), .embedInCode("administrative.plist"),
        .embedInCode("phrases.plist"),
      ],
      swiftSettings: pure
    ),
    .target(
      name: "Spelling",
      dependencies: ["CSpelling"],
      resources: [.embedInCode("field-words.txt")],
      swiftSettings: strict
    ),
    .target(name: "SampleData", dependencies: ["Domain"], swiftSettings: pure),
    .executableTarget(
      name: "caseload",
      dependencies: [
        "Terminal", "TerminalCore", "Storage", "UI", "App", "Domain", "Reports", "Themes",
        "SampleData", "PropertyList", "Spelling",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: mainActor,
      linkerSettings: [quickStart]
    ),
    .target(name: "CPseudoTerminal"),
    .executableTarget(
      name: "DevTool",
      dependencies: [
        "CPseudoTerminal", "TerminalCore", "Storage", "UI", "App", "Domain", "Themes",
        "SampleData", "PropertyList", "Templates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Benchmark/list.c.txt")],
      swiftSettings: mainActor
    ),
    .target(
      name: "Support",
      dependencies: ["Domain", "App", "UI", "TerminalCore", "SampleData"],
      path: "Tests/Support",
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalCoreTests",
      dependencies: ["TerminalCore"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "TerminalCore", "CNcurses"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PropertyListTests",
      dependencies: ["PropertyList"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DomainTests",
      dependencies: ["Domain", "SampleData", "Support"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "Domain", "PropertyList", "SampleData", "Support", "Templates", "Themes",
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SpellingTests",
      dependencies: ["Spelling", "Support"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "AppTests",
      dependencies: ["App", "Domain", "Reports", "SampleData", "Support", "TerminalCore"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "UITests",
      dependencies: ["UI", "App", "Domain", "SampleData", "Support", "TerminalCore", "Themes"],
      exclude: ["Screens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Domain", "SampleData", "Support"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SampleDataTests",
      dependencies: ["SampleData", "Domain", "Support"],
      swiftSettings: strict
    ),
  ]
)
