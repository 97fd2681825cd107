import CryptoExtras
import Domain

/// What names of files and folders look like where a program is sealed.
///
/// A date tells when somebody was treated, and identifiers of sessions and notes are made from
/// those of groups and clients: whoever knows how could find out from them who was where and when.
/// So both are put through one block of AES under a key of their own, as 32 hexadecimal digits;
/// what stands around them, such as `.plist`, stays. Fixed words stay too.
///
/// What was found once is remembered, both ways round: each name is asked for several times, and
/// making the key ready is most of the work.
final class DisguisedNames {
  private let key: SecretKey
  private static let blockSize = 16
  private var digitsOf = [String: String](minimumCapacity: 500)
  private var tokenOf = [String: String](minimumCapacity: 500)
  /// So many are remembered; then it begins anew.
  private static let most = 20_000

  init(key: SecretKey) { self.key = key }

  /// The name on disk of something in the data folder.
  func disguised(_ name: String) -> String {
    guard let parts = Parts(of: name) else { return name }
    if let known = digitsOf[parts.token] { return parts.head + known + parts.tail }
    guard parts.isDisguised else { return name }
    var block = Array(parts.token.utf8)
    block += repeatElement(0, count: Self.blockSize - block.count)
    do { try AES.permute(&block, key: key.symmetric) } catch { return name }
    let digits = hexadecimal(block)
    remember(parts.token, as: digits)
    return parts.head + digits + parts.tail
  }

  /// The name that a name on disk stands for.
  ///
  /// One that should be disguised and isn't gets a form that no record has.
  func plain(_ name: String) -> String {
    if Parts.isClear(name) { return name + " in clear" }
    let head = Parts.head(of: name)
    let rest = name.utf8.dropFirst(head.utf8.count)
    let count = 2 * Self.blockSize
    guard rest.count >= count, Parts.endsToken(rest.dropFirst(count)) else { return name }
    let digits = String(Substring(rest.prefix(count)))
    guard let token = tokenOf[digits] ?? found(digits) else { return name }
    return head + token + String(Substring(rest.dropFirst(count)))
  }

  /// The token that was disguised; nil for other digits, or none.
  private func found(_ digits: String) -> String? {
    guard var block = bytes(ofHexadecimal: digits.utf8) else { return nil }
    do { try AES.inversePermute(&block, key: key.symmetric) } catch { return nil }
    let token = String(decoding: block.prefix { $0 != 0 }, as: UTF8.self)
    guard block.dropFirst(token.utf8.count).allSatisfy({ $0 == 0 }), Parts.isToken(token) else {
      return nil
    }
    remember(token, as: digits)
    return token
  }

  private func remember(_ token: String, as digits: String) {
    if digitsOf.count >= Self.most { (digitsOf, tokenOf) = ([:], [:]) }
    digitsOf[token] = digits
    tokenOf[digits] = token
  }

  /// The name as it is called in the program, whichever of its two forms is given.
  func called(_ name: String) -> String { Parts.isClear(name) ? name : plain(name) }

  /// What stands before the date of a lock's name.
  static let listLock = "notes-"

  /// What of a name may be something to disguise, and what stands around it.
  ///
  /// Looked at byte by byte: each file's name comes through here several times.
  private struct Parts {
    let head: String
    let token: String
    let tail: String
    private let isDate: Bool

    /// Nil where there is nothing to disguise for sure.
    init?(of name: String) {
      head = Self.head(of: name)
      let rest = name.utf8.dropFirst(head.utf8.count)
      guard let first = rest.first else { return nil }
      isDate = first &- 0x30 < 10
      guard isDate || head.isEmpty else { return nil }
      let part =
        isDate
        ? rest.prefix(10) : rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }
      let behind = rest[part.endIndex...]
      guard part.count <= DisguisedNames.blockSize, Self.endsToken(behind) else { return nil }
      token = String(Substring(part))
      tail = String(Substring(behind))
    }

    /// Whether it is a date or an identifier.
    var isDisguised: Bool { isDate ? CalendarDate(token) != nil : Self.isIdentifier(token) }

    /// Whether a name has something that should be disguised.
    static func isClear(_ name: String) -> Bool { Parts(of: name)?.isDisguised == true }

    static func head(of name: String) -> String {
      name.utf8.first == UInt8(ascii: "n") && name.hasPrefix(listLock) ? listLock : ""
    }

    static func endsToken(_ tail: Substring.UTF8View) -> Bool {
      tail.first.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") } ?? true
    }

    /// A date, or an identifier as the program makes them; a longer one was made by hand, from
    /// nothing, and stays as it is.
    static func isToken(_ text: String) -> Bool {
      text.utf8.count <= DisguisedNames.blockSize
        && (CalendarDate(text) != nil || isIdentifier(text))
    }

    private static func isIdentifier(_ text: String) -> Bool {
      guard let prefix = IDPrefix(rawValue: String(Substring(text.utf8.prefix(2)))) else {
        return false
      }
      return StoredID.isValid(text, prefix)
    }
  }
}
