import Domain
import SampleData
import Support
import Testing

@Suite struct `A signed note and what follows` {
  private let program = NoteProgram { $0.hold("G01", on: NoteProgram.monday) }

  private func record(by author: String = "NP") throws -> NoteRecord {
    let person = try #require(program.data.staff[.of(author)])
    return NoteRecord(
      note: ProgressNote(
        id: program.noteID("C01", program.group()),
        kind: .group,
        clientID: .of("C01"),
        service: program.group(),
        format: "group",
        formatTitle: "Group",
        sections: [],
        startedAt: program.at("10:31"),
        signature: Signature(person, at: program.at("10:40")),
        needsCosign: person.requiresCosign
      )
    )
  }

  private func event(
    _ kind: NoteEventKind,
    on record: NoteRecord,
    by staff: String
  ) throws(RuleViolation) -> NoteEvent {
    try program.data.event(kind, on: record, by: .of(staff), at: program.at("12:00"))
  }

  /// The record after some events, each of them allowed.
  private func after(_ events: [(NoteEventKind, String)], by author: String = "NP") throws
    -> NoteRecord
  {
    var record = try record(by: author)
    for (kind, staff) in events { record.events.append(try event(kind, on: record, by: staff)) }
    return record
  }

  @Test func `a counselor's stands at once, a trainee's waits`() throws {
    #expect(try record(by: "TB").status == .signed)
    #expect(try record(by: "NP").status == .awaitingCosign)
  }

  @Test func `the way through return, signing again and co-signature`() throws {
    var again = try record().note
    again.sections = [NoteSection(key: "response", title: "Response", text: "Better.")]
    let back: (NoteEventKind, String) = (.returned(comment: "Say more."), "SV")
    #expect(try after([back]).status == .returned)
    #expect(try after([back]).returnComment == "Say more.")
    let signed = try after([back, (.signedAgain(again), "NP")])
    #expect(signed.status == .awaitingCosign)
    #expect(signed.returnComment == nil)
    #expect(signed.current == again)
    #expect(signed.note.sections == [])
    let done = try after([back, (.signedAgain(again), "NP"), (.cosigned, "SV")])
    #expect(done.status == .cosigned)
    #expect(done.events.map(\.number) == [1, 2, 3])
    let entry = NoteEntry(done)
    #expect(entry.status == .cosigned)
    #expect(entry.comment == nil)
    #expect(NoteEntry(try after([back])).comment == "Say more.")
  }

  @Test func `an addendum changes neither the status nor the text`() throws {
    let record = try after([(.addendum(text: "Also called.", reason: "left out"), "TB")], by: "TB")
    #expect(record.status == .signed)
    #expect(record.current == record.note)
  }

  @Test func `nobody co-signs an own note`() throws {
    var own = try record(by: "SV")
    own.note.needsCosign = true
    #expect(throws: RuleViolation.wrongState("Nobody co-signs an own note.")) {
      try event(.cosigned, on: own, by: "SV")
    }
    #expect(throws: Never.self) { try event(.cosigned, on: own, by: "OT") }
  }

  @Test(arguments: [("SV", true), ("OT", true), ("TB", false), ("NP", false), ("XX", false)])
  func `the supervisor co-signs and returns, or another one`(staff: String, may: Bool) throws {
    let record = try record()
    for kind in [NoteEventKind.cosigned, .returned(comment: "More.")] {
      do throws(RuleViolation) {
        _ = try event(kind, on: record, by: staff)
        #expect(may, "\(staff) must not")
      } catch {
        #expect(!may, "\(staff) may: \(error)")
      }
    }
  }

  @Test func `a return says what is to be changed`() throws {
    let record = try record()
    #expect(throws: RuleViolation.self) {
      try event(.returned(comment: " \n"), on: record, by: "SV")
    }
  }

  @Test func `only what waits is co-signed`() throws {
    let signed = try record(by: "TB")
    #expect(throws: RuleViolation.self) { try event(.cosigned, on: signed, by: "SV") }
    let done = try after([(.cosigned, "SV")])
    #expect(throws: RuleViolation.self) { try event(.cosigned, on: done, by: "SV") }
    #expect(throws: RuleViolation.self) {
      try event(.returned(comment: "More."), on: done, by: "SV")
    }
  }

  @Test func `only its author signs a returned note again, and only that note`() throws {
    let back = try after([(.returned(comment: "More."), "SV")])
    #expect(throws: RuleViolation.self) {
      try event(.signedAgain(back.note), on: back, by: "SV")
    }
    var other = back.note
    other.signature.by = .of("TB")
    #expect(throws: RuleViolation.self) { try event(.signedAgain(other), on: back, by: "TB") }
    let waiting = try record()
    #expect(throws: RuleViolation.self) {
      try event(.signedAgain(waiting.note), on: waiting, by: "NP")
    }
  }

  @Test func `what is added has words, a correction its reason`() throws {
    let signed = try record(by: "TB")
    #expect(throws: RuleViolation.self) {
      try event(.addendum(text: " ", reason: "left out"), on: signed, by: "TB")
    }
    #expect(throws: RuleViolation.self) {
      try event(.correction(text: "Tuesday, not Monday.", reason: ""), on: signed, by: "TB")
    }
    #expect(throws: Never.self) {
      try event(.correction(text: "Tuesday.", reason: "Wrong day"), on: signed, by: "TB")
    }
    let back = try after([(.returned(comment: "More."), "SV")])
    #expect(throws: RuleViolation.self) {
      try event(.addendum(text: "Also", reason: "left out"), on: back, by: "NP")
    }
  }

  @Test func `its author or a supervisor enters it in error, once, with a reason`() throws {
    let signed = try record(by: "TB")
    let wrong = NoteEventKind.enteredInError(reason: "Wrong client")
    #expect(throws: RuleViolation.onlyLeadOrSupervisor) { try event(wrong, on: signed, by: "NP") }
    #expect(throws: RuleViolation.self) {
      try event(.enteredInError(reason: ""), on: signed, by: "TB")
    }
    #expect(throws: Never.self) { try event(wrong, on: signed, by: "SV") }
    let gone = try after([(wrong, "TB")], by: "TB")
    #expect(gone.status == .enteredInError)
    #expect(gone.current == gone.note)
    #expect(throws: RuleViolation.self) { try event(wrong, on: gone, by: "TB") }
    #expect(throws: RuleViolation.self) {
      try event(.addendum(text: "Also", reason: "left out"), on: gone, by: "TB")
    }
  }

  @Test(arguments: NoteStatus.allCases)
  func `what is signed is locked until it comes back`(status: NoteStatus) {
    let open: [NoteStatus] = [.draft, .ready, .returned]
    #expect(status.isLocked != open.contains(status))
  }
}
