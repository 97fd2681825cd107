import Domain

/// Who works at Cedar Harbor, and where.
enum DemoStaff: Int, CaseIterable {
  case mq, tb, np

  func staff(ids: [StaffID]) -> Staff {
    var person: Staff
    switch self {
    case .mq:
      person = Staff(
        id: ids[rawValue],
        code: "MQ",
        name: "Marisol Quill",
        credentials: "LCADC",
        role: .known(.clinicalSupervisor)
      )
    case .tb:
      person = Staff(
        id: ids[rawValue],
        code: "TB",
        name: "Tobias Brightwater",
        credentials: "CADC II"
      )
    case .np:
      person = Staff(
        id: ids[rawValue],
        code: "NP",
        name: "Nadia Pretendre",
        credentials: "CADC-T",
        role: .known(.trainee),
        supervisorID: ids[DemoStaff.mq.rawValue]
      )
    }
    person.workHours = workHours
    return person
  }

  private var workHours: [WorkHours] {
    switch self {
    case .mq: hours(from: 8_00, to: 16_30, days: 1...5)
    case .tb: hours(from: 10_30, to: 19_15, days: 1...4)
    case .np: hours(from: 12_00, to: 20_45, days: 1...4)
    }
  }

  private func hours(from: Int, to: Int, days: ClosedRange<Int>) -> [WorkHours] {
    days.compactMap(Weekday.init(rawValue:)).map {
      WorkHours(weekday: $0, from: .at(from), to: .at(to))
    }
  }

  /// Where this one sees clients.
  var office: DemoRoom {
    switch self {
    case .mq: .office1
    case .tb: .office2
    case .np: .office3
    }
  }
}

enum DemoRoom: Int, CaseIterable {
  case harbor, lantern, office1, office2, office3

  func room(ids: [RoomID]) -> Room {
    let id = ids[rawValue]
    return switch self {
    case .harbor: Room(id: id, name: "Harbor", capacity: 24)
    case .lantern: Room(id: id, name: "Lantern", capacity: 14)
    case .office1: Room(id: id, name: "Office 1", capacity: 4, kind: .known(.office))
    case .office2: Room(id: id, name: "Office 2", capacity: 4, kind: .known(.office))
    case .office3: Room(id: id, name: "Office 3", capacity: 4, kind: .known(.office))
    }
  }
}
