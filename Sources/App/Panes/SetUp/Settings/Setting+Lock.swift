// Data table.
import Domain

extension Setting {
  static let lock: [Setting] = [
    Setting(
      "idleLockMinutes",
      "Locked after",
      "policy",
      .number(\.idleLockMinutes, RuleSet.idleLockRange),
      "Minutes without a key until a sealed program asks for the passphrase."
    ),
    Setting(
      "idleLockInGroupMinutes",
      "The same, group running",
      "policy",
      .number(\.idleLockInGroupMinutes, RuleSet.idleLockRange),
      "While a group runs, the keyboard rests longer."
    ),
    Setting(
      "logOffMinutes",
      "Logged off after",
      "policy",
      .number(\.logOffMinutes, RuleSet.logOffRange),
      "Minutes without a key; what is typed stays, and somebody else may log in."
    ),
  ]
}
