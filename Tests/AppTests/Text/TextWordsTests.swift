import Testing

@testable import App

@Suite struct `Words to look up` {
  private func words(_ text: String) -> [String] {
    TextWords(text).map { TextWords.plain(text, $0) }
  }

  @Test(arguments: [
    ("Client arrived on time.", ["Client", "arrived", "on", "time"]),
    ("", []), ("... - !", []), ("a I b", []),
    ("co-occurring and/or", ["co", "occurring", "and", "or"]),
    (
      "the client's and clients' and SUD's plan",
      ["the", "client", "and", "clients", "and", "plan"]
    ),
    ("don't don\u{2019}t Renée's", ["don't", "don't", "Renée"]),
    (
      "'quoted' \u{201C}curly\u{201D} word\u{2014}word\u{2026}",
      ["quoted", "curly", "word", "word"]
    ),
    ("PHQ-9 IOPs ASAM SAMHSA's CBT COPING", ["SAMHSA", "COPING"]),
    ("at 9am 2nd B12 12/03 09:15 x2", ["at"]),
    ("see www.example.org or https://example.org/a, ask a.b@example.org", ["see", "or", "ask"]),
    ("e.g. i.e. a.m. J.T. end.Next", ["end", "Next"]),
    ("naïve über Ångström résumé", ["naïve", "über", "Ångström", "résumé"]),
    ("e\u{301}te\u{301} שלום 王小明 Привет 👨‍👩‍👧 tail", ["tail"]),
    ("3×4 word×word\u{A0}next", ["word", "word", "next"]),
  ])
  func `are words of Latin letters and nothing else`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `are counted by the blanks between them`() {
    #expect(TextWords.count("") == 0)
    #expect(TextWords.count("  a\tPHQ-9  of 12 \u{1F469} ") == 5)
  }

  @Test func `lie between clusters in any text`() {
    let pieces = [
      "word", "it's", "’", "'", "é", "e\u{301}", "7", " ", "-", "👩‍🚀", "王", "\u{200D}", "/", ".", "@",
      "Ω",
      "\u{202E}", "IOP", "s",
    ]
    var seed: UInt64 = 7
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      var end = 0
      for range in TextWords(text) {
        #expect(range.lowerBound >= end && range.upperBound <= text.utf8.count, "\(text)")
        let isWhole = text.clusterBoundary(atOrAfter: range.lowerBound) == range.lowerBound
        #expect(isWhole && text.isScalarBoundary(range.upperBound), "\(text)")
        end = range.upperBound
      }
    }
  }
}
