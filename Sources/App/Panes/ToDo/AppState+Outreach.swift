package import Domain
import TerminalCore

/// Keeping attempts to reach a client.
extension AppState {
  /// `o`: what came of it, each result one key.
  mutating func askOutreach(_ id: ClientID?) -> [Effect] {
    guard let id, let client = data.clients[id] else {
      sayAboutKey(
        "Choose a client first; \(said(.outreach)) keeps an attempt to reach them.",
        .warning
      )
      return []
    }
    let step = data.outreach(of: id, asOf: now)
    var number = ""
    if case .attempt(let count) = step?.kind { number = ", attempt \(count)" }
    let canLeave = client.phones.contains(where: \.okVoicemail)
    let results: [(Unicode.Scalar, String, OutreachResult)] =
      [("r", "reached", .reached)]
      + (canLeave ? [("m", "left a message", .leftMessage)] : [])
      + [
        ("n", canLeave ? "no answer" : "no answer; no message may be left", .noAnswer),
        ("w", "wrong number", .wrongNumber), ("d", "disconnected", .numberDisconnected),
        ("x", "reached, declined", .declined), ("h", "in hospital", .hospitalised),
        ("j", "in jail", .incarcerated), ("b", "back in care", .returnedToCare),
      ]
    var items = results.map { key, label, result in
      MenuItem(key, label, .run(.followUp(outreach(id, OutreachAttempt(.call, result)))))
    }
    items.append(MenuItem("l", "the letter", .letter(id)))
    items.append(MenuItem("=", "text, visit, words, another time", .form(.outreach(id))))
    prompt = .menu(Menu(title: "\(name(of: id)): called\(number)", items: items))
    say(OutreachWords.allowed(client, showsNumber: showsFullNames).joined(separator: " "))
    return []
  }

  private mutating func outreach(
    _ id: ClientID,
    _ attempt: OutreachAttempt
  ) -> FollowUpRequest {
    .outreach(id, attempt, as: ids.next(.followUp))
  }

  func outreachForm(_ id: ClientID) -> Form? {
    guard data.clients[id] != nil else { return nil }
    return Form(
      .outreach(id),
      title: "\(name(of: id)): an attempt",
      fields: [
        FormField(.kind, "How", .choice(FormChoices.channels), isRequired: true),
        FormField(.cause, "Came of it", .choice(FormChoices.results), isRequired: true),
        FormField(.words, "Note", .text, help: "A few words; nothing that belongs into a note."),
        FormField(
          .date,
          "Again on",
          .date,
          help: "Nothing leaves it to the ladder of attempts. " + TypedDate.help
        ),
        FormField(.start, "At", .time),
      ]
    )
  }

  mutating func keepOutreach(_ id: ClientID, _ form: Form, _ values: FormValues) -> [Effect] {
    guard let channel = values.one(.kind).flatMap(OutreachChannel.init(rawValue:)),
      let result = values.one(.cause).flatMap(OutreachResult.init(rawValue:))
    else { return refuse(form, "Something is still missing.", at: nil) }
    let day = values.date(.date) ?? (values.time(.start) == nil ? nil : today)
    let next = day.map { data.program.zone.instant($0, values.time(.start) ?? .noon) }
    let attempt = OutreachAttempt(
      channel,
      result,
      words: values.text(.words),
      nextDueAt: next
    )
    return perform(outreach(id, attempt), of: form)
  }

  /// The letter as text; keeping it as sent is the next thing.
  mutating func showLetter(to id: ClientID) -> [Effect] {
    guard data.clients[id] != nil else { return [] }
    covered.append(.menu(letterMenu(id)))
    prompt = .text(TextPrompt(title: "The letter to \(name(of: id))", lines: letter(to: id)))
    sayAboutKey("Esc goes on: it can be written out, printed, or kept as sent.")
    return []
  }

  /// What becomes of the letter once it was read.
  mutating func letterMenu(_ id: ClientID) -> Menu {
    Menu(
      title: "The letter to \(name(of: id))",
      items: [
        MenuItem(
          "s",
          "it is sent",
          .run(.followUp(outreach(id, OutreachAttempt(.letter, .leftMessage))))
        ),
        MenuItem("w", "write it out, or print it", .form(.writeOut(.letter(id)))),
        MenuItem("n", "not yet", .nothing),
      ],
      cursor: 2
    )
  }

  /// The lines of the letter, from whoever sits at the keyboard.
  package func letter(to id: ClientID) -> [String] {
    data.clients[id].map { OutreachWords.letter(to: $0, from: staff, on: today) } ?? []
  }
}
