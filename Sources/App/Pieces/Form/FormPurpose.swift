/// What a form is for: what is made of its answers, and under what its draft is kept.
package enum FormPurpose: Hashable, Sendable {
  /// An own program, at the first start.
  case newProgram
}

/// The questions that forms ask.
package enum FieldID: Hashable, Sendable {
  case programName, timeZone, founder
}
