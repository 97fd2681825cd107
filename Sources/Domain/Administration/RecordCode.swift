/// The codes by which people call records: "C12", "G03".
package enum RecordCode {
  /// "C13" after "C12": the highest code with a number, and one more.
  package static func next(after codes: [String], orElse first: String) -> String {
    var best: (prefix: Substring, number: Int, width: Int)?
    for code in codes {
      let digits = code.reversed().prefix { $0.isASCII && $0.isNumber }.count
      guard digits > 0, digits < 10, let number = Int(code.suffix(digits)) else { continue }
      if number > best?.number ?? -1 { best = (code.dropLast(digits), number, digits) }
    }
    guard let best else { return first }
    let next = String(best.number + 1)
    return best.prefix + String(repeating: "0", count: max(0, best.width - next.count)) + next
  }
}
