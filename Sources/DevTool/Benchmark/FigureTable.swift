/// Measured figures for people and for scripts.
enum FigureTable {
  static func text(_ lines: [FigureLine]) -> String {
    var rows = [["", "C list", "demo", "x C", "large", "x demo", "aim", ""]]
    for line in lines {
      let name = line.name + (line.unit.isEmpty ? "" : ", " + line.unit)
      let verdict = line.verdict
      rows.append(
        [
          name, Decimals.text(line.list), Decimals.text(line.demo), Decimals.text(line.demoToList),
          Decimals.text(line.large), Decimals.text(line.largeToDemo), verdict?.words ?? "",
          verdict.map { $0.isMet ? "met" : "missed" } ?? "",
        ]
      )
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        return (1...5).contains(column) ? blanks + row[column] : row[column] + blanks
      }
      var text = cells.joined(separator: "  ")
      while text.hasSuffix(" ") { text.removeLast() }
      return text + "\n"
    }
    .joined()
  }

  static func json(_ lines: [FigureLine]) -> String {
    let objects = lines.map { line in
      let numbers = [
        ("c_list", line.list), ("demo", line.demo), ("demo_to_c_list", line.demoToList),
        ("large", line.large), ("large_to_demo", line.largeToDemo),
      ]
      .map { "\"\($0)\": \($1.map { Decimals.text($0, places: 4) } ?? "null")" }
      .joined(separator: ", ")
      let verdict = line.verdict
      return "  {\"figure\": \"\(line.name)\", \"unit\": \"\(line.unit)\", \(numbers), "
        + "\"aim\": \(verdict.map { "\"\($0.words)\"" } ?? "null"), "
        + "\"met\": \(verdict.map { "\($0.isMet)" } ?? "null")}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }
}

/// Numbers with a fixed count of decimals.
enum Decimals {
  /// "-" for a figure that isn't there.
  static func text(_ number: Double?, places: Int = 2) -> String {
    guard let number, number.isFinite else { return "-" }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let whole = Int((abs(number) * Double(scale)).rounded())
    guard places > 0 else { return (number < 0 ? "-" : "") + String(whole) }
    let rest = String(whole % scale)
    let zeros = String(repeating: "0", count: places - rest.count)
    return (number < 0 ? "-" : "") + "\(whole / scale)." + zeros + rest
  }
}
