/// Every word that the grammar knows, to tell which of two readings of a damaged word is one.
enum Vocabulary {
  private static let words: Set<String> = {
    var words = Set(VerbLexicon.forms.keys)
    words.formUnion(CalendarLexicon.months.keys)
    words.formUnion(CalendarLexicon.weekdays.keys)
    words.formUnion(CalendarLexicon.numbers.keys)
    words.formUnion(CalendarLexicon.ordinals.keys)
    words.formUnion(CalendarLexicon.units.keys)
    words.formUnion(CalendarLexicon.seasons.keys)
    words.formUnion(CalendarLexicon.feasts.keys)
    words.formUnion(CalendarLexicon.parts.keys)
    words.formUnion([
      "senast", "fore", "efter", "fran", "och", "kommande", "nasta", "arsskiftet", "manadsskiftet", "inom", "snarast",
      "tidigast", "omgaende", "narmaste", "fran", "under", "etapp", "etappen", "kontor", "minst", "da", "nar", "pa",
      "ar",
      // Nouns that are one letter from a verb.
      "uppdrag", "foretag", "overtag", "anslag", "anslut",
    ])
    return words
  }()

  static func contains(_ key: String) -> Bool { words.contains(key) }

  /// The folded word; where a scanner took one letter for another, the word that it was.
  static func known(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let key = LetterFolding.folded(scalars)
    // No word of the grammar is longer, and every reading of a longer run costs its square.
    guard scalars.count <= 32, !contains(key) else { return key }
    return accented(scalars) ?? mistaken(key) ?? key
  }

  /// An é for an å, an ä or an ö: every way to read the first three of them.
  private static func accented(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    var readings: [String.UnicodeScalarView] = [.init()]
    for scalar in scalars {
      guard let plain = LetterFolding.folded(scalar) else { continue }
      let letters: [Unicode.Scalar] = plain == "e" && !scalar.isASCII && readings.count < 8 ? ["a", "o"] : [plain]
      readings = readings.flatMap { reading in letters.map { reading + CollectionOfOne($0) } }
    }
    return readings.count > 1 ? readings.lazy.map { String($0) }.first(where: contains) : nil
  }

  /// `rnars`, `oktobcr`, `senasl`: one mistake in a word of the calendar or a verb that is long enough to be known by the
  /// rest of its letters.
  private static func mistaken(_ key: String) -> String? {
    guard key.utf8.count >= 4, key.utf8.count <= 20 else { return nil }
    for (wrong, right) in [("rn", "m"), ("ii", "n"), ("vv", "w"), ("cl", "d")] where key.contains(wrong) {
      let other = key.replacing(wrong, with: right)
      if contains(other) { return other }
    }
    guard key.utf8.count >= 6 else { return nil }
    var letters = Array(key.utf8)
    for place in letters.indices {
      let letter = letters[place]
      for right in confusions[letter] ?? [] {
        letters[place] = right
        let other = String(decoding: letters, as: UTF8.self)
        if contains(other) { return other }
      }
      letters[place] = letter
    }
    return nil
  }

  /// Letters that a scanner takes for others.
  private static let confusions: [UInt8: [UInt8]] = {
    var table: [UInt8: [UInt8]] = [:]
    for (wrong, right) in ["ce", "ec", "li", "il", "lt", "tl", "un", "nu", "hb", "ft", "tf", "oa", "ao", "oe", "fl"]
      .map({ Array($0.utf8) }).map({ ($0[0], $0[1]) })
    {
      table[wrong, default: []].append(right)
    }
    return table
  }()
}
