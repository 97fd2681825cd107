package import Domain
import PropertyList
import Templates

/// Reads template files: property lists that a person may write; `Sources/Templates/README.md`
/// says how.
package enum TemplateFile {
  /// Reads one.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - id: Its name without the ending.
  /// - Returns: The template.
  /// - Throws: The line and what is wrong with it.
  package static func read(bytes: [UInt8], id: String) throws(TemplateError) -> NoteTemplate {
    do throws(PropertyListError) {
      let node = try PropertyListReader.read(bytes, mode: .lenient)
      return try node.record { fields throws(PropertyListError) in
        try NoteTemplate(written: &fields, id: id)
      }
    } catch {
      throw TemplateError(line: error.line, problem: error.description)
    }
  }

  /// Reads a file of phrases.
  package static func phrases(bytes: [UInt8]) throws(TemplateError) -> [Phrase] {
    do throws(PropertyListError) {
      let node = try PropertyListReader.read(bytes, mode: .lenient)
      return try node.record { fields throws(PropertyListError) in
        try fields.array("phrases", of: Phrase.init(written:))
      }
    } catch {
      throw TemplateError(line: error.line, problem: error.description)
    }
  }

  /// The bundled templates.
  package static func bundled() -> NoteTemplates {
    var templates: [NoteTemplate] = []
    for (name, bytes) in BundledTemplates.all {
      do throws(TemplateError) { templates.append(try read(bytes: bytes, id: name)) } catch {
        assertionFailure("\(name): \(error.problem)")
      }
    }
    return NoteTemplates(templates)
  }

  /// The bundled phrases.
  package static func bundledPhrases() -> [Phrase] {
    do throws(TemplateError) {
      return try phrases(bytes: BundledTemplates.phrases)
    } catch {
      assertionFailure(error.problem)
      return []
    }
  }
}

/// A template or a file of phrases that can't be read.
package struct TemplateError: Error, Equatable, Sendable {
  package var line: Int
  package var problem: String
}

/// A piece of text that is inserted by its abbreviation or picked by its title.
package struct Phrase: Hashable, Sendable {
  package var abbreviation: String
  package var title: String
  package var text: String

  package init(abbreviation: String, title: String, text: String) {
    self.abbreviation = abbreviation
    self.title = title
    self.text = text
  }
}

extension Phrase {
  fileprivate init(written fields: inout PropertyListFields) throws(PropertyListError) {
    let abbreviation = try fields.string("abbreviation")
    let text = try fields.string("text")
    self.init(abbreviation: abbreviation, title: try fields.string("title"), text: text)
  }
}

extension NoteTemplate {
  fileprivate init(
    written fields: inout PropertyListFields,
    id: String
  ) throws(PropertyListError) {
    var kinds: [NoteKind] = []
    for word in try fields.optionalStrings("kinds") ?? [] {
      guard let kind = NoteKind(rawValue: word) else {
        throw fields.error("kinds", .notOneOf(word, choices: NoteKind.allCases.map(\.rawValue)))
      }
      kinds.append(kind)
    }
    let parts = try fields.array("parts", of: NotePart.init(written:))
    if parts.isEmpty { throw fields.error("parts", .missingKey("key")) }
    for (index, part) in parts.enumerated()
    where parts[..<index].contains(where: { $0.key == part.key }) {
      throw fields.error("parts", .duplicateKey(part.key))
    }
    self.init(id: id, title: try fields.string("title"), kinds: kinds, parts: parts)
  }
}

extension NotePart {
  fileprivate init(written fields: inout PropertyListFields) throws(PropertyListError) {
    let key = try fields.string("key")
    let isObjectives = try fields.optionalBoolean("objectives") ?? false
    let options = try fields.optionalArray("options", of: NoteOption.init(written:))
    let isRequired = try fields.optionalBoolean("required") ?? false
    let allowsSeveral = try fields.optionalBoolean("several") ?? false
    var form = NotePartForm.text
    if isObjectives { form = .objectives }
    if let options {
      guard !isObjectives, !options.isEmpty else {
        throw fields.error("options", .unexpected(.value, found: "a part without a choice"))
      }
      for (index, option) in options.enumerated()
      where options[..<index].contains(where: { $0.code == option.code }) {
        throw fields.error("options", .duplicateKey(option.code))
      }
      form = .choice(options, allowsSeveral: allowsSeveral)
    }
    self.init(key: key, title: try fields.string("title"), form: form, isRequired: isRequired)
  }
}

extension NoteOption {
  fileprivate init(written fields: inout PropertyListFields) throws(PropertyListError) {
    let isAlone = try fields.optionalBoolean("alone") ?? false
    let code = try fields.string("code")
    let needsPlan = try fields.optionalBoolean("needsPlan") ?? false
    let title = try fields.string("title")
    self.init(code: code, title: title, needsPlan: needsPlan, isAlone: isAlone)
  }
}
