import Domain
import Reports
import TerminalCore

/// Forms over the screen: opening them, their keys, and what is made of the answers.
extension AppState {
  /// Opens a form, with what was typed in it before it was left.
  mutating func open(_ form: Form) {
    if case .writeOut = form.purpose { say(Redisclosure.short, .warning) }
    if let area = form.purpose.area, let staffID,
      let refusal = data.refusal(toChange: area, by: staffID)
    {
      say(refusal.message, .warning)
      return
    }
    if let onlyRead, form.purpose.isKeptInFolder { return say(onlyRead, .warning) }
    guard var draft = formDrafts[form.purpose] ?? resumed(form) else {
      prompt = .form(form)
      return
    }
    draft.isDraft = true
    if form.purpose.isOfRecord, !draft.takeOver(form) {
      prompt = .form(draft)
      say("What you typed before is back; someone else changed the same meanwhile.", .warning)
      return
    }
    prompt = .form(draft)
    say("What you typed before is back. Ctrl-N empties the form.")
  }

  mutating func handle(_ key: Key, in form: Form) -> [Effect] {
    var form = form
    if key == .control("n"), form.isDraft {
      formDrafts[form.purpose] = nil
      prompt = freshForm(form.purpose).map { .form($0) }
      return []
    }
    if key == .control("f"), case .booking = form.purpose { return findFreeTime(form) }
    if key == .control("f"), case .enrollment = form.purpose { return findFreePlace(form) }
    if key == .control("t"), form.field.id == .topics { return askCurriculum(over: form) }
    let field = form.field.id
    let outcome = form.handle(key, at: now, today: today, clip: &clip)
    if field == .start, form.purpose.isOneMeeting, outcome == .keep || form.field.id != field {
      form.carryEnd()
    }
    prompt = .form(form)
    switch outcome {
    case .moved: return []
    case .keep: return keep(form)
    case .leave: return leave(form)
    case .pick(let source, let query):
      covered.append(.form(form))
      let picker = Picker(query: TextField(query))
      prompt = .pick(PickPrompt(.field(form.field.id, source), picker: picker))
      return source == .clients ? [.readCaseload] : []
    case .notice(let words): say(words, .warning)
    case .unknown:
      sayAboutKey(
        "\(key.spoken) does nothing here. Ctrl-S keeps the form, Esc goes back.",
        .warning
      )
    }
    return []
  }

  /// Esc: out of the form; what was typed waits for it to be opened again.
  private mutating func leave(_ form: Form) -> [Effect] {
    prompt = nil
    guard form.isTouched else {
      formDrafts[form.purpose] = nil
      return []
    }
    formDrafts[form.purpose] = form.draft
    guard !keptForms.isRefused else {
      say(
        "\"\(form.title)\" is not done and NOT SAVED: the disk refuses it. It is in this window; F5 "
          + "tries again.",
        .error
      )
      return []
    }
    say("\"\(form.title)\" is not done. What you typed is kept until you open it again.")
    return []
  }

  /// Takes the answers, or asks again for the one that is wrong.
  mutating func keep(_ form: Form) -> [Effect] {
    var form = form
    if form.purpose.isOfRecord, let fresh = freshForm(form.purpose), !form.takeOver(fresh) {
      prompt = .form(form)
      return []
    }
    guard let values = form.read(today: today) else {
      prompt = .form(form)
      return []
    }
    prompt = .form(form)
    return carryOut(form, values)
  }

  /// The form of a purpose as it is before anything is typed; nil where its record is gone.
  func freshForm(_ purpose: FormPurpose) -> Form? {
    switch purpose {
    case .newProgram: Self.newProgramForm(zone: systemZone, among: zones)
    case .client(let id): clientForm(id)
    case .clientFacts(let id): clientFactsForm(id)
    case .staff(let id): staffForm(id)
    case .room(let id): roomForm(id)
    case .calendarDay(let date): calendarDayForm(date)
    case .group(let id): groupForm(id)
    case .groupFrom(let id): data.groups[id].map { groupFromForm($0) }
    case .groupEnd(let id): data.groups[id].map { groupEndForm($0) }
    case .enrollment(let client, let group, let id): enrollmentForm(client, in: group, id)
    case .stay(let step, let id): stayForm(step, id)
    case .outreach(let id): outreachForm(id)
    case .booking(let client, let kind): bookingForm(client, kind)
    case .oneSession(let id): sessionForm(id)
    case .extraSession(let id): extraSessionForm(id)
    case .writeOut(let kind): writeOutForm(kind)
    case .setting(let name): settingForm(name)
    }
  }

  /// Keeps a form open and says what speaks against it.
  mutating func refuse(_ form: Form, _ why: String, at id: FieldID?) -> [Effect] {
    var form = form
    form.refuse(why, at: id)
    prompt = .form(form)
    return []
  }
}
