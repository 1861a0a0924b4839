/// A text as its scalars, folded beside them, with what the finders have in common.
///
/// Every finder looks at a bounded number of scalars from each place, or at one line, so the whole is linear.
struct MaskScanner {
  let scalars: [Unicode.Scalar]
  /// The same text in lower case and without accents, scalar for scalar; combining marks are noughts.
  let folded: [Unicode.Scalar]
  let rules: MaskingRules

  init(_ scalars: [Unicode.Scalar], _ rules: MaskingRules) {
    self.scalars = scalars
    folded = scalars.map(Self.fold)
    self.rules = rules
  }

  var count: Int { scalars.count }

  // Scalars

  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value + 32))
    case 0...0x7F: scalar
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFEFF: "\u{0}"
    case 0xC0...0xC6, 0xE0...0xE6: "a"
    case 0xC8...0xCB, 0xE8...0xEB: "e"
    case 0xCC...0xCF, 0xEC...0xEF: "i"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8: "o"
    case 0xD9...0xDC, 0xF9...0xFC: "u"
    case 0xC7, 0xE7: "c"
    case 0xD1, 0xF1: "n"
    case 0x2010...0x2015, 0x2212: "-"
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x2018, 0x2019, 0xB4: "'"
    default: scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }
  }

  static func fold(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(fold).filter { $0 != "\u{0}" }))
  }

  func at(_ place: Int) -> Unicode.Scalar? { place >= 0 && place < count ? folded[place] : nil }

  func isDigit(_ place: Int) -> Bool { at(place).map { ("0"..."9").contains($0) } ?? false }

  func digit(_ place: Int) -> Int? { isDigit(place) ? at(place).map { Int($0.value) - 48 } : nil }

  func isLetter(_ place: Int) -> Bool {
    guard let scalar = at(place) else { return false }
    if ("a"..."z").contains(scalar) || scalar == "\u{0}" { return true }
    return !scalar.isASCII && scalar.properties.isAlphabetic
  }

  func isUpper(_ place: Int) -> Bool { place >= 0 && place < count && scalars[place].properties.isUppercase }

  func isBlank(_ place: Int) -> Bool { at(place) == " " || at(place) == "\t" }

  func isLineEnd(_ place: Int) -> Bool {
    guard let scalar = at(place) else { return true }
    return scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{C}"
  }

  func skipBlanks(_ place: Int, atMost: Int = 8) -> Int {
    var place = place
    let end = place + atMost
    while place < end, isBlank(place) { place += 1 }
    return place
  }

  func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(folded[range].filter { $0 != "\u{0}" }))
  }

  /// Whether a folded word stands at a place, with no letter or digit around it.
  func stands(_ word: String, at place: Int) -> Int? {
    var end = place
    for scalar in word.unicodeScalars {
      guard at(end) == scalar else { return nil }
      end += 1
    }
    guard !isLetter(place - 1), !isDigit(place - 1), !isLetter(end), !isDigit(end) else { return nil }
    return end
  }

  // Words

  struct Word {
    var range: Range<Int>
    var key: String
    /// Begins with a capital.
    var isCapital: Bool
    var isAllCapitals: Bool
  }

  /// The words of the text: letters with inner hyphens and apostrophes.
  func words() -> [Word] {
    var words: [Word] = []
    var place = 0
    while place < count {
      guard isLetter(place), folded[place] != "\u{0}" else {
        place += 1
        continue
      }
      var end = place + 1
      while isLetter(end) || ((at(end) == "-" || at(end) == "'") && isLetter(end + 1)) { end += 1 }
      let capitals = (place..<end).count { isUpper($0) }
      words.append(
        Word(
          range: place..<end, key: string(place..<end), isCapital: isUpper(place),
          isAllCapitals: capitals >= 2 && capitals >= end - place - 2 && capitals * 2 > end - place))
      place = end
    }
    return words
  }

  /// The words before a place on its line, the nearest first, over marks such as `:` and `.`.
  func labels(before place: Int, atMost limit: Int = 3) -> [String] {
    var labels: [String] = []
    var place = place - 1
    let start = max(0, place - 40)
    while place >= start, labels.count < limit {
      if isLetter(place) {
        let end = place + 1
        while place >= start, isLetter(place) || (at(place) == "." || at(place) == "-") && isLetter(place - 1) {
          place -= 1
        }
        labels.append(string(place + 1..<end))
      } else if isBlank(place) || [".", ":", "(", "#", ","].contains(at(place)) {
        place -= 1
      } else {
        break
      }
    }
    return labels
  }
}
