import Domain
package import TerminalCore

/// From a draft to a signature.
extension AppState {
  /// F4: says what is missing, else shows the note as it will be stored.
  mutating func signNote() -> [Effect] {
    guard let note, let staffID else { return [] }
    if note.access == .locked { return cosignNote() }
    if case .reading(let why) = note.access {
      say(why, .warning)
      return []
    }
    let effects = flushNote()
    if case .supplement(_, let supplement) = note.document {
      return effects + signSupplement(supplement)
    }
    guard note.clientID != nil else {
      if var back = note.mending?.back {
        back.then = .sign
        return effects + leaveNote() + open(back)
      }
      say(
        "The shared text is signed with each client's part. \(said(.nextPart)) goes to the first client."
      )
      return effects
    }
    let signing = signingCase(of: note)
    let findings = data.signingFindings(signing, by: staffID, at: trueNow, templates: templates)
    if let refused = findings.first(where: \.isRefused) {
      signingRun = nil
      return effects + lead(to: refused)
    }
    let accepted = Set(acceptedFindings)
    let asked = findings.filter { $0 != .late && !accepted.contains($0) }
    if !asked.isEmpty {
      prompt = .question(question(about: asked, in: signing))
      return effects
    }
    if findings.contains(.late), !(lateReason ?? "").hasWords {
      ask(
        LinePrompt(
          title: "Late entry: past its last day",
          label: "why it is written so late",
          purpose: .lateReason
        )
      )
      return effects
    }
    guard
      let preview = data.preview(signing, by: staffID, at: trueNow, templates: templates)
    else { return effects }
    show(.note(preview, signing))
    return effects
  }

  func signingCase(of note: NoteScreenState) -> SigningCase {
    var signing = SigningCase(draft: note.current, lateReason: lateReason)
    guard case .session(let id, _) = note.draft.service, let client = note.clientID else {
      signing.compared = comparedTexts(of: note)
      return signing
    }
    signing.shared =
      data.drafts[.shared(id)] ?? note.shared
      ?? data.sessions[id].map { data.newSharedDraft(of: $0, at: now) }
    signing.compared = comparedTexts(of: note)
    for other in noteClients where other != client {
      let document = NoteDocument.note(.note(of: other, service: id.rawValue))
      guard let text = data.drafts[document]?.ownText(in: nil) ?? note.peers[other],
        text.hasWords
      else { continue }
      signing.compared.append(
        ComparedText(source: "\(name(of: other))'s part of this session", text: text)
      )
    }
    return signing
  }

  private func comparedTexts(of note: NoteScreenState) -> [ComparedText] {
    note.history.filter { $0.note.id.rawValue != note.document.rawValue }.suffix(3).map {
      ComparedText(
        source: "this client's note of \($0.note.service.date)",
        text: $0.current.ownText
      )
    }
  }

  // MARK: Keys of the shown note

  mutating func handle(_ key: Key, in signing: SigningPrompt) -> [Effect] {
    var signing = signing
    let lines = signingLines(signing.matter).count(columns: SigningWindow.columns(size))
    let rows = SigningWindow.rows(size)
    let last = max(0, lines - rows)
    switch key {
    case .escape, Key("n"): return notYet()
    case .left, .shiftTab: signing.moveFocus(by: -1)
    case .right, .tab: signing.moveFocus(by: 1)
    case .up, Key("k"): signing.scroll = max(0, signing.scroll - 1)
    case .down, Key("j"): signing.scroll = min(last, signing.scroll + 1)
    case .pageUp: signing.scroll = max(0, signing.scroll - rows)
    case .pageDown, .space: signing.scroll = min(last, signing.scroll + rows)
    case .home: signing.scroll = 0
    case .end: signing.scroll = last
    case .enter: return answer(signing.focus, signing, last: last)
    case Key("s"), .function(4): return answer(.sign, signing, last: last)
    case Key("r") where signing.matter.isCosignature:
      return answer(.giveBack, signing, last: last)
    default:
      sayAboutKey("Space reads on, s signs, Esc is not yet.", .warning)
      prompt = .signing(signing)
      return []
    }
    status = StatusLine()
    signing.wantsLook = false
    prompt = .signing(signing)
    return []
  }

  private mutating func answer(
    _ answer: SigningAnswer,
    _ signing: SigningPrompt,
    last: Int
  ) -> [Effect] {
    switch answer {
    case .notYet: return notYet()
    case .sign: return confirm(signing, last: last)
    case .giveBack:
      prompt = nil
      return write(.returned)
    }
  }

  private mutating func confirm(_ signing: SigningPrompt, last: Int) -> [Effect] {
    // What wasn't shown isn't signed (BR-36), and no key both shows and signs.
    let refusal =
      signing.scroll < last
      ? "There is more of it: PgDn shows the rest, then s signs."
      : signing.wantsLook ? "Read it first: Space, then s signs it." : nil
    if let refusal {
      prompt = .signing(signing)
      say(refusal, .warning)
      return []
    }
    prompt = .signing(signing)
    if isPINGiven { return sign() }
    return [.askPIN]
  }

  /// Shows what is about to be signed.
  mutating func show(_ matter: SigningMatter) {
    prompt = .signing(SigningPrompt(matter, wantsLook: isPINGiven))
  }

  /// Whether the next signature of a run needs no PIN.
  private var isPINGiven: Bool { signingRun != nil && pinGivenTo == staffID }

  /// Esc, or n: nothing is signed, and a run ends.
  mutating func notYet() -> [Effect] {
    prompt = nil
    let isLocked = note?.access == .locked
    acceptedFindings = []
    lateReason = nil
    signingRun = nil
    let effects = backToToDo()
    say(isLocked ? "Nothing was signed." : "Not signed. The draft is kept.")
    return effects
  }

  /// From a note that the list had shown, back to its row.
  private mutating func backToToDo() -> [Effect] {
    guard let note, note.isOnlyToSign else { return [] }
    let row = toDoRows.first { $0.notes.contains { $0.document == note.document } }
    if let row { toDo.cursor = row.id }
    let effects = leaveNote()
    (screen, self.note) = (.toDo, nil)
    return effects
  }

  /// The PIN is there: signs what is shown.
  mutating func sign() -> [Effect] {
    guard case .signing(let shown) = prompt, let staffID, let person = data.staff[staffID] else {
      return []
    }
    prompt = nil
    acceptedFindings = []
    lateReason = nil
    do throws(RuleViolation) {
      guard case .note(_, let signing) = shown.matter else {
        return try sign(shown.matter, by: staffID)
      }
      let signed = try data.signed(
        signing,
        signature: Signature(person, at: trueNow),
        templates: templates
      )
      if let record = note?.record, record.status == .returned {
        let event = try data.event(.signedAgain(signed), on: record, by: staffID, at: trueNow)
        return [.addNoteEvent(event, writtenIn: .note(signed.id))]
      }
      return [.sign(signed)]
    } catch {
      note?.isOnlyToSign = false
      say(error.message, .warning)
      return []
    }
  }

  private mutating func sign(
    _ matter: SigningMatter,
    by staffID: StaffID
  ) throws(RuleViolation) -> [Effect] {
    guard case .event(let shown, let record) = matter else { return [] }
    let event = try data.event(shown.kind, on: record, by: staffID, at: trueNow)
    var document: NoteDocument?
    if let note, note.base != nil { document = note.document }
    return [.addNoteEvent(event, writtenIn: document)]
  }

  /// What is shown before a signature.
  package func signingLines(_ matter: SigningMatter) -> NoteLines {
    switch matter {
    case .note(let preview, _): NoteLines(preview, in: self)
    case .event(let event, let record):
      event.kind == .cosigned
        ? NoteLines(record.current, in: self, events: record.events)
        : NoteLines(event, on: record, in: self)
    }
  }

  /// It is on disk.
  mutating func recordSigned(_ entry: NoteEntry, _ record: NoteRecord) -> [Effect] {
    data.notes[entry.id] = entry
    data.drafts[.note(entry.id)] = entry.status == .returned ? data.drafts[.note(entry.id)] : nil
    let who = name(of: entry.clientID)
    // A name may end in an initial with its own full stop.
    let stop = who.hasSuffix(".") ? "" : "."
    var done = "\(record.status.word.capitalizedFirst): the note of \(who)\(stop)"
    if var open = note, open.isOf(entry.id) {
      if case .supplement(_, let supplement) = open.document {
        data.drafts[open.document] = nil
        done = "\(supplement.word) signed, \(who): \(record.status.word)."
        open.become(record)
      }
      open.record = record
      open.pending = []
      if entry.status.isLocked { open.access = .locked }
      open.scroll = 0
      note = open
      refitNote()
    }
    dropShared(of: entry)
    let progress = noteProgress
    let count = progress.clients > 0 ? " \(progress.signed) of \(progress.clients) signed." : ""
    say(done + count, .ok)
    return nextOfRun(after: entry.clientID)
  }

  /// Once everyone's note is signed the shared text stands in each of them, and no draft is left.
  private mutating func dropShared(of entry: NoteEntry) {
    guard let id = entry.service.sessionID, let session = data.sessions[id],
      data.isEveryNoteSigned(of: session)
    else { return }
    data.drafts[.shared(id)] = nil
  }

  mutating func nextOfRun(after client: ClientID) -> [Effect] {
    guard var run = signingRun else { return [] }
    run.signed.append(client)
    guard !run.waiting.isEmpty else {
      signingRun = nil
      // Closing says something of its own.
      let done = status
      let effects = note?.comesFrom == .toDo ? closeNote() : []
      status = done
      if run.signed.count > 1 {
        refreshDueNotes()
        say("\(run.signed.count) notes signed: \(names(of: run.signed)). \(wordsOfRest)", .ok)
      }
      return effects
    }
    let next = run.waiting.removeFirst()
    signingRun = run
    return leaveNote() + open(next)
  }

  // MARK: PIN

  mutating func askPIN(isSet: Bool) {
    guard case .signing(let shown) = prompt else { return }
    waitingSignature = shown
    status = StatusLine()
    prompt = .line(
      isSet
        ? pinPrompt(for: shown)
        : LinePrompt(
          title: "Your signing PIN (first use)",
          label: "\(PINWeakness.lengthInWords), only you know them",
          purpose: .newPIN
        )
    )
  }

  /// What the check of the PIN came to.
  mutating func recordPIN(_ answer: PINAnswer) -> [Effect] {
    switch answer {
    case .isSet(let isSet):
      askPIN(isSet: isSet)
      return []
    case .right:
      pinGivenTo = signingRun == nil ? nil : staffID
      guard let waiting = waitingSignature else { return [] }
      waitingSignature = nil
      prompt = .signing(waiting)
      return sign()
    case .wrong(let why):
      guard let waitingSignature else { return [] }
      var line = pinPrompt(for: waitingSignature)
      line.problem = why
      prompt = .line(line)
      return []
    case .refused(let why):
      var line = LinePrompt(
        title: "Your signing PIN (first use)",
        label: "\(PINWeakness.lengthInWords), only you know them",
        purpose: .newPIN
      )
      line.problem = why
      prompt = .line(line)
      return []
    }
  }
}

extension SigningPrompt {
  fileprivate mutating func moveFocus(by count: Int) {
    let place = (answers.firstIndex(of: focus) ?? 0) + count
    focus = answers[max(0, min(answers.count - 1, place))]
  }
}

extension NoteScreenState {
  /// Whether a note itself is open, or words about it.
  fileprivate func isOf(_ id: NoteID) -> Bool {
    switch document {
    case .note(let own), .supplement(let own, _): own == id
    case .shared: false
    }
  }

  /// From words about a signed note to the note.
  fileprivate mutating func become(_ record: NoteRecord) {
    document = .note(record.note.id)
    draft = NoteDraft(of: record.current)
    access = record.status.isLocked ? .locked : .reading("It went back to its author.")
    fields = [:]
    part = 0
    versions = []
    if let place = history.firstIndex(where: { $0.note.id == record.note.id }) {
      history[place] = record
    }
  }
}

extension String {
  /// The first letter large.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// What became of a PIN that was typed.
package enum PINAnswer: Equatable, Sendable {
  case isSet(Bool)
  case right
  /// Not the one; a sentence.
  case wrong(String)
  /// A new one that isn't good enough; a sentence.
  case refused(String)
}

/// The window in which a note is shown before it is signed.
package enum SigningWindow {
  package static func columns(_ size: Size) -> Int { min(76, size.columns - 4) - 4 }
  /// Without the border and the row of answers.
  package static func rows(_ size: Size) -> Int { max(1, min(22, size.rows - 3) - 4) }
}
