/// A place where sessions are held.
///
/// - Source: `domain.md` 4.6.
package struct Room: Hashable, Sendable {
  package let id: RoomID
  package var name: String
  /// Clients, staff and guests together.
  package var capacity: Int
  package var kind: Coded<RoomKind>
  package var history: [HistoryEntry<RecordEdit<Room>>] = []
  package var isWithdrawn = false

  package init(
    id: RoomID,
    name: String,
    capacity: Int,
    kind: Coded<RoomKind> = .known(.group)
  ) {
    self.id = id
    self.name = name
    self.capacity = capacity
    self.kind = kind
  }
}

package enum RoomKind: String, Hashable, Sendable, CaseIterable {
  case group, office, testing, virtual
}
