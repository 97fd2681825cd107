import App
import Storage
import TerminalCore

/// Files of a person's own keys: whatever is in one, every rule of the key table holds.
enum KeyFileTarget {
  private static let corpus = [
    KeyFileExample.text,
    """
    <plist version="1.0"><dict>
    <key>attendance</key><dict><key>no-show</key><string>N F4</string>
    <key>late</key><string>n</string><key>present</key><string>Space</string></dict>
    <key>list</key><dict><key>undo</key><string></string><key>themes</key><string>F11</string>
    <key>back</key><string>Esc q Ctrl-G &lt;C-p></string></dict>
    <key>note</key><dict><key>sign</key><string>F4 F6</string></dict>
    </dict></plist>
    """,
  ]

  static func make(_ folder: String) throws(ToolError) -> FuzzTarget {
    FuzzTarget(corpus: corpus.map { Array($0.utf8) }) { bytes, _, _ in
      do throws(KeyFileProblem) {
        let file = try KeyFile.read(bytes: bytes)
        let own = OwnKeys(file.lines)
        for problem in file.problems + own.problems where !problem.sentence.hasSuffix(".") {
          return "a line is refused without a sentence"
        }
        return flaw(of: own.keymap)
      } catch {
        return error.sentence.hasSuffix(".") ? nil : "it is refused without a sentence"
      }
    }
  }

  private static func flaw(of keymap: Keymap) -> String? {
    if let clash = keymap.clashes(hiding: .standard).first {
      return "\(clash.key.spoken) means both \(clash.one.command) and \(clash.other.command)"
    }
    for (key, command) in Keymap.fixed {
      for context in Context.allCases
      where Keymap.standard.command(for: key, in: context) == command
        && keymap.command(for: key, in: context) != command
      {
        return "\(key.spoken) doesn't mean \(command) in \(context)"
      }
    }
    return nil
  }
}
