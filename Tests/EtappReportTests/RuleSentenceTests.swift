import EtappModel
import EtappReport
import Testing

@Suite struct `Rules in words` {
  /// One rule of each kind: a new kind does not compile before it is here.
  static func example(_ name: Rule.KindName) -> Rule.Kind {
    let some = Selection(categories: ["rural"], municipalities: ["m1"], kinds: ["full"], regions: ["county": ["North"]])
    let two = [Subject(title: "Ånge", places: ["ange"]), Subject(title: "Åre", places: ["jarpen"])]
    return switch name {
    case .count: .count(parts: [CountPart(selection: some, rounds: 0...1)], min: 1, max: 2)
    case .share: .share(parts: [DemandPart(selection: .everyone)], within: 30, after: 1, min: 0.96)
    case .nobodyBeyond:
      .nobodyBeyond(parts: [DemandPart(selection: DemandSelection(municipalities: ["m6"]))], limit: 120, after: 1)
    case .near:
      .near(
        parts: [CountPart(selection: some, rounds: 0...1)], layer: .init(layer: "areas", within: 0.5), min: 8, max: nil)
    case .fixed: .fixed([Fixing(subject: two[0], round: 0), Fixing(subject: two[1], round: nil)])
    case .forbidden: .forbidden(Selection(places: ["ange"]), round: 0)
    case .notBefore: .notBefore(Selection(places: ["ange"]), round: 1)
    case .notAfter: .notAfter(some, round: 0)
    case .before: .before(two[0], two[1])
    case .together: .together(two)
    case .notBoth: .notBoth(two)
    case .oneOf: .oneOf(two)
    case .apart: .apart(some, 3)
    case .budget: .budget(450_000_000, rounds: 0...0)
    case .keep: .keep(plan: "June", changes: 1)
    case .close: .close(Selection(kinds: ["full"]), rounds: 0...1, min: nil, max: 2)
    }
  }

  @Test(arguments: Rule.KindName.allCases, Language.allCases)
  func `every kind is a sentence`(name: Rule.KindName, language: Language) {
    let kind = Self.example(name)
    #expect(Rule(id: "x", kind: kind).kindName == name)
    let words = Cast.sentences(language).composed(kind)
    #expect(words.hasSuffix("."))
    #expect(words.count > 15)
    #expect(!words.contains("  "))
    #expect(words.first?.isUppercase == true)
  }

  static let examples: [(kind: Rule.Kind, swedish: String, english: String)] = [
    (
      .count(parts: [CountPart(selection: .all, rounds: 0...0)], min: nil, max: 13), "Omgång 1 rymmer högst 13 kontor.",
      "Round 1 holds at most 13 offices."
    ),
    (
      .count(parts: [CountPart(selection: .all, rounds: 0...1)], min: 28, max: nil),
      "Minst 28 kontor öppnar sammanlagt.",
      "At least 28 offices open in all."
    ),
    (
      .count(
        parts: ["Ånge", "Åre"].map { CountPart(label: $0, selection: .all, rounds: 0...1) }, min: 1, max: 1),
      "Precis 1 kontor öppnar sammanlagt i var och en av Ånge och Åre.",
      "Exactly 1 office opens in all in each of Ånge and Åre."
    ),
    (
      example(.fixed), "Ånge öppnar i omgång 1. Åre öppnar i någon omgång.",
      "Ånge opens in round 1. Åre opens in some round."
    ),
    (example(.forbidden), "Ånge öppnar inte i omgång 1.", "Ånge does not open in round 1."),
    (
      example(.share), "Efter omgång 2 har minst 96 % av invånarna ett öppet kontor inom 30 min.",
      "After round 2, at least 96% of the people have an open office within 30 min."
    ),
    (
      example(.budget), "Att inrätta det som öppnar i omgång 1 kostar högst 450 miljoner SEK.",
      "Setting up what opens in round 1 costs at most 450 million SEK."
    ),
  ]

  @Test(arguments: examples)
  func `reads as a person would write`(kind: Rule.Kind, swedish: String, english: String) {
    #expect(Cast.sentences(.swedish).composed(kind).replacing("\u{A0}", with: " ") == swedish)
    #expect(Cast.sentences(.english).composed(kind).replacing("\u{A0}", with: " ") == english)
  }

  @Test func `the assignment's own words come first, and a wish says its price`() {
    let rule = Rule(
      id: "x", kind: Self.example(.count), price: 5, sentence: Text(byLanguage: ["sv": "Helst ett.", "en": "One."]))
    #expect(Cast.sentences(.swedish).rule(rule).hasPrefix("Helst ett."))
    #expect(Cast.sentences(.swedish).rule(rule).contains("5\u{A0}poäng"))
  }

  @Test func `say whether they hold and by what figure`() {
    let sentences = Cast.sentences(.english)
    #expect(sentences.standing(Cast.plan.rules[1]) == "Holds: 6 (at least 5).")
    let missed = sentences.standing(Cast.plan.rules[2])
    #expect(missed.hasPrefix("Does not hold: 3, at least 4 asked for."))
    #expect(missed.contains(Cast.hostile))
    #expect(sentences.paid(Cast.plan.rules[2]) == "Costs 5\u{A0}points.")
    #expect(sentences.result(RuleResult(rule: "unknown", satisfied: true, value: 0)) == "unknown: Holds.")
  }

  // MARK: Conflicts

  static func fixed(_ count: Int, of id: ID<Rule>, from first: Int) -> Rule {
    Rule(
      id: id,
      kind: .fixed(
        (first..<(first + count)).map { Fixing(subject: Subject(title: "P\($0)", places: [ID("p\($0)")]), round: 0) }))
  }

  static let crowded: NameBook = {
    let places = (0..<20).map {
      Place(
        id: ID("p\($0)"), name: "P\($0)", municipality: "m1", coordinate: Coordinate(latitude: 60, longitude: 15),
        cost: 10_000_000)
    }
    let rules = [
      fixed(8, of: "a", from: 0), fixed(6, of: "b", from: 8),
      Rule(id: "total", kind: .count(parts: [CountPart(selection: .all, rounds: 0...1)], min: 30, max: nil)),
      Rule(id: "half", kind: .count(parts: [CountPart(selection: .all, rounds: 1...1)], min: nil, max: 5)),
      Rule(id: "most", kind: .count(parts: [CountPart(selection: .all, rounds: 0...1)], min: 19, max: nil)),
      Rule(id: "never", kind: .forbidden(Selection(places: ["p0"]), round: 0)),
      Rule(id: "money", kind: .budget(100_000_000, rounds: 0...1)),
    ]
    return NameBook(
      Assignment(name: "X", currency: "SEK", rounds: Cast.rounds, rules: rules), Geography(places: places))
  }()

  static let conflicts: [(rules: [ID<Rule>], english: String, swedish: String)] = [
    (
      ["round-1", "a", "b"], "Round 1 holds at most 13, but 8 + 6 = 14 must open in it.",
      "Omgång 1 rymmer högst 13, men 8 + 6 = 14 ska öppna i den."
    ),
    (
      ["total"], "30 must open, but there are only 20 places to choose among.",
      "30 ska öppna, men det finns bara 20 platser att välja bland."
    ),
    (
      ["round-1", "half", "most"], "At least 19 must open in all, but the rounds hold at most 13 + 5 = 18.",
      "Minst 19 ska öppna sammanlagt, men omgångarna rymmer högst 13 + 5 = 18."
    ),
    (
      ["a", "never"], "P0 must open in round 1, and may not open in round 1.",
      "P0 ska öppna i omgång 1, och får inte öppna i omgång 1."
    ),
    (
      ["most", "money"],
      "The 19 offices that must open cost at least 190 million SEK, but the budget is 100 million SEK.",
      "De 19 kontor som ska öppna kostar minst 190 miljoner SEK, men budgeten är 100 miljoner SEK."
    ),
  ]

  @Test(arguments: conflicts)
  func `a conflict says why the numbers cannot meet`(rules: [ID<Rule>], english: String, swedish: String) {
    let words = Sentences(.english, Self.crowded).conflict(rules).replacing("\u{A0}", with: " ")
    #expect(words.hasPrefix(english))
    #expect(Sentences(.swedish, Self.crowded).conflict(rules).replacing("\u{A0}", with: " ").hasPrefix(swedish))
    for rule in rules { #expect(words.contains("(\(rule))")) }
  }

  @Test func `a conflict without a sum still names its rules`() {
    let words = Cast.sentences(.english).conflict(["wish", "total", "forced"])
    #expect(words.contains("These 2 rules cannot hold together"))
    #expect(!words.contains("forced"))
    #expect(!Cast.sentences(.swedish).conflict([]).isEmpty)
  }
}
