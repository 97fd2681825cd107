import TerminalCore

extension TextWrap {
  /// Names after a word, as many as fit, then how many more there are.
  package static func list(_ start: String, _ names: [String], width: Int) -> String {
    var words = start
    for (place, name) in names.enumerated() {
      let rest = names.count - place - 1
      let longer = words + (place > 0 ? ", " : "") + name
      let needed = CellWidth.of(longer) + (rest > 0 ? 11 + "\(rest)".utf8.count - 1 : 0)
      if needed > width, place > 0 { return "\(words) and \(rest + 1) more" }
      if needed > width, rest > 0 {
        let end = " and \(rest) more"
        let room = width - CellWidth.of(start) - end.utf8.count
        return start + CellWidth.cut(name, to: max(1, room)) + end
      }
      words = longer
    }
    return words
  }
}
