/// An opaque, random identifier of one kind of entity.
///
/// The text is a two-letter prefix, an underscore and twelve letters or digits, fifteen bytes in
/// all; it never holds a name, a code or a date. The phantom type keeps a client's id from being
/// used as an episode's.
package struct ID<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: String

  package init(_ rawValue: String) { self.rawValue = rawValue }

  package static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
  package var description: String { rawValue }
}

package typealias ClientID = ID<Client>
package typealias EpisodeID = ID<Episode>
package typealias StaffID = ID<Staff>
package typealias RoomID = ID<Room>
package typealias GroupID = ID<GroupSeries>
package typealias EnrollmentID = ID<Enrollment>
package typealias SessionID = ID<GroupSession>
package typealias AppointmentID = ID<Appointment>
package typealias RuleSetID = ID<RuleSet>
package typealias ChangeID = ID<Change>
package typealias NoteID = ID<ProgressNote>
package typealias PlanID = ID<TreatmentPlan>
package typealias FollowUpID = ID<FollowUp>
package typealias ObjectiveID = ID<PlanObjective>
package typealias RepetitionID = ID<Repetition>

/// Makes identifiers from random bits that the caller brings.
///
/// The domain has no source of randomness: an event carries the seed.
package struct IDMaker: Equatable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next<Entity>(_ prefix: IDPrefix, as _: Entity.Type = Entity.self)
    -> ID<Entity>
  {
    let high = nextBits()
    let low = nextBits()
    return ID(IDMaker.text(prefix, high, low))
  }

  /// SplitMix64: every seed gives a full-period, well-mixed sequence.
  private mutating func nextBits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return IDMaker.mixed(state)
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// The prefix, an underscore, and twelve letters or digits: about 71 bits of two words of bits.
  static func text(_ prefix: IDPrefix, _ high: UInt64, _ low: UInt64) -> String {
    let letters: StaticString = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    let start = prefix.rawValue.utf8
    return unsafe String(unsafeUninitializedCapacity: start.count + 13) { bytes in
      var count = 0
      for byte in start {
        unsafe bytes[count] = byte
        count += 1
      }
      unsafe bytes[count] = UInt8(ascii: "_")
      count += 1
      for word in [high, low] {
        var rest = word
        for _ in 0..<6 {
          unsafe bytes[count] = letters.utf8Start[Int(rest % 62)]
          rest /= 62
          count += 1
        }
      }
      return count
    }
  }
}

/// What an identifier's two letters say.
package enum IDPrefix: String, Sendable, CaseIterable {
  case program = "pr"
  case client = "cl"
  case episode = "ep"
  case staff = "st"
  case room = "rm"
  case group = "gr"
  case enrollment = "en"
  case session = "gs"
  case appointment = "ap"
  case ruleSet = "rs"
  case change = "ch"
  case note = "nt"
  case plan = "tp"
  case objective = "ob"
  case grant = "gt"
  case followUp = "fu"
  case repetition = "rp"
}

extension ID where Entity == GroupSession {
  /// The id of a series' meeting on a date, the same in every window that computes it.
  ///
  /// A moved meeting keeps the id of its first date.
  package static func occurrence(of group: GroupID, on date: CalendarDate) -> SessionID {
    SessionID(derivedID(.session, from: group.rawValue, number: date.dayNumber))
  }
}

extension ID where Entity == ProgressNote {
  /// The id of the one note that a client has of a service, the same in every window.
  ///
  /// The service is a session's or appointment's id, or the date of a day that was missed.
  ///
  package static func note(of client: ClientID, service: String) -> NoteID {
    NoteID(derivedID(.note, from: client.rawValue + "/" + service, number: 0))
  }
}

private func derivedID(_ prefix: IDPrefix, from text: String, number: Int) -> String {
  var high: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { high = (high ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  high = IDMaker.mixed(high ^ UInt64(bitPattern: Int64(number)))
  let low = IDMaker.mixed(high &+ 0x9E37_79B9_7F4A_7C15)
  return IDMaker.text(prefix, high, low)
}
