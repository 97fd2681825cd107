import CryptoExtras
import Domain

/// What names of files and folders look like where a program is sealed.
///
/// A date tells when somebody was treated, and identifiers of sessions and notes are made from
/// those of groups and clients: whoever knows how could find out from them who was where and when.
/// So both are put through one block of AES under a key of their own, as 32 hexadecimal digits;
/// what stands around them, such as `.plist`, stays. Fixed words stay too.
struct DisguisedNames {
  private let key: SecretKey
  private static let blockSize = 16

  init(key: SecretKey) { self.key = key }

  /// The name on disk of something in the data folder.
  func disguised(_ name: String) -> String {
    let (head, token, tail) = Self.parts(of: name)
    guard !token.isEmpty else { return name }
    var block = Array(token.utf8) + Array(repeating: 0, count: Self.blockSize - token.utf8.count)
    do { try AES.permute(&block, key: key.symmetric) } catch { return name }
    return head + hexadecimal(block) + tail
  }

  /// The name that a name on disk stands for.
  ///
  /// One that should be disguised and isn't gets a form that no record has.
  func plain(_ name: String) -> String {
    if !Self.parts(of: name).token.isEmpty { return name + " in clear" }
    let head = name.hasPrefix(Self.listLock) ? Self.listLock : ""
    let rest = name.dropFirst(head.count)
    let digits = rest.prefix(2 * Self.blockSize)
    let tail = rest.dropFirst(digits.count)
    guard digits.utf8.count == 2 * Self.blockSize, var block = bytes(ofHexadecimal: digits),
      Self.endsToken(tail)
    else { return name }
    do { try AES.inversePermute(&block, key: key.symmetric) } catch { return name }
    let token = String(decoding: block.prefix { $0 != 0 }, as: UTF8.self)
    guard block.dropFirst(token.utf8.count).allSatisfy({ $0 == 0 }), Self.isToken(token) else {
      return name
    }
    return head + token + tail
  }

  /// The name as it is called in the program, whichever of its two forms is given.
  func called(_ name: String) -> String {
    Self.parts(of: name).token.isEmpty ? plain(name) : name
  }

  /// What stands before the date of a lock's name.
  static let listLock = "notes-"

  private static func parts(of name: String) -> (head: String, token: String, tail: String) {
    let head = name.hasPrefix(listLock) ? listLock : ""
    let rest = name.dropFirst(head.count)
    if CalendarDate(String(rest.prefix(10))) != nil, endsToken(rest.dropFirst(10)) {
      return (head, String(rest.prefix(10)), String(rest.dropFirst(10)))
    }
    let token = String(rest.prefix { $0 != "." && $0 != "-" })
    guard head.isEmpty, isToken(token) else { return ("", "", name) }
    return ("", token, String(rest.dropFirst(token.count)))
  }

  private static func endsToken(_ tail: Substring) -> Bool {
    tail.isEmpty || tail.first == "." || tail.first == "-"
  }

  /// A date, or an identifier as the program makes them; a longer one was made by hand, from
  /// nothing, and stays as it is.
  private static func isToken(_ text: String) -> Bool {
    guard text.utf8.count <= blockSize else { return false }
    if CalendarDate(text) != nil { return true }
    guard let prefix = IDPrefix(rawValue: String(text.prefix(2))) else { return false }
    return StoredID.isValid(text, prefix)
  }
}
