import Storage

/// Showing the recovery key, once.
enum RecoveryPaper {
  static let warning =
    "Everything will be sealed under your passphrase. Whoever forgets it and has\n"
    + "no recovery key has lost all records, for ever: nobody can open them then,\n"
    + "nor can the makers of this program.\n"

  /// On a terminal it is to be written down, and one group of it typed back; a script gets it on
  /// standard output.
  static func show(_ key: RecoveryKey, by secrets: SecretInput) throws(CommandError) {
    switch secrets {
    case .standardInput: try Output.write("Recovery key: \(key.text)\n")
    case .terminal:
      try HiddenTerminal.tell(
        "\nThe recovery key. It is shown this once and kept nowhere: write it down on\n"
          + "paper, and keep the paper where nobody else gets at it.\n\n    \(key.text)\n\n"
      )
      let place = Int.random(in: key.groups.indices)
      while true {
        let typed = try HiddenTerminal.askOpenly(
          "From your paper, group \(place + 1) of \(key.groups.count)"
        )
        if typed.uppercased() == key.groups[place] { return }
        try HiddenTerminal.tell("That isn't what stands there. Compare it once more.\n")
      }
    }
  }
}
