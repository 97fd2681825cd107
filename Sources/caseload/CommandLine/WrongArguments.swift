import ArgumentParser

/// Words for a command line that can't be understood.
///
/// What was typed in a place for values isn't repeated: a client's name may stand there, and
/// complaints end in logs.
enum WrongArguments {
  static func error(_ error: any Error, in arguments: [String]) -> CommandError {
    let words = words(in: arguments)
    let isUnexpected = CaseloadCommand.message(for: error).contains(unexpected)
    if let first = words.first, isUnexpected, !commands.contains(where: { $0.name == first }) {
      return unknownCommand(first)
    }
    // `show` is a command, and the second word of another.
    let command = words.lazy.compactMap { word in commands.first { $0.name == word } }.first
    return .use(sentence(of: error), form: command?.form ?? CaseloadCommand.form)
  }

  /// How the parser says that a value stands where none belongs.
  private static let unexpected = "nexpected argument"

  private static let commands: [(name: String, form: String)] =
    CaseloadCommand.configuration.subcommands.compactMap { type in
      guard let name = type.configuration.commandName, let type = type as? any ProgramCommand.Type
      else { return nil }
      return (name, type.form)
    }

  private static func unknownCommand(_ word: String) -> CommandError {
    let names = commands.map(\.name)
    if let nearest = commands.first(where: { $0.name == NearestWord.of(word, in: names) }) {
      return .use("There is no such command.", form: nearest.form)
    }
    return .use(
      "There is no such command.",
      form: "caseload with one of " + names.joined(separator: ", ")
    )
  }

  /// The parser's sentence, without values.
  private static func sentence(of error: any Error) -> String {
    let message = CaseloadCommand.message(for: error)
    let line = message.split(separator: "\n").first.map(String.init) ?? ""
    if line.contains(unexpected) { return "There is an argument too many." }
    if let value = line.firstRange(of: ", but '") { return String(line[..<value.lowerBound]) + "." }
    if line.hasSuffix(".") || line.hasSuffix("?") { return line }
    return line + "."
  }

  /// The arguments that are neither options of the program nor their values.
  private static func words(in arguments: [String]) -> [String] {
    let valued = ["--data", "--now", "--counselor", "--theme", "--log", "--record"]
    var words: [String] = []
    var skips = false
    for argument in arguments {
      if skips {
        skips = false
      } else if argument.hasPrefix("-") {
        skips = valued.contains(argument)
      } else {
        words.append(argument)
      }
    }
    return words
  }
}
