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
    ])
    return words
  }()

  static func contains(_ key: String) -> Bool { words.contains(key) }

  /// The folded word; where a scanner put an é for an å or ä, the word that it was.
  static func known(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let key = LetterFolding.folded(scalars)
    guard scalars.contains(where: { !$0.isASCII && LetterFolding.folded($0) == "e" }), !contains(key) else {
      return key
    }
    var other = String.UnicodeScalarView()
    for scalar in scalars {
      guard let plain = LetterFolding.folded(scalar) else { continue }
      other.append(plain == "e" && !scalar.isASCII ? "a" : plain)
    }
    return contains(String(other)) ? String(other) : key
  }
}
