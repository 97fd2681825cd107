/// How somebody takes part.
///
/// The raw values are stored words, for ever.
package enum Modality: String, Hashable, Sendable, CaseIterable {
  case inPerson = "in_person"
  case video
  case audio

  /// "in person", "video", "phone".
  package var word: String {
    switch self {
    case .inPerson: "in person"
    case .video: "video"
    case .audio: "phone"
    }
  }
}
