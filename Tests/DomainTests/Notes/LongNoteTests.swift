import Domain
import Testing

@Suite struct `A note of ten thousand lines` {
  private static let text = (0..<10_000)
    .map { "Line \($0) the client spoke about work and sleep and a plan for the week" }
    .joined(separator: "\n")

  @Test func `is compared with many others in no more than a few passes`() {
    let clock = ContinuousClock()
    var likeness: [Int?] = []
    let one = clock.measure { likeness = [CloneGuard.likeness(of: Self.text, to: Self.text + ".")] }
    #expect(likeness == [100])
    let own = CloneGuard.TextToCompare(Self.text)
    let other = String(Self.text.prefix(2_000))
    let many = clock.measure { likeness = (0..<20).map { _ in own.likeness(to: other) } }
    #expect(likeness.allSatisfy { $0 == likeness[0] && $0 != nil })
    #expect(many < one * 20, "the own text is taken apart once: \(many), \(one)")
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
