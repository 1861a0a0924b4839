import EtappModel
import Foundation

/// Codes of a second factor: six figures that change every half minute (TOTP).
///
/// Source: RFC 6238 on RFC 4226, with SHA-1, which is what the common apps understand.
enum OneTimeCode {
  static let span = 30

  /// The step of time that a code belongs to: the present one, or a neighbour, since clocks differ.
  static func step(of code: String, secret: String, at now: Moment) -> Int64? {
    let figures = code.filter { $0 != " " }
    guard figures.utf8.count == 6, let key = decoded(secret) else { return nil }
    let present = Int64(now.seconds / span)
    return [present, present - 1, present + 1].first { Secrets.areSame(self.code(key, step: $0), figures) }
  }

  static func code(_ key: [UInt8], step: Int64) -> String {
    let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
    let digest = SHA1.authentication(of: message, key: key)
    let offset = Int(digest[19] & 15)
    let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let figures = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - figures.count) + figures
  }

  // MARK: Base 32

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

  /// A new secret of 160 bits.
  static func makeSecret() -> String {
    encoded(Array(Data(Array(Secrets.make().utf8).prefix(20))))
  }

  static func encoded(_ bytes: [UInt8]) -> String {
    var (result, bits, count) = ("", 0, 0)
    for byte in bytes {
      (bits, count) = (bits << 8 | Int(byte), count + 8)
      while count >= 5 {
        result.append(alphabet[bits >> (count - 5) & 31])
        count -= 5
        bits &= (1 << count) - 1
      }
    }
    if count > 0 { result.append(alphabet[bits << (5 - count) & 31]) }
    return result
  }

  static func decoded(_ text: String) -> [UInt8]? {
    var (result, bits, count): ([UInt8], Int, Int) = ([], 0, 0)
    for character in text.uppercased() where character != "=" && character != " " {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      (bits, count) = (bits << 5 | value, count + 5)
      if count >= 8 {
        result.append(UInt8(bits >> (count - 8) & 255))
        count -= 8
        bits &= (1 << count) - 1
      }
    }
    return result
  }
}

/// SHA-1 and its HMAC, which the codes are made of and nothing else here is.
///
/// Source: FIPS 180-4; RFC 2104.
enum SHA1 {
  static func authentication(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    let short = key.count > 64 ? digest(key) : key
    let padded = short + [UInt8](repeating: 0, count: 64 - short.count)
    return digest(padded.map { $0 ^ 0x5C } + digest(padded.map { $0 ^ 0x36 } + message))
  }

  static func digest(_ message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var bytes = message + [0x80]
    bytes += [UInt8](repeating: 0, count: (120 - bytes.count % 64) % 64)
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> (56 - 8 * $0)) }
    for start in stride(from: 0, to: bytes.count, by: 64) { round(bytes[start..<start + 64], &state) }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  private static func round(_ block: ArraySlice<UInt8>, _ state: inout [UInt32]) {
    var words = (0..<16).map { index in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[block.startIndex + 4 * index + $1]) }
    }
    for i in 16..<80 { words.append(turn(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1)) }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for i in 0..<80 {
      let (f, k): (UInt32, UInt32) =
        switch i {
        case ..<20: (b & c | ~b & d, 0x5A82_7999)
        case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      (a, b, c, d, e) = (turn(a, 5) &+ f &+ e &+ k &+ words[i], a, turn(b, 30), c, d)
    }
    for (index, value) in [a, b, c, d, e].enumerated() { state[index] &+= value }
  }

  private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 { word << bits | word >> (32 - bits) }
}
