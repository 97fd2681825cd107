/// The theme files bundled with the program, as bytes.
package enum BundledThemes {
  package static let all: [(name: String, bytes: [UInt8])] = [
    ("night", PackageResources.night_plist),
    ("day", PackageResources.day_plist),
    ("high-contrast", PackageResources.high_contrast_plist),
    ("mono", PackageResources.mono_plist),
  ]
}
