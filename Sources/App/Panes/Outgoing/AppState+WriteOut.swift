import Domain
import Reports
import TerminalCore

/// Writing lists, calendars and pages out of the program.
extension AppState {
  /// `w`: what of this screen can be written out.
  mutating func askWriteOut() {
    prompt = .menu(
      Menu(
        title: "Write out: print or export",
        items: writeOutChoices.map { MenuItem($0.key, $0.kind.title, .form(.writeOut($0.kind))) }
      )
    )
  }

  private var writeOutChoices: [(key: Unicode.Scalar, kind: WriteOutKind)] {
    let attendance = ("a" as Unicode.Scalar, WriteOutKind.list(.attendance))
    switch screen {
    case .day:
      let group = openSession?.groupID
      return (group.map { [("s", .page(.signIn, $0))] } ?? [])
        + [("d", .page(.day, nil)), ("w", .page(.week, nil)), attendance, ("h", .list(.hours))]
    case .week, .team: return [("h", .list(.hours)), attendance, ("w", .page(.week, nil))]
    case .calendar:
      return [
        ("i", .calendar(nil)), ("s", .list(.schedule)), ("p", .list(.appointments)),
        ("w", .page(.week, nil)), ("m", .page(.month, nil)),
      ]
    case .clients, .card:
      return [
        ("c", .list(.clients)), ("e", .list(.enrollments)), attendance, ("h", .list(.hours)),
        ("p", .list(.appointments)),
      ]
    case .setUp:
      let group = setUp.list == .groups ? selectedGroup?.id : nil
      let hasTopics = data.groups.values.contains { !$0.topics.isEmpty }
      return [
        ("g", .list(.groups)), ("e", .list(.enrollments)), ("t", .list(.staff)),
        ("r", .list(.rooms)), ("d", .list(.calendar)),
      ] + (hasTopics ? [("o", .list(.topics))] : [])
        + (group.map { [("i", .calendar($0))] } ?? [])
    case .toDo, .note: return [("n", .list(.notesDue)), attendance]
    case .firstRun: return []
    }
  }

  /// The day that the screen is about.
  private var dateOfScreen: CalendarDate {
    switch screen {
    case .day: day.date
    case .week: week.first
    case .calendar: calendar.date
    case .clients, .card, .setUp, .toDo, .team, .note, .firstRun: today
    }
  }

  func writeOutForm(_ kind: WriteOutKind) -> Form {
    let date = dateOfScreen
    var fields: [FormField] = []
    if kind.hasDays {
      let first = data.weekStart(of: date)
      let weeks = if case .calendar = kind { 12 } else { 1 }
      fields = [
        FormField(.from, "From", .date, .typed("\(first)"), isRequired: true),
        FormField(
          .to,
          "To",
          .date,
          .typed("\(first.adding(days: weeks * 7 - 1))"),
          isRequired: true
        ),
      ]
    } else if case .page = kind {
      fields = [FormField(.date, "Day", .date, .typed("\(date)"), isRequired: true)]
    }
    if kind.isSomebodys {
      fields.append(
        FormField(
          .whose,
          "Whose",
          .pick(.staff, isMany: false),
          staffID.map { .chosen([choice(of: $0)]) } ?? .nothing,
          help: "Space searches; Backspace empties it: everyone's."
        )
      )
    }
    if kind.asksForNames {
      fields.append(
        FormField(
          .names,
          "Full names",
          .choice(FormChoices.yesNo),
          FormChoices.one("no", of: FormChoices.yesNo),
          help: "Whoever has the file then knows who is in treatment."
        )
      )
    }
    fields.append(
      FormField(
        .path,
        "File",
        .text,
        .typed("~/" + kind.fileName(on: date)),
        help: kind.isPaper
          ? "A file; .pdf makes a PDF, the word printer prints it. Nothing seals it there."
          : "It leaves the program's files: nothing seals it there. It is recorded.",
        isRequired: true
      )
    )
    return Form(.writeOut(kind), title: "Write out: \(kind.title)", fields: fields)
  }

  /// Asks the world for it; the form stays until it is written.
  mutating func writeOut(_ kind: WriteOutKind, _ form: Form, _ values: FormValues) -> [Effect] {
    if let permission = kind.permission, let staffID,
      let refusal = data.refusal(of: permission, by: staffID, "exports no such list")
    {
      return refuse(form, refusal.message, at: nil)
    }
    if case .list(.notesDue) = kind, let staffID,
      let refusal = data.refusalToSeeDueNotes(of: values.identifier(.whose), reader: staffID)
    {
      return refuse(form, refusal.message, at: .whose)
    }
    let first = values.date(.from) ?? values.date(.date) ?? today
    let last = values.date(.to) ?? first
    guard first <= last else { return refuse(form, "It lies before the first day.", at: .to) }
    guard CalendarDate.days(from: first, to: last) <= WriteOut.longestDays else {
      return refuse(form, "That is more than ten years.", at: .to)
    }
    return [
      .writeOut(
        WriteOut(
          kind: kind,
          days: first...last,
          staff: kind.isSomebodys ? values.identifier(.whose) : nil,
          hasNames: values.one(.names) == "yes",
          path: values.text(.path) ?? ""
        )
      )
    ]
  }

  /// What came of something that leaves the program or comes in.
  mutating func takeOutgoing(_ action: Action) {
    switch action {
    case .writtenOut(let words): recordWrittenOut(words)
    case .notWrittenOut(let why): recordNotWritten(why)
    case .pathCompleted(let completion): take(completion)
    case .importRead(let preview): show(preview)
    case .importStands(let why):
      let count = why.count == 1 ? "1 thing is" : "\(why.count) things are"
      prompt = .text(TextPrompt(title: "Nothing was changed: \(count) in the way", lines: why))
    case .imported(let data, let words):
      if let news = take(data) { say(news, .warning) }
      say(words, .ok)
    case .rulesSaved(let data, let change): recordRules(data, change)
    default: break
    }
  }

  private mutating func recordWrittenOut(_ words: String) {
    if case .form(let form) = prompt, case .writeOut(let kind) = form.purpose {
      prompt = nil
      formDrafts[form.purpose] = nil
      if case .letter(let client) = kind { prompt = .menu(letterMenu(client)) }
    }
    say(words, .ok)
  }

  private mutating func recordNotWritten(_ why: String) {
    guard case .form(let form) = prompt, case .writeOut = form.purpose else {
      say(why, .error)
      return
    }
    _ = refuse(form, why, at: .path)
  }

  // MARK: Import

  mutating func askImport() {
    prompt = .line(
      LinePrompt(
        title: "Import: shows first what would change",
        label: "a folder or file of CSV, or .ics with holidays",
        purpose: .importFrom
      )
    )
  }

  mutating func answerImport(_ line: LinePrompt) -> [Effect] {
    guard line.line.text.hasWords else { return refuse(line, "A path is needed.") }
    if let onlyRead { return refuse(line, onlyRead) }
    if let staffID, let refusal = data.refusal(of: .configure, by: staffID, "imports nothing") {
      return refuse(line, refusal.message)
    }
    guard unsaved.isEmpty else {
      return refuse(line, "Something isn't saved yet; \(said(.redraw)) tries again. Then import.")
    }
    return [.readImport(line.line.text)]
  }

  /// Shows what an import would do, and asks; a line that was refused can be typed again.
  mutating func show(_ preview: ImportPreview) {
    if preview.isRefused || !preview.isNews {
      let count = preview.lines.count == 1 ? "1 problem" : "\(preview.lines.count) problems"
      prompt = .text(
        TextPrompt(
          title: preview.isRefused ? "Nothing was imported: \(count)" : "Nothing to import",
          lines: preview.lines
        )
      )
      return
    }
    let shown = preview.lines.prefix(max(4, size.rows - 10))
    let rest = preview.lines.count - shown.count
    prompt = .question(
      Question(
        title: "Import all of this?",
        lines: shown + (rest > 0 ? ["and \(rest) more lines"] : [])
          + ["All or nothing. \(said(.undo)) takes it back as long as nothing rests on it."],
        answers: [
          Answer("b", "Back", .nothing), Answer("i", "Import", .takeImport(preview)),
        ]
      )
    )
  }
}
