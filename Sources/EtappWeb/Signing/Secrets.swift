import CSodium
import Foundation

/// Secrets and their fingerprints, by libsodium.
package enum Secrets {
  /// Must come before anything else of the library; doing it again does nothing.
  static func prepare() { _ = sodium_init() }

  /// 32 random bytes, as text that fits in an address and in a cookie.
  package static func make() -> String {
    prepare()
    var bytes = [UInt8](repeating: 0, count: 32)
    randombytes_buf(&bytes, bytes.count)
    return base64(bytes)
  }

  /// What is kept of a secret: BLAKE2b, 256 bits. A secret of 32 random bytes needs no slow hash.
  static func fingerprint(_ secret: String) -> String { hex(digest(secret, key: "etapp fingerprint")) }

  /// The field of forms that belongs to a session.
  static func csrf(_ secret: String) -> String { base64(digest(secret, key: "etapp form")) }

  private static func digest(_ text: String, key: String) -> [UInt8] {
    prepare()
    var digest = [UInt8](repeating: 0, count: 32)
    let (input, key) = (Array(text.utf8), Array(key.utf8))
    crypto_generichash(&digest, digest.count, input, UInt64(input.count), key, key.count)
    return digest
  }

  /// SHA-256 in base 64, as a content security policy and an entity tag want it.
  static func sha256(_ bytes: [UInt8]) -> String {
    prepare()
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return Data(digest).base64EncodedString()
  }

  /// Whether two texts are the same, in a time that does not tell where they differ.
  static func areSame(_ a: String, _ b: String) -> Bool {
    let (first, second) = (Array(a.utf8), Array(b.utf8))
    guard first.count == second.count, !first.isEmpty else { return false }
    return sodium_memcmp(first, second, first.count) == 0
  }

  // MARK: Passwords

  /// Argon2id with a random salt, in PHC format.
  ///
  /// - Complexity: 2 passes over 64 MiB, about a tenth of a second; that is the point of it.
  /// - Returns: nil when there is not enough memory.
  /// - Source: RFC 9106; the parameters are libsodium's “interactive”.
  static func hash(_ password: String) -> String? {
    prepare()
    var result = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    let input = password.utf8.map { CChar(bitPattern: $0) }
    let failed = crypto_pwhash_str(
      &result, input, UInt64(input.count), UInt64(crypto_pwhash_opslimit_interactive()),
      crypto_pwhash_memlimit_interactive())
    guard failed == 0 else { return nil }
    return String(decoding: result.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func verify(_ password: String, _ hash: String) -> Bool {
    prepare()
    let input = password.utf8.map { CChar(bitPattern: $0) }
    var expected = hash.utf8.map { CChar(bitPattern: $0) }
    expected += [CChar](repeating: 0, count: max(1, crypto_pwhash_strbytes() - expected.count))
    return crypto_pwhash_str_verify(expected, input, UInt64(input.count)) == 0
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
