import Testing

@testable import EtappModel

@Suite struct `Names as people type them` {
  static let folded: [(name: String, key: String)] = [
    ("Ånge", "ange"), ("  Ånge   kommun ", "ange kommun"), ("ÅNGE", "ange"), ("A\u{30A}nge", "ange"),
    ("Upplands-Väsby", "upplands vasby"),
    ("Þórshöfn", "thorshofn"), ("Ærø", "aero"), ("Łódź", "lodz"), ("Malmö (Rosengård)", "malmo rosengard"), ("", ""),
    ("–", ""), ("Straße 12", "strasse 12"), ("S:t Eriks", "s t eriks"),
  ]

  @Test(arguments: folded)
  func `are folded to what people type`(example: (name: String, key: String)) {
    #expect(Names.folded(example.name) == example.key)
    #expect(Names.folded(Names.folded(example.name)) == example.key)
  }

  static let towns = ["Ånge", "Åre", "Östhammar", "Storuman", "Sollefteå", "Södertälje", "Sölvesborg", "Laholm"]
  static let typos: [(typed: String, meant: String?)] = [
    ("Agne", "Ånge"), ("ange", "Ånge"), ("Sotruman", "Storuman"), ("Sodertalje", "Södertälje"),
    ("Södertäje", "Södertälje"),
    ("Sölv", "Sölvesborg"), ("Östhamar", "Östhammar"), ("Reykjavik", nil), ("", nil),
  ]

  @Test(arguments: typos)
  func `are found in spite of a slip`(example: (typed: String, meant: String?)) {
    #expect(Names.nearest(to: example.typed, among: Self.towns).first == example.meant)
  }

  @Test func `come nearest first, and no more than asked for`() {
    #expect(
      Names.nearest(to: "aaaaaa", among: ["aaaabb", "aaaaab", "aaaaaa", "bbbbbb"]) == ["aaaaaa", "aaaaab", "aaaabb"])
    #expect(Names.nearest(to: "aaaaaa", among: ["aaaabb", "aaaaab", "aaaaaa"], limit: 1) == ["aaaaaa"])
  }

  @Test func `are as far apart as the fewest edits, found by trying`() {
    let words = ["", "a", "b", "ab", "ba", "abc", "acb", "cab", "aabb", "abab", "bbaa", "abcd"]
    for a in words {
      for b in words {
        let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        #expect(Names.edits(x, y) == Self.edits(x[...], y[...]), "\(a) to \(b)")
        #expect(Names.edits(x, y) == Names.edits(y, x))
      }
    }
  }

  /// The definition, by recursion.
  private static func edits(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Int {
    guard let x = a.last, let y = b.last else { return max(a.count, b.count) }
    var best = min(
      edits(a.dropLast(), b) + 1, edits(a, b.dropLast()) + 1, edits(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1))
    if a.count > 1, b.count > 1, x == b.dropLast().last, y == a.dropLast().last {
      best = min(best, edits(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return best
  }
}
