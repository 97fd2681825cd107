import Domain
import Storage

/// A moment of the past that stands in an argument: a date with a time, or the end of a day.
struct PastMoment {
  private let date: CalendarDate
  private let time: TimeOfDay?

  /// Nil where none was given.
  init?(_ text: String?) throws(CommandError) {
    guard let text else { return nil }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
    let time = parts.count == 2 ? TimeOfDay(parts[1]) : nil
    guard let first = parts.first, let date = CalendarDate(first), parts.count <= 2,
      parts.count == 1 || time.map({ $0 < .endOfDay }) ?? false
    else {
      throw .use(
        "--as-of isn't a date, or a date and time of the program's clock.",
        form: Self.form
      )
    }
    self.date = date
    self.time = time
  }

  private static let form =
    "--as-of 2026-03-11T10:52, or --as-of 2026-03-11 for the end of that day"

  /// - Throws: `wrongUse` for a moment that hasn't come yet.
  func instant(in program: OpenedProgram) throws(CommandError) -> Instant {
    guard let moment = program.zone.pastMoment(date, time, now: program.trueNow) else {
      throw .use("--as-of lies in the future: nothing is known of it.", form: Self.form)
    }
    return moment
  }
}

extension OpenedProgram {
  /// The data as they stood at a moment, with everybody who was on a roster then.
  func data(_ data: inout ProgramData, asOf moment: Instant) -> ProgramData {
    folder.loadPastRules(into: &data)
    let past = data.asOf(moment)
    let others = past.unknownClients
    guard !others.isEmpty else { return past }
    folder.loadClients(others.sorted(), into: &data)
    return data.asOf(moment)
  }
}

/// The notes that were signed about a client by a moment, with the state they had then.
struct SignedByThen {
  private let zone: ProgramTimeZone
  private let records: [NoteRecord]

  /// - Parameters:
  ///   - client: Whose.
  ///   - program: Where.
  ///   - moment: By then.
  ///   - isShown: Which of them are for whoever asks.
  init(
    of client: ClientID,
    in program: OpenedProgram,
    at moment: Instant,
    where isShown: (ProgressNote) -> Bool
  ) {
    zone = program.zone
    records = program.folder.notes(of: client).records.compactMap { $0.asOf(moment) }
      .filter { isShown($0.current) }
  }

  /// A line each.
  var text: String {
    records.map { record in
      let note = record.current
      let signed = zone.shown(note.signature.at)
      let service = note.service.shownDate ?? "-"
      return "note \(note.id) \(note.kind.rawValue) of \(service) signed \(signed) "
        + "\(record.status.rawValue)\n"
    }.joined()
  }

  var pairs: [(key: String, value: JSONValue)] {
    let notes = records.map { record in
      JSONValue.object([
        ("id", .string(record.note.id.rawValue)), ("kind", .string(record.current.kind.rawValue)),
        ("service", .optional(record.current.service.shownDate)),
        ("signed", .string(zone.shown(record.current.signature.at))),
        ("state", .string(record.status.rawValue)),
      ])
    }
    return [("notes", .array(notes))]
  }
}
