import Domain

/// What is known of the spelling of an open note.
package struct NoteSpelling: Equatable, Sendable {
  /// The words that the dictionary lacks; every place of them is marked.
  package var unknown: Set<String>
  /// Meant so, in this note while it is open.
  var ignored: Set<String>
  /// As last looked at; nil once the text was changed.
  package var figures: Figures?

  package struct Figures: Equatable, Sendable {
    /// How many places are marked.
    package var marks: Int
    /// Of all texts of the note, divided by blanks.
    package var words: Int
  }

  init() {
    unknown = []
    ignored = []
  }
}

/// What a dictionary is asked.
package struct SpellingRequest: Equatable, Sendable {
  /// Each once; the one that comes next in the text first.
  package var words: [String]

  package init(words: [String]) { self.words = words }
}

package struct SpellingAnswer: Equatable, Sendable {
  package var unknown: [String]
  /// What the first of them may have been meant to be, the likeliest first.
  package var suggestions: [String]

  package init(unknown: [String], suggestions: [String]) {
    self.unknown = unknown
    self.suggestions = suggestions
  }
}

/// Asks what is to be done about one word.
package struct SpellingPrompt: Equatable, Sendable {
  package var word: String
  package var choices: [SpellingChoice]
  package var cursor: Int

  init(word: String, suggestions: [String]) {
    self.word = word
    choices = suggestions.prefix(9).map { .replace($0) } + [.ignore, .learn]
    cursor = 0
  }

  /// The key that takes a choice, as it is shown.
  package func key(of place: Int) -> Unicode.Scalar {
    switch choices[place] {
    case .replace: Menu.keys[Menu.keys.index(Menu.keys.startIndex, offsetBy: place)]
    case .ignore: "0"
    case .learn: "+"
    }
  }
}

package enum SpellingChoice: Equatable, Sendable {
  case replace(String)
  case ignore
  /// Into the person's own words.
  case learn

  package var label: String {
    switch self {
    case .replace(let word): word
    case .ignore: "ignore here"
    case .learn: "add to my words"
    }
  }
}

/// A word in an open note.
struct NoteWord: Equatable {
  var part: Int
  var range: Range<TextPlace>
}

extension NoteScreenState {
  /// Goes through the words of all texts of the note, from the cursor on and around.
  ///
  /// - Parameter visit: Is given each word and where it stands; returns whether to go on.
  func visitWords(_ visit: (String, NoteWord) -> Bool) {
    let here = isTyping ? cursorOfFocus : .start
    for part in Array(part..<template.parts.count) + Array(0..<part) {
      let start: TextPlace = part == self.part ? here : .start
      guard visitWords(of: part, from: start, visit) else { return }
    }
    guard here != .start else { return }
    _ = visitWords(of: part, from: .start) { word, place in
      place.range.lowerBound < here && visit(word, place)
    }
  }

  /// How many words there are, divided by blanks.
  var wordCount: Int {
    fields.values.reduce(0) { count, field in
      field.buffer.paragraphs.reduce(count) { $0 + TextWords.count($1) }
    }
  }

  private var cursorOfFocus: TextPlace {
    focusedPart.flatMap { fields[$0.key] }?.buffer.cursor ?? .start
  }

  private func visitWords(
    of part: Int,
    from start: TextPlace,
    _ visit: (String, NoteWord) -> Bool
  ) -> Bool {
    guard let buffer = fields[template.parts[part].key]?.buffer else { return true }
    for paragraph in start.paragraph..<buffer.paragraphs.count {
      let text = buffer.paragraphs[paragraph]
      for bytes in TextWords(text)
      where paragraph > start.paragraph || bytes.lowerBound >= start.offset {
        let place = TextPlace(paragraph, bytes.lowerBound)
        let word = NoteWord(part: part, range: place..<TextPlace(paragraph, bytes.upperBound))
        guard visit(TextWords.plain(text, bytes), word) else { return false }
      }
    }
    return true
  }
}
