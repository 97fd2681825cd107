@testable import App
import Domain
import Support
import TerminalCore
import Testing

@Suite struct `A form` {
  /// 11 March 2026, a Wednesday.
  private let today = CalendarDate(year: 2026, month: 3, day: 11) ?? .earliest
  private let now = Instant(secondsSince1970: 0)

  private func form(_ fields: [FormField]) -> Form {
    Form(.newProgram, title: "Test", fields: fields)
  }

  private func press(_ form: inout Form, _ keys: String) throws -> [FormOutcome] {
    var clip = ""
    return try Key.sequence(keys).map { form.handle($0, at: now, today: today, clip: &clip) }
  }

  @Test(
    arguments: [
      (FieldKind.date, "tomorrow", "Thu 12 Mar 2026"), (.date, "fri", "Fri 13 Mar 2026"),
      (.date, "+2w", "Wed 25 Mar 2026"), (.time, "9", "09:00"), (.time, "912", "09:12"),
      (.time, "2:30", "14:30"), (.time, "0630", "06:30"), (.time, "7pm", "19:00"),
      (.weekdays, "mwf", "Mon Wed Fri"),
    ]
  )
  func `says what it reads`(kind: FieldKind, typed: String, meant: String) throws {
    var form = form([FormField(.programName, "Field", kind)])
    _ = try press(&form, "<Type:\(typed)>")
    #expect(form.field.understood(today: today) == meant)
  }

  @Test func `asks again only for the field that is wrong`() throws {
    var form = form([
      FormField(.programName, "Name", .text, isRequired: true),
      FormField(.timeZone, "From", .date),
      FormField(.founder, "Places", .number(1...99)),
    ])
    let outcomes = try press(&form, "<Type:Hall> <Enter> <Type:someday> <Enter> <Down> <Type:12>")
    #expect(outcomes.last == .moved)
    #expect(form.fields[1].problem == TypedDate.help)
    #expect(form.read(today: today) == nil)
    #expect(form.cursor == 1)
    #expect(form.fields.map(\.line.text) == ["Hall", "someday", "12"])
    _ = try press(&form, "<C-u> <Type:3/18>")
    #expect(form.field.problem == nil)
    let read = form.read(today: today)
    let values = try #require(read)
    #expect(values.text(.programName) == "Hall")
    #expect(values.date(.timeZone)?.description == "2026-03-18")
    #expect(values.number(.founder) == 12)
  }

  @Test func `wants what is needed and lets the rest be empty`() throws {
    var form = form([
      FormField(.programName, "Name", .text, isRequired: true),
      FormField(.timeZone, "From", .date),
    ])
    #expect(form.read(today: today) == nil)
    #expect(form.fields.map(\.problem) == ["This is needed.", nil])
  }

  @Test(arguments: [
    "", "<Down> <Up>", "<Tab> <S-Tab>", "<Enter> <Up>", "<PgDn> <PgUp>",
  ])
  func `lets typing replace what stands in the field it comes to`(keys: String) throws {
    var form = form([
      FormField(.programName, "Name", .text, .typed("Hall")),
      FormField(.timeZone, "From", .date, .typed("today")),
    ])
    _ = try press(&form, "\(keys) <Type:Yard>")
    #expect(form.fields[0].line.text == "Yard")
  }

  @Test(arguments: [
    "<Enter>", "<Tab> <S-Tab>", "<End> <Enter>",
  ])
  func `lets typing replace what was refused`(keys: String) throws {
    var form = form([
      FormField(.programName, "From", .date), FormField(.timeZone, "To", .date),
    ])
    _ = try press(&form, "<Type:someday> \(keys)")
    #expect(form.field.problem == TypedDate.help)
    _ = try press(&form, "<Type:fri>")
    #expect(form.fields[0].line.text == "fri")
    form.refuse("It is closed then.", at: .programName)
    _ = try press(&form, "<Type:mon>")
    #expect(form.fields[0].line.text == "mon")
    _ = try press(&form, "<Tab> <Type:nonsense>")
    #expect(form.read(today: today) == nil)
    _ = try press(&form, "<Type:tue>")
    #expect(form.fields[1].line.text == "tue")
  }

  @Test func `goes on in a text behind a cursor key, and in one of several lines`() throws {
    var form = form([
      FormField(.programName, "Name", .text, .typed("Hall")),
      FormField(.topics, "Topics", .longText, .typed("one")),
    ])
    _ = try press(&form, "<End> <Type:way> <Tab> <End> <Type:s>")
    #expect(form.fields.map(\.line.text) == ["Hallway", "ones"])
  }

  @Test func `is kept by Enter in the last field and by Ctrl-S in any`() throws {
    var form = form([
      FormField(.programName, "Name", .text), FormField(.timeZone, "Zone", .text),
    ])
    #expect(try press(&form, "<C-s>") == [.keep])
    #expect(try press(&form, "<Enter> <Enter>") == [.moved, .keep])
    #expect(try press(&form, "<Esc>") == [.leave])
  }

  @Test func `chooses one by arrows and first letters`() throws {
    let options = ["day", "evening", "weekend"].map { Choice($0, $0) }
    var form = form([FormField(.programName, "Track", .choice(options), isRequired: true)])
    #expect(form.field.chosen == [options[0]])
    _ = try press(&form, "<Right>")
    #expect(form.field.chosen == [options[1]])
    _ = try press(&form, "w")
    #expect(form.field.chosen == [options[2]])
    _ = try press(&form, "<Right>")
    #expect(form.field.chosen == [options[0]])
    #expect(try press(&form, "<BS>") == [.notice("One of them is needed here.")])
  }

  @Test func `chooses many with Space`() throws {
    let options = ["court", "minor", "mobility"].map { Choice($0, $0) }
    var form = form([FormField(.programName, "Alerts", .choices(options))])
    _ = try press(&form, "<Right> <Right> <Space> <Left> <Left> <Space>")
    #expect(form.field.chosen == [options[0], options[2]])
    _ = try press(&form, "<Space>")
    #expect(form.field.chosen == [options[2]])
  }

  @Test func `takes a text of several lines, where Enter begins another`() throws {
    var form = form([
      FormField(.programName, "Name", .text),
      FormField(.topics, "Topics", .longText, .typed("one\ntwo")),
      FormField(.founder, "You", .text),
    ])
    _ = try press(&form, "<Tab> <Enter> <Type:three> <Up> <Up>")
    #expect(form.cursor == 1)
    #expect(form.field.line.text == "one\ntwo\nthree")
    _ = try press(&form, "<Up>")
    #expect(form.cursor == 0)
    _ = try press(&form, "<Down> <Down> <Down> <Down>")
    #expect(form.cursor == 2)
    #expect(form.read(today: today)?.text(.topics) == "one\ntwo\nthree")
    _ = try press(&form, "<S-Tab>")
    form.paste("\nfour\nfive", at: now)
    #expect(form.field.line.buffer.paragraphs.count == 5)
    let last = try press(&form, "<C-s>")
    #expect(last == [.keep])
  }

  @Test func `opens a picker with the letter that was typed, and goes on behind it`() throws {
    var form = form([
      FormField(.programName, "Lead", .pick(.staff, isMany: false), isRequired: true),
      FormField(.timeZone, "Others", .pick(.staff, isMany: true)),
    ])
    #expect(try press(&form, "<Enter>") == [.pick(.staff, query: "")])
    #expect(try press(&form, "t") == [.pick(.staff, query: "t")])
    form.take(Choice("st_1", "TB"), into: .programName)
    #expect(form.cursor == 1)
    form.take(Choice("st_2", "MQ"), into: .timeZone)
    form.take(Choice("st_3", "NP"), into: .timeZone)
    #expect(form.cursor == 1)
    _ = try press(&form, "<BS>")
    #expect(form.read(today: today)?.all(.timeZone) == ["st_2"])
  }

  @Test func `says what speaks against it beside the field, and keeps the rest`() throws {
    var form = form([
      FormField(.programName, "Code", .text, .typed("C01")), FormField(.timeZone, "Name", .text),
    ])
    _ = try press(&form, "<Down> <Type:Ann>")
    form.refuse("C01 is taken.", at: .programName)
    #expect(form.cursor == 0)
    #expect(form.field.problem == "C01 is taken.")
    #expect(form.fields[1].line.text == "Ann")
    form.refuse("Two at once.", at: nil)
    #expect(form.problem == "Two at once.")
    #expect(form.isTouched)
  }
}
