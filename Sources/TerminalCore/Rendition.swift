/// The colours and attributes a terminal writes with: what sequences that end in `m` (SGR) set.
///
/// Only what ncurses sends to the terminals in use: attributes 1 to 9 and numbered colours.
struct Rendition: Equatable {
  /// Bit n is attribute n, 1...9.
  var attributes: UInt16 = 0
  var foreground = Color.terminals
  var background = Color.terminals

  /// A colour as its sequence has it.
  enum Color: Equatable {
    /// The terminal's own.
    case terminals
    /// One parameter, such as 31 or 104.
    case short(UInt8)
    /// The last of three, such as 234 in `48;5;234`.
    case numbered(UInt8)
  }

  /// Takes in the parameters of one sequence.
  ///
  /// - Returns: Whether all of them are known; nothing is changed otherwise.
  mutating func take(_ parameters: [UInt8]) -> Bool {
    var result = self
    var index = 0
    while index < parameters.count {
      let parameter = parameters[index]
      index += 1
      switch parameter {
      case 0: result = Rendition()
      case 1...9: result.attributes |= 1 << UInt16(parameter)
      case 30...37, 90...97: result.foreground = .short(parameter)
      case 40...47, 100...107: result.background = .short(parameter)
      case 39: result.foreground = .terminals
      case 49: result.background = .terminals
      case 38, 48:
        guard index + 1 < parameters.count, parameters[index] == 5 else { return false }
        let color = Color.numbered(parameters[index + 1])
        if parameter == 38 { result.foreground = color } else { result.background = color }
        index += 2
      default: return false
      }
    }
    self = result
    return true
  }

  /// Appends the shortest sequence that leads here from another rendition; from nil by a reset.
  func appendSequence(from other: Rendition?, to output: inout [UInt8]) {
    guard self != other else { return }
    output.append(0x1B)
    output.append(UInt8(ascii: "["))
    var start = Rendition()
    if let other, isReached(from: other) {
      start = other
    } else if self != start {
      output.append(UInt8(ascii: "0"))
    }
    for attribute in 1...9 where (attributes & ~start.attributes) >> attribute & 1 == 1 {
      append(UInt8(attribute), to: &output)
    }
    if foreground != start.foreground { append(foreground, after: 38, to: &output) }
    if background != start.background { append(background, after: 48, to: &output) }
    output.append(UInt8(ascii: "m"))
  }

  /// Whether nothing of the other one has to be taken away, for which only a reset is sure.
  private func isReached(from other: Rendition) -> Bool {
    attributes & other.attributes == other.attributes
      && (foreground != .terminals || other.foreground == .terminals)
      && (background != .terminals || other.background == .terminals)
  }

  private func append(_ color: Color, after first: UInt8, to output: inout [UInt8]) {
    switch color {
    case .terminals: break
    case .short(let parameter): append(parameter, to: &output)
    case .numbered(let number):
      append(first, to: &output)
      append(5, to: &output)
      append(number, to: &output)
    }
  }

  private func append(_ parameter: UInt8, to output: inout [UInt8]) {
    if output.last != UInt8(ascii: "[") { output.append(UInt8(ascii: ";")) }
    if parameter >= 100 { output.append(UInt8(ascii: "0") + parameter / 100) }
    if parameter >= 10 { output.append(UInt8(ascii: "0") + parameter / 10 % 10) }
    output.append(UInt8(ascii: "0") + parameter % 10)
  }
}
