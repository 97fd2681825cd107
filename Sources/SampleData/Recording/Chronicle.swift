import Domain

/// Keeps the changes of a data set, so that their orders ascend with time.
///
/// A change's order is its second, with room for others of the same second: so a part of the data
/// has the same orders as the whole.
struct Chronicle {
  private var ids: IDMaker
  /// How many changes each second has.
  private var changes: [Int: Int] = [:]
  private let start: Int

  /// The changes of one second that have an order of their own.
  private static let room = 65_536

  /// - Parameters:
  ///   - seed: Another seed gives other identifiers.
  ///   - start: No change is earlier.
  init(seed: UInt64, from start: Instant) {
    ids = IDMaker(seed: seed)
    self.start = Int(start.secondsSince1970)
  }

  mutating func change(at instant: Instant, by staff: StaffID) -> ChangeMark {
    let second = Int(instant.secondsSince1970)
    let place = changes[second, default: 0]
    changes[second] = place + 1
    precondition(second >= start && place < Chronicle.room, "a change has a place in time")
    let order = (second - start) * Chronicle.room + place + 1
    return ChangeMark(id: ids.next(.change), order: order, at: instant, by: staff)
  }
}

/// One change that the entries of histories belong to.
struct ChangeMark {
  var id: ChangeID
  var order: Int
  var at: Instant
  var by: StaffID
  var reason: String?

  func entry<EditOfFile>(_ edit: EditOfFile) -> HistoryEntry<EditOfFile> {
    HistoryEntry(
      change: id,
      order: order,
      at: at,
      by: by,
      kind: .done,
      reason: reason,
      edit: edit
    )
  }
}
