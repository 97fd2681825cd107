import Domain

/// A note as the tables write it.
///
/// ```text
/// @ C05 G01 0309 participation:minimal risk:none objectives:1/some,2/good
/// = response
/// Lines of one paragraph;
/// an empty line begins the next.
/// = plan
/// …
/// ```
///
/// The service is a group's code, or A for the day's appointment; the day is month and day of 2026;
/// objectives are numbers of the client's plan, each with its progress.
struct NoteText {
  /// "C05", or "shared".
  var client = ""
  /// "G01", or "A".
  var service = ""
  var day = CalendarDate.on(2026_03_11)
  var content = NoteContent()
  var objectives: [(number: Int, progress: ObjectiveProgress)] = []

  static func all(in table: String) -> [NoteText] {
    var notes: [NoteText] = []
    var part = ""
    // By bytes: the drafts are read at each start of the demo.
    for line in table.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isHead = line.first == UInt8(ascii: "@")
      if isHead { notes.append(NoteText(head: Substring(line))) }
      if notes.isEmpty { notes.append(NoteText()) }
      if line.first == UInt8(ascii: "=") {
        part = String(Substring(line.dropFirst(2)))
      } else if !isHead {
        notes[notes.count - 1].add(Substring(line), to: part)
      }
    }
    for place in notes.indices { notes[place].trim() }
    return notes
  }

  private init() {}

  private init(head: Substring) {
    let words = head.split(separator: " ")
    client = String(words[1])
    service = String(words[2])
    day = .on(2026_00_00 + (Int(words[3]) ?? 0))
    for word in words.dropFirst(4) {
      let pair = word.split(separator: ":")
      let values = pair[1].split(separator: ",")
      if pair[0] == "objectives" {
        objectives = values.compactMap { value in
          let link = value.split(separator: "/")
          guard let number = Int(link[0]),
            let progress = ObjectiveProgress(rawValue: String(link[1]))
          else { return nil }
          return (number, progress)
        }
      } else {
        content.choices[String(pair[0])] = values.map(String.init)
      }
    }
  }

  private mutating func add(_ line: Substring, to part: String) {
    guard !part.isEmpty else { return }
    let text = content.texts[part] ?? ""
    if line.isEmpty {
      content.texts[part] = text + "\n\n"
    } else {
      let isJoined = !text.isEmpty && text.utf8.last != UInt8(ascii: "\n")
      content.texts[part] = text + (isJoined ? " " : "") + line
    }
  }

  private mutating func trim() {
    for (part, text) in content.texts {
      let end = text.utf8.lastIndex { $0 != UInt8(ascii: "\n") }
      content.texts[part] = end.map { String(text[...$0]) }
    }
  }

  /// The content with its objectives looked up in a plan.
  func content(linking plan: [PlanObjective]) -> NoteContent {
    var content = content
    content.objectives = objectives.compactMap { number, progress in
      plan.indices.contains(number - 1)
        ? ObjectiveLink(plan[number - 1], progress: progress) : nil
    }
    return content
  }
}
