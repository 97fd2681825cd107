/// Why a time zone can't be used.
package enum TimeZoneError: Error, Hashable, Sendable {
  /// The name isn't one that a zone file could have.
  case badIdentifier(String)
  /// The zone's file was read, but can't be understood.
  case badFile(identifier: String, ZoneFileDamage)
}

/// What is wrong with the bytes of a zone file.
package enum ZoneFileDamage: Error, Hashable, Sendable {
  /// It doesn't begin as a zone file does.
  case notAZoneFile
  /// A version of the format other than 1 to 4; the byte that names it.
  case unknownVersion(UInt8)
  /// It ends before what it announces.
  case endsEarly
  /// Its counts contradict each other.
  case impossibleCounts
  /// Its changes of the clock are out of order, or lead to an offset that isn't there.
  case impossibleChanges
  /// An offset from UTC of more than 26 hours.
  case impossibleOffset
  /// It counts leap seconds, which instants don't.
  case countsLeapSeconds
  /// The rule for later years, given here, can't be read.
  case unreadableRule(String)
}

extension TimeZoneError: CustomStringConvertible {
  /// What happened, what isn't lost, and what to do.
  package var description: String {
    switch self {
    case .badIdentifier(let identifier):
      "\"\(identifier)\" isn't the name of a time zone. Nothing was changed. "
        + "Give a name as in America/New_York."
    case .badFile(let identifier, let damage):
      "The system's file for the time zone \(identifier) can't be used: \(damage.wording). "
        + "No records were changed. Install the system's tzdata package anew, then start again."
    }
  }
}

extension ZoneFileDamage {
  fileprivate var wording: String {
    switch self {
    case .notAZoneFile: "it isn't a zone file"
    case .unknownVersion(let byte): "its format has the unknown version byte \(byte)"
    case .endsEarly: "it ends too early"
    case .impossibleCounts: "its counts contradict each other"
    case .impossibleChanges: "its clock changes are out of order"
    case .impossibleOffset: "it has an offset of more than 26 hours"
    case .countsLeapSeconds: "it counts leap seconds"
    case .unreadableRule(let rule): "its rule for later years, \"\(rule)\", can't be read"
    }
  }
}
