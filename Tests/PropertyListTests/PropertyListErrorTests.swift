import PropertyList
import Testing

@Suite struct `Wordings of property list errors` {
  @Test func `an unknown element names its line, what was expected and what was found`() {
    let problem = PropertyListError.Problem.unexpected(.keyOrEndOfDictionary, found: "<strnig>")
    #expect(
      PropertyListError(line: 14, problem: problem).description
        == "line 14: expected <key> or </dict>, found <strnig>"
    )
  }
}
