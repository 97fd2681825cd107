import Domain
import Testing

@Suite struct `A note of ten thousand lines` {
  private static let text = (0..<10_000)
    .map { "Line \($0) the client spoke about work and sleep and a plan for the week" }
    .joined(separator: "\n")

  @Test func `is compared the same, taken apart once or anew`() {
    let own = CloneGuard.TextToCompare(Self.text)
    #expect(own.likeness(to: Self.text + ".") == 100)
    #expect(CloneGuard.likeness(of: Self.text, to: Self.text + ".") == 100)
    let other = String(Self.text.prefix(2_000))
    let alike = CloneGuard.likeness(of: Self.text, to: other)
    #expect(alike != nil)
    #expect(own.likeness(to: other) == alike)
    #expect(own.likeness(to: other) == alike)
  }

  @Test(
    arguments: [
      ("The cat sat on the mat and it was warm, so the cat slept there until the evening came again."),
      ("Élodie l\u{2019}a dit, et la journ\u{E9}e fut longue; personne ne voulait partir avant la fin du jour ni rester."),
    ])
  func `is compared as any other`(text: String) {
    #expect(CloneGuard.likeness(of: text + " One.", to: text.uppercased() + " One.") == 100)
    #expect(CloneGuard.likeness(of: text + " One more.", to: text + " Two.") ?? 0 > 50)
    #expect(CloneGuard.likeness(of: text, to: "short") == nil)
  }
}
