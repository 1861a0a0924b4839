/// How letters are compared: without case, without accents, and with the digits that a scanner takes letters for.
enum LetterFolding {
  /// The letter without case and accent, nil for a mark that combines with the one before.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 32)
    case 0...0x7F: scalar
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFEFF: nil
    case 0xC0...0xC6, 0xE0...0xE6: "a"
    case 0xC8...0xCB, 0xE8...0xEB: "e"
    case 0xCC...0xCF, 0xEC...0xEF: "i"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8: "o"
    case 0xD9...0xDC, 0xF9...0xFC: "u"
    case 0xC7, 0xE7: "c"
    case 0xD1, 0xF1: "n"
    case 0x2018, 0x2019, 0xB4: "'"
    default: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
  }

  static func folded(_ text: String) -> String { folded(Array(text.unicodeScalars)[...]) }

  static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var key = String.UnicodeScalarView()
    for scalar in scalars { if let plain = folded(scalar) { key.append(plain) } }
    return String(key)
  }

  /// The number that was meant by `l5`, `1O`, `2O21`, or nil when a character looks like no digit.
  static func digits(_ scalars: ArraySlice<Unicode.Scalar>) -> [Int]? {
    var digits: [Int] = []
    for scalar in scalars {
      switch scalar {
      case "0"..."9": digits.append(Int(scalar.value) - 48)
      case "l", "I", "|": digits.append(1)
      case "O", "o": digits.append(0)
      default: return nil
      }
    }
    return digits
  }

  /// What a word with digits in it may have been, the likeliest first: `f6rsta` → `forsta`.
  static func readings(_ key: String) -> [String] {
    func with(six: Character) -> String {
      String(
        key.map { (character: Character) -> Character in
          switch character {
          case "6": six
          case "0": "o"
          case "1", "|": "l"
          case "5": "s"
          default: character
          }
        })
    }
    return [with(six: "o"), with(six: "a")]
  }
}
