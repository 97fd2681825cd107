import Crypto
import Domain
import PropertyList

/// What a log-in opens: the holder's private key, and the key that vouches for the access record.
struct HolderKeys {
  let privateKey: SecretKey
  let trust: SecretKey

  /// A new pair for one more holder of the same program.
  init(trust: SecretKey) {
    self.init(privateKey: .random(), trust: trust)
  }

  init(privateKey: SecretKey, trust: SecretKey) {
    self.privateKey = privateKey
    self.trust = trust
  }

  private func agreement() throws -> Curve25519.KeyAgreement.PrivateKey {
    try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: privateKey.bytes)
  }

  /// Nil where the library refuses, which it never does for 32 bytes.
  var publicKey: [UInt8]? {
    do { return Array(try agreement().publicKey.rawRepresentation) } catch { return nil }
  }

  // MARK: Under a passphrase's or the recovery key's key

  func wrapped(under key: SymmetricKey, _ context: [UInt8]) -> [UInt8]? {
    Self.sealed(privateKey.bytes + trust.bytes, under: key, context)
  }

  init?(_ wrapped: [UInt8], under key: SymmetricKey, _ context: [UInt8]) {
    guard let bytes = Self.opened(wrapped, under: key, context),
      bytes.count == 2 * SecretKey.length
    else { return nil }
    privateKey = SecretKey(bytes.prefix(SecretKey.length))
    trust = SecretKey(bytes.suffix(SecretKey.length))
  }

  // MARK: The program's keys for somebody's public key

  /// Wraps a ring so that only who has the private key of the slot can open it.
  ///
  /// A new key pair for each wrapping; both public keys are in the derived key.
  static func wrapped(_ ring: KeyRing, for publicKey: [UInt8], _ context: [UInt8]) -> [UInt8]? {
    do {
      let once = Curve25519.KeyAgreement.PrivateKey()
      let their = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
      let own = Array(once.publicKey.rawRepresentation)
      let secret = try once.sharedSecretFromKeyAgreement(with: their)
      let key = derived(secret, own, publicKey)
      guard let bytes = sealed(ring.bytes, under: key, context) else { return nil }
      return own + bytes
    } catch {
      return nil
    }
  }

  func ring(_ wrapped: [UInt8], _ context: [UInt8]) -> KeyRing? {
    do {
      let own = try agreement()
      let their = Array(wrapped.prefix(SecretKey.length))
      let secret = try own.sharedSecretFromKeyAgreement(
        with: Curve25519.KeyAgreement.PublicKey(rawRepresentation: their)
      )
      let key = Self.derived(secret, their, Array(own.publicKey.rawRepresentation))
      return Self.opened(Array(wrapped.dropFirst(their.count)), under: key, context)
        .flatMap(KeyRing.init)
    } catch {
      return nil
    }
  }

  private static func derived(
    _ secret: SharedSecret,
    _ once: [UInt8],
    _ holder: [UInt8]
  ) -> SymmetricKey {
    secret.hkdfDerivedSymmetricKey(
      using: SHA256.self,
      salt: [UInt8](),
      sharedInfo: Array("caseload ring 1".utf8) + once + holder,
      outputByteCount: SecretKey.length
    )
  }

  // MARK: The record's mac

  func mac(of record: AccessRecord) -> [UInt8]? {
    do throws(PropertyListError) {
      let bytes = try PropertyListWriter.bytes(of: .dictionary(record.covered))
      return Array(
        HMAC<SHA256>.authenticationCode(
          for: Array("caseload access 1\n".utf8) + bytes,
          using: trust.symmetric
        )
      )
    } catch {
      return nil
    }
  }

  private static func sealed(_ plain: [UInt8], under key: SymmetricKey, _ context: [UInt8])
    -> [UInt8]?
  {
    do {
      let box = try AES.GCM.seal(plain, using: key, authenticating: context)
      return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    } catch {
      return nil
    }
  }

  private static func opened(_ bytes: [UInt8], under key: SymmetricKey, _ context: [UInt8])
    -> [UInt8]?
  {
    let overhead = SealedBytes.nonceLength + SealedBytes.tagLength
    guard bytes.count > overhead else { return nil }
    do {
      let box = try AES.GCM.SealedBox(
        nonce: AES.GCM.Nonce(data: Array(bytes.prefix(SealedBytes.nonceLength))),
        ciphertext: bytes.dropFirst(SealedBytes.nonceLength).dropLast(SealedBytes.tagLength),
        tag: bytes.suffix(SealedBytes.tagLength)
      )
      return Array(try AES.GCM.open(box, using: key, authenticating: context))
    } catch {
      return nil
    }
  }
}
