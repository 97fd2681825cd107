import Domain

/// The groups of the teams and the places in them.
extension SampleBuilder {
  /// The team's groups that anybody was ever in.
  mutating func addGroups(of team: Int) {
    for kind in SampleGroup.allCases {
      let places = plan.stays.indices.filter { plan.stays[$0].team == team }
        .flatMap { self.places(of: $0, in: kind) }
      guard let first = places.map(\.from).min() else { continue }
      var group = series(kind, of: team, since: first)
      for place in places {
        group.enrollments.append(enrollment(place))
      }
      if !places.contains(where: { $0.to == nil }) {
        group.effectiveTo = places.compactMap(\.to).max()
      }
      snapshot.groups.append(group)
    }
  }

  private mutating func series(_ kind: SampleGroup, of team: Int, since first: CalendarDate)
    -> GroupSeries
  {
    let number = snapshot.groups.count + 1
    let ending = plan.teams.count > 1 ? " \(team + 1)" : ""
    var group = GroupSeries(
      id: ids.next(.group),
      code: (number < 10 ? "G0" : "G") + String(number),
      title: kind.title + ending,
      type: .known(kind.type),
      weekdays: kind.weekdays,
      start: kind.times.start,
      end: kind.times.end,
      effectiveFrom: first,
      leadID: staff(kind.lead, of: team)
    )
    group.coLeadIDs = kind.coLead.map { [staff($0, of: team)] } ?? []
    group.roomID = groupRoom(of: team)
    if kind.type == .psychoeducation || kind.type == .multifamily {
      group.capacity = SampleTeam.familyCap
      group.capacityKind = .known(.soft)
    }
    if kind == .aftercare { group.level = "1.5" }
    if kind == .family { group.audience = .known(.families) }
    return group
  }

  /// One enrollment to be: of a stay, from a day to a day, on all or some weekdays.
  struct Place {
    var stay: Int
    var from: CalendarDate
    var to: CalendarDate?
    var weekdays: Set<Weekday>?
  }

  private mutating func enrollment(_ place: Place) -> Enrollment {
    Enrollment(
      id: ids.next(.enrollment),
      clientID: clientIDs[plan.stays[place.stay].client],
      episodeID: episodeIDs[place.stay],
      from: place.from,
      to: place.to,
      weekdays: place.weekdays
    )
  }

  /// A stay's places in a group, as known on the last day.
  private func places(of index: Int, in kind: SampleGroup) -> [Place] {
    let stay = plan.stays[index]
    let whole = Place(stay: index, from: stay.admittedOn, to: stay.intensiveTo)
    var places: [Place] = []
    switch kind {
    case .aftercare:
      if stay.inAftercareGroup {
        let from = stay.intensiveTo.adding(days: 1)
        places = [Place(stay: index, from: from, to: stay.last)]
      }
    case .family: if stay.inFamilyGroup { places = [whole] }
    case .dayProcess, .dayRelapse, .dayEducation, .daySkills, .eveningProcess, .eveningRelapse,
      .eveningEducation, .eveningSkills:
      if SampleGroup.intensive(isEvening: stay.isEvening).contains(kind) {
        places = tapered(whole, in: kind, from: stay.taperFrom)
      }
    }
    return places.filter { $0.from <= plan.lastDay }.map { place in
      var place = place
      let isOver = (place.to ?? plan.lastDay) < plan.lastDay
      if !isOver { place.to = nil }
      return place
    }
  }

  /// With a taper the day in the middle of the week falls away.
  private func tapered(_ whole: Place, in kind: SampleGroup, from taper: CalendarDate?) -> [Place] {
    guard let taper, kind.type == .process || kind.type == .psychoeducation else { return [whole] }
    var before = whole
    before.to = taper.adding(days: -1)
    guard kind.type == .process else { return [before] }
    var after = whole
    after.from = taper
    after.weekdays = kind == .dayProcess ? [.monday, .friday] : [.monday, .thursday]
    return [before, after]
  }
}
