import Domain
import Storage

/// What a check found, as lines and as JSON.
struct CheckWords {
  private let report: CheckReport

  init(_ report: CheckReport) { self.report = report }

  /// One finding a line, then the sum.
  var text: String {
    var lines = report.problems.map { line($0) }
    lines += report.mentions.map { line($0) }
    let count = report.problems.count
    let found = count == 0 ? "all is well" : count == 1 ? "1 problem" : "\(count) problems"
    lines.append("\(report.files) files, \(report.isStopped ? "stopped" : found).")
    return lines.map { Output.cleaned($0) + "\n" }.joined()
  }

  private func line(_ problem: RecordProblem) -> String {
    "\(problem.record): \(problem.kind): \(problem.what) \(problem.doThis)"
  }

  /// In the shape that `decisions.md` 7 promises to scripts.
  var json: JSONValue {
    .object([
      ("files", .number(report.files)),
      (
        "problems",
        .array(
          report.problems.map { problem in
            .object([
              ("record", .string(problem.record)),
              ("kind", .string(problem.kind)),
              ("what", .string(problem.what)),
              ("do", .string(problem.doThis)),
            ])
          }
        )
      ),
    ])
  }
}

/// What a file holds that was accepted, as lines and as JSON.
struct AcceptWords {
  private let file: InspectedFile

  init(_ file: InspectedFile) { self.file = file }

  var text: String {
    let lines = file.lines.map { String($0.map { $0 == "\t" ? " " : $0 }) }
    let end = file.isSound ? "\(file.path) was sound already." : "\(file.path) was accepted."
    return (lines + [end]).map { Output.cleaned($0) + "\n" }.joined()
  }

  var json: JSONValue {
    .object([
      ("record", .string(file.path)),
      ("kind", .string(file.kind)),
      ("id", .string(file.id)),
      ("revision", .number(file.revision)),
      ("accepted", .bool(!file.isSound)),
    ])
  }
}
