import App
import Storage

/// Tab in a path that is being typed.
extension EffectRunner {
  func completed(_ typed: String) -> Action {
    let path = typed == "~" ? "~/" : typed
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let beginning = String(path[(slash.map { path.index(after: $0) } ?? path.startIndex)...])
    do throws(StorageError) {
      let names = try PathNames.names(
        in: folder.isEmpty ? "." : Self.expanded(folder),
        beginning: beginning,
        endings: [".csv", ".ics"]
      )
      return .pathCompleted(
        PathCompletion(typed: typed, folder: folder, beginning: beginning, names: names)
      )
    } catch {
      return .pathCompleted(PathCompletion(typed: typed, why: error.message))
    }
  }
}
