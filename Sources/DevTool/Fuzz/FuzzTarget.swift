/// Something that is given any bytes, and what must hold whatever they are.
struct FuzzTarget {
  /// Whole inputs, from which others are made.
  var corpus: [[UInt8]]
  /// Tries one input.
  ///
  /// - Parameters:
  ///   - bytes: The input.
  ///   - place: Which of the corpus it was made from.
  ///   - dice: For what else is by chance.
  /// - Returns: What doesn't hold; nil where all does.
  var check: @MainActor (_ bytes: [UInt8], _ place: Int, _ dice: inout SplitMix) -> String?
}

/// The kinds of inputs there are.
struct FuzzKind {
  var name: String
  /// How many of a thousand inputs are of this kind where all are tried: some are slow.
  var share: Int
  /// Makes it, with a folder of its own to work in.
  var make: @MainActor (_ folder: String) throws(ToolError) -> FuzzTarget

  static let all = [
    FuzzKind(name: "plist", share: 200, make: TextTargets.plist),
    FuzzKind(name: "record", share: 200, make: FileTargets.record),
    FuzzKind(name: "sealed", share: 150, make: FileTargets.sealed),
    FuzzKind(name: "journal", share: 150, make: FileTargets.journal),
    FuzzKind(name: "sealed-journal", share: 60, make: FileTargets.sealedJournal),
    FuzzKind(name: "csv", share: 100, make: TextTargets.csv),
    FuzzKind(name: "theme", share: 20, make: TextTargets.theme),
    FuzzKind(name: "key-file", share: 20, make: KeyFileTarget.make),
    FuzzKind(name: "template", share: 40, make: TextTargets.template),
    FuzzKind(name: "keys", share: 47, make: TextTargets.keys),
    FuzzKind(name: "import", share: 6, make: TextTargets.importing),
    FuzzKind(name: "folder", share: 6, make: FileTargets.folder),
    FuzzKind(name: "arguments", share: 1, make: ArgumentTarget.make),
  ]
}

/// One input of a run: the same for the same seed, kind and number.
struct FuzzInput {
  var bytes: [UInt8]
  var place: Int
  var dice: SplitMix

  init(_ target: FuzzTarget, kind: String, seed: UInt64, number: Int) {
    var state = seed
    for byte in kind.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    dice = SplitMix(state: state &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
    place = dice.below(target.corpus.count)
    bytes = FuzzMutator.mutated(target.corpus, at: place, &dice)
  }
}
