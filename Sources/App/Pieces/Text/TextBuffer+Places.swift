/// Finding places, and bringing them between two grapheme clusters.
extension TextBuffer {
  package func text(in range: Range<TextPlace>) -> String {
    let (from, to) = (range.lowerBound, range.upperBound)
    if from.paragraph == to.paragraph {
      return paragraphs[from.paragraph].slice(from.offset..<to.offset)
    }
    let first = paragraphs[from.paragraph]
    var pieces = [first.slice(from.offset..<first.utf8.count)]
    pieces += paragraphs[(from.paragraph + 1)..<to.paragraph]
    pieces.append(paragraphs[to.paragraph].slice(0..<to.offset))
    return pieces.joined(separator: "\n")
  }

  /// Whether a place lies in the text and no scalar is cut by it.
  func holds(_ place: TextPlace) -> Bool {
    guard paragraphs.indices.contains(place.paragraph) else { return false }
    return paragraphs[place.paragraph].isScalarBoundary(place.offset)
  }

  /// The place before a cluster, in the paragraph before where there is none here.
  func left(of place: TextPlace) -> TextPlace? {
    if place.offset > 0 {
      let text = paragraphs[place.paragraph]
      return TextPlace(place.paragraph, text.offset(of: text.index(before: text.at(place.offset))))
    }
    return place.paragraph > 0 ? endOfParagraph(place.paragraph - 1) : nil
  }

  func right(of place: TextPlace) -> TextPlace? {
    let text = paragraphs[place.paragraph]
    if place.offset < text.utf8.count {
      return TextPlace(place.paragraph, text.offset(of: text.index(after: text.at(place.offset))))
    }
    return place.paragraph + 1 < paragraphs.count ? TextPlace(place.paragraph + 1, 0) : nil
  }

  /// The start of the word before, the spaces between skipped.
  func wordLeft(of place: TextPlace) -> TextPlace? {
    guard place.offset > 0 else { return left(of: place) }
    let text = paragraphs[place.paragraph]
    var offset = place.offset
    let bytes = text.utf8.span
    while offset > 0, isBlank(bytes[offset - 1]) { offset -= 1 }
    while offset > 0, !isBlank(bytes[offset - 1]) { offset -= 1 }
    return TextPlace(place.paragraph, text.clusterBoundary(atOrBefore: offset))
  }

  /// The end of the word behind, the spaces between skipped.
  func wordRight(of place: TextPlace) -> TextPlace? {
    let text = paragraphs[place.paragraph]
    let bytes = text.utf8.span
    guard place.offset < bytes.count else { return right(of: place) }
    var offset = place.offset
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    while offset < bytes.count, !isBlank(bytes[offset]) { offset += 1 }
    return TextPlace(place.paragraph, text.clusterBoundary(atOrAfter: offset))
  }

  func endOfParagraph(_ paragraph: Int) -> TextPlace {
    TextPlace(paragraph, paragraphs[paragraph].utf8.count)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension String {
  /// The index behind so many bytes; constant time.
  func at(_ offset: Int) -> String.Index { utf8.index(startIndex, offsetBy: offset) }

  func offset(of index: String.Index) -> Int { utf8.distance(from: startIndex, to: index) }

  func slice(_ range: Range<Int>) -> String {
    String(self[at(range.lowerBound)..<at(range.upperBound)])
  }

  func isScalarBoundary(_ offset: Int) -> Bool {
    guard (0..<utf8.count).contains(offset) else { return offset == utf8.count }
    return utf8[at(offset)] & 0xC0 != 0x80
  }

  /// The nearest place between two grapheme clusters that isn't before the offset.
  func clusterBoundary(atOrAfter offset: Int) -> Int {
    guard offset > 0, offset < utf8.count else {
      return Swift.max(0, Swift.min(offset, utf8.count))
    }
    let index = at(offset)
    return String.Index(index, within: self) != nil
      ? offset : self.offset(of: self.index(after: index))
  }

  func clusterBoundary(atOrBefore offset: Int) -> Int {
    guard offset > 0, offset < utf8.count else {
      return Swift.max(0, Swift.min(offset, utf8.count))
    }
    let index = at(offset)
    guard String.Index(index, within: self) == nil else { return offset }
    return self.offset(of: self.index(before: self.index(after: index)))
  }
}
