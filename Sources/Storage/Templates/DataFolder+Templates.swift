package import Domain
import Templates

extension DataFolder {
  /// The templates that notes are written in: the bundled ones and the folder's own.
  ///
  /// - Returns: Them, and each own one that can't be used, with its line; the bundled one of the
  ///   same name is used then.
  package func templates() -> (NoteTemplates, [RecordProblem]) {
    var templates = TemplateFile.bundled()
    var problems: [RecordProblem] = []
    guard let folder = openFolder(Layout.templates, problems: &problems) else {
      return (templates, problems)
    }
    let names = recordNames(in: folder, problems: &problems) { name in
      guard name.hasSuffix(Layout.suffix) else { return false }
      let id = name.dropLast(Layout.suffix.count)
      return !id.isEmpty
        && id.utf8.allSatisfy { StoredID.isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x5F }
    }
    for name in names {
      let id = String(name.dropLast(Layout.suffix.count))
      do throws(FileFault) {
        let bytes = try folder.read(name)
        do throws(TemplateError) {
          templates.all[id] = try TemplateFile.read(bytes: bytes, id: id)
        } catch {
          throw .badContent(error.problem)
        }
      } catch {
        let rest = templates.all[id] == nil ? "It isn't used" : "The bundled one is used"
        problems.append(error.problem(ofWritten: folder.pathOf(name), "template", rest))
      }
    }
    return (templates, problems)
  }

  /// The phrases to insert, the bundled ones and the folder's own, by title.
  package func phrases() -> ([Phrase], [RecordProblem]) {
    var phrases = TemplateFile.bundledPhrases()
    var problems: [RecordProblem] = []
    if let folder = openFolder("settings", problems: &problems) {
      do throws(FileFault) {
        let bytes = try folder.read("phrases.plist")
        let own: [Phrase]
        do throws(TemplateError) { own = try TemplateFile.phrases(bytes: bytes) } catch {
          throw .badContent(error.problem)
        }
        for phrase in own {
          phrases.removeAll { $0.abbreviation == phrase.abbreviation }
          phrases.append(phrase)
        }
      } catch {
        if error != .missing {
          problems.append(
            error.problem(ofWritten: Layout.phrases, "file of phrases", "The bundled ones are used")
          )
        }
      }
    }
    return (phrases.sorted { ($0.title, $0.abbreviation) < ($1.title, $1.abbreviation) }, problems)
  }
}

extension FileFault {
  fileprivate func problem(
    ofWritten path: String,
    _ what: String,
    _ rest: String
  ) -> RecordProblem {
    RecordProblem(
      record: path,
      kind: word.rawValue,
      what: "The \(what) \(path) can't be used: \(reason). \(rest).",
      doThis: "Correct the file; it is read again at the next start."
    )
  }
}

extension Layout {
  static let templates = "settings/templates"
  static let phrases = "settings/phrases.plist"
}
