import TerminalCore

/// Keys with their times, as `caseload --record FILE` writes them.
///
/// ```text
/// # caseload keys 1
/// 0 size 80x24
/// 1520 key n
/// 2210 paste two lines\nof text
/// ```
///
/// Milliseconds since the start, then what came; in pasted text a backslash is doubled.
struct KeyRecording {
  enum Step {
    case input(InputEvent)
    case size(Size)
  }

  private(set) var steps: [(milliseconds: Int, step: Step)] = []

  init(text: String) throws(ToolError) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.first == "# caseload keys 1" else {
      throw ToolError("that isn't a recording of keys of version 1")
    }
    lines.removeFirst()
    for (index, line) in lines.enumerated() {
      guard let step = Self.step(line) else {
        throw ToolError("line \(index + 2) isn't a key, a paste or a size")
      }
      steps.append(step)
    }
  }

  private static func step(_ line: Substring) -> (milliseconds: Int, step: Step)? {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let milliseconds = Int(parts[0]), milliseconds >= 0 else { return nil }
    switch parts[1] {
    case "key":
      return Key(notation: String(parts[2])).map { (milliseconds, .input(.key($0))) }
    case "paste": return (milliseconds, .input(.paste(unescaped(parts[2]))))
    case "size":
      let numbers = parts[2].split(separator: "x").compactMap { Int($0) }
      guard numbers.count == 2, numbers.allSatisfy({ (1...1_000).contains($0) }) else {
        return nil
      }
      return (milliseconds, .size(Size(columns: numbers[0], rows: numbers[1])))
    default: return nil
    }
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
