import EtappModel
import EtappReport
import Testing

@Suite struct `Goals and proofs in words` {
  /// One goal of each kind: a new kind does not compile before it is here.
  static func example(_ name: Goal.KindName) -> Goal.Kind {
    switch name {
    case .access: .access(months: nil)
    case .reach: .reach(within: 30, months: nil)
    case .farthest: .farthest(beyond: 60, months: nil)
    case .equity: .equity(.epsilon(1), months: nil)
    case .spread: .spread(.maximum)
    case .balance: .balance(of: .division("county"))
    case .cost: .cost(months: nil)
    case .stability: .stability(plan: "June")
    case .wishes: .wishes
    case .delivery: .delivery
    }
  }

  @Test(arguments: Goal.KindName.allCases, Language.allCases)
  func `every kind has a title, a sentence, a meaning and a difference`(name: Goal.KindName, language: Language) {
    let goal = Goal(id: "x", kind: Self.example(name))
    #expect(goal.kindName == name)
    let names = NameBook(Assignment(name: "X", rounds: Cast.rounds, goals: [goal]), Cast.geography)
    let sentences = Sentences(language, names)
    #expect(!sentences.title(goal).isEmpty)
    #expect(sentences.goal(goal).hasSuffix("."))
    #expect(sentences.meaning(goal.kind).contains("."))
    for delta in [-2.0, 2] {
      let difference = GoalDifference(
        goal: "x", sense: goal.sense, unit: goal.unit, delta: delta, bound: delta, value: 10)
      let words = sentences.change(difference) ?? ""
      #expect(words.contains("2"))
      #expect(sentences.change(difference, would: false) != words)
    }
  }

  @Test func `the direction of a difference follows the goal's sense`() {
    let more = GoalDifference(goal: "r", sense: .maximise, unit: .persons, delta: 5, bound: 5, value: 10)
    let less = GoalDifference(goal: "a", sense: .minimise, unit: .minutes, delta: -5, bound: -5, value: 10)
    #expect(!Cast.sentences(.english).isWorse(more))
    #expect(!Cast.sentences(.english).isWorse(less))
    #expect(Cast.sentences(.english).isWorse(Cast.difference("access", 1, 10)))
    #expect(Cast.sentences(.english).change(Cast.difference("access", 1e-13, 12)) == nil)
  }

  @Test func `small differences are seconds, not 0.0 minutes`() {
    let sentences = Cast.sentences(.swedish)
    #expect(
      sentences.change(Cast.difference("access", 0.01, 12))
        == "den genomsnittliga restiden skulle bli 0,60\u{A0}s längre")
    #expect(
      sentences.change(Cast.difference("access", -2, 12), would: false)
        == "den genomsnittliga restiden blir 2,0\u{A0}min kortare")
  }

  static let proofs: [Proof] = [
    .optimal, .within(0.02), .infeasible(conflict: ["total"]), .infeasible(conflict: []), .stopped(.timeLimit),
    .stopped(.interrupted), .evaluated,
  ]

  @Test(arguments: proofs, Language.allCases)
  func `every proof is worded`(proof: Proof, language: Language) {
    let sentences = Cast.sentences(language)
    #expect(sentences.proof(proof).hasSuffix("."))
    #expect(!sentences.badge(proof).isEmpty)
  }

  @Test func `gaps are told as what they are`() {
    let sentences = Cast.sentences(.english)
    #expect(sentences.proof(.within(0.0213)).contains("2.13%"))
    #expect(sentences.share(0.000001) == "less than 0.01%")
    #expect(sentences.gap(Cast.plan.goals[0], isTotal: true) == "within tolerance")
    #expect(sentences.proof(Cast.plan.goals[3]).contains("is the best"))
  }

  @Test func `a plan is told in lines for a terminal`() {
    let words = Cast.sentences(.english).summary(Cast.plan)
    for name in ["Ånge", "Järpen (Åre)", "Tensta (Stockholm)", "Round 1 (2022): 4\u{A0}offices"] {
      #expect(words.contains(name))
    }
    #expect(words.contains("2 of 3 hold"))
    #expect(Cast.sentences(.swedish).summary(Cast.infeasible).contains("Ingen plan uppfyller villkoren"))
  }
}
