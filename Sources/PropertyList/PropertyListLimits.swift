/// What a property list may be at most, so that no file can exhaust memory or stack.
package enum PropertyListLimits {
  /// Bytes of a file.
  package static let size = 8 * 1_048_576

  /// Arrays and dictionaries inside one another, the outermost counted.
  package static let depth = 32
}
