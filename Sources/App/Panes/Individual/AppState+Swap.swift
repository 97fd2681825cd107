import Domain

/// Two appointments that exchange their times.
extension AppState {
  /// The counselor's other appointments, once the weeks to come are read; nil where there is none.
  mutating func swapMenu(_ id: AppointmentID) -> Menu? {
    guard let meeting = data.appointments[id] else { return nil }
    let others = data.partners(toSwap: id, asOf: now)
    guard !others.isEmpty else {
      let who = data.staff[meeting.state.counselorID]?.code ?? "The counselor"
      say("\(who) has no other booked appointment to exchange it with.", .warning)
      return nil
    }
    let items = zip(Menu.keys, others).map { key, other in
      let swap = AppointmentSwap(
        id,
        with: other.id,
        newFirst: ids.next(.appointment),
        newSecond: ids.next(.appointment)
      )
      let when = ChangeWords.moment(other.state.scheduledStart, in: self)
      return MenuItem(key, "\(when) \(name(of: other.clientID))", .run(.swap(swap)))
    }
    let when = ChangeWords.moment(meeting.state.scheduledStart, in: self)
    return Menu(title: "\(name(of: meeting.clientID)), \(when), exchanges with", items: items)
  }
}
