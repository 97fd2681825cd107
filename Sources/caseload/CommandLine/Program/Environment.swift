import Glibc

/// The variables that the program was started with.
enum Environment {
  /// Nil where the variable isn't set, or is empty.
  static func value(_ name: String) -> String? {
    guard let text = getenv(name) else { return nil }
    let value = String(cString: text)
    return value.isEmpty ? nil : value
  }
}
