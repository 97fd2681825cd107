// Data table: the people of the demo, all of them invented.

import Domain

/// One client of the demo; the place in the table, from 1, is the number in the code ("C06").
struct DemoPerson {
  var name: Name
  var illness: Illness
  var stay: Stay

  struct Name {
    var first: String
    var last: String
    var pronouns: Pronouns
    var born: CalendarDate

    init(_ first: String, _ last: String, _ pronouns: Pronouns, born: Int) {
      self.first = first
      self.last = last
      self.pronouns = pronouns
      self.born = .on(born)
    }
  }

  enum Pronouns: String {
    case she = "she/her"
    case he = "he/him"
    case they = "they/them"
  }

  struct Illness {
    var icd10: String
    var substance: String
    var criteria: Int

    init(_ icd10: String, _ substance: String, criteria: Int) {
      self.icd10 = icd10
      self.substance = substance
      self.criteria = criteria
    }
  }

  struct Stay {
    var from: CalendarDate
    var track: Track
    var primary: DemoStaff
    var referral: ReferralSource

    init(from: Int, _ track: Track, _ primary: DemoStaff, _ referral: ReferralSource) {
      self.from = .on(from)
      self.track = track
      self.primary = primary
      self.referral = referral
    }
  }
}

extension DemoPerson {
  static let all: [DemoPerson] = [
    DemoPerson(
      name: Name("Aster", "Fauxwell", .she, born: 1991_06_14),
      illness: Illness("F10.20", "alcohol", criteria: 4),
      stay: Stay(from: 2026_02_02, .day, .mq, .individualSelf)
    ),
    DemoPerson(
      name: Name("Brindle", "Mockingham", .she, born: 1997_02_03),
      illness: Illness("F12.10", "cannabis", criteria: 2),
      stay: Stay(from: 2026_02_09, .day, .mq, .otherHealthProvider)
    ),
    DemoPerson(
      name: Name("Cato", "Exampleton", .he, born: 1984_09_27),
      illness: Illness("F11.20", "opioid", criteria: 8),
      stay: Stay(from: 2026_01_12, .day, .mq, .alcoholDrugProvider)
    ),
    DemoPerson(
      name: Name("Delphine", "Notareal", .she, born: 1973_11_08),
      illness: Illness("F10.20", "alcohol", criteria: 5),
      stay: Stay(from: 2026_02_18, .day, .mq, .employerEAP)
    ),
    DemoPerson(
      name: Name("Ember", "Pretendleton", .she, born: 2001_04_19),
      illness: Illness("F15.20", "stimulant", criteria: 5),
      stay: Stay(from: 2026_02_23, .day, .mq, .communityReferral)
    ),
    DemoPerson(
      name: Name("Finch", "Imaginary", .he, born: 1995_01_30),
      illness: Illness("F14.20", "cocaine", criteria: 5),
      stay: Stay(from: 2026_02_23, .day, .tb, .courtCriminalJustice)
    ),
    DemoPerson(
      name: Name("Gus", "Fictionelli", .he, born: 1987_07_22),
      illness: Illness("F11.20", "opioid", criteria: 9),
      stay: Stay(from: 2026_01_05, .day, .tb, .alcoholDrugProvider)
    ),
    DemoPerson(
      name: Name("Hope", "Samplewright", .she, born: 1980_12_05),
      illness: Illness("F10.20", "alcohol", criteria: 4),
      stay: Stay(from: 2026_01_21, .day, .tb, .individualSelf)
    ),
    DemoPerson(
      name: Name("Ivo", "Placeholder", .he, born: 1968_05_11),
      illness: Illness("F10.20", "alcohol", criteria: 7),
      stay: Stay(from: 2026_02_11, .day, .tb, .otherHealthProvider)
    ),
    DemoPerson(
      name: Name("Juniper", "Testerman", .they, born: 1998_08_16),
      illness: Illness("F11.20", "opioid", criteria: 5),
      stay: Stay(from: 2026_03_02, .day, .tb, .individualSelf)
    ),
    DemoPerson(
      name: Name("Kasimir", "Dummydata", .he, born: 1990_03_01),
      illness: Illness("F13.10", "sedative", criteria: 3),
      stay: Stay(from: 2026_03_04, .day, .tb, .otherHealthProvider)
    ),
    DemoPerson(
      name: Name("Lark", "Fauxwell", .he, born: 1992_10_24),
      illness: Illness("F10.20", "alcohol", criteria: 5),
      stay: Stay(from: 2026_02_18, .day, .tb, .courtCriminalJustice)
    ),
    DemoPerson(
      name: Name("Mark", "Madeupson", .he, born: 1977_06_02),
      illness: Illness("F10.10", "alcohol", criteria: 3),
      stay: Stay(from: 2026_02_12, .evening, .np, .courtCriminalJustice)
    ),
    DemoPerson(
      name: Name("Nell", "Hypothetica", .she, born: 1987_01_17),
      illness: Illness("F14.10", "cocaine", criteria: 2),
      stay: Stay(from: 2026_03_03, .evening, .np, .individualSelf)
    ),
    DemoPerson(
      name: Name("Odalys", "Inventada-Ficticia", .she, born: 1995_09_09),
      illness: Illness("F12.20", "cannabis", criteria: 4),
      stay: Stay(from: 2026_02_03, .evening, .np, .school)
    ),
    DemoPerson(
      name: Name("Perrin", "Nonesuch", .he, born: 1981_04_28),
      illness: Illness("F10.21", "alcohol", criteria: 5),
      stay: Stay(from: 2025_12_15, .evening, .np, .alcoholDrugProvider)
    ),
    DemoPerson(
      name: Name("Quentin", "Unrealis", .he, born: 2003_12_21),
      illness: Illness("F15.10", "stimulant", criteria: 3),
      stay: Stay(from: 2026_02_17, .evening, .np, .individualSelf)
    ),
    DemoPerson(
      name: Name("Rosalba", "Makebelieve", .she, born: 1990_03_25),
      illness: Illness("F10.20", "alcohol", criteria: 4),
      stay: Stay(from: 2026_02_24, .evening, .np, .individualSelf)
    ),
    DemoPerson(
      name: Name("Søren", "Nobodysen", .he, born: 1963_07_06),
      illness: Illness("F10.20", "alcohol", criteria: 8),
      stay: Stay(from: 2026_01_14, .evening, .np, .alcoholDrugProvider)
    ),
    DemoPerson(
      name: Name("Tamsin", "Fableworth", .she, born: 1986_02_19),
      illness: Illness("F11.21", "opioid", criteria: 7),
      stay: Stay(from: 2025_09_29, .custom, .mq, .individualSelf)
    ),
    DemoPerson(
      name: Name("Una", "Mythwood", .she, born: 1975_08_31),
      illness: Illness("F10.21", "alcohol", criteria: 5),
      stay: Stay(from: 2025_10_14, .custom, .mq, .otherHealthProvider)
    ),
    DemoPerson(
      name: Name("Will", "Storybrook", .he, born: 1997_11_13),
      illness: Illness("F12.21", "cannabis", criteria: 4),
      stay: Stay(from: 2025_09_03, .custom, .tb, .courtCriminalJustice)
    ),
    DemoPerson(
      name: Name("Xanthe", "Pseudonym", .she, born: 1979_05_20),
      illness: Illness("F10.21", "alcohol", criteria: 5),
      stay: Stay(from: 2025_12_08, .custom, .np, .employerEAP)
    ),
    DemoPerson(
      name: Name("Yves", "Phantomme", .he, born: 1999_10_07),
      illness: Illness("F11.20", "opioid", criteria: 7),
      stay: Stay(from: 2026_02_10, .evening, .np, .individualSelf)
    ),
  ]
}
