import Domain

/// Making up for hours that are missing, from the week's table.
extension AppState {
  /// `b`: the meetings that a client could still come to this week, the longest first.
  mutating func openMakeups() -> [Effect] {
    guard let client = selectedClient else {
      say("No client is selected.", .warning)
      return []
    }
    let found = makeups(for: client)
    var items = zip(Menu.keys.filter { $0 != "a" }, found).map { key, makeup in
      MenuItem(key, words(of: makeup), .run(.record(makeup.request)))
    }
    items.append(MenuItem("a", "an individual appointment", .form(.booking(client))))
    let none = found.isEmpty ? ", no group is open" : ""
    prompt = .menu(Menu(title: "\(name(of: client)): \(missingWords(client))\(none)", items: items))
    return []
  }

  private func missingWords(_ client: ClientID) -> String {
    let hours = weekClients.first { $0.client == client }?.hours
    guard let slack = hours?.slack, slack < 0 else { return "nothing missing" }
    return "\(Hours.roundedUp(-slack)) missing"
  }

  private func words(of makeup: Makeup) -> String {
    let when = ChangeWords.moment(makeup.session.state.scheduledStart, in: self)
    let taken = makeup.session.rows.count
    return "\(when) \(makeup.group.code) \(makeup.group.title), +\(Hours.cutDown(makeup.minutes)), "
      + "\(taken)/\(makeup.group.capacity)"
  }

  /// Meetings to come that count, that the client isn't expected at, and that no rule speaks against.
  private mutating func makeups(for client: ClientID) -> [Makeup] {
    guard let staffID, let stay = openStay(of: client) else { return [] }
    var found: [Makeup] = []
    for session in data.weekDays(from: week.first).flatMap({ data.sessions(on: $0) })
    where session.state.status == .scheduled && session.state.scheduledStart > now {
      guard data.counts(session), session.row(of: client) == nil, !isBusy(client, session),
        let group = data.group(of: session), isOpen(group, to: stay, on: session.serviceDate)
      else { continue }
      var place = Enrollment(
        id: ids.next(.enrollment),
        clientID: client,
        episodeID: stay.id,
        from: session.serviceDate,
        to: session.serviceDate
      )
      place.weekdays = [session.serviceDate.weekday]
      place.source = .known(.makeup)
      let makeup = Makeup(session: session, group: group, place: place)
      let stamp = stamp(of: staffID)
      do throws(RuleViolation) {
        _ = try data.change(makeup.request, stamp: stamp)
        found.append(makeup)
      } catch { continue }
    }
    return found.sorted { left, right in
      (right.minutes, left.session.state.scheduledStart)
        < (left.minutes, right.session.state.scheduledStart)
    }
  }

  /// Groups for some clients only, or of another level, aren't suggested.
  private func isOpen(_ group: GroupSeries, to stay: Episode, on date: CalendarDate) -> Bool {
    !group.isClosed && group.audience == .known(.all)
      && group.level == stay.level(on: date)?.level
  }

  /// Whether the client is expected somewhere else then.
  private func isBusy(_ client: ClientID, _ session: GroupSession) -> Bool {
    let state = session.state
    let day = session.serviceDate
    let elsewhere = data.schedule(on: day, of: nil).filter { item in
      !item.isCalledOff && item.start < state.scheduledEnd && state.scheduledStart < item.end
    }
    return elsewhere.contains { item in
      switch item.id {
      case .session(let id): data.sessions[id]?.row(of: client) != nil
      case .appointment(let id): data.appointments[id]?.clientID == client
      }
    }
  }
}

/// A meeting that would bring a client hours.
private struct Makeup {
  let session: GroupSession
  let group: GroupSeries
  let place: Enrollment

  var request: AdministrationRequest { .enrollment(place, in: group.id) }

  /// As planned, without breaks that don't count.
  var minutes: Int {
    let state = session.state
    let breaks = state.breaks.filter { !$0.isCreditable }.map { pause in
      (pause.end ?? pause.start).secondsSince1970 - pause.start.secondsSince1970
    }
    let length = state.scheduledEnd.secondsSince1970 - state.scheduledStart.secondsSince1970
    return Int((length - breaks.reduce(0, +)) / 60)
  }
}
