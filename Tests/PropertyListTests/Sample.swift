import PropertyList

/// Property lists to try things with.
enum Sample {
  static let headerLines = [
    #"<?xml version="1.0" encoding="UTF-8"?>"#,
    #"<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "#
      + #""http://www.apple.com/DTDs/PropertyList-1.0.dtd">"#,
    #"<plist version="1.0">"#,
  ]

  static let header = headerLines.map { $0 + "\n" }.joined()

  /// A small file with every kind of value in it.
  static let everyKind: PropertyListValue = [
    "array": ["a", 1, false, [:], []],
    "boolean": true,
    "data": .data(Array(0..<80)),
    "date": .date(1_773_240_552),
    "dictionary": ["k & k": "<\"'>", "é": ""],
    "integer": -42,
    "string": "Zoë said:\n\t“no” & left",
  ]

  static func bytes(_ body: String) -> [UInt8] {
    Array((header + body).utf8)
  }

  static func value(
    _ body: String,
    mode: PropertyListReader.Mode = .strict
  ) throws(PropertyListError) -> PropertyListValue {
    try PropertyListReader.read(bytes(body), mode: mode).value
  }

  /// The wording with which a whole file is refused; nil if it is read.
  static func refusal(of file: String, mode: PropertyListReader.Mode = .strict) -> String? {
    refusal(of: Array(file.utf8), mode: mode)
  }

  static func refusal(of file: [UInt8], mode: PropertyListReader.Mode = .strict) -> String? {
    do throws(PropertyListError) {
      _ = try PropertyListReader.read(file, mode: mode)
      return nil
    } catch {
      return error.description
    }
  }
}
