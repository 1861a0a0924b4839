/// Forgiving comparison of names: what a person types against what a file holds.
public enum Names {
  /// The name with case, accents, punctuation and surplus blanks removed: `Ånge kommun ` → `ange kommun`.
  ///
  /// Works on Unicode's canonical decomposition, so it knows no particular language; letters that do not
  /// decompose (ø, æ, ð, þ, ß, ł, đ) are spelled out.
  public static func folded(_ name: some StringProtocol) -> String {
    var result = ""
    var blankPending = false
    for character in name.lowercased() {
      if let spelled = spelledOut[character] {
        if blankPending && !result.isEmpty { result.append(" ") }
        blankPending = false
        result += spelled
        continue
      }
      let base = baseCharacter(of: character)
      if base.isLetter || base.isNumber {
        if blankPending && !result.isEmpty { result.append(" ") }
        blankPending = false
        result.append(base)
      } else {
        blankPending = true
      }
    }
    return result
  }

  private static let spelledOut: [Character: String] = [
    "ø": "o", "æ": "ae", "ð": "d", "þ": "th", "ß": "ss", "ł": "l", "đ": "d", "œ": "oe",
  ]

  /// The character without its marks: å → a.
  private static func baseCharacter(of character: Character) -> Character {
    guard !character.isASCII else { return character }
    return latinBases[character] ?? character
  }

  /// Base letters of the accented Latin letters in U+00C0…U+024F, built from their Unicode names' first letter.
  private static let latinBases: [Character: Character] = {
    let groups: [(Character, String)] = [
      ("a", "àáâãäåāăąǎǟǡǻȁȃȧ"), ("c", "çćĉċč"), ("d", "ď"), ("e", "èéêëēĕėęěȅȇȩ"), ("g", "ĝğġģǧǵ"),
      ("h", "ĥȟ"), ("i", "ìíîïĩīĭįıǐȉȋ"), ("j", "ĵǰ"), ("k", "ķǩ"), ("l", "ĺļľ"), ("n", "ñńņňǹ"),
      ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱ"), ("r", "ŕŗřȑȓ"), ("s", "śŝşšș"), ("t", "ţťț"),
      ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗ"), ("w", "ŵ"), ("y", "ýÿŷȳ"), ("z", "źżž"),
    ]
    var bases: [Character: Character] = [:]
    for (base, letters) in groups { for letter in letters { bases[letter] = base } }
    return bases
  }()

  /// The entries of `names` nearest to `wanted`, best first: those with the fewest edits, at most a third of its length.
  ///
  /// - Complexity: O(names × length²).
  public static func nearest(to wanted: some StringProtocol, among names: some Sequence<String>, limit: Int = 3)
    -> [String]
  {
    let key = Array(folded(wanted).unicodeScalars)
    let tolerance = max(1, key.count / 3)
    var scored: [(distance: Int, name: String)] = []
    for name in names {
      let candidate = Array(folded(name).unicodeScalars)
      let distance = edits(key, candidate)
      let startsAlike = !key.isEmpty && candidate.starts(with: key)
      if distance <= tolerance || startsAlike { scored.append((startsAlike ? 1 : distance, name)) }
    }
    scored.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return scored.prefix(limit).map(\.name)
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`
  /// (optimal string alignment; Damerau 1964, doi:10.1145/363958.363994).
  static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, beforeLast[j - 2] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
