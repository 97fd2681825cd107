import Crypto
import CryptoExtras

/// How a passphrase becomes a key.
enum Passphrase {
  /// The fewest characters of one.
  static let shortest = 12

  static func isWeak(_ text: String) -> Bool {
    text.count < shortest || Set(text).count < 4
  }

  /// Derives the key that a counselor's secrets are wrapped with.
  ///
  /// The code goes into the salt: whoever tries passphrases has to do so for each counselor, and
  /// the file doesn't tell the codes.
  static func key(
    _ passphrase: String,
    code: String,
    salt: [UInt8],
    stretching: Stretching
  ) throws(StorageError) -> SymmetricKey {
    var hash = SHA256()
    hash.update(data: salt)
    hash.update(data: Array(code.uppercased().utf8))
    do {
      return try KDF.Scrypt.deriveKey(
        from: Array(passphrase.utf8),
        salt: Array(hash.finalize()),
        outputByteCount: SecretKey.length,
        rounds: stretching.rounds,
        blockSize: stretching.blockSize,
        parallelism: stretching.parallelism
      )
    } catch {
      throw .unwritable(Layout.access, reason: "the passphrase can't be made into a key")
    }
  }
}

/// What makes trying a passphrase slow: the scrypt parameters N, r and p.
package struct Stretching: Hashable, Sendable {
  package var rounds: Int
  package var blockSize: Int
  package var parallelism: Int

  package init(rounds: Int, blockSize: Int = 8, parallelism: Int = 1) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// A third of a second and 128 MB on the machines of 2026.
  ///
  /// Weaker ones are raised to it at the
  /// next log-in; later versions raise `parallelism`, which takes time and no more memory.
  package static let standard = Stretching(rounds: 1 << 17)

  /// How much work it is.
  var work: Int { rounds * blockSize * parallelism }

  /// The most that a file may ask for: 128 MB, and sixteen times the standard time.
  var isBearable: Bool {
    rounds >= 1024 && rounds & (rounds - 1) == 0 && (1...32).contains(blockSize)
      && (1...16).contains(parallelism) && rounds <= (1 << 20) / blockSize
  }
}
