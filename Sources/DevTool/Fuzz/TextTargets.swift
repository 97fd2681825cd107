import Domain
import PropertyList
import SampleData
import Storage
import Templates
import TerminalCore
import Themes

/// Texts that persons write, and keys.
enum TextTargets {
  static func plist(_ folder: String) throws(ToolError) -> FuzzTarget {
    var corpus = BundledThemes.all.map(\.bytes) + BundledTemplates.all.map(\.bytes)
    let data = folder + "/data"
    try FuzzProgram.make(at: data)
    for file in FileTree.files(data) where file.hasSuffix(".plist") {
      corpus.append(FuzzProgram.body(try FileBytes.read(data + "/" + file)))
    }
    return FuzzTarget(corpus: corpus) { bytes, _, _ in check(bytes) }
  }

  /// What the strict reader takes has one form only; what the lenient one takes can be written and
  /// read again.
  private static func check(_ bytes: [UInt8]) -> String? {
    if let strict = tree(bytes, .strict), form(strict) != bytes {
      return "the strict reader takes another form than is written"
    }
    guard let lenient = tree(bytes, .lenient) else { return nil }
    guard let form = form(lenient) else { return nil }
    guard let again = tree(form, .strict), again == lenient else {
      return "what the lenient reader takes is another thing once it is written"
    }
    return nil
  }

  private static func tree(_ bytes: [UInt8], _ mode: PropertyListReader.Mode) -> PropertyListValue?
  {
    do throws(PropertyListError) {
      return try PropertyListReader.read(bytes, mode: mode).value
    } catch {
      return nil
    }
  }

  private static func form(_ value: PropertyListValue) -> [UInt8]? {
    do throws(PropertyListError) { return try PropertyListWriter.bytes(of: value) } catch {
      return nil
    }
  }

  static func theme(_ folder: String) throws(ToolError) -> FuzzTarget {
    FuzzTarget(corpus: BundledThemes.all.map(\.bytes)) { bytes, _, _ in
      do throws(ThemeFileError) {
        _ = try ThemeFile.read(bytes: bytes, name: "own")
        return nil
      } catch {
        return error.message.isEmpty ? "it is refused without a sentence" : nil
      }
    }
  }

  static func template(_ folder: String) throws(ToolError) -> FuzzTarget {
    let corpus = BundledTemplates.all.map(\.bytes) + [BundledTemplates.phrases]
    return FuzzTarget(corpus: corpus) { bytes, _, _ in
      do throws(TemplateError) { _ = try TemplateFile.phrases(bytes: bytes) } catch {
        if error.problem.isEmpty { return "it is refused without a sentence" }
      }
      do throws(TemplateError) { _ = try TemplateFile.read(bytes: bytes, id: "own") } catch {
        if error.problem.isEmpty { return "it is refused without a sentence" }
      }
      return nil
    }
  }

  // MARK: Comma-separated values

  private static let tables = [
    (
      "staff.csv",
      "code,name,role,credentials,supervisor\nTB,Tamsin Brightwater,counselor,LADC,\n"
        + "MQ,\"Quillfeather, Marisol\",counselor,,TB\n"
    ), ("rooms.csv", "name,capacity,kind\nOak,14,group\nFern,8,\n"),
    (
      "clients.csv",
      "mrn,legalFirst,legalLast,birthDate,preferredName,phone,admittedOn,level,track,counselor\n"
        + "C01,Fenwick,Oakes,1988-02-29,Fen,555-0142,2026-01-05,2.1,day,TB\n"
        + "C02,Juniper,\"Mar\"\"sh\",1990-12-31,,,2026-01-05,2.1,,MQ\n"
    ),
    (
      "groups.csv",
      "code,title,type,weekdays,start,end,from,lead,room,capacity\n"
        + "G03,Recovery skills,skills,Mon Wed Fri,10:40,12:10,2025-09-01,TB,Oak,12\n"
    ), ("enrollments.csv", "mrn,group,from,to,weekdays\nC01,G03,2026-01-05,,Mon\n"),
    (
      "appointments.csv",
      "mrn,counselor,kind,date,start,end,room\nC01,TB,individual,2026-03-11,13:00,13:50,Fern\n"
    ),
    (
      "plans.csv",
      "mrn,problem,goal,objective,dimension,targetDate,from\n"
        + "C01,Cravings,Stay well,Names two hours,1,2026-06-01,2026-01-05\n"
    ),
  ]

  static func csv(_ folder: String) throws(ToolError) -> FuzzTarget {
    FuzzTarget(corpus: tables.map { Array($0.1.utf8) }) { bytes, _, _ in
      guard let rows = rows(of: bytes) else { return nil }
      let text = rows.map { row in
        row.fields.map {
          "\""
            + $0.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        }.joined(separator: ",")
      }.joined(separator: "\n")
      guard let again = self.rows(of: Array(text.utf8)), again.map(\.fields) == rows.map(\.fields)
      else { return "what was read is another thing once it is written with quotes" }
      return nil
    }
  }

  private static func rows(of bytes: [UInt8]) -> [CSVRow]? {
    do throws(ImportProblem) { return try CSVReader.read(bytes, file: "x.csv") } catch {
      return nil
    }
  }

  static func importing(_ folder: String) throws(ToolError) -> FuzzTarget {
    for (name, text) in tables { try FuzzProgram.write(Array(text.utf8), to: folder + "/" + name) }
    let zone = try FuzzProgram.zone()
    let empty = ProgramSnapshot(
      program: Program(id: ID("pr_1"), name: "Fuzz", zone: zone, isDemo: true)
    )
    return FuzzTarget(corpus: tables.map { Array($0.1.utf8) }) { bytes, place, _ in
      let path = folder + "/" + tables[place].0
      do throws(ToolError) {
        try FuzzProgram.write(bytes, to: path)
        defer {
          do throws(ToolError) {
            try FuzzProgram.write(Array(tables[place].1.utf8), to: path)
          } catch {}
        }
        var makeIDs = IDMaker(seed: 1)
        do throws(ImportErrors) {
          _ = try ProgramImport.read(folder: folder, into: empty, makeIDs: &makeIDs)
        } catch {
          if error.problems.isEmpty { return "it is refused without a sentence" }
        }
        return nil
      } catch { return error.message }
    }
  }

  // MARK: Keys

  static func keys(_ folder: String) throws(ToolError) -> FuzzTarget {
    let corpus = [
      "npx\u{1B}[A\u{1B}[B\u{1B}OP\u{1B}[15~\u{1B}[1;5C", "\u{1B}[200~pasted\r\ntext\u{1B}[201~x",
      "é日🧑‍🦽\u{1B}\u{1B}[Z\u{7F}\u{1}", "\u{1B}[<0;10;10M\u{1B}[?1;2c\u{1B}]11;rgb:00/00/00\u{7}",
      "\u{1B}P+r436f\u{1B}\\\u{1B}[27;5;13~\u{1B}[13;5u",
    ]
    return FuzzTarget(corpus: corpus.map { Array($0.utf8) }) { bytes, _, dice in
      var whole = KeyDecoder()
      var pieces = KeyDecoder()
      let now = MonotonicTime(milliseconds: 1_000)
      let events = whole.feed(bytes, at: now)
      var found: [InputEvent] = []
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + 1 + dice.below(4))
        found += pieces.feed(Array(bytes[start..<end]), at: now)
        start = end
      }
      if joined(found) != joined(events) { return "in pieces it gives other keys than as a whole" }
      // Whatever waits is given up in the end.
      var later = now
      for _ in 0..<8 {
        later = later + 2_000
        _ = whole.advance(to: later)
      }
      return whole.deadline == nil ? nil : "it waits for ever"
    }
  }

  /// Pastes that follow each other are one: a long one is given in pieces.
  private static func joined(_ events: [InputEvent]) -> [InputEvent] {
    var result: [InputEvent] = []
    for event in events {
      if case .paste(let text) = event, case .paste(let before)? = result.last {
        result[result.count - 1] = .paste(before + text)
      } else {
        result.append(event)
      }
    }
    return result
  }
}
