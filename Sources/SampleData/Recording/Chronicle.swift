import Domain

/// Keeps the changes of a whole data set, so that their orders ascend with time.
///
/// A change gets a number when it is made. Once all are there, `ProgramSnapshot.setOrders` puts the
/// place in time where the number was.
struct Chronicle {
  private var ids: IDMaker
  private var times: [Instant] = []

  init(seed: UInt64) { ids = IDMaker(seed: seed) }

  mutating func change(at instant: Instant, by staff: StaffID) -> ChangeMark {
    times.append(instant)
    return ChangeMark(id: ids.next(.change), number: times.count - 1, at: instant, by: staff)
  }

  /// For each change's number its place in time, from 1; of changes at the same second, the one
  /// made first comes first.
  func orders() -> [Int] {
    let bits = 28
    var keys = times.enumerated().map { Int($1.secondsSince1970) << bits | $0 }
    keys.sort()
    var orders = [Int](repeating: 0, count: keys.count)
    for (place, key) in keys.enumerated() { orders[key & (1 << bits - 1)] = place + 1 }
    return orders
  }
}

/// One change that the entries of histories belong to.
struct ChangeMark {
  var id: ChangeID
  var number: Int
  var at: Instant
  var by: StaffID
  var reason: String?

  func entry<EditOfFile>(_ edit: EditOfFile) -> HistoryEntry<EditOfFile> {
    HistoryEntry(
      change: id,
      order: number,
      at: at,
      by: by,
      kind: .done,
      reason: reason,
      edit: edit
    )
  }
}

extension ProgramSnapshot {
  /// Replaces the changes' numbers in all histories by their places in time.
  mutating func setOrders(from chronicle: Chronicle) {
    let orders = chronicle.orders()
    for place in sessions.indices { Self.setOrders(orders, in: &sessions[place].history) }
    for place in appointments.indices { Self.setOrders(orders, in: &appointments[place].history) }
  }

  private static func setOrders<EditOfFile>(
    _ orders: [Int],
    in history: inout [HistoryEntry<EditOfFile>]
  ) {
    for place in history.indices { history[place].takeOrder(from: orders) }
  }
}

extension HistoryEntry {
  /// In place, for an entry is large.
  fileprivate mutating func takeOrder(from orders: [Int]) { order = orders[order] }
}
