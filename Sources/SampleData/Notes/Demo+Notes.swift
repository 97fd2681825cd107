package import Domain

/// The demo's notes: what is signed, cheap to list; and their texts, made only when somebody asks.
///
/// - Source: `domain.md` 8.7.
extension Demo {
  /// The first day whose notes the program keeps; nothing is owed for days before it.
  static let notesFrom = CalendarDate.on(2026_03_09)

  static var rules: RuleSet {
    var rules = RuleSet.standard
    rules.notesFrom = notesFrom
    return rules
  }

  /// What the lists of notes say about all that is signed, as `addNotes` brings it; no text is made.
  package static func noteEntries(in snapshot: ProgramSnapshot) -> [NoteEntry] {
    let book = DemoNotes(snapshot)
    return book.signings.map(book.entry)
  }

  /// All that is written and not signed; without plans no objectives are linked.
  package static func noteDrafts(
    in snapshot: ProgramSnapshot,
    plans: [TreatmentPlan] = []
  ) -> [NoteDraft] {
    DemoNotes(snapshot, plans: plans).drafts()
  }

  /// The signed notes with their texts, in the order in which they were signed.
  package static func noteRecords(in snapshot: ProgramSnapshot) -> [NoteRecord] {
    DemoNotes(snapshot, plans: plans(in: snapshot)).records()
  }

  /// Puts plans, notes and drafts into the demo's snapshot: the part of it that takes its time.
  package static func addNotes(to snapshot: inout ProgramSnapshot) {
    let plans = plans(in: snapshot)
    let book = DemoNotes(snapshot, plans: plans)
    snapshot.plans = plans
    snapshot.notes = book.records()
    snapshot.drafts = book.drafts()
  }
}
