package import Domain
import PropertyList

/// What a person chose, apart from any program's records.
package struct PersonSettings: Equatable, Sendable {
  /// The theme's name; nil is the standard one.
  package var theme: String?
  /// The code of the counselor last used, by program.
  package var counselors: [ID<Program>: String]

  package init(theme: String? = nil, counselors: [ID<Program>: String] = [:]) {
    self.theme = theme
    self.counselors = counselors
  }
}

extension PersonSettings {
  private static let name = "settings.plist"

  /// Reads the settings; none where there is no file.
  ///
  /// Keys of other versions are passed over here, since nothing but comfort hangs on them; they are
  /// kept when the settings are saved.
  ///
  /// - Returns: The settings, and what is wrong with a file that can't be used.
  package static func load(
    from config: ConfigFolder
  ) -> (settings: PersonSettings, problem: RecordProblem?) {
    do throws(FileFault) {
      guard let node = try file(in: config) else { return (PersonSettings(), nil) }
      return (try PersonSettings(node), nil)
    } catch {
      return (PersonSettings(), problem(error, config))
    }
  }

  /// Saves the settings in place of the old ones.
  ///
  /// - Throws: `untrusted` when there is a file that can't be used: it isn't written over.
  package func save(to config: ConfigFolder) throws(StorageError) {
    var dictionary = PropertyListDictionary()
    do throws(FileFault) {
      if let old = try Self.file(in: config) {
        _ = try PersonSettings(old)
        if case .dictionary(let kept) = old.value { dictionary = kept }
      }
    } catch {
      throw .untrusted(Self.problem(error, config))
    }
    dictionary.set("theme", theme)
    var codes = PropertyListDictionary()
    for (id, code) in counselors { codes.set(id.rawValue, code) }
    dictionary.set("counselors", codes)
    let bytes: [UInt8]
    do throws(PropertyListError) {
      bytes = try PropertyListWriter.bytes(of: .dictionary(dictionary))
    } catch {
      throw .unwritable(Self.name, reason: error.message)
    }
    try DataFolder.makeFolders(to: config.path)
    try Folder.open(config.path, disk: Disk()).replace(Self.name, with: bytes)
  }

  private init(_ node: PropertyListNode) throws(FileFault) {
    self.init()
    do throws(PropertyListError) {
      var fields = try PropertyListFields(node)
      theme = try fields.optionalString("theme")
      guard let codes = fields.optionalNode("counselors") else { return }
      var inner = try PropertyListFields(codes)
      for key in inner.keys { counselors[ID(key)] = try inner.string(key) }
    } catch {
      throw FileFault(error)
    }
  }

  private static func file(in config: ConfigFolder) throws(FileFault) -> PropertyListNode? {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try Folder.readSystemFile(config.path + "/" + name, limit: 262_144)
    } catch {
      if error == .missing { return nil }
      throw error
    }
    do throws(PropertyListError) {
      return try PropertyListReader.read(bytes, mode: .lenient)
    } catch {
      throw FileFault(error)
    }
  }

  private static func problem(_ fault: FileFault, _ config: ConfigFolder) -> RecordProblem {
    RecordProblem(
      record: config.path + "/" + name,
      kind: fault.word.rawValue,
      what: "Your settings file \(config.path)/\(name) can't be used: \(fault.reason).",
      doThis: "Correct the file or delete it; until then the choices of this run are not kept."
    )
  }
}
