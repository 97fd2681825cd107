import Foundation
package import TerminalCore
package import Testing

/// Compares a frame with the expected one in `Tests/UITests/Screens`, and says where they part.
///
/// The file has the rows, then the roles with one letter per cell, then the cursor's place. Where
/// `RECORD=1` is set, the file is rewritten and nothing fails; read it like code.
package func expectScreen(
  _ frame: Frame,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = ScreenPicture.folder.appending(path: name + ".txt")
  let picture = ScreenPicture.text(of: frame)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try Data(picture.utf8).write(to: file)
    return
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    Issue.record("\(name).txt isn't there; RECORD=1 writes it", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard expected != picture else { return }
  Issue.record(
    Comment(rawValue: ScreenPicture.report(name, expected: expected, found: picture)),
    sourceLocation: sourceLocation
  )
}

/// A frame as text.
package enum ScreenPicture {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "UITests/Screens")

  /// The rows, the roles and the cursor; spaces at the ends of rows are left out.
  package static func text(of frame: Frame) -> String {
    let rows = (0..<frame.buffer.size.rows).map { frame.buffer.roles(ofRow: Row($0)) }
    let cursor = "cursor: row \(frame.cursor.row.rawValue), column \(frame.cursor.column.rawValue)"
    return frame.buffer.text + "\n\n" + rows.joined(separator: "\n") + "\n\n" + cursor + "\n"
  }

  static func report(_ name: String, expected: String, found: String) -> String {
    let left = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let right = found.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(left, right).prefix { $0 == $1 }.count
    return """
      \(name) looks different from line \(line + 1) on.
      expected: \(line < left.count ? left[line] : "(nothing)")
      found:    \(line < right.count ? right[line] : "(nothing)")

      Expected:
      \(expected)
      Found:
      \(found)
      """
  }
}
