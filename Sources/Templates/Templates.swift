/// The templates and phrases bundled with the program, as bytes.
package enum BundledTemplates {
  /// By the name of the file without its ending, which is the template's id.
  package static let all: [(name: String, bytes: [UInt8])] = [
    ("dap", PackageResources.dap_plist),
    ("soap", PackageResources.soap_plist),
    ("birp", PackageResources.birp_plist),
    ("girp", PackageResources.girp_plist),
    ("pirp", PackageResources.pirp_plist),
    ("narrative", PackageResources.narrative_plist),
    ("group", PackageResources.group_plist),
    ("group-shared", PackageResources.group_shared_plist),
    ("no-show", PackageResources.no_show_plist),
    ("administrative", PackageResources.administrative_plist),
  ]

  package static let phrases = PackageResources.phrases_plist
}
