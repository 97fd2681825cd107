import App
import TerminalCore
import Testing

@Suite struct `A key that does nothing here` {
  private static let printable = (0x20...0x7E).compactMap { Unicode.Scalar(UInt32($0)) }

  @Test(arguments: `The key table`.lists)
  func `is answered with what it would do and the way there`(context: Context) {
    for scalar in Self.printable {
      let key = Key(scalar)
      guard Keymap.standard.command(for: key, in: context) == nil else { continue }
      let sentence = WrongKey.sentence(for: key, in: context)
      #expect(sentence.hasPrefix(key.spoken + " "), "\(sentence)")
      #expect(sentence.hasSuffix("."), "\(sentence)")
      let ways = [
        "Tab goes there", "g w goes there", "g d goes there", "g q goes there", "e opens a note",
        "? shows the keys",
      ]
      #expect(ways.contains { sentence.contains($0) }, "\(sentence)")
    }
  }

  @Test(arguments: `The key table`.lists)
  func `is answered whole in the narrowest window`(context: Context) {
    for scalar in Self.printable {
      let key = Key(scalar)
      guard Keymap.standard.command(for: key, in: context) == nil else { continue }
      let sentence = WrongKey.sentence(for: key, in: context, width: 58)
      #expect(CellWidth.of(sentence) <= 58, "\(sentence)")
    }
  }

  @Test(arguments: `The key table`.lists)
  func `is told of Tab only where Tab leads there`(context: Context) {
    let sentences = Self.printable.map { Key($0) }
      .filter { Keymap.standard.command(for: $0, in: context) == nil }
      .map { WrongKey.sentence(for: $0, in: context) }
    let toldOfTab = sentences.filter { $0.contains("Tab goes there") }
    let leads = Keymap.standard.command(for: .tab, in: context) == .nextPane
    #expect(leads || toldOfTab.isEmpty, "\(toldOfTab.count) sentences")
  }
}
