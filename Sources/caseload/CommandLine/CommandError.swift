import Domain

/// How the program says, in one number, how it went; from `sysexits.h` where that has a name.
enum ExitStatus: Int32 {
  case well = 0
  /// `check` or `notes verify` found something.
  case found = 1
  case wrongUse = 64
  /// Bad data, or a rule that refuses.
  case badData = 65
  case notThere = 66
  case noTerminal = 69
  case cantCreate = 73
  case inputOutput = 74
  /// Someone else is at it; trying again may help.
  case locked = 75
  case notAllowed = 77
}

/// Why a command ends without having done what was asked.
///
/// The sentence never tells a client's name, nor repeats what was typed where a name could stand.
struct CommandError: Error, Equatable {
  var status: ExitStatus
  /// What happened, with a full stop.
  var sentence: String
  /// What the sentence is about in particular, one thing a line.
  var details: [String] = []
  /// The record that stands in the way, where there is one.
  var problem: RecordProblem?
  /// The nearest right form of the command line, where another one would help.
  var form: String?

  init(_ status: ExitStatus, _ sentence: String, form: String? = nil) {
    self.status = status
    self.sentence = sentence
    self.form = form
  }

  /// Wrong use, with the form that is right.
  static func use(_ sentence: String, form: String) -> CommandError {
    CommandError(.wrongUse, sentence, form: form)
  }
}
