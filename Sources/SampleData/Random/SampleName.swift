// Data table: names that are plainly made up.

/// The words that names of sample people are made of.
enum SampleName {
  static func first(_ dice: inout Dice) -> String { dice.pick(firsts) }
  static func last(_ dice: inout Dice) -> String { dice.pick(lasts) }

  /// Names that are hard to draw: wide, combining, right to left, long.
  static let hard: [(first: String, last: String)] = [
    ("見本", "架空"),
    ("Zoe\u{0308}", "Exa\u{0301}mplova\u{0301}"),
    ("דמה", "דוגמה"),
    ("Maximiliana-Theodora", "von Platzhalter-Beispielsdorf zu Muster"),
    ("مثال", "وهمي"),
    ("예시", "가짜"),
    ("Łucja", "Przykładowska-Zmyślona"),
    ("Ng", "X"),
    ("Nguyễn", "Ví Dụ"),
    ("Ana\u{0301}\u{0323}", "O’Fiction"),
  ]

  private static let firsts = [
    "Alder", "Amaryl", "Arrow", "Auburn", "Basil", "Bramble", "Briar", "Cedar", "Clover", "Coral",
    "Cricket", "Dahlia", "Dune", "Echo", "Elm", "Fable", "Fennel", "Fern", "Flint", "Garnet",
    "Ginger", "Hazel", "Heath", "Indigo", "Ivy", "Jasper", "Juno", "Kestrel", "Larch", "Laurel",
    "Linden", "Lupin", "Mallow", "Maple", "Marlow", "Nettle", "Nova", "Oakley", "Olive", "Onyx",
    "Opal", "Pebble", "Pepper", "Quill", "Reed", "River", "Robin", "Rowan", "Rue", "Sable", "Sage",
    "Sorrel", "Sparrow", "Tansy", "Teal", "Thistle", "Umber", "Verity", "Willow", "Wren", "Yarrow",
    "Zephyr",
  ]

  private static let lasts = [
    "Allegory", "Anyname", "Apocrypha", "Assumed", "Blankfield", "Coinage", "Conjecture",
    "Daydream",
    "Demoford", "Doesntexist", "Dummyton", "Ersatz", "Examplewood", "Fabledale", "Facsimile",
    "Falsework", "Fauxbridge", "Feigned", "Fictionby", "Figment", "Fillername", "Fantasma",
    "Hollowname", "Hypotheson", "Imaginova", "Inventsky", "Loremstone", "Madeuply",
    "Makebelow", "Mirageau", "Mockford", "Mythwell", "Nameless", "Neverwas", "Nobodyman", "Noman",
    "Nonesuchly", "Notareally", "Parable", "Phantomby", "Placeholt", "Pretendham", "Pseudonova",
    "Quasimann", "Samplefield", "Shamworth", "Simulacre", "Somebodyson", "Specimen", "Standin",
    "Storyton", "Supposeley", "Tallstory", "Testington", "Thoughtup", "Unrealton", "Untruesdale",
    "Whatsisname", "Yarnspinner",
  ]

  static let rooms = [
    "Harbor", "Lantern", "Meadow", "Orchard", "Willow", "Lookout", "Garden", "Bridge", "Mill",
    "Spring",
  ]

  static let diagnoses: [(icd10: String, substance: String, criteria: ClosedRange<Int>)] = [
    ("F10.10", "alcohol", 2...3), ("F10.20", "alcohol", 4...10), ("F11.20", "opioid", 4...11),
    ("F12.10", "cannabis", 2...3), ("F12.20", "cannabis", 4...7), ("F13.10", "sedative", 2...3),
    ("F14.20", "cocaine", 4...9), ("F15.20", "stimulant", 4...9),
  ]
}
