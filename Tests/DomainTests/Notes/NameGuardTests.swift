import Domain
import Support
import Testing

@Suite struct `The guard of names` {
  private func client(
    _ code: String,
    _ first: String,
    _ last: String,
    preferred: String? = nil,
    supports: [String] = []
  ) -> Client {
    var client = Client(
      id: .of(code),
      mrn: code,
      legalFirst: first,
      legalLast: last,
      birthDate: .on("1990-01-01")
    )
    client.preferredName = preferred
    client.supports = supports.map { SupportPerson(name: $0, relation: "friend") }
    return client
  }

  private var all: [Client] {
    [
      client("C01", "Aster", "Fauxwell"),
      client("C02", "Renée", "Nobodysen", preferred: "Renny"),
      client("C03", "Mary Ann", "Inventada-Ficticia", supports: ["Dr. Otto Plum", "Mom"]),
      client("C04", "Hope", "Madeupson"),
      client("C05", "Lark", "Fauxwell", supports: ["Quillon Vale", "Hope Vale"]),
      client("C06", "Søren", "O’Fiction"),
      client("C07", "Julie", "Testerman"),
      client("C08", "Bo", "Do"),
    ]
  }

  /// What is found in a text of C05's chart, as it is written, with the first letter of how sure.
  private func found(_ text: String, own: String? = "C05") -> [String] {
    let guardian = NameGuard(others: all, own: own.flatMap { code in all.first { $0.mrn == code } })
    return guardian.findings(in: text).map { finding in
      let word = String(decoding: Array(text.utf8)[finding.range], as: UTF8.self)
      let certainty =
        switch finding.certainty {
        case .name: "name"
        case .commonWord: "word"
        case .initials: "initials"
        }
      return "\(word) \(certainty)"
    }
  }

  @Test(
    arguments: [
      ("Spoke with Aster about it.", ["Aster name"]),
      ("ASTER, aster", ["ASTER name", "aster name"]),
      ("Aster's turn; Aster’s turn.", ["Aster's name", "Aster’s name"]),
      ("RENEE came", ["RENEE name"]), ("Rene\u{301}e came", ["Rene\u{301}e name"]),
      ("Renny's car", ["Renny's name"]), ("Soren", ["Soren name"]), ("SØREN", ["SØREN name"]),
      ("(Aster)", ["Aster name"]), ("\"Aster\"", ["Aster name"]), ("Aster2", ["Aster name"]),
      ("Aster.Then", ["Aster name"]), ("'Aster'", ["Aster' name"]),
      ("O'Fiction and O’Fiction's", ["O'Fiction name", "O’Fiction's name"]),
    ]
  )
  func `finds names however they are written`(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(
    arguments: [
      "Asteroid", "disaster", "Renneed", "astern", "plumber", "a b c", "I am", "", "hopeless",
      "Maryland", "Client's mom and Dr. Who", "e.g. this", "9.30 a.m.",
    ]
  )
  func `takes other words for what they are`(text: String) { #expect(found(text) == []) }

  @Test(
    arguments: [
      ("Mary Ann said", ["Mary Ann name"]), ("Mary\nAnn said", ["Mary\nAnn name"]),
      ("mary   ann's", ["mary   ann's name"]), ("Mary said", ["Mary name"]),
      ("Inventada-Ficticia", ["Inventada-Ficticia name"]),
      ("Inventada‑Ficticia", ["Inventada‑Ficticia name"]),
      ("Inventada-\r\nFicticia", ["Inventada-\r\nFicticia name"]),
      ("Mrs. Ficticia", ["Ficticia name"]), ("Mary Mary Ann", ["Mary name", "Mary Ann name"]),
    ]
  )
  func `finds names of several words, whole and in part, over line breaks`(
    text: String,
    expected: [String]
  ) {
    #expect(found(text) == expected)
  }

  @Test(
    arguments: [
      ("with J.T. today", ["J.T. initials"]), ("j.t.", ["j.t. initials"]),
      ("J. T. said", ["J. T. initials"]), ("J.T.'s turn", ["J.T.'s initials"]),
      ("J.T said", ["J.T initials"]), ("R.N. and S.O.", ["R.N. initials", "S.O. initials"]),
      ("JT", []), ("J. Then", []), ("X.Y.", []), ("L.F.", []), ("A.F.", ["A.F. initials"]),
    ]
  )
  func `asks about initials`(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test func `the own names, and initials like one's own, name nobody else`() {
    #expect(found("Lark Fauxwell, L.F.") == [])
    #expect(found("Lark Fauxwell", own: "C01") == ["Lark name"])
    #expect(found("Lark Fauxwell", own: nil) == ["Lark name", "Fauxwell name"])
  }

  @Test func `words that are names are asked about`() {
    #expect(found("I hope so; do it.", own: "C01") == ["hope word", "do word"])
    #expect(found("Hope's turn", own: "C01") == ["Hope's word"])
  }

  @Test func `who stands by another client is guarded too, titles and kin are not`() {
    #expect(
      found("Otto Plum and Otto's mom, Dr. Who") == ["Otto name", "Plum name", "Otto's name"]
    )
    #expect(found("Quillon Vale", own: "C01") == ["Quillon name", "Vale name"])
  }

  @Test func `who stands by the own client may be named, unless another is called so`() {
    #expect(found("Quillon Vale came along.") == [])
    #expect(found("Hope Vale came along.") == ["Hope word"])
  }

  @Test func `ranges are bytes, whatever stands before them`() {
    #expect(found("👩‍👩‍👧‍👦🇳🇴 ünï\u{0} — Aster.") == ["Aster name"])
    let guardian = NameGuard(others: all, own: nil)
    #expect(guardian.findings(in: "👍🏽 Aster").map(\.range) == [9..<14])
    #expect(guardian.findings(in: "é\r\nMary\r\nAnn!").map(\.range) == [4..<13])
    #expect(guardian.findings(in: "\"'Aster\"").map(\.range) == [2..<7])
  }

  @Test func `says whose name it is`() {
    let findings = NameGuard(others: all, own: nil).findings(in: "Renny, then Søren")
    #expect(findings.map(\.client) == [.of("C02"), .of("C06")])
  }

  @Test func `clients without a letter in their names do no harm`() {
    let odd = [client("C01", "", ""), client("C02", "見本", "架空"), client("C03", "-", "X")]
    let guardian = NameGuard(others: odd, own: nil)
    #expect(guardian.findings(in: "見本 X - x 1").map(\.client) == [.of("C02")])
  }

  @Test func `five hundred clients with long names and a long text`() {
    let many = (0..<500).map { number in
      let letters =
        String(UnicodeScalar(UInt8(97 + number % 26)))
        + String(UnicodeScalar(UInt8(97 + number / 26)))
      return client("C\(number)", "Anna\(letters) Maria", "Q\(letters)x-Z\(letters)y")
    }
    let guardian = NameGuard(others: many, own: nil)
    let text = String(repeating: "The client spoke of many things. ", count: 2_000) + "Qcbx said"
    #expect(guardian.findings(in: text).map(\.client) == [.of("C28")])
  }
}
